import {
  CODE,
  type Line,
  isBlank,
  isDigit,
  isLetter,
  quotedEnd,
  readMappedJsonString,
} from '../../text/index.ts';
import { type Leaf, type Leaves, MAX_DEPTH } from './leaf.ts';

/** A key or a list that is open, and the column at which it began. */
interface Open {
  readonly column: number;
  readonly kind: 'key' | 'list';
  key: string | number;
}

/** A line taken apart: `  - name: x` has a dash at 2 and the key `name` at 4, whose value begins at 10. */
interface Shape {
  readonly dashes: readonly number[];
  /** The column of the key, or of the scalar of a list's item. */
  readonly column: number;
  readonly key?: string;
  /** Where the value begins; the length of the text if there is none. */
  readonly value: number;
}

/**
 * The scalars of YAML as `kubectl -o yaml` and `kubectl describe` print it, whole or cut at either end: block mappings
 * and lists, plain scalars that go on in deeper lines, quoted ones, and `|` blocks, as far as kubectl writes them
 * ([sigs.k8s.io/yaml](https://pkg.go.dev/sigs.k8s.io/yaml), [YAML 1.2](https://yaml.org/spec/1.2.2/)). Keys of
 * `describe` (`Last Transition Time`) get the name that they have in YAML. Reading stops before the first line that
 * begins at the margin and is neither key nor item.
 */
export function readYamlLeaves(lines: readonly Line[], first: number): Leaves & { readonly next: number } {
  const leaves: Leaf[] = [];
  const open: Open[] = [];
  let document = 0;
  let at = first;
  let to = lines[first]?.from ?? 0;
  let broken: Leaves['broken'];
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const text = line.text.trimEnd();
    if (text === '' || text.trimStart().startsWith('#')) {
      at++;
      continue;
    }
    if (text === '---' || text === '...') {
      document++;
      open.length = 0;
      to = line.to;
      at++;
      continue;
    }
    const shape = shapeOf(text);
    if (!shape) {
      if (!isBlank(text.charCodeAt(0))) break;
      broken ??= oddLine(line, text);
      at++;
      to = line.to;
      continue;
    }
    for (const dash of shape.dashes) enterItem(open, dash);
    if (shape.key !== undefined) enterKey(open, shape.column, shape.key);
    const path = [document, ...open.slice(0, MAX_DEPTH).map(({ key }) => key)];
    const read = readScalar(lines, at, shape);
    if (read) leaves.push({ path, value: read.value, span: read.span });
    if (read?.unclosed) broken ??= { span: read.span, expected: `the closing ${read.unclosed}`, found: '' };
    at = read?.next ?? at + 1;
    to = lines[at - 1]?.to ?? to;
  }
  return { leaves, to, next: at, ...(broken ? { broken } : {}) };
}

function enterItem(open: Open[], column: number): void {
  while ((open.at(-1)?.column ?? -1) > column) open.pop();
  const top = open.at(-1);
  if (top?.kind === 'list' && top.column === column) top.key = Number(top.key) + 1;
  else open.push({ column, kind: 'list', key: 0 });
}

/** A key at the column of a list ends it: kubectl does not indent lists. */
function enterKey(open: Open[], column: number, key: string): void {
  for (
    let top = open.at(-1);
    top && (top.column > column || (top.column === column && top.kind === 'list'));
    top = open.at(-1)
  ) {
    open.pop();
  }
  const top = open.at(-1);
  if (top?.kind === 'key' && top.column === column) top.key = key;
  else open.push({ column, kind: 'key', key });
}

function shapeOf(text: string): Shape | undefined {
  const dashes: number[] = [];
  let at = blanksEnd(text, 0);
  while (text.charCodeAt(at) === CODE.minus && (at + 1 === text.length || isBlank(text.charCodeAt(at + 1)))) {
    dashes.push(at);
    at = blanksEnd(text, at + 1);
  }
  const colon = keyEnd(text, at);
  if (colon !== undefined) {
    return { dashes, column: at, key: nameOf(text.slice(at, colon)), value: blanksEnd(text, colon + 1) };
  }
  return dashes.length > 0 ? { dashes, column: at, value: at } : undefined;
}

/** Where the colon of a key stands: `metadata:`, `f:spec:`, `"a b": x`, `Last Transition Time:  x`. */
function keyEnd(text: string, from: number): number | undefined {
  if (text.charCodeAt(from) === CODE.quote) {
    const end = quotedEnd(text, from);
    return end !== undefined && text.charCodeAt(end) === CODE.colon ? end : undefined;
  }
  const described = text.charCodeAt(from) >= 65 && text.charCodeAt(from) <= 90;
  for (let at = from; at < text.length && at < from + MAX_KEY; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.colon && at > from && (at + 1 === text.length || isBlank(text.charCodeAt(at + 1))))
      return at;
    const inKey = isLetter(code) || isDigit(code) || './-_:~$'.includes(text.charAt(at));
    const inWords = described && code === CODE.space && isLetter(text.charCodeAt(at + 1));
    if (!inKey && !inWords) return undefined;
  }
  return undefined;
}

