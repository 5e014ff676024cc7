import { CODE, isLetter, quotedEnd, readMappedJsonString } from '../../text/index.ts';
import { type Leaf, type Leaves, MAX_DEPTH } from './leaf.ts';

/** An open `{` or `[`: with the key or index of what is read in it. */
interface Open {
  readonly kind: 'object' | 'list';
  key: string | number;
}

/**
 * The scalars of JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)) as `kubectl -o json` prints it, whole or cut
 * at either end: a bracket that closes nothing ends what the cut has left out. Objects beside each other at the top
 * have numbers in their paths. Reading stops at the first word that cannot be JSON.
 */
export function readJsonLeaves(text: string, from: number): Leaves {
  const leaves: Leaf[] = [];
  const open: Open[] = [];
  let top = 0;
  let key: { readonly text: string } | undefined;
  let at = from;
  let last = from;
  /** Where the line ends that is read: kubectl breaks no string. */
  let lineEnd = from;

  const path = (): (string | number)[] => [top, ...open.slice(0, MAX_DEPTH).map((one) => one.key)];
  const enter = (kind: Open['kind']): void => {
    if (key && open.length === 0) open.push({ kind: 'object', key: key.text });
    key = undefined;
    open.push({ kind, key: kind === 'list' ? 0 : '' });
  };
  const leave = (): void => {
    key = undefined;
    open.pop();
    if (open.length === 0) top++;
  };
  const isRoot = (): boolean => open.length === 0;
  const leaf = (value: string, start: number, end: number): void => {
    leaves.push({ path: isRoot() && key ? [top, key.text] : path(), value, span: { from: start, to: end } });
    key = undefined;
  };

  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at >= text.length) break;
    const code = text.charCodeAt(at);
    const inside = open.at(-1);
    if (code === CODE.quote) {
      if (at >= lineEnd) lineEnd = endOfLine(text, at);
      const end = quotedEnd(text, at, lineEnd);
      if (end === undefined) return broken(leaves, at, lineEnd, 'the closing `"`', '');
      const colon = skipSpace(text, end);
      const value = (): string => readMappedJsonString(text, { from: at + 1, to: end - 1 }).text;
      if (text.charCodeAt(colon) === CODE.colon && inside?.kind !== 'list') {
        key = { text: value() };
        if (inside) inside.key = key.text;
        at = colon + 1;
      } else if (isRoot() && !key) {
        return { leaves, to: last };
      } else {
        leaf(value(), at + 1, end - 1);
        at = end;
      }
    } else if (code === CODE.openBrace || code === CODE.openBracket) {
      enter(code === CODE.openBrace ? 'object' : 'list');
      at++;
    } else if (code === CODE.closeBrace || code === CODE.closeBracket) {
      leave();
      at++;
    } else if (code === CODE.comma) {
      if (inside?.kind === 'list') inside.key = Number(inside.key) + 1;
      at++;
    } else {
      const end = wordEnd(text, at);
      const word = text.slice(at, end);
      if (!isScalar(word)) {
        if (isRoot() && !key) return { leaves, to: last };
        return broken(leaves, at, end, 'a value of JSON', word.slice(0, 40));
      }
      leaf(word, at, end);
      at = end;
    }
    last = at;
  }
  if (isRoot()) return { leaves, to: last };
  return broken(leaves, Math.max(from, text.length - 1), text.length, closing(open), '');
}

const closing = (open: readonly Open[]): string => (open.at(-1)?.kind === 'list' ? '`]`' : '`}`');

const broken = (
  leaves: readonly Leaf[],
  at: number,
  to: number,
  expected: string,
  found: string,
): Leaves => ({
  leaves,
  to,
  broken: { span: { from: at, to }, expected, found },
});

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `true`, `null`, `-1.5e3`. */
const isScalar = (word: string): boolean =>
  word === 'true' || word === 'false' || word === 'null' || (word !== '' && !Number.isNaN(Number(word)));

/** The end of a run that no bracket, comma, colon, quote or blank ends; at least one character. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !'{}[],:"'.includes(text.charAt(at))) at++;
  return Math.max(at, from + 1);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Whether a line can be where JSON begins: `{`, or, cut at its beginning, `"kind": …`. */
export function beginsJson(line: string): boolean {
  const text = line.trimStart();
  if (text.startsWith('{'))
    return text.length === 1 || text.trimEnd() === '{' || text.slice(1).trimStart().startsWith('"');
  const end = quotedEnd(text, 0);
  return end !== undefined && isLetter(text.charCodeAt(1)) && text.startsWith(': ', end);
}
