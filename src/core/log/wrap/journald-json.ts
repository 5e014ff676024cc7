import { CODE, type MappedText, type Piece, readMappedJsonString, readNumber } from '../../text/index.ts';
import { clockOfEpoch } from '../epoch.ts';
import { type JsonObject, scanJsonObject } from '../json-object.ts';
import { withoutNewline } from './docker-json.ts';
import { memberOf, wordOf } from './json-word.ts';
import type { Layer, Wrapper } from './layer.ts';

/**
 * `journalctl -o json`: the text is `MESSAGE`, a list of bytes if it is not all printable.
 *
 *     > {"_PID":"1234","_HOSTNAME":"node1","SYSLOG_IDENTIFIER":"kubelet","MESSAGE":"I1121 …","__REALTIME_TIMESTAMP":"…"}
 *
 * Source: [journal fields](https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html) and
 * [the JSON format](https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format) of systemd 256.
 */
export const JOURNALD_JSON: Wrapper = {
  id: 'journald-json',
  name: 'journald JSON',
  starts: '{',
  peel(line) {
    if (!line.includes('"MESSAGE"')) return undefined;
    const object = scanJsonObject(line, 0);
    const message = object && memberOf(object, 'MESSAGE');
    if (!message || object.to !== line.length) return undefined;
    const layer = journalLayer(line, object);
    if (layer.time === undefined && layer.service === undefined && layer.host === undefined) return undefined;
    const content =
      message.kind === 'string'
        ? readMappedJsonString(line, message.span)
        : readBytes(line, message.span.from);
    return content && { layer, content: withoutNewline(content) };
  },
};

function journalLayer(line: string, object: JsonObject): Omit<Layer, 'span'> {
  const word = (key: string): string | undefined => wordOf(line, object, key);
  const time = clockOfEpoch(word('_SOURCE_REALTIME_TIMESTAMP') ?? word('__REALTIME_TIMESTAMP') ?? '');
  const service = word('SYSLOG_IDENTIFIER') ?? word('_SYSTEMD_UNIT') ?? word('_COMM');
  const host = word('_HOSTNAME');
  const process = numberOf(word('_PID') ?? word('SYSLOG_PID'));
  return {
    kind: 'journald-json',
    ...(time ? { time } : {}),
    ...(service === undefined ? {} : { service }),
    ...(host === undefined ? {} : { host }),
    ...(process === undefined ? {} : { process }),
  };
}

function numberOf(word = ''): number | undefined {
  const number = readNumber(word, 0);
  return number?.to === word.length ? number.value : undefined;
}

/** `[73,49,49,50,49]`: bytes of UTF-8. What is none is read as U+FFFD, byte by byte. */
function readBytes(line: string, from: number): MappedText | undefined {
  const bytes: Piece[] = [];
  let at = from;
  if (line.charCodeAt(at) !== CODE.openBracket) return undefined;
  do {
    at++;
    while (line.charCodeAt(at) === CODE.space) at++;
    const byte = readNumber(line, at, at + 3);
    if (!byte || byte.value > 255) return undefined;
    bytes.push({ at: byte.value, from: at, to: byte.to });
    at = byte.to;
  } while (line.charCodeAt(at) === CODE.comma);
  if (line.charCodeAt(at) !== CODE.closeBracket) return undefined;
  return decodeBytes(bytes);
}

/** Bytes (`at` is the value) as text. */
function decodeBytes(bytes: readonly Piece[]): MappedText {
  const pieces: Piece[] = [];
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const { point, length } = pointAt(bytes, index);
    const from = bytes[index]?.from ?? 0;
    pieces.push({ at: text.length, from, to: bytes[index + length - 1]?.to ?? from });
    text += String.fromCodePoint(point);
    index += length;
  }
  return { text, pieces };
}

/** [RFC 3629](https://www.rfc-editor.org/rfc/rfc3629#section-4). */
function pointAt(bytes: readonly Piece[], index: number): { point: number; length: number } {
  const first = bytes[index]?.at ?? 0;
  if (first < 0x80) return { point: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let point = first & (0x7f >> length);
  for (let next = 1; next < length; next++) {
    const byte = bytes[index + next]?.at ?? 0;
    if ((byte & 0xc0) !== 0x80) return { point: 0xfffd, length: 1 };
    point = point * 64 + (byte & 0x3f);
  }
  const isValid = first >= 0xc2 && first < 0xf5 && point >= (SMALLEST[length - 2] ?? 0) && point <= 0x10ffff;
  return isValid ? { point, length } : { point: 0xfffd, length: 1 };
}

/** The smallest character of two, three and four bytes. */
const SMALLEST: readonly number[] = [0x80, 0x800, 0x10000];
