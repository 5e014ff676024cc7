import { CODE, isBlank, isDigit, runEnd } from '../../text/index.ts';
import { readKlogHeader } from '../klog/header.ts';
import { readIsoStamp, readMonthStamp } from './stamp.ts';

/** Longer than a klog header with any path that it prints. */
const HEADER_WINDOW = 400;

/** What programs print in front of a stack, and in front of a record, by its first character. */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  g: ['goroutine '],
  p: ['panic: '],
  f: ['fatal error: '],
  S: ['SIGQUIT: ', 'SIGABRT: ', 'SIGSEGV: ', 'SIGBUS: ', 'SIGTERM: '],
  T: ['Traceback (most recent call last)'],
  E: ['Exception in thread '],
  t: ['time="', 'ts='],
  l: ['level='],
  '{': ['{"'],
  '[': ['[pod/', '[INFO]', '[WARNING]', '[WARN]', '[ERROR]', '[FATAL]', '[DEBUG]'],
  '`': ['```'],
  '~': ['~~~'],
};

/**
 * Whether something that a program surely printed starts at `at`: a klog header, a date with a time, JSON or logfmt, the
 * start of a stack or a frame's file line. Wrappers ask it before they take off what could as well be prose.
 */
export function beginsRecord(text: string, at = 0): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return beginsDate(text, at);
  if (isBlank(code)) return beginsFrame(text, at);
  if (isKlogStart(text, at))
    return readKlogHeader(text, at, Math.min(text.length, at + HEADER_WINDOW)) !== undefined;
  if (STARTS[text.charAt(at)]?.some((start) => text.startsWith(start, at))) return true;
  if (code === CODE.less) return beginsPriority(text, at);
  if (code === CODE.openBracket) return readIsoStamp(text, at + 1) !== undefined;
  return readMonthStamp(text, at) !== undefined;
}

/** `E0826 `, the first word of a klog line. */
export function isKlogStart(text: string, at = 0): boolean {
  const code = text.charCodeAt(at);
  if (code !== 69 && code !== 70 && code !== 73 && code !== 87) return false;
  if (text.charCodeAt(at + 5) !== CODE.space) return false;
  return runEnd(text, at + 1, at + 5, isDigit) === at + 5;
}

/** `2026-11-21T08:18:33`, `2026-11-21 08:48:12`, `2026/11/21 08:48:12`. */
function beginsDate(text: string, at: number): boolean {
  if (readIsoStamp(text, at)) return true;
  const separator = text.charCodeAt(at + 4);
  if (separator !== CODE.minus && separator !== CODE.slash) return false;
  if (text.charCodeAt(at + 7) !== separator || text.charCodeAt(at + 10) !== CODE.space) return false;
  return text.charCodeAt(at + 13) === CODE.colon && text.charCodeAt(at + 16) === CODE.colon;
}

/** A tab or blanks, and `/usr/local/go/src/runtime/panic.go:884`, `at com.example.`, `File "`. */
function beginsFrame(text: string, at: number): boolean {
  const from = runEnd(text, at, Math.min(text.length, at + 12), isBlank);
  if (['at ', 'File "', '_testmain.go:'].some((start) => text.startsWith(start, from))) return true;
  if (text.charCodeAt(from) !== CODE.slash) return false;
  return ['.go:', '.s:'].some((ending) => {
    const place = text.indexOf(ending, from);
    return place > 0 && isDigit(text.charCodeAt(place + ending.length));
  });
}

/** `<13>`. */
function beginsPriority(text: string, at: number): boolean {
  const end = runEnd(text, at + 1, at + 4, isDigit);
  return end > at + 1 && text.charCodeAt(end) === CODE.greater;
}
