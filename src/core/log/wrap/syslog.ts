import { CODE, isDigit, readNumber } from '../../text/index.ts';
import { readControlEscapes } from './control-escapes.ts';
import { JOURNALD } from './journald.ts';
import type { Layer, Peeled, Wrapper } from './layer.ts';
import { readIsoStamp } from './stamp.ts';

/** Facility 23, severity 7. */
const MAX_PRIORITY = 191;

/**
 * Syslog as it is sent, with its priority in front:
 *
 *     > <13>Nov 21 08:18:33 node1 kubelet[1234]: text                                  RFC 3164
 *     > <13>1 2026-11-21T08:18:33.003Z node1 kubelet 1234 - [x@9 a="b"] text           RFC 5424
 *
 * Sources: [RFC 3164](https://www.rfc-editor.org/rfc/rfc3164#section-4.1), [RFC 5424](https://www.rfc-editor.org/rfc/rfc5424#section-6).
 */
export const SYSLOG: Wrapper = {
  id: 'syslog',
  name: 'syslog',
  starts: '<',
  peel(line) {
    const priority = line.charCodeAt(0) === CODE.less ? readNumber(line, 1, 4) : undefined;
    if (!priority || priority.value > MAX_PRIORITY) return undefined;
    if (line.charCodeAt(priority.to) !== CODE.greater) return undefined;
    const from = priority.to + 1;
    if (line.startsWith('1 ', from)) return peelNew(line, from + 2);
    const rest = JOURNALD.peel(line.slice(from));
    if (!rest) return undefined;
    const { text, pieces } = rest.content;
    const moved = pieces.map((piece) => ({ at: piece.at, from: piece.from + from, to: piece.to + from }));
    return { layer: { ...rest.layer, kind: 'syslog' }, content: { text, pieces: moved } };
  },
};

/** Behind `<13>1 `: time, host, program, pid, message id, structured data; `-` for each that is not known. */
function peelNew(line: string, from: number): Peeled | undefined {
  const words: string[] = [];
  let at = from;
  while (words.length < 5) {
    const end = line.indexOf(' ', at);
    if (end < 0) return undefined;
    words.push(line.slice(at, end));
    at = end + 1;
  }
  const data = dataEnd(line, at);
  if (data === undefined || (data < line.length && line.charCodeAt(data) !== CODE.space)) return undefined;
  const [time = '', host = '', service = '', process = ''] = words;
  const stamp = readIsoStamp(time);
  if (!stamp && time !== '-') return undefined;
  const isNumber = process !== '' && [...process].every((digit) => isDigit(digit.charCodeAt(0)));
  const layer: Omit<Layer, 'span'> = {
    kind: 'syslog',
    ...(stamp ? { time: stamp.time } : {}),
    ...(host === '-' ? {} : { host }),
    ...(service === '-' ? {} : { service }),
    ...(isNumber ? { process: Number(process) } : {}),
  };
  const text = Math.min(line.length, data + 1);
  const isMarked = line.charCodeAt(text) === 0xfeff;
  return { layer, content: readControlEscapes(line, isMarked ? text + 1 : text) };
}

/** Behind `-` or `[id name="value"][id …]`; in a value `"`, `\` and `]` are escaped. */
function dataEnd(line: string, from: number): number | undefined {
  if (line.charCodeAt(from) === CODE.minus) return from + 1;
  let at = from;
  while (line.charCodeAt(at) === CODE.openBracket) {
    let inValue = false;
    let end = at + 1;
    for (; end < line.length; end++) {
      const code = line.charCodeAt(end);
      if (code === CODE.backslash) end++;
      else if (code === CODE.quote) inValue = !inValue;
      else if (code === CODE.closeBracket && !inValue) break;
    }
    if (end >= line.length) return undefined;
    at = end + 1;
  }
  return at > from ? at : undefined;
}
