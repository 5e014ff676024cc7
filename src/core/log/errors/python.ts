import type { Span } from '../../text/index.ts';
import { isException } from './classify.ts';
import { trim } from './split.ts';

const CAUSED_BY = '(Caused by ';

/** `/v1 (Caused by NewConnectionError('…'))` of Python's urllib3. */
export function causedBy(text: string, { from, to }: Span): { error: Span; cause: Span } | undefined {
  if (text.charAt(to - 1) !== ')') return undefined;
  const at = text.slice(from, to).indexOf(CAUSED_BY);
  if (at < 0) return undefined;
  return {
    error: trim(text, { from, to: from + at }),
    cause: { from: from + at + CAUSED_BY.length, to: to - 1 },
  };
}

/** `RemoteDisconnected('Remote end closed connection without response')` */
export function exceptionCall(text: string, { from, to }: Span): { name: Span; argument: Span } | undefined {
  if (text.charAt(to - 1) !== ')') return undefined;
  const open = text.slice(from, to).indexOf('(');
  if (open <= 0 || !isException(text.slice(from, from + open))) return undefined;
  return { name: { from, to: from + open }, argument: { from: from + open + 1, to: to - 1 } };
}

const URLOPEN = '<urlopen error ';

/** `<urlopen error [Errno 111] Connection refused>` of Python's urllib. */
export function urlopenError(text: string, { from, to }: Span): { error: Span; cause: Span } | undefined {
  if (!text.startsWith(URLOPEN, from) || text.charAt(to - 1) !== '>') return undefined;
  const cause = from + URLOPEN.length;
  return { error: { from: from + 1, to: cause - 1 }, cause: { from: cause, to: to - 1 } };
}
