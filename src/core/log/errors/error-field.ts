import { CODE, type Span, isBlank } from '../../text/index.ts';
import { closedQuotes, trim } from './split.ts';

/** A message and the error that a field beside it holds. */
export interface ErrorField {
  readonly message: Span;
  /** With its quotes, if it has some. */
  readonly value: Span;
}

const KEYS = ['err=', 'error='];

/**
 * The first field of a structured or logfmt line that holds an error:
 *
 *     > "Failed to update lease" err="timeout" lease="a"       quoted
 *     > retrying err=EOF attempt=2                              bare
 *     > "Probe failed" err=<                                    a block of klog: a TAB in front of each line
 *     > <TAB>line 1
 *     >  >
 */
export function findErrorField(text: string, { from, to }: Span): ErrorField | undefined {
  // Most messages have none.
  if (!text.includes('err=', from) && !text.includes('error=', from)) return undefined;
  const quoteEnd = closedQuotes(text, to);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) at = (quoteEnd(at) ?? at + 1) - 1;
    if (code !== 101 || (at > from && !isBlank(text.charCodeAt(at - 1)))) continue;
    const key = KEYS.find((one) => text.startsWith(one, at));
    const value = key && readValue(text, at + key.length, to, quoteEnd);
    if (value) return { message: trim(text, { from, to: at }), value };
  }
  return undefined;
}

function readValue(
  text: string,
  from: number,
  to: number,
  quoteEnd: (at: number) => number | undefined,
): Span | undefined {
  if (text.charCodeAt(from) === CODE.quote) {
    const end = quoteEnd(from);
    return end === undefined ? undefined : { from, to: end };
  }
  if (text.startsWith('<\n', from)) {
    const end = text.indexOf('\n >', from);
    return trim(text, { from: from + 2, to: end < 0 || end > to ? to : end });
  }
  let end = from;
  while (end < to && text.charCodeAt(end) > CODE.space) end++;
  return end > from ? { from, to: end } : undefined;
}
