import { promptEnd } from '../../shell/index.ts';
import { type Line, type Span, isDigit, readGoQuoted } from '../../text/index.ts';
import { beginsJson, readJsonLeaves } from '../objects/json-leaves.ts';

/** What a health endpoint answered, as curl or kubectl shows it. */
export interface Probe {
  readonly kind: ProbeKind;
  /** The status, if it is told. */
  readonly code?: number;
  /** The path, if it is told. */
  readonly path?: string;
  /** Of a verbose answer: the checks in their order, and which of them failed. */
  readonly checks?: readonly { readonly name: string; readonly ok: boolean }[];
  /** 1-based, of its first line. */
  readonly line: number;
  readonly span: Span;
}

/** What an answer is, which decides what it proves. */
export const PROBE_KINDS = [
  'unauthorized',
  'forbidden',
  'too-many',
  'missing',
  'ok',
  'failed',
  'other',
] as const;

export type ProbeKind = (typeof PROBE_KINDS)[number];

/** Statuses of HTTP, and the words of kubectl for them (kubernetes/kubectl v0.20.2 `pkg/cmd/util/helpers.go`). */
const KIND_OF_CODE: Readonly<Record<number, ProbeKind>> = {
  200: 'ok',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'missing',
  429: 'too-many',
  500: 'failed',
};

const PHRASES: readonly (readonly [string, ProbeKind, number])[] = [
  ['Error from server (Forbidden)', 'forbidden', 403],
  ['Error from server (NotFound)', 'missing', 404],
  ['Error from server (InternalError)', 'failed', 500],
  ['Error from server (TooManyRequests)', 'too-many', 429],
  ['You must be logged in to the server (Unauthorized)', 'unauthorized', 401],
  ['404 page not found', 'missing', 404],
];

const MAX_PROBES = 200;
const MAX_CHECKS = 500;

const kindOf = (code: number): ProbeKind => KIND_OF_CODE[code] ?? 'other';

/**
 * Reads the answers of a paste: `HTTP/1.1 403 Forbidden` of `curl -i`, a `Status` as JSON, what kubectl says of it, and
 * verbose lists (`[+]etcd ok`, `readyz check passed`). A status line and the body behind it are one answer. Formats:
 * kubernetes/apiserver v0.34.0 `pkg/server/healthz/healthz.go`, `pkg/endpoints/handlers/responsewriters/errors.go`.
 * `understood` has the numbers of the lines that belong to answers.
 */
export function readProbes(
  text: string,
  lines: readonly Line[],
): { readonly probes: readonly Probe[]; readonly understood: ReadonlySet<number> } {
  const probes: Probe[] = [];
  const understood = new Set<number>();
  let status: Probe | undefined;
  const flush = (): void => {
    if (status) probes.push(status);
    status = undefined;
  };
  const add = (probe: Probe): void => {
    // The body of the answer whose status line stands before it.
    const code = status?.code;
    if (status && (probe.code === undefined || probe.code === code)) {
      probes.push({
        ...probe,
        kind: kindOf(code ?? 0),
        ...(code === undefined ? {} : { code }),
        ...((probe.path ?? status.path) ? { path: probe.path ?? status.path ?? '' } : {}),
        line: status.line,
        span: { from: status.span.from, to: probe.span.to },
      });
      status = undefined;
      return;
    }
    flush();
    probes.push(probe);
  };

  for (let at = 0; at < lines.length && probes.length < MAX_PROBES; at++) {
    const line = lines[at];
    if (!line || line.text.length > MAX_LINE) continue;
    const trimmed = line.text.trim();
    const code = statusLine(trimmed);
    const phrase = PHRASES.find(([words]) => trimmed.includes(words));
    if (code !== undefined) {
      flush();
      status = { kind: kindOf(code), code, line: line.number, span: { from: line.from, to: line.to } };
    } else if (phrase) {
      const [, kind, number] = phrase;
      add({
        kind,
        code: number,
        ...pathIn(trimmed),
        line: line.number,
        span: { from: line.from, to: line.to },
      });
    } else if (isCheckLine(trimmed)) {
      const { probe, next } = readVerbose(lines, at);
      for (let index = at; index < next; index++) understood.add(lines[index]?.number ?? 0);
      add(probe);
      at = next - 1;
    } else if (trimmed.startsWith('{') && beginsJson(line.text)) {
      const { probe, to } = readStatus(text, line);
      if (probe) add(probe);
      for (; at < lines.length && (lines[at]?.from ?? 0) < to; at++) {
        if (probe) understood.add(lines[at]?.number ?? 0);
      }
      at--;
      continue;
    } else if (trimmed === 'ok' && (status?.code === 200 || isAfterCommand(lines[at - 1]?.text))) {
      add({
        kind: 'ok',
        ...pathIn(lines[at - 1]?.text ?? ''),
        line: line.number,
        span: { from: line.from, to: line.to },
      });
    } else if (trimmed.startsWith('internal server error: ')) {
      add({ kind: 'failed', code: 500, line: line.number, span: { from: line.from, to: line.to } });
    } else if (!(status && isHead(trimmed)) && promptEnd(trimmed) === 0) continue;
    understood.add(line.number);
  }
  flush();
  return { probes, understood };
}

