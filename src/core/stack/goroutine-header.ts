import { CODE, isBlank, isDigit, isLetter, readGoQuoted, readNumber } from '../text/index.ts';

/** `goroutine 17 [select, 5 minutes, locked to thread]:`. Offsets into the line. */
export interface GoroutineHeader {
  readonly id: number;
  readonly state: string;
  readonly minutes?: number;
  readonly lockedToThread: boolean;
  /** `gp=0x… m=5 mp=0x…`, printed since Go 1.22 for fatal errors and GOTRACEBACK=system. */
  readonly pointers: Readonly<Record<string, string>>;
  /** What else stands in the brackets: `scan`, `leaked`, `durable`, `synctest bubble 1`. */
  readonly extra: readonly string[];
  /** ` {job: mail, "tenant id": "7"}`, printed since Go 1.26 with GODEBUG=tracebacklabels=1. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where `goroutine` stands: behind a log message in `… from goroutine 1 [running]:`. */
  readonly from: number;
}

const WORD = 'goroutine ';

/**
 * Reads a goroutine's header, which may be glued to the end of a log message. `undefined` if the line does not
 * end in one. Source: Go 1.5 to 1.27 `src/runtime/traceback.go`, goroutineheader.
 */
export function readGoroutineHeader(line: string): GoroutineHeader | undefined {
  const last = line.length - 1;
  const end = isBlank(line.charCodeAt(last)) ? line.trimEnd().length - 1 : last;
  if (line.charCodeAt(end) !== CODE.colon) return undefined;
  const bracket = line.charCodeAt(end - 1);
  if (bracket !== CODE.closeBracket && bracket !== CODE.closeBrace) return undefined;
  const from = lastWord(line);
  const id = from >= 0 ? readNumber(line, from + WORD.length) : undefined;
  const open = id ? line.indexOf(' [', id.to) : -1;
  if (!id || open < 0) return undefined;
  const pointers = readPointers(line.slice(id.to, open));
  const inside = splitLabels(line.slice(open + 2, end));
  if (!pointers || !inside) return undefined;

  const [first = '', ...more] = inside.state.split(', ');
  const { state, notes } = splitNotes(first);
  const minutes = more.map(waitMinutes).find((value) => value !== undefined);
  const rest = more.filter((part) => part !== 'locked to thread' && waitMinutes(part) === undefined);
  return {
    id: id.value,
    state,
    ...(minutes === undefined ? {} : { minutes }),
    lockedToThread: more.includes('locked to thread'),
    pointers,
    extra: [...notes, ...rest],
    ...(inside.labels ? { labels: inside.labels } : {}),
    from,
  };
}

/** The last `goroutine ` that a number follows: a message may speak of goroutines, too. */
function lastWord(line: string): number {
  for (let at = line.lastIndexOf(WORD); at >= 0; at = at > 0 ? line.lastIndexOf(WORD, at - 1) : -1) {
    if (isWordStart(line, at) && isDigit(line.charCodeAt(at + WORD.length))) return at;
  }
  return -1;
}

/** `my-goroutine 1` is none, `+goroutine 1` is one. */
function isWordStart(line: string, at: number): boolean {
  const code = line.charCodeAt(at - 1);
  const before = code === CODE.minus || code === CODE.dot ? line.charCodeAt(at - 2) : code;
  return at === 0 || !(isLetter(before) || isDigit(before) || before === CODE.underscore);
}

/** ` gp=0xc0000061c0 m=5 mp=0xc0000ae008`. */
function readPointers(text: string): Record<string, string> | undefined {
  const pointers: Record<string, string> = {};
  for (const word of text.split(' ')) {
    const sign = word.indexOf('=');
    if (sign > 0) pointers[word.slice(0, sign)] = word.slice(sign + 1);
    else if (word !== '') return undefined;
  }
  return pointers;
}

/** `select] {job: mail}` of Go 1.27, `select labels:{"job": "mail"}]` of Go 1.26, and `select]` of all. */
function splitLabels(inside: string): { state: string; labels?: Record<string, string> } | undefined {
  if (inside.endsWith(']')) {
    const text = inside.slice(0, -1);
    const at = text.indexOf(' labels:{');
    const labels = at < 0 ? undefined : readLabels(text, at + ' labels:{'.length);
    if (!labels) return { state: text };
    const state = text.slice(0, at);
    return { state: state.endsWith(',') ? state.slice(0, -1) : state, labels };
  }
  const at = inside.indexOf('] {');
  const labels = at < 0 ? undefined : readLabels(inside, at + '] {'.length);
  return labels && { state: inside.slice(0, at), labels };
}

/** Reads `job: mail, "tenant id": "7"}` and, of profiles, `"job":"mail"}`. */
export function readLabels(text: string, from: number): Record<string, string> | undefined {
  const labels = new Map<string, string>();
  let at = from;
  for (;;) {
    const key = readWord(text, at);
    if (text.charCodeAt(key.to) !== CODE.colon) return undefined;
    const value = readWord(text, key.to + (text.charCodeAt(key.to + 1) === CODE.space ? 2 : 1));
    labels.set(key.value, value.value);
    if (text.startsWith(', ', value.to)) at = value.to + 2;
    else return text.charCodeAt(value.to) === CODE.closeBrace ? Object.fromEntries(labels) : undefined;
  }
}

function readWord(text: string, from: number): { value: string; to: number } {
  const quoted = readGoQuoted(text, from);
  if (quoted) return quoted;
  let to = from;
  while (to < text.length && !isWordEnd(text.charCodeAt(to))) to++;
  return { value: text.slice(from, to), to };
}

const isWordEnd = (code: number): boolean =>
  code === CODE.colon || code === CODE.comma || code === CODE.closeBrace || code === CODE.space;

const NOTES = ['scan', 'durable', 'leaked'];

/** `select (no cases) (scan)`: what stands behind the state, though some states have parentheses of their own. */
function splitNotes(text: string): { state: string; notes: string[] } {
  const notes: string[] = [];
  let state = text;
  for (const note of NOTES) {
    if (!state.endsWith(` (${note})`)) continue;
    state = state.slice(0, -` (${note})`.length);
    notes.unshift(note);
  }
  return { state, notes };
}

function waitMinutes(part: string): number | undefined {
  const number = readNumber(part, 0);
  return number && part.slice(number.to) === ' minutes' ? number.value : undefined;
}
