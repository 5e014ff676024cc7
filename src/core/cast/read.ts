import { type Line, type Problem, splitLines } from '../text/index.ts';
import type { CastEvent, CastProblem, CastReading } from './cast.ts';
import { quoted, readHeader, readSize } from './header.ts';
import { readJson } from './json.ts';

/** Longer recordings are read up to here, and it is said: a day of ordinary work has less. In UTF-16 units. */
export const MAX_CAST = 16_000_000;

/** So many mistakes are told one by one. */
const MAX_PROBLEMS = 100;

/** After so many lines that are no events, a file is no recording. */
const MAX_BROKEN = 1_000;

/** The longest a recording may last: 2^53 microseconds are 285 years, and sums stay exact below. */
const MAX_MICROS = 2 ** 53 - 1;

/**
 * Reads a recording of a terminal: asciicast 2 and 3, a JSON header and then an event a line,
 * `[time, code, data]`. The time of version 2 counts from the beginning, that of version 3 from the event before.
 *
 *     {"version": 3, "term": {"cols": 80, "rows": 24}}
 *     # a comment, in version 3
 *     [0.25, "o", "$ ls\r\n"]
 *
 * A line that is no event is left out and told; nothing is thrown.
 *
 * Source: docs.asciinema.org/manual/asciicast/v2 and /v3, as of November 2026.
 */
export function readCast(text: string): CastReading {
  const problems: Problem<CastProblem>[] = [];
  const tell = (problem: Problem<CastProblem>): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  const lines = splitLines(text.slice(0, MAX_CAST));
  const [first, ...rest] = lines;
  const header = first && readHeader(withoutMark(first), tell);
  if (!header) {
    if (!first) tell({ code: 'no-header', span: { from: 0, to: 0 }, facts: { found: '', line: 1 } });
    return { cast: undefined, problems };
  }
  const events: CastEvent[] = [];
  let at = 0;
  let broken = 0;
  const last = rest.findLastIndex((line) => line.text.trim() !== '');
  for (const [index, line] of rest.entries()) {
    if (line.text.trim() === '' || line.text.startsWith('#')) continue;
    const raw = readEvent(line.text);
    const span = { from: line.from, to: line.to };
    if (!raw) {
      if (++broken > MAX_BROKEN) {
        problems.push({
          code: 'broken',
          span: { from: line.from, to: text.length },
          facts: { limit: MAX_BROKEN, line: line.number },
        });
        break;
      }
      const isCut = index === last && line.text.startsWith('[') && !line.text.trimEnd().endsWith(']');
      tell({
        code: isCut ? 'cut' : 'event',
        span,
        facts: { found: quoted(line.text), line: line.number },
      });
      continue;
    }
    const micros = Math.round(raw.time * 1e6);
    const next = header.version === 3 ? at + micros : micros;
    // Time does not run backwards, nor out of the numbers that are exact.
    if (!(next >= at && next <= MAX_MICROS))
      tell({ code: 'time', span, facts: { found: String(raw.time), line: line.number } });
    else at = next;
    const event = toEvent(raw, { at, line: line.number });
    if (event) events.push(event);
    else tell({ code: 'size', span, facts: { found: quoted(raw.data), line: line.number } });
  }
  if (text.length > MAX_CAST)
    tell({ code: 'too-large', span: { from: MAX_CAST, to: text.length }, facts: { limit: MAX_CAST } });
  return { cast: { ...header, events, duration: at }, problems };
}

/** Without the byte order mark that some editors write. */
const withoutMark = (line: Line): Line =>
  line.text.startsWith('\ufeff') ? { ...line, text: line.text.slice(1) } : line;

interface RawEvent {
  readonly time: number;
  readonly code: string;
  readonly data: string;
}

function readEvent(text: string): RawEvent | undefined {
  const value = readJson(text);
  if (!Array.isArray(value)) return undefined;
  const [time, code, data] = value as readonly unknown[];
  if (typeof time !== 'number' || typeof code !== 'string') return undefined;
  if (typeof data === 'string') return { time, code, data };
  // The status of a program that ended stands as a number too.
  return typeof data === 'number' && code === 'x' ? { time, code, data: String(data) } : undefined;
}

type Place = { readonly at: number; readonly line: number };

/** `undefined` for a size that no terminal has. */
function toEvent({ code, data }: RawEvent, place: Place): CastEvent | undefined {
  switch (code) {
    case 'o':
      return { ...place, kind: 'output', data };
    case 'i':
      return { ...place, kind: 'input', data };
    case 'm':
      return { ...place, kind: 'marker', label: data };
    case 'r': {
      const [columns, rows] = data.split('x').map(Number);
      const size = readSize(columns, rows);
      return size && { ...place, kind: 'resize', ...size };
    }
    case 'x':
      return { ...place, kind: 'exit', status: data };
    default:
      return { ...place, kind: 'other', code, data };
  }
}
