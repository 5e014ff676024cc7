import { type Line, type Problem, drawable } from '../text/index.ts';
import type { Cast, CastProblem } from './cast.ts';
import { type JsonValue, isObject, readJson } from './json.ts';

export type CastHeader = Omit<Cast, 'events' | 'duration'>;

/** No terminal is larger; what a header says beyond would cost memory and show nothing. */
export const MAX_SIDE = 500;

/**
 * The header of a recording: `{"version": 2, "width": 80, "height": 24}` or
 * `{"version": 3, "term": {"cols": 80, "rows": 24}}`, and what else both may say.
 *
 * Source: docs.asciinema.org/manual/asciicast/v2 and /v3, "Header".
 */
export function readHeader(
  line: Line,
  tell: (problem: Problem<CastProblem>) => void,
): CastHeader | undefined {
  const span = { from: line.from, to: line.to };
  const header = readJson(line.text);
  if (!isObject(header)) {
    tell({ code: 'no-header', span, facts: { found: quoted(line.text), line: 1 } });
    return undefined;
  }
  const { version } = header;
  if (version !== 2 && version !== 3) {
    tell({ code: 'version', span, facts: { found: quoted(JSON.stringify(version ?? null)), line: 1 } });
    return undefined;
  }
  const term = version === 3 && isObject(header['term']) ? header['term'] : header;
  const [columns, rows] = version === 3 ? [term['cols'], term['rows']] : [header['width'], header['height']];
  const size = readSize(columns, rows);
  if (!size) {
    tell({
      code: 'size',
      span,
      facts: {
        found: quoted(`${JSON.stringify(columns ?? null)} × ${JSON.stringify(rows ?? null)}`),
        line: 1,
      },
    });
  }
  const limit = header['idle_time_limit'];
  const tags = header['tags'];
  return {
    version,
    ...(size ?? { columns: 80, rows: 24 }),
    title: asText(header['title']),
    command: asText(header['command']),
    idleLimit: typeof limit === 'number' && limit > 0 ? Math.round(limit * 1e6) : undefined,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  };
}

const asText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** Columns and rows, if a terminal can have them. */
export function readSize(
  columns: JsonValue | undefined,
  rows: JsonValue | undefined,
): { columns: number; rows: number } | undefined {
  const isSide = (side: JsonValue | undefined): side is number =>
    typeof side === 'number' && Number.isInteger(side) && side > 0 && side <= MAX_SIDE;
  return isSide(columns) && isSide(rows) ? { columns, rows } : undefined;
}

/** The beginning of what was found, fit to be printed: nothing of it acts. */
export const quoted = (text: string): string => drawable(text.slice(0, 40));
