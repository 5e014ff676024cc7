import { CODE, isBlank, readNumber } from '../../text/index.ts';
import { readGoroutineHeader } from '../goroutine-header.ts';
import type { Heading } from './goroutine.ts';

export interface GoroutineStart {
  readonly heading: Heading;
  /** Where it stands in the line: a header may be glued to a log message. */
  readonly from: number;
}

/**
 * Reads what stands above the frames of one goroutine: its header; `runtime stack:`, which has no number, of the
 * runtime itself; or `[originating from goroutine 7]:`, of the one that created it, printed with
 * GODEBUG=tracebackancestors=N.
 */
export function readGoroutineStart(text: string): GoroutineStart | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (last !== CODE.colon && !isBlank(last)) return undefined;
  const header = readGoroutineHeader(text);
  if (header) {
    const { from, pointers: _, extra, ...heading } = header;
    return { heading: extra.length > 0 ? { ...heading, extra } : heading, from };
  }
  const name = text.trim();
  if (name === RUNTIME) return { heading: ofState('runtime stack'), from: text.indexOf(RUNTIME) };
  if (!name.startsWith(ANCESTOR) || !name.endsWith(']:')) return undefined;
  const id = readNumber(name, ANCESTOR.length)?.value;
  return id === undefined
    ? undefined
    : { heading: { id, ...ofState('ancestor') }, from: text.indexOf(ANCESTOR) };
}

const RUNTIME = 'runtime stack:';
const ANCESTOR = '[originating from goroutine ';

const ofState = (state: string): Heading => ({ state, lockedToThread: false });
