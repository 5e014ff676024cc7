import { isDigit, readNumber } from '../../text/index.ts';

/** The settings of klog that decide where its lines go. Thresholds are numbers: 0 for info up to 3 for fatal. */
export interface KlogFlags {
  readonly logtostderr: boolean;
  readonly alsologtostderr: boolean;
  readonly stderrthreshold: number;
  readonly alsoThreshold: number;
  /** True: `--stderrthreshold` is not asked while `--logtostderr` is true. */
  readonly legacyThreshold: boolean;
  readonly logDir: string;
  readonly logFile: string;
  readonly oneOutput: boolean;
  readonly skipHeaders: boolean;
  readonly addDirHeader: boolean;
  readonly verbosity: number;
}

export type KlogFlagsRead =
  | { readonly kind: 'flags'; readonly flags: KlogFlags; readonly given: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: 'unknown-flag' | 'bad-value'; readonly flag: string };

const DEFAULTS: KlogFlags = {
  logtostderr: true,
  alsologtostderr: false,
  stderrthreshold: 2,
  alsoThreshold: 0,
  legacyThreshold: true,
  logDir: '',
  logFile: '',
  oneOutput: false,
  skipHeaders: false,
  addDirHeader: false,
  verbosity: 0,
};

type Kind = 'switch' | 'severity' | 'number' | 'text';

interface Flag {
  readonly kind: Kind;
  readonly sets?: keyof KlogFlags;
  /** The first version of klog that has it, if not v1.0.0. */
  readonly since?: string;
}

const FLAGS: Readonly<Record<string, Flag>> = {
  logtostderr: { kind: 'switch', sets: 'logtostderr' },
  alsologtostderr: { kind: 'switch', sets: 'alsologtostderr' },
  stderrthreshold: { kind: 'severity', sets: 'stderrthreshold' },
  alsologtostderrthreshold: { kind: 'severity', sets: 'alsoThreshold', since: 'v2.140.0' },
  legacy_stderr_threshold_behavior: { kind: 'switch', sets: 'legacyThreshold', since: 'v2.140.0' },
  log_dir: { kind: 'text', sets: 'logDir' },
  log_file: { kind: 'text', sets: 'logFile' },
  log_file_max_size: { kind: 'number' },
  one_output: { kind: 'switch', sets: 'oneOutput', since: 'v2.4.0' },
  skip_headers: { kind: 'switch', sets: 'skipHeaders' },
  skip_log_headers: { kind: 'switch' },
  add_dir_header: { kind: 'switch', sets: 'addDirHeader' },
  v: { kind: 'number', sets: 'verbosity' },
  vmodule: { kind: 'text' },
  log_backtrace_at: { kind: 'text' },
};

/**
 * Reads klog's flags out of the words of a command line: `-x`, `--x`, `--x=value`, and `--x value` for all but switches.
 * Dashes in a name are read as underscores, since components that normalize names take both. The last one wins. Other
 * words are passed over up to `--`, as pflag does it; Go's own `flag` would stop at the first.
 */
export function readKlogFlags(version: string, words: readonly string[]): KlogFlagsRead {
  const set: { -readonly [name in keyof KlogFlags]: KlogFlags[name] } = { ...DEFAULTS };
  const given: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') break;
    const { name, value: own } = splitFlag(word);
    const flag = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
    if (flag === undefined) continue;
    if (flag.since && compareKlogVersions(version, flag.since) < 0) {
      return { kind: 'refused', reason: 'unknown-flag', flag: name };
    }
    const text = own ?? (flag.kind === 'switch' ? 'true' : (words[++index] ?? ''));
    const value = readValue(flag.kind, text);
    if (value === undefined) return { kind: 'refused', reason: 'bad-value', flag: name };
    const sets = settingOf(version, name, flag);
    if (sets) Object.assign(set, { [sets]: value });
    given.push(name);
  }
  return { kind: 'flags', flags: set, given: [...new Set(given)] };
}

/** Up to v1.0.0 `add_dir_header` is bound to the variable of `skip_headers` (v1.0.0, klog.go:428). */
const settingOf = (version: string, name: string, flag: Flag): keyof KlogFlags | undefined =>
  name === 'add_dir_header' && compareKlogVersions(version, 'v2.0.0') < 0 ? 'skipHeaders' : flag.sets;

function splitFlag(word: string): { name: string; value?: string } {
  const from = word.startsWith('--') ? 2 : word.startsWith('-') ? 1 : word.length;
  const sign = word.indexOf('=', from);
  const name = word.slice(from, sign < 0 ? undefined : sign).replaceAll('-', '_');
  return sign < 0 ? { name } : { name, value: word.slice(sign + 1) };
}

/** The words of Go's [strconv.ParseBool](https://pkg.go.dev/strconv#ParseBool). */
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False'];
const SEVERITY_NAMES = ['INFO', 'WARNING', 'ERROR', 'FATAL'];

function readValue(kind: Kind, text: string): boolean | number | string | undefined {
  if (kind === 'text') return text;
  if (kind === 'switch') return TRUE.includes(text) ? true : FALSE.includes(text) ? false : undefined;
  const named = kind === 'severity' ? SEVERITY_NAMES.indexOf(text.toUpperCase()) : -1;
  return named >= 0 ? named : readWhole(text);
}

function readWhole(text: string): number | undefined {
  const from = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  const number = readNumber(text, from);
  if (number === undefined || number.to !== text.length) return undefined;
  return text.startsWith('-') ? -number.value : number.value;
}

/** Orders versions such as `v2.4.0`; what is no number counts as 0. */
export function compareKlogVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numbersOf = (version: string): number[] =>
  version
    .slice(isDigit(version.charCodeAt(0)) ? 0 : 1)
    .split('.')
    .map((part) => readNumber(part, 0)?.value ?? 0);