/** Keys are short; longer ones are annotations, which nobody asks for. */
const MAX_KEY = 300;

/** `Last Transition Time` → `lastTransitionTime`, `"a b"` → `a b`. */
function nameOf(key: string): string {
  if (key.startsWith('"')) return key.slice(1, -1);
  const [head = '', ...rest] = key.split(' ');
  const first = head.charCodeAt(0);
  if (first < 65 || first > 90) return key;
  return (head === 'API' ? 'api' : head.charAt(0).toLowerCase() + head.slice(1)) + rest.join('');
}

interface Scalar {
  readonly value: string;
  readonly span: { readonly from: number; readonly to: number };
  readonly next: number;
  readonly unclosed?: string;
}

/** The value that begins in a line, and the lines that it goes on in: deeper than its key. */
function readScalar(lines: readonly Line[], at: number, { column, value, key }: Shape): Scalar | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const text = line.text.trimEnd();
  if (value >= text.length) return undefined;
  const from = line.from + value;
  const mark = text.charAt(value);
  if (mark === '{' || mark === '[' || mark === '&' || mark === '*') {
    return { value: '', span: { from, to: line.from + text.length }, next: at + 1 };
  }
  if (mark === '|' || mark === '>') return readDeeper(lines, at + 1, column, { from, parts: [], glue: '\n' });
  if (mark === '"' || mark === "'") return readQuoted(lines, at, value, mark);
  const comment = text.indexOf(' #', value);
  const plain = comment < 0 ? text.slice(value) : text.slice(value, comment).trimEnd();
  if (key === undefined || comment >= 0)
    return { value: plain, span: { from, to: from + plain.length }, next: at + 1 };
  return readDeeper(lines, at + 1, column, { from, parts: [plain], glue: ' ' }, from + plain.length);
}

/** Lines that stand deeper than a column, joined; of a plain scalar, those that are no key of their own. */
function readDeeper(
  lines: readonly Line[],
  first: number,
  column: number,
  { from, parts, glue }: { readonly from: number; readonly parts: string[]; readonly glue: string },
  end = from,
): Scalar {
  let at = first;
  let to = end;
  for (; at < lines.length; at++) {
    const line = lines[at];
    const text = line?.text.trimEnd() ?? '';
    const indent = blanksEnd(text, 0);
    if (!line || indent <= column || text === '') break;
    parts.push(text.slice(indent));
    to = line.from + text.length;
  }
  return { value: parts.join(glue), span: { from, to }, next: at };
}

/** A quoted scalar; in its further lines leading blanks are folded into one. */
function readQuoted(lines: readonly Line[], first: number, from: number, mark: '"' | "'"): Scalar {
  const start = (lines[first]?.from ?? 0) + from;
  const parts: string[] = [];
  for (let at = first; at < lines.length && at < first + MAX_QUOTED; at++) {
    const line = lines[at];
    if (!line) break;
    const begin = at === first ? from + 1 : blanksEnd(line.text, 0);
    const end = closingQuote(line.text, begin, mark);
    const part = line.text.slice(begin, end ?? line.text.length).trimEnd();
    parts.push(mark === '"' && part.endsWith('\\') && end === undefined ? part.slice(0, -1) : `${part} `);
    if (end === undefined) continue;
    const joined = parts.join('').slice(0, -1);
    const value =
      mark === '"'
        ? readMappedJsonString(joined, { from: 0, to: joined.length }).text
        : joined.replaceAll("''", "'");
    return { value, span: { from: start + 1, to: line.from + end }, next: at + 1 };
  }
  const text = lines[first]?.text.slice(from + 1).trimEnd() ?? '';
  return {
    value: text,
    span: { from: start + 1, to: start + 1 + text.length },
    next: first + 1,
    unclosed: `\`${mark}\``,
  };
}

/** A quoted scalar of kubectl is no longer than this many lines. */
const MAX_QUOTED = 20;

function closingQuote(text: string, from: number, mark: '"' | "'"): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (mark === '"' && character === '\\') at++;
    else if (character !== mark) continue;
    else if (mark === "'" && text.charAt(at + 1) === "'") at++;
    else return at;
  }
  return undefined;
}

function oddLine(line: Line, text: string): NonNullable<Leaves['broken']> {
  const from = blanksEnd(text, 0);
  return {
    span: { from: line.from + from, to: line.from + text.length },
    expected: 'a key with `:`, or `- `',
    found: text.slice(from, from + 40),
  };
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Keys with which a pasted piece of an APIService can begin. */
const FIRST_KEYS = new Set([
  'apiVersion',
  'conditions',
  'items',
  'kind',
  'lastTransitionTime',
  'metadata',
  'name',
  'spec',
  'status',
]);

/** Whether a line can be where YAML, or the output of `kubectl describe`, begins. */
export function beginsYaml(line: string): boolean {
  const text = line.trimEnd();
  const shape = text === '---' ? undefined : shapeOf(text);
  return shape?.key !== undefined && FIRST_KEYS.has(shape.key);
}