const MAX_LINE = 10_000;

/** `Content-Type: application/json` behind a status line, and what `curl -v` says beside it. */
const isHead = (text: string): boolean => text.includes(': ') || ['<', '>', '*'].includes(text.charAt(0));

/** `HTTP/1.1 403 Forbidden`, `< HTTP/2 403`. */
function statusLine(text: string): number | undefined {
  const at = text.startsWith('< HTTP/') ? 2 : 0;
  if (!text.startsWith('HTTP/', at)) return undefined;
  const blank = text.indexOf(' ', at);
  const digits = text.slice(blank + 1, blank + 4);
  const isCode =
    blank > 0 && blank < at + 10 && digits.length === 3 && [...digits].every((c) => isDigit(c.charCodeAt(0)));
  return isCode ? Number(digits) : undefined;
}

const isCheckLine = (text: string): boolean => text.startsWith('[+]') || text.startsWith('[-]');

function readVerbose(lines: readonly Line[], first: number): { probe: Probe; next: number } {
  const checks: { name: string; ok: boolean }[] = [];
  let at = first;
  let end: string | undefined;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text.trim() ?? '';
    if (!isCheckLine(text)) {
      if (text.startsWith('warn: ')) continue;
      if (text.endsWith(' check passed') || text.endsWith(' check failed')) {
        end = text;
        at++;
      }
      break;
    }
    if (checks.length < MAX_CHECKS) checks.push({ name: checkName(text), ok: text.startsWith('[+]') });
  }
  const ok = end === undefined ? checks.every((check) => check.ok) : end.endsWith('passed');
  const path = end?.slice(0, end.indexOf(' '));
  const from = lines[first]?.from ?? 0;
  return {
    probe: {
      kind: ok ? 'ok' : 'failed',
      ...(path ? { path: `/${path}` } : {}),
      checks,
      line: lines[first]?.number ?? 1,
      span: { from, to: lines[at - 1]?.to ?? from },
    },
    next: at,
  };
}

/** `[+]poststarthook/x ok`, `[-]etcd failed: reason withheld`, `[+]ping excluded: ok`. */
function checkName(text: string): string {
  const ends = [' ok', ' failed', ' excluded'].map((word) => text.indexOf(word, 3)).filter((at) => at > 0);
  return text.slice(3, ends.length > 0 ? Math.min(...ends) : text.length);
}

/** A Status is short. What begins as JSON and is none is passed over as far as it was read. */
const MAX_STATUS = 4_000;

/** A `Status` object, and where the JSON ends. */
function readStatus(text: string, line: Line): { probe?: Probe; to: number } {
  const window = text.slice(line.from, line.from + MAX_STATUS);
  const { leaves, to: end } = readJsonLeaves(window, 0);
  const to = Math.max(line.from + end, line.to);
  const value = (key: string): string | undefined =>
    leaves.find(({ path }) => path.length === 2 && path[1] === key)?.value;
  const code = Number(value('code'));
  if (value('kind') !== 'Status' || !Number.isInteger(code)) return { to };
  const span = { from: line.from, to };
  return {
    probe: { kind: kindOf(code), code, ...pathIn(value('message') ?? ''), line: line.number, span },
    to,
  };
}

/** `cannot get path "/readyz/etcd"`, or the path behind `--raw` and in an address. */
function pathIn(text: string): { path?: string } {
  const quoted = text.indexOf('path "/');
  const path = quoted < 0 ? undefined : readGoQuoted(text, quoted + 5)?.value;
  if (path) return { path };
  for (const root of ['/healthz', '/livez', '/readyz']) {
    const at = text.indexOf(root);
    if (at < 0) continue;
    let end = at;
    while (end < text.length && !' \t"\'?&'.includes(text.charAt(end))) end++;
    return { path: text.slice(at, end) };
  }
  return {};
}

/** `$ kubectl get --raw /readyz/etcd`: what stands below it is its answer. */
const isAfterCommand = (text: string | undefined): boolean =>
  text !== undefined &&
  (text.includes('kubectl') || text.includes('curl')) &&
  pathIn(text).path !== undefined;
