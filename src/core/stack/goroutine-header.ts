import { CODE, isDigit, readNumber } from '../text/index.ts';

/** `goroutine 17 [select, 5 minutes, locked to thread]:`. Offsets into the line. */
export interface GoroutineHeader {
  readonly id: number;
  readonly state: string;
  readonly minutes?: number;
  readonly lockedToThread: boolean;
  /** `gp=0x… m=5 mp=0x…`, printed since Go 1.22 for fatal errors and GOTRACEBACK=system. */
  readonly pointers: Readonly<Record<string, string>>;
  /** What else stands in the brackets: `scan`, `synctest bubble 1`, labels. */
  readonly extra: readonly string[];
  /** Where `goroutine` stands: behind a log message in `… from goroutine 1 [running]:`. */
  readonly from: number;
}

const WORD = 'goroutine ';

/**
 * Reads a goroutine's header, which may be glued to the end of a log message. `undefined` if the line does not
 * end in one. Source: Go `src/runtime/traceback.go`, goroutineheader.
 */
export function readGoroutineHeader(line: string): GoroutineHeader | undefined {
  const end = line.length - (line.endsWith(' ') ? 1 : 0);
  if (!line.startsWith(']:', end - 2)) return undefined;
  const from = lastWord(line);
  const id = from >= 0 ? readNumber(line, from + WORD.length) : undefined;
  const open = id ? line.indexOf(' [', id.to) : -1;
  if (!id || open < 0) return undefined;

  const pointers: Record<string, string> = {};
  for (const word of line.slice(id.to, open).split(' ')) {
    const sign = word.indexOf('=');
    if (sign > 0) pointers[word.slice(0, sign)] = word.slice(sign + 1);
    else if (word !== '') return undefined;
  }
  const [first = '', ...more] = line.slice(open + 2, end - 2).split(', ');
  const state = first.replace(/ \(scan\)$/, '');
  const minutes = more.map(waitMinutes).find((value) => value !== undefined);
  const extra = more.filter((part) => part !== 'locked to thread' && waitMinutes(part) === undefined);
  if (state !== first) extra.unshift('scan');
  return {
    id: id.value,
    state,
    ...(minutes === undefined ? {} : { minutes }),
    lockedToThread: more.includes('locked to thread'),
    pointers,
    extra,
    from,
  };
}

/** The last `goroutine ` that a number follows: a message may speak of goroutines, too. */
function lastWord(line: string): number {
  for (let at = line.lastIndexOf(WORD); at >= 0; at = at > 0 ? line.lastIndexOf(WORD, at - 1) : -1) {
    const wordStart = at === 0 || line.charCodeAt(at - 1) <= CODE.space || line.charCodeAt(at - 1) > 127;
    if (wordStart && isDigit(line.charCodeAt(at + WORD.length))) return at;
  }
  return -1;
}

function waitMinutes(part: string): number | undefined {
  const number = readNumber(part, 0);
  return number && part.slice(number.to) === ' minutes' ? number.value : undefined;
}
