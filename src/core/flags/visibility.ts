import type { Component, Release } from '../kube/index.ts';
import { type KlogRoutes, type KlogSeverity, routeKlog } from '../log/index.ts';
import { parseBool, valueOf } from './finding.ts';
import { type LogLibrary, logLibrary } from './klog-of.ts';
import type { FlagToken } from './tokens.ts';

/** A stream or a file, and the severities whose lines go there. */
export interface LogOutput {
  readonly kind: 'stderr' | 'stdout' | 'file';
  /** `kubelet.INFO`, or the path of `--log-file`; empty for a stream. */
  readonly name: string;
  readonly takes: readonly KlogSeverity[];
}

export const VISIBILITY_VERDICTS = [
  /** Every line reaches stderr. */
  'all-on-stderr',
  /** Every line reaches a stream, but not (only) stderr. */
  'all-on-streams',
  /** Some severities are in files only. */
  'hidden',
  /** The program does not start with these flags. */
  'refused',
] as const;

export type VisibilityVerdict = (typeof VISIBILITY_VERDICTS)[number];

/** Where the lines of a component go, by its logging flags. */
export interface Visibility {
  readonly verdict: VisibilityVerdict;
  readonly library: LogLibrary;
  readonly outputs: readonly LogOutput[];
  /** Severities that reach neither stderr nor stdout. */
  readonly hidden: readonly KlogSeverity[];
  /** Where the files are; absent if there are none. */
  readonly directory?: string;
  /** `V(n)` lines print up to this n; they are always of severity info. */
  readonly verbosity: number;
  readonly header: KlogRoutes['header'];
  /** Flags that were given and change nothing beside the others. */
  readonly ignored: readonly string[];
  /** Flags for which the program does not start. */
  readonly refused: readonly string[];
  readonly json: boolean;
}

/** Without a release: the one whose flags were run, which has all of klog's. */
const DEFAULT: Release = { minor: 20 };

/** From this release on, of klog's flags only `-v` and `--vmodule` are left (PR 112120). */
const WITHOUT_KLOG_FLAGS = 26;

const LEFT: ReadonlySet<string> = new Set(['v', 'vmodule']);

const KLOG_FLAGS: ReadonlySet<string> = new Set([
  'logtostderr',
  'alsologtostderr',
  'stderrthreshold',
  'log-dir',
  'log-file',
  'log-file-max-size',
  'one-output',
  'skip-headers',
  'skip-log-headers',
  'add-dir-header',
  'log-backtrace-at',
  'v',
  'vmodule',
]);

/** What klog added to glog's flags (glog.go, the flags of `init`). */
const NOT_IN_GLOG: ReadonlySet<string> = new Set([
  'log-file',
  'log-file-max-size',
  'one-output',
  'skip-headers',
  'skip-log-headers',
  'add-dir-header',
]);

/** JSON output stands beside klog's routing: to stdout up to 1.22, to stderr since (component-base logs/json). */
const JSON_ON_STDERR = 23;

const ALL: readonly KlogSeverity[] = ['info', 'warning', 'error', 'fatal'];

/**
 * Which severities of a component reach which output. The rules are klog's (`routeKlog`); the release decides which klog
 * that is, which of its flags are left, and where JSON goes. glog, up to 1.12, routes by the same rules with fewer flags.
 */
export function logVisibility(
  component: Component,
  release: Release = DEFAULT,
  tokens: readonly FlagToken[] = [],
): Visibility {
  const library = logLibrary(release);
  const flags = tokens.filter(({ kind, name }) => kind === 'flag' && KLOG_FLAGS.has(name));
  const routing = routeKlog(
    library.version,
    flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
  );
  const unknown = flags.map(({ name }) => name).filter((name) => isUnknown(name, release, library));
  const refused = routing.kind === 'refused' ? [routing.flag.replaceAll('_', '-'), ...unknown] : unknown;
  const base = { library, json: false, ignored: [], refused: [...new Set(refused)] };
  if (routing.kind === 'refused' || refused.length > 0) {
    return { ...base, verdict: 'refused', outputs: [], hidden: [], verbosity: 0, header: 'file' };
  }
  const { verbosity, header } = routing;
  const json = valueOf({ tokens }, 'logging-format') === 'json';
  const split = isSplit(json, release, tokens);
  if (json || split) {
    const outputs = split ? SPLIT : [stream(release.minor >= JSON_ON_STDERR ? 'stderr' : 'stdout', ALL)];
    const verdict =
      outputs.length === 1 && outputs[0]?.kind === 'stderr' ? 'all-on-stderr' : 'all-on-streams';
    const ignored = flags.map(({ name }) => name).filter((name) => !LEFT.has(name));
    return { ...base, verdict, outputs, hidden: [], verbosity, header, ignored, json };
  }
  const hidden = ALL.filter((severity) => !routing.stderr.includes(severity));
  return {
    ...base,
    verdict: hidden.length > 0 ? 'hidden' : 'all-on-stderr',
    outputs: [stream('stderr', routing.stderr), ...files(component, routing)],
    hidden,
    ...(routing.files.length > 0 && !valueOf({ tokens }, 'log-file')
      ? { directory: routing.directory ?? '/tmp' }
      : {}),
    verbosity,
    header,
    ignored: routing.ignored.map((name) => name.replaceAll('_', '-')),
  };
}

const stream = (kind: 'stderr' | 'stdout', takes: readonly KlogSeverity[]): LogOutput => ({
  kind,
  name: '',
  takes,
});

const SPLIT: readonly LogOutput[] = [
  stream('stdout', ['info', 'warning']),
  stream('stderr', ['error', 'fatal']),
];

function isUnknown(name: string, { minor }: Release, library: LogLibrary): boolean {
  if (minor >= WITHOUT_KLOG_FLAGS) return !LEFT.has(name);
  return library.name === 'glog' && NOT_IN_GLOG.has(name);
}

/** `--log-json-split-stream` since 1.23, `--log-text-split-stream` since 1.30: errors to stderr, the rest to stdout. */
function isSplit(json: boolean, { minor }: Release, tokens: readonly FlagToken[]): boolean {
  const name = json ? 'log-json-split-stream' : 'log-text-split-stream';
  return minor >= (json ? 23 : 30) && parseBool(valueOf({ tokens }, name) ?? 'false') === true;
}

/** klog keeps a link `<program>.INFO` to the newest file of each severity. */
const files = (component: Component, routing: KlogRoutes): LogOutput[] =>
  routing.files.map(({ name, takes }) => ({
    kind: 'file',
    name: isSeverityName(name) ? `${component}.${name}` : name,
    takes,
  }));

const isSeverityName = (name: string): boolean => ALL.some((severity) => severity.toUpperCase() === name);
