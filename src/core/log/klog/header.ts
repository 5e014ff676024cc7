import { CODE, isBlank, isDigit, readNumber, runEnd } from '../../text/index.ts';
import type { ClockTime, LogHeader, Severity, SourceLine } from '../header.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = { I: 'info', W: 'warning', E: 'error', F: 'fatal' };

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
 *
 * Sources: k8s.io/klog/v2 `klog.go`, `formatHeader` (v2.4.0:599), the same bytes in glog and klog v1; google/glog
 * `logging.cc` (v0.6), which prints the year as well: `I20200308 23:47:32.089828 400441 config.cc:27] …`.
 */
export function readKlogHeader(line: string): KlogHeader | undefined {
  const severity = SEVERITIES[line.charAt(0)];
  if (severity === undefined || line.length < 25) return undefined;
  const clock = readClock(line);
  if (clock === undefined) return undefined;

  let at = clock.to;
  while (isBlank(line.charCodeAt(at))) at++;
  const pid = at > clock.to ? readProcess(line, at) : undefined;
  if (pid === undefined || !isBlank(line.charCodeAt(pid.to))) return undefined;

  const source = readSource(line, pid.to + 1);
  if (source === undefined) return undefined;
  const bracket = source.span.to;
  const messageFrom = line.charCodeAt(bracket + 1) === CODE.space ? bracket + 2 : bracket + 1;
  return {
    format: 'klog',
    severity,
    time: clock.time,
    process: pid.value,
    source,
    message: { span: { from: messageFrom, to: line.length }, encoding: 'plain' },
    fields: [],
  };
}

/** A number of any length: thread ids of C++ are addresses at times. */
function readProcess(line: string, from: number): { value: number; to: number } | undefined {
  const short = readNumber(line, from);
  if (!short || !isDigit(line.charCodeAt(short.to))) return short;
  const to = runEnd(line, short.to, from + 20, isDigit);
  return { value: Number(line.slice(from, to)), to };
}

/** `Lmmdd hh:mm:ss.uuuuuu`, or with the date cut to one blank or several; `Lyyyymmdd` of glog 0.5 and later. */
function readClock(line: string): { time: ClockTime; to: number } | undefined {
  const dated = isDigit(line.charCodeAt(5));
  const year = dated ? readNumber(line, 1, 5)?.value : undefined;
  const from = dated ? 5 : 1;
  const month = twoDigits(line, from);
  const day = twoDigits(line, from + 2);
  const dateEnd = from + 4;
  let at = dateEnd;
  while (isBlank(line.charCodeAt(at))) at++;
  const hour = twoDigits(line, at);
  const minute = twoDigits(line, at + 3);
  const second = twoDigits(line, at + 6);
  const micros = readNumber(line, at + 9, at + 15);
  const shape =
    at > dateEnd &&
    line.charCodeAt(at + 2) === CODE.colon &&
    line.charCodeAt(at + 5) === CODE.colon &&
    line.charCodeAt(at + 8) === CODE.dot &&
    micros?.to === at + 15;
  if (!shape || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23) return undefined;
  if (minute < 0 || minute > 59 || second < 0 || second > 60) return undefined;
  const time = { month, day, hour, minute, second, micros: micros.value };
  return { time: year === undefined ? time : { year, ...time }, to: at + 15 };
}

/** `file.go:123]`, `dir/file.go:123]` (`--add_dir_header`) or `???:1]` (caller unknown). */
function readSource(line: string, from: number): SourceLine | undefined {
  let start = from;
  while (isBlank(line.charCodeAt(start))) start++;
  const limit = Math.min(line.length, start + MAX_FILE_NAME);
  for (let at = start; at < limit; at++) {
    const code = line.charCodeAt(at);
    if (isBlank(code)) return undefined;
    if (code !== CODE.colon || at === start) continue;
    const number = readNumber(line, at + 1);
    if (number === undefined || line.charCodeAt(number.to) !== CODE.closeBracket) continue;
    return { file: line.slice(start, at), line: number.value, span: { from: start, to: number.to } };
  }
  return undefined;
}

const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + (ones - 48) : -1;
};
