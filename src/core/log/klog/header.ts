import { CODE, isBlank, isDigit, readNumber, runEnd } from '../../text/index.ts';
import type { ClockTime, LogHeader, Severity, SourceLine } from '../header.ts';

/** A header of klog has all of these. */
export type KlogHeader = LogHeader & Required<Pick<LogHeader, 'severity' | 'time' | 'process' | 'source'>>;

/** Longer than any path element that klog prints; it bounds the look for `:line]` on a hostile line. */
const MAX_FILE_NAME = 300;

/**
 * Reads the header of a klog or glog text line:
 *
 *     > E0826 04:25:37.762890       1 controller.go:114] loading OpenAPI spec …
 *       ^^^^^ ^^^^^^^^^^^^^^^ ^^^^^^^ ^^^^^^^^^^^^^^^^^  ^
 *       Lmmdd hh:mm:ss.uuuuuu     pid file:line          message
 *
 * The width of the pid column is not demanded: web pages collapse its blanks, and the thread id of glog for C++ may have
 * more digits. The `] ` may have lost its blank at the end of a line. `undefined` if the line has no such header.
 * The line may be a part of a longer text; spans count from its start.
 *
 * Sources: k8s.io/klog/v2 `klog.go`, `formatHeader` (v2.4.0:599), the same bytes in glog and klog v1; google/glog
 * `logging.cc` (v0.6), which prints the year as well: `I20200308 23:47:32.089828 400441 config.cc:27] …`.
 */
export function readKlogHeader(text: string, from = 0, to = text.length): KlogHeader | undefined {
  const severity = severityOf(text.charCodeAt(from));
  if (severity === undefined || to - from < 25) return undefined;
  const clock = readClock(text, from);
  if (clock === undefined) return undefined;

  let at = clock.to;
  while (isBlank(text.charCodeAt(at))) at++;
  const pid = at > clock.to ? readProcess(text, at) : undefined;
  if (pid === undefined || !isBlank(text.charCodeAt(pid.to))) return undefined;

  const source = readSource(text, from, pid.to + 1, to);
  if (source === undefined) return undefined;
  const bracket = from + source.span.to;
  const hasBlank = bracket + 1 < to && text.charCodeAt(bracket + 1) === CODE.space;
  return {
    format: 'klog',
    severity,
    time: clock.time,
    process: pid.value,
    source,
    message: { span: { from: bracket + (hasBlank ? 2 : 1) - from, to: to - from }, encoding: 'plain' },
    fields: NO_FIELDS,
  };
}

const INFO = 73;

const NO_FIELDS: KlogHeader['fields'] = [];

function severityOf(code: number | undefined): Severity | undefined {
  switch (code) {
    case INFO:
      return 'info';
    case 87:
      return 'warning';
    case 69:
      return 'error';
    case 70:
      return 'fatal';
    default:
      return undefined;
  }
}

/** A number of any length: thread ids of C++ are addresses at times. */
function readProcess(text: string, from: number): { value: number; to: number } | undefined {
  const short = readNumber(text, from);
  if (!short || !isDigit(text.charCodeAt(short.to))) return short;
  const to = runEnd(text, short.to, from + 20, isDigit);
  return { value: Number(text.slice(from, to)), to };
}

/** `Lmmdd hh:mm:ss.uuuuuu`, or with the date cut to one blank or several; `Lyyyymmdd` of glog 0.5 and later. */
function readClock(text: string, start: number): { time: ClockTime; to: number } | undefined {
  const dated = isDigit(text.charCodeAt(start + 5));
  const year = dated ? readNumber(text, start + 1, start + 5)?.value : undefined;
  const from = start + (dated ? 5 : 1);
  const month = twoDigits(text, from);
  const day = twoDigits(text, from + 2);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const dateEnd = from + 4;
  let at = dateEnd;
  while (isBlank(text.charCodeAt(at))) at++;
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  const second = twoDigits(text, at + 6);
  const shape =
    at > dateEnd &&
    text.charCodeAt(at + 2) === CODE.colon &&
    text.charCodeAt(at + 5) === CODE.colon &&
    text.charCodeAt(at + 8) === CODE.dot;
  if (!shape || hour < 0 || hour > 23) return undefined;
  if (minute < 0 || minute > 59 || second < 0 || second > 60) return undefined;
  const micros = readNumber(text, at + 9, at + 15);
  if (micros?.to !== at + 15) return undefined;
  const time = { month, day, hour, minute, second, micros: micros.value };
  return { time: year === undefined ? time : { year, ...time }, to: at + 15 };
}

/** `file.go:123]`, `dir/file.go:123]` (`--add_dir_header`) or `???:1]` (caller unknown). */
function readSource(text: string, lineFrom: number, from: number, to: number): SourceLine | undefined {
  let start = from;
  while (isBlank(text.charCodeAt(start))) start++;
  const limit = Math.min(to, start + MAX_FILE_NAME);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) return undefined;
    if (code !== CODE.colon || at === start) continue;
    const number = readNumber(text, at + 1, to);
    if (number === undefined || number.to >= to || text.charCodeAt(number.to) !== CODE.closeBracket) continue;
    const span = { from: start - lineFrom, to: number.to - lineFrom };
    return { file: text.slice(start, at), line: number.value, span };
  }
  return undefined;
}

const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + (ones - 48) : -1;
};
