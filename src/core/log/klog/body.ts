import { CODE, type Span, isBlank, readGoQuoted } from '../../text/index.ts';

/** How a value of a structured line was printed. */
export type ValueForm = 'quoted' | 'bare' | 'block';

export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly form: ValueForm;
  /** Key, sign and value. */
  readonly span: Span;
}

/** The message of a klog record: printf text, or a quoted message with key/value pairs. */
export interface KlogBody {
  /** Decoded for a structured line, as printed otherwise. */
  readonly message: string;
  readonly structured: boolean;
  readonly fields: readonly KeyValue[];
  /** What behind a structured message does not read as pairs: keys with blanks, a cut line. */
  readonly rest?: Span;
}

/**
 * Reads what stands behind a klog header, continuation lines included, joined by `\n`:
 *
 *     > "Failed to update pod status" err="timeout" count=3
 *       ^ quoted with %q             ^ key=value, %q or %+v
 *     > "multi value" k=<
 *     > <TAB>line1
 *     >  > after=1
 *
 * Sources: k8s.io/klog/v2 `klog.go` `printS`, `internal/serialize/keyvalues.go` (block values since v2.40.0).
 * Spans are offsets into `text`.
 */
export function readKlogBody(text: string): KlogBody {
  const quoted = readGoQuoted(text, 0);
  const next = quoted ? text.charCodeAt(quoted.to) : 0;
  if (quoted === undefined || (quoted.to < text.length && !isBlank(next) && next !== 10)) {
    return { message: text, structured: false, fields: [] };
  }
  const fields: KeyValue[] = [];
  let at = quoted.to;
  while (at < text.length) {
    while (isBlank(text.charCodeAt(at))) at++;
    if (at >= text.length) break;
    const field = readField(text, at);
    if (field === undefined) {
      return { message: quoted.value, structured: true, fields, rest: { from: at, to: text.length } };
    }
    fields.push(field);
    at = field.span.to;
  }
  return { message: quoted.value, structured: true, fields };
}

function readField(text: string, from: number): KeyValue | undefined {
  const sign = keyEnd(text, from);
  if (sign === undefined) return undefined;
  const key = text.slice(from, sign);

  const quoted = readGoQuoted(text, sign + 1);
  if (quoted) return { key, value: quoted.value, form: 'quoted', span: { from, to: quoted.to } };
  if (text.startsWith('<\n', sign + 1)) return readBlock(text, from, key, sign + 3);
  const to = bareEnd(text, sign + 1);
  return { key, value: text.slice(sign + 1, to), form: 'bare', span: { from, to } };
}

/** Where the `=` behind a key stands. Keys are printed raw, so one with a blank or a quote cannot be told apart. */
function keyEnd(text: string, from: number): number | undefined {
  // `%!s(int=42)="v"`: a key that was not a string is printed by fmt, with a sign of its own inside.
  if (text.startsWith('%!', from)) {
    const close = text.indexOf(')=', from);
    return close < 0 ? undefined : close + 1;
  }
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.equals) return at === from ? undefined : at;
    if (isBlank(code) || code === CODE.quote || code === 10) return undefined;
  }
  return undefined;
}

/** Value lines with one TAB each, closed by a line that starts with ` >`. */
function readBlock(text: string, from: number, key: string, start: number): KeyValue | undefined {
  const lines: string[] = [];
  let at = start;
  while (at < text.length) {
    if (text.startsWith(' >', at)) {
      return { key, value: lines.join('\n'), form: 'block', span: { from, to: at + 2 } };
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    lines.push(text.slice(text.charCodeAt(at) === CODE.tab ? at + 1 : at, end));
    at = end + 1;
  }
  return undefined;
}

const OPENERS = '{[(';
const CLOSERS = '}])';

/** A bare value ends at a blank outside brackets: `{A:1 B:x}`, `map[a:1]` and `[a b]` hold blanks of their own. */
function bareEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return at;
    if (isBlank(code) && depth === 0) return at;
    const character = text.charAt(at);
    if (OPENERS.includes(character)) depth++;
    else if (CLOSERS.includes(character) && depth > 0) depth--;
  }
  return text.length;
}
