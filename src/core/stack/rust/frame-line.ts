import { CODE, isBlank, isDigit, isHex, readNumber, runEnd } from '../../text/index.ts';

/** The first line of a frame. */
export interface RustCallLine {
  readonly name: string;
  readonly numbered: boolean;
  readonly address?: string;
}

/**
 * Reads `   5: crash::call`, with `RUST_BACKTRACE=full` `  14:     0x5597617ad8ed - crash::call::h0123456789abcdef`. What
 * was inlined into the frame above has no number in the output of older releases and of crates. Source: Rust 1.95
 * `library/std/src/sys/backtrace.rs`, backtrace-rs `src/print.rs`.
 */
export function readRustCall(text: string): RustCallLine | undefined {
  const blanks = runEnd(text, 0, text.length, isBlank);
  let from = blanks;
  if (isDigit(text.charCodeAt(blanks))) {
    const number = readNumber(text, blanks);
    if (!number || text.charCodeAt(number.to) !== CODE.colon || !isBlank(text.charCodeAt(number.to + 1))) {
      return undefined;
    }
    from = runEnd(text, number.to + 1, text.length, isBlank);
  } else if (blanks < 6 || text.startsWith('at ', blanks)) return undefined;
  const rest = text.slice(from).trimEnd();
  if (rest === '') return undefined;
  const address = readAddress(rest);
  const numbered = from > blanks;
  if (!address) return numbered || rest.includes('::') ? { name: rest, numbered } : undefined;
  return { name: rest.slice(address.length + ' - '.length), numbered, address };
}

/** `0x5597617ad8ed - ` */
function readAddress(text: string): string | undefined {
  if (!text.startsWith('0x')) return undefined;
  const to = runEnd(text, 2, text.length, isHex);
  return to > 2 && text.startsWith(' - ', to) ? text.slice(0, to) : undefined;
}

export interface RustPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Reads `             at ./src/main.rs:16:50`, the second line of a frame. */
export function readRustPlace(text: string): RustPlace | undefined {
  const from = runEnd(text, 0, text.length, isBlank);
  return from >= 6 && text.startsWith('at ', from) ? splitPlace(text.slice(from + 3).trimEnd()) : undefined;
}

/** `src/main.rs:16:50`; older releases leave the column out. */
export function splitPlace(text: string): RustPlace {
  const last = lastNumber(text, text.length);
  const before = last && lastNumber(text, last.from);
  if (last && before) return { file: text.slice(0, before.from), line: before.value, column: last.value };
  return last ? { file: text.slice(0, last.from), line: last.value } : { file: text };
}

/** The number behind the last colon in front of `to`. */
function lastNumber(text: string, to: number): { value: number; from: number } | undefined {
  let at = to;
  while (at > 0 && to - at < 10 && isDigit(text.charCodeAt(at - 1))) at--;
  if (at === to || at < 2 || text.charCodeAt(at - 1) !== CODE.colon) return undefined;
  return { value: Number(text.slice(at, to)), from: at - 1 };
}
