import { CODE, type Line, type Span, readGoQuoted } from '../../text/index.ts';

/** `Installing health checkers for (/healthz): "ping","log","etcd","etcd"`, printed with -v=5 and up. */
export interface HealthCheckers {
  /** `/healthz`, `/livez` or `/readyz`. */
  readonly path: string;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

/** A check that was added more than once under one path. */
export interface DuplicateCheck {
  readonly name: string;
  readonly count: number;
  /** The path that is therefore registered `count` times; each time but the first is reported as an error. */
  readonly path: string;
  readonly spans: readonly Span[];
}

/** How the line begins that lists the checks of a path. */
export const HEALTH_CHECKERS_HEAD = 'Installing health checkers for (';

/**
 * Reads the list line. `undefined` if the line is none or its list does not read as Go-quoted names.
 * Source: kubernetes/apiserver v0.17.3 `pkg/server/healthz/healthz.go:123`.
 */
export function readHealthCheckers(line: Line): HealthCheckers | undefined {
  const head = line.text.indexOf(HEALTH_CHECKERS_HEAD);
  if (head < 0) return undefined;
  const pathFrom = head + HEALTH_CHECKERS_HEAD.length;
  const close = line.text.indexOf('): ', pathFrom);
  if (close < 0) return undefined;
  const names: { name: string; span: Span }[] = [];
  let at = close + 3;
  for (;;) {
    const quoted = readGoQuoted(line.text, at);
    if (!quoted) break;
    names.push({ name: quoted.value, span: { from: line.from + at, to: line.from + quoted.to } });
    if (line.text.charCodeAt(quoted.to) !== CODE.comma) break;
    at = quoted.to + 1;
  }
  if (names.length === 0) return undefined;
  return { path: line.text.slice(pathFrom, close), names, span: { from: line.from, to: line.to } };
}

/** The checks that stand in the list more than once, in the order of their first appearance. */
export function duplicateChecks({ path, names }: HealthCheckers): DuplicateCheck[] {
  const byName = new Map<string, Span[]>();
  for (const { name, span } of names) {
    const spans = byName.get(name);
    if (spans) spans.push(span);
    else byName.set(name, [span]);
  }
  return [...byName]
    .filter(([, spans]) => spans.length > 1)
    .map(([name, spans]) => ({ name, count: spans.length, path: `${path}/${name}`, spans }));
}

/** A line of the path recorder: a path was registered although it had been before. */
export interface RegistrationError {
  readonly path: string;
  /** Since apiserver 0.24 both stacks are printed; before, only that of the first registration. */
  readonly form: 'registered' | 'duplicate';
  readonly span: Span;
}

const ERROR_HEADS = [
  { form: 'registered', head: 'registered ', tail: ' from ' },
  { form: 'duplicate', head: 'duplicate path registration of ', tail: ': original registration from ' },
] as const;

/**
 * Reads the recorder's line. Sources: kubernetes/apiserver `pkg/server/mux/pathrecorder.go`, v0.17.3:107 and v0.24.0.
 */
export function readRegistrationError(line: Line): RegistrationError | undefined {
  for (const { form, head, tail } of ERROR_HEADS) {
    const at = line.text.indexOf(`${head}"/`);
    const quoted = at < 0 ? undefined : readGoQuoted(line.text, at + head.length);
    if (quoted && line.text.startsWith(tail, quoted.to)) {
      return { form, path: quoted.value, span: { from: line.from, to: line.to } };
    }
  }
  return undefined;
}

/** What lists and errors say together about paths that were registered twice. */
export interface RegistrationVerdict {
  readonly kind:
    /** Every reported path ends in a name that its list has more than once. */
    | 'proven'
    /** A list repeats a name, but the paste has no error line. */
    | 'repeated'
    /** A path is reported whose list names each check once: two parts of the program own it. */
    | 'other-owner'
    /** Errors without the list of their path: it is only logged with -v=5 and up. */
    | 'no-list'
    /** Lists without a repeated name, and no errors. */
    | 'clean'
    | 'none';
  readonly duplicates: readonly DuplicateCheck[];
  readonly errors: readonly RegistrationError[];
  /** The reported paths that the lists do not explain. */
  readonly unexplained: readonly string[];
}

/** Applies the rule: a name that stands k times in a list gives k − 1 errors for its path. */
export function judgeRegistrations(
  lists: readonly HealthCheckers[],
  errors: readonly RegistrationError[],
): RegistrationVerdict {
  const duplicates = lists.flatMap(duplicateChecks);
  const explained = new Set(duplicates.map(({ path }) => path));
  const listed = lists.map(({ path }) => path);
  const unexplained = [...new Set(errors.map(({ path }) => path))].filter((path) => !explained.has(path));
  const contradicted = unexplained.filter((path) => listed.some((prefix) => path.startsWith(`${prefix}/`)));
  const kind = ((): RegistrationVerdict['kind'] => {
    if (contradicted.length > 0) return 'other-owner';
    if (errors.some(({ path }) => explained.has(path))) return 'proven';
    if (errors.length > 0) return 'no-list';
    if (duplicates.length > 0) return 'repeated';
    return lists.length > 0 ? 'clean' : 'none';
  })();
  return { kind, duplicates, errors, unexplained };
}

/** What a verdict about registrations means for what to do next. */
export const REGISTRATION_FINDINGS = [
  /** A list repeats a name, and each error is one of its paths. */
  'duplicate-proven',
  /** A list repeats a name; its errors are not in the paste. */
  'duplicate-expected',
  /** A path is registered twice, and its list names each check once. */
  'two-owners',
  /** Errors, and no list to explain them. */
  'no-list',
  /** Lists that name each check once, and no error. */
  'no-duplicate',
] as const;

export type RegistrationFinding = (typeof REGISTRATION_FINDINGS)[number];

const FINDING_OF: Readonly<Record<RegistrationVerdict['kind'], readonly RegistrationFinding[]>> = {
  proven: ['duplicate-proven'],
  repeated: ['duplicate-expected'],
  'other-owner': ['two-owners'],
  'no-list': ['no-list'],
  clean: ['no-duplicate'],
  none: [],
};

export const registrationFindings = ({ kind }: RegistrationVerdict): readonly RegistrationFinding[] =>
  FINDING_OF[kind];
