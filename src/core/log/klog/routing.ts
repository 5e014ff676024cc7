import { compareKlogVersions, readKlogFlags } from './flags.ts';

/** The four severities that klog has, from the lowest to the highest. */
export type KlogSeverity = 'info' | 'warning' | 'error' | 'fatal';

/** A file that klog writes, and whose lines go there. It is made when the first of them is printed. */
export interface KlogFile {
  /** The path of `--log_file`, or `INFO` … `FATAL` of `<program>.<host>.<user>.log.<name>.<time>.<pid>`. */
  readonly name: string;
  readonly takes: readonly KlogSeverity[];
}

/** The flags are not taken: the program ends before it prints a line. */
export interface KlogRefusal {
  readonly kind: 'refused';
  readonly reason: 'unknown-flag' | 'bad-value';
  readonly flag: string;
  /** Of Go's `flag` package; programs that read their flags with pflag end with 1. */
  readonly status: 2;
}

export interface KlogRoutes {
  readonly kind: 'routes';
  readonly stderr: readonly KlogSeverity[];
  readonly files: readonly KlogFile[];
  /** `--log_dir`; files go to the system's directory for temporary files without it, or if it cannot be written. */
  readonly directory?: string;
  /** What stands in front of a message: `main.go:23]`, `cmd/main.go:23]`, or nothing. */
  readonly header: 'file' | 'directory' | 'none';
  /** `V(n)` prints if n is not above it, with severity info: `-v` changes nothing about warnings and errors. */
  readonly verbosity: number;
  /** Flags that were given and change nothing beside the others. */
  readonly ignored: readonly string[];
  /** `Info("")` without headers: its line end is looked for in an empty buffer. `Infof("")` panics in any version. */
  readonly emptyMessage: 'printed' | 'panics';
  /** `Fatal`: which goroutines it dumps behind its line. */
  readonly fatal: {
    readonly status: 255;
    readonly stderr: 'none' | 'current' | 'all';
    readonly files: 'none' | 'all';
  };
  /** `Exit`: a line of severity fatal, no dump. */
  readonly exit: { readonly status: 1 };
}

export type KlogRouting = KlogRefusal | KlogRoutes;

export const KLOG_SEVERITIES: readonly KlogSeverity[] = ['info', 'warning', 'error', 'fatal'];

const FILE_NAMES: Readonly<Record<KlogSeverity, string>> = {
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
  fatal: 'FATAL',
};

/**
 * Where a program that logs with klog prints its lines: from the version of klog (`v2.4.0`) and the words of its command
 * line to the severities that reach stderr and each file. Flags that are not klog's are passed over.
 *
 * Source: [klog.go](https://github.com/kubernetes/klog/blob/v2.4.0/klog.go) of v1.0.0 (`output`, line 766; flags, 415),
 * v2.4.0 (907; 421) and v2.140.0 (885; 426). Programs linked with v1.0.0, v2.0.0, v2.30.0, v2.60.1 and v2.70.1 were run.
 */
export function routeKlog(version: string, words: readonly string[]): KlogRouting {
  const read = readKlogFlags(version, words);
  if (read.kind === 'refused') return { ...read, status: 2 };
  const { flags } = read;
  const toStderr = flags.logtostderr;
  const reachesStderr = (severity: number): boolean => {
    if (toStderr) return flags.legacyThreshold || severity >= flags.stderrthreshold;
    return flags.alsologtostderr ? severity >= flags.alsoThreshold : severity >= flags.stderrthreshold;
  };
  const files = toStderr ? [] : filesOf(flags.logFile, flags.oneOutput);
  return {
    kind: 'routes',
    stderr: KLOG_SEVERITIES.filter((_, severity) => reachesStderr(severity)),
    files,
    ...(files.length > 0 && flags.logFile === '' && flags.logDir !== '' ? { directory: flags.logDir } : {}),
    header: flags.skipHeaders ? 'none' : flags.addDirHeader ? 'directory' : 'file',
    verbosity: flags.verbosity,
    ignored: read.given.filter((name) => hasNoEffect(name, flags)),
    emptyMessage: flags.skipHeaders && isBefore(version, 'v2.50.0') ? 'panics' : 'printed',
    fatal: {
      status: 255,
      stderr: fatalDump(version, flags),
      files: toStderr ? 'none' : 'all',
    },
    exit: { status: 1 },
  };
}

type Flags = Extract<ReturnType<typeof readKlogFlags>, { kind: 'flags' }>['flags'];

/** One file for all, or one for each severity, which by default takes the lines of the higher ones as well. */
function filesOf(logFile: string, oneOutput: boolean): KlogFile[] {
  if (logFile !== '') return [{ name: logFile, takes: KLOG_SEVERITIES }];
  return KLOG_SEVERITIES.map((own, index) => ({
    name: FILE_NAMES[own],
    takes: oneOutput ? [own] : KLOG_SEVERITIES.slice(index),
  }));
}

/** From v2.0.0 to v2.60.1 all goroutines wherever the F line went; before and after, the current one if there are files. */
function fatalDump(version: string, flags: Flags): 'none' | 'current' | 'all' {
  if (isBefore(version, 'v2.0.0') || !isBefore(version, 'v2.70.0'))
    return flags.logtostderr ? 'none' : 'current';
  const fatal = KLOG_SEVERITIES.indexOf('fatal');
  return flags.logtostderr || flags.alsologtostderr || fatal >= flags.stderrthreshold ? 'all' : 'none';
}

const FOR_FILES = ['alsologtostderr', 'alsologtostderrthreshold', 'log_dir', 'log_file', 'log_file_max_size'];
const FOR_FILES_TOO = ['one_output', 'skip_log_headers'];

function hasNoEffect(name: string, flags: Flags): boolean {
  if (name === 'add_dir_header') return flags.skipHeaders;
  if (name === 'legacy_stderr_threshold_behavior') return !flags.logtostderr;
  if (flags.logtostderr) {
    return FOR_FILES.includes(name) || FOR_FILES_TOO.includes(name) || isIdleThreshold(name, flags);
  }
  if (flags.logFile !== '' && (name === 'log_dir' || name === 'one_output')) return true;
  if (name === 'stderrthreshold') return flags.alsologtostderr;
  return name === 'alsologtostderrthreshold' && !flags.alsologtostderr;
}

const isIdleThreshold = (name: string, flags: Flags): boolean =>
  name === 'stderrthreshold' && flags.legacyThreshold;

const isBefore = (version: string, other: string): boolean => compareKlogVersions(version, other) < 0;
