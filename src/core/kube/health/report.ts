import { type Language, type Line, splitLines } from '../../text/index.ts';
import { PROBE_MEANINGS, VERBOSE_WORDS } from './probe-words.ts';
import { type Probe, readProbes } from './probes.ts';
import {
  type HealthCheckers,
  REGISTRATION_FINDINGS,
  type RegistrationError,
  type RegistrationVerdict,
  duplicateChecks,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
  registrationFindings,
} from './registrations.ts';

/** What a paste about health checks means for what to do next. */
export const HEALTH_CHECK_FINDINGS = [
  ...REGISTRATION_FINDINGS,
  /** 401, 403 or 429: says nothing about the path. */
  'no-evidence',
  'path-answers',
  'path-missing',
  'check-fails',
  /** The release of apiserver-builder that adds the etcd check twice. */
  'builder-1-17',
] as const;

export type HealthCheckFinding = (typeof HEALTH_CHECK_FINDINGS)[number];

/** A path, and how often it was to be reported by the rule: a name k times in the list, k − 1 errors. */
export interface ExpectedErrors {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  readonly expected: number;
  readonly found: number;
}

export interface ToldProbe {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly proves: string;
  readonly provesNot: string;
  readonly source: string;
  /** Of a verbose answer. */
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
}

export interface HealthCheckReport {
  readonly verdict: RegistrationVerdict['kind'];
  /** The verdict as numbers and names, for the sentence about it. */
  readonly registrations: RegistrationVerdict;
  readonly lists: readonly {
    readonly path: string;
    readonly names: readonly string[];
    readonly repeated: readonly string[];
  }[];
  readonly expected: readonly ExpectedErrors[];
  /** The paths that were reported, with what their line prints. */
  readonly reported: readonly {
    readonly path: string;
    readonly form: RegistrationError['form'];
    readonly times: number;
    readonly line: number;
  }[];
  readonly probes: readonly ToldProbe[];
  /** The release of apiserver-builder-alpha that the frames name. */
  readonly builder: string | undefined;
  readonly findings: readonly HealthCheckFinding[];
  /** Lines that are neither list, error, frame nor answer. */
  readonly unread: number;
}

const BUILDER = 'apiserver-builder-alpha@v';
const MAX_LISTS = 200;
const MAX_ERRORS = 2_000;

/**
 * Reads a log with lists of health checks and errors of registration, and the answers of health endpoints, in any order.
 * Lines in JSON with escaped quotes are read as well. Costs time in proportion to the length of the text.
 */
export function healthCheckReport(text: string, language: Language): HealthCheckReport {
  const lines = splitLines(text);
  const { probes, understood } = readProbes(text, lines);
  const lists: HealthCheckers[] = [];
  const errors: { error: RegistrationError; line: number }[] = [];
  let builder: string | undefined;
  let unread = 0;
  for (const line of lines) {
    const plain = unescaped(line);
    const list = readHealthCheckers(plain);
    const error = list ? undefined : readRegistrationError(plain);
    if (list && lists.length < MAX_LISTS) lists.push(list);
    if (error && errors.length < MAX_ERRORS) errors.push({ error, line: line.number });
    builder ??= versionBehind(line.text, BUILDER);
    const isRead =
      list !== undefined || error !== undefined || understood.has(line.number) || isFrame(line.text);
    if (!isRead && line.text.trim() !== '') unread++;
  }
  // A verbose answer has the same names as the list, in the same order.
  const all = [...lists, ...probes.flatMap((probe) => listOf(probe) ?? [])];
  const registrations = judgeRegistrations(
    all,
    errors.map(({ error }) => error),
  );
  const times = (path: string): number => errors.filter(({ error }) => error.path === path).length;
  const paths = [...new Set(errors.map(({ error }) => error.path))];
  return {
    verdict: registrations.kind,
    registrations,
    lists: all.map((list) => ({
      path: list.path,
      names: list.names.map(({ name }) => name),
      repeated: duplicateChecks(list).map(({ name }) => name),
    })),
    expected: unique(registrations).map(({ path, name, count }) => ({
      path,
      name,
      count,
      expected: count - 1,
      found: times(path),
    })),
    reported: paths.flatMap((path) => {
      const first = errors.find(({ error }) => error.path === path);
      return first ? [{ path, form: first.error.form, times: times(path), line: first.line }] : [];
    }),
    probes: probes.map((probe) => tell(probe, language)),
    builder,
    findings: findingsOf(registrations, probes, builder),
    unread,
  };
}

/** Each path once: a server that starts again lists it again. */
function unique({ duplicates }: RegistrationVerdict): RegistrationVerdict['duplicates'] {
  const seen = new Set<string>();
  return duplicates.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function findingsOf(
  registrations: RegistrationVerdict,
  probes: readonly Probe[],
  builder: string | undefined,
): HealthCheckFinding[] {
  const found = new Set<HealthCheckFinding>(registrationFindings(registrations));
  for (const { kind } of probes) {
    if (kind === 'ok') found.add('path-answers');
    else if (kind === 'failed') found.add('check-fails');
    else if (kind === 'missing') found.add('path-missing');
    else if (kind !== 'other') found.add('no-evidence');
  }
  if (builder?.startsWith('1.17.')) found.add('builder-1-17');
  return HEALTH_CHECK_FINDINGS.filter((finding) => found.has(finding));
}

function tell({ kind, code, path, checks, line }: Probe, language: Language): ToldProbe {
  const { proves, provesNot, source, codes } = PROBE_MEANINGS[kind];
  const verbose = checks ? ` ${VERBOSE_WORDS[language]}` : '';
  return {
    code: code === undefined ? codes : String(code),
    path: path ?? '',
    line,
    proves: `${proves[language]}${verbose}`,
    provesNot: provesNot[language],
    source,
    checks: checks ?? [],
  };
}

/** The names of a verbose answer as the list that they come from; without its path if the end is cut off. */
function listOf({ checks, path, span }: Probe): HealthCheckers | undefined {
  if (!checks || path === undefined) return undefined;
  return { path, names: checks.map(({ name }) => ({ name, span })), span };
}

/** A line of a log in JSON has its quotes escaped: `"msg":"Installing … \"etcd\",\"etcd\""`. */
function unescaped(line: Line): Line {
  if (!line.text.includes('\\"')) return line;
  const text = line.text.replaceAll('\\"', '"');
  // A name may have an escaped quote of its own: then the line is as it was printed.
  return readHealthCheckers(line) || readRegistrationError(line) ? line : { ...line, text };
}

/** `k8s.io/…(0x1)`, `<TAB>/home/u/main.go:7 +0x1`, `goroutine 1 [running]:` */
const isFrame = (text: string): boolean =>
  text.startsWith('\t') ||
  text.startsWith('goroutine ') ||
  text.startsWith('created by ') ||
  (text.endsWith(')') && text.includes('('));

function versionBehind(text: string, head: string): string | undefined {
  const at = text.indexOf(head);
  if (at < 0) return undefined;
  let end = at + head.length;
  while (end < text.length && end < at + head.length + 40 && '0123456789.'.includes(text.charAt(end))) end++;
  const version = text.slice(at + head.length, end);
  return version === '' ? undefined : version;
}
