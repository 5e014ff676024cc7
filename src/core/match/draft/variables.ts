import { CODE, isBlank, runEnd } from '../../text/index.ts';
import { type HoleType, holeOf } from '../holes.ts';

/** A piece of a message: words that stay, or a value that is another one in the next log. */
export type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'hole'; readonly type: HoleType; readonly text: string };

/** Behind so much of a message nothing tells one signature from another any more. */
const MAX_LENGTH = 1_000;

/**
 * Tells the values of a message from its words, and of what type each is:
 *
 *     > Failed to sync pod "web-7d4b9c6f5d-x2x7k" after 1m30s: dial tcp 10.0.0.7:443: i/o timeout
 *                           <pod>                       <dur>            <ip>    <port>
 *
 * The pieces joined give the message up to 1,000 characters. What cannot be told from a word stays: an author sees it.
 */
export function splitVariables(message: string): Piece[] {
  const limit = Math.min(message.length, MAX_LENGTH);
  const pieces: Piece[] = [];
  let plain = 0;
  const add = (type: HoleType, from: number, to: number): number => {
    if (from > plain) pieces.push({ kind: 'literal', text: message.slice(plain, from) });
    pieces.push({ kind: 'hole', type, text: message.slice(from, to) });
    plain = to;
    return to;
  };
  let at = 0;
  while (at < limit) {
    if (!isWord(message.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = wordEnd(message, at, limit);
    for (const { type, from, to } of valuesOf(message, at, end))
      if (from >= plain && to > from) add(type, from, to);
    at = end;
  }
  if (limit > plain) pieces.push({ kind: 'literal', text: message.slice(plain, limit) });
  return joined(pieces);
}

interface Value {
  readonly type: HoleType;
  readonly from: number;
  readonly to: number;
}

/** A word here is what stands between blanks, quotes, brackets and commas. */
const isWord = (code: number): boolean => !isBlank(code) && code > CODE.space && !SEPARATORS.has(code);

/** A URL goes on behind the marks of its query. */
function wordEnd(message: string, from: number, limit: number): number {
  const end = runEnd(message, from, limit, isWord);
  return message.slice(from, end).includes('://') ? runEnd(message, end, limit, isUrl) : end;
}

const isUrl = (code: number): boolean => isWord(code) || '=,;|'.includes(String.fromCharCode(code));

const SEPARATORS: ReadonlySet<number> = new Set([...`"'\`()<>{},;=|`].map((mark) => mark.charCodeAt(0)));

/** Addresses that mean the same on every machine. */
const FIXED = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::]'];

function valuesOf(message: string, from: number, end: number): Value[] {
  const word = message.slice(from, end);
  const to = from + word.replace(/[.:,;]+$/, '').length;
  if (to <= from) return [];
  const scheme = word.indexOf('://');
  if (scheme > 0) return urlValues(message, from + scheme + 3, to);
  const whole = (type: HoleType): Value[] => [{ type, from, to }];
  const own = message.slice(from, to);
  if (isAbout(message, from, FIXED)) return portValue(message, from + lengthOfFixed(message, from), to);
  // C0:04:65:D7:C5:CB:E0, a key's fingerprint
  if (/^([0-9A-F]{2}:){5,}[0-9A-F]{2}$/i.test(own)) return whole('str');
  // 13:57:53, which is no IPv6 address
  if (/^\d\d:\d\d:\d\d([.,]\d+)?Z?$/.test(own)) return whole('str');
  const place = /^(.*\.[a-z]{1,4}:)\d+$/.exec(own)?.[1];
  if (place !== undefined) return [{ type: 'int', from: from + place.length, to }];
  const address = endOf('ip', message, from, to);
  if (address !== undefined) return [{ type: 'ip', from, to: address }, ...portValue(message, address, to)];
  for (const type of ['uuid', 'dur', 'int'] as const)
    if (endOf(type, message, from, to) === to) return whole(type);
  if (/^0x[0-9a-f]+$/i.test(own)) return whole('hex');
  if (/^(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}$/.test(own)) return whole('hex');
  if (/^\d+(\.\d+)?([kKMGTPE]i?)?B?$/.test(own)) return whole('qty');
  if (/^\*?v\d\w*\.[A-Z]\w+$/.test(own)) return whole('str');
  if (/^([a-z0-9.-]+\/)?[a-z0-9.-]*-[a-z0-9]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(own))
    return whole('pod');
  if (/^[\w.-]+(\/[\w.-]+)+(:[\w.-]+|@sha256:[0-9a-f]+)$/.test(own)) return whole('image');
  const before = message.slice(Math.max(0, from - 8), from).toLowerCase();
  if (/\bnode[s:="' ]*$/.test(before) && /[\d.-]/.test(own)) return whole('node');
  if (isQuotedName(message, from, to)) return whole('str');
  if (/^(utf|iso|sha)-\d/i.test(own) || !mayVary(own) || /^[a-z]+\d?$/i.test(own)) return [];
  if (own.startsWith('/')) return /\d/.test(own) ? [{ type: 'path', from: from + 1, to }] : [];
  return own.startsWith(':') ? portValue(message, from, to) : whole('str');
}

function urlValues(message: string, from: number, to: number): Value[] {
  const fixed = lengthOfFixed(message, from);
  const slash = message.indexOf('/', from);
  const hostEnd = slash < 0 || slash > to ? to : slash;
  const values: Value[] = [];
  let at = from + fixed;
  if (fixed === 0) {
    const address = endOf('ip', message, from, hostEnd);
    const colon = message.indexOf(':', from);
    at = address ?? (colon < 0 || colon > hostEnd ? hostEnd : colon);
    values.push({ type: address === undefined ? 'str' : 'ip', from, to: at });
  }
  values.push(...portValue(message, at, hostEnd));
  if (to > hostEnd + 1) values.push({ type: 'path', from: hostEnd + 1, to });
  return values;
}

function portValue(message: string, at: number, end: number): Value[] {
  if (message.charCodeAt(at) !== CODE.colon) return [];
  const to = endOf('port', message, at + 1, end);
  return to === undefined ? [] : [{ type: 'port', from: at + 1, to }];
}

/** Parts of words that hold a digit and are no variable: `v1beta1`, `k8s`, `sha256`. */
const NAME =
  /^(v\d{1,3}((alpha|beta)\d{1,2})?|k8s|ipv[46]|(tcp|udp)[46]|utf8|sha\d+|md5|http[12]|h2c?|x509|base64|int(32|64)|s3|oauth2|etcd3)$/i;

const mayVary = (word: string): boolean =>
  word.split(/[^A-Za-z0-9]+/).some((part) => /\d/.test(part) && !NAME.test(part));

/** `webhook "guard.example.com"`: a name of somebody's own. */
const isQuotedName = (message: string, from: number, to: number): boolean =>
  message.charCodeAt(from - 1) === CODE.quote &&
  message.charCodeAt(to) === CODE.quote &&
  /^[\w./-]*[./-][\w./-]+$/.test(message.slice(from, to));

const isAbout = (message: string, from: number, words: readonly string[]): boolean =>
  words.some((word) => message.startsWith(word, from));

const lengthOfFixed = (message: string, from: number): number =>
  FIXED.find((word) => message.startsWith(word, from))?.length ?? 0;

/** Where a value of the type ends that starts at `from`; `undefined` if none starts there. */
const endOf = (type: HoleType, message: string, from: number, limit: number): number | undefined =>
  holeOf(type).end?.(message, from, limit);

/** Two holes that touch are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === 'hole' && piece.kind === 'hole')
      out[out.length - 1] = { kind: 'hole', type: 'str', text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
