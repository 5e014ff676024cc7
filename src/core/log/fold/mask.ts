import { CODE, isDigit, isHex, isLetter, quotedEnd, runEnd } from '../../text/index.ts';

/** Behind so much of a message nothing tells templates apart any more. */
const MAX_LENGTH = 400;

/** Stands where a variable stood. */
export const HOLE = '*';

/**
 * The message with what changes from line to line masked, so that lines of one print statement become equal:
 *
 *     > Failed to sync pod "web-7d4b9c6f5d-x2x7k_default" after 1m30s: dial tcp 10.0.0.7:443
 *     > Failed to sync pod "*" after *: dial tcp *
 *
 * Masked are quoted strings (but for one at the start: the message of a structured line), and of each word the parts
 * that hold digits: numbers, durations, hex, UUIDs, addresses, generated names; paths and URLs keep their first part.
 * Versions and names such as `v1beta1`, `k8s`, `sha256` stay. One look per character; behind 400 characters it ends.
 */
export function maskVariables(message: string): string {
  const limit = Math.min(message.length, MAX_LENGTH);
  let masked = '';
  let plain = 0;
  let at = 0;
  while (at < limit) {
    const code = message.charCodeAt(at);
    if (isWordPart(code)) {
      const end = wordEnd(message, at, limit);
      if (mayVary(message, at, end)) {
        masked += message.slice(plain, at) + maskWord(message.slice(at, end));
        plain = end;
      }
      at = end;
    } else if (isQuote(code) && at > 0 && !isWordPart(message.charCodeAt(at - 1))) {
      const end = closingQuote(message, at, limit);
      if (end !== undefined) {
        masked += message.slice(plain, at + 1) + HOLE;
        plain = end - 1;
      }
      at = end ?? at + 1;
    } else at++;
  }
  masked += message.slice(plain, limit);
  return message.length > limit ? `${masked}…` : masked;
}

const isQuote = (code: number): boolean =>
  code === CODE.quote || code === CODE.apostrophe || code === CODE.backquote;

function closingQuote(text: string, from: number, limit: number): number | undefined {
  if (text.charCodeAt(from) === CODE.quote) return quotedEnd(text, from, limit);
  const end = text.indexOf(text.charAt(from), from + 1);
  return end > 0 && end < limit ? end + 1 : undefined;
}

/** What a character is: the classes below, for ASCII; letters beyond it are parts. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Joins the parts of one word: `10.0.0.7:443`, `web-7d4b9c6f5d`, `/var/lib`, `50%`, `2026-11-21T09:02:49+08:00`. */
const JOINT = 3;
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) =>
  isDigit(code)
    ? DIGIT
    : isLetter(code)
      ? LETTER
      : '-.:/_+%'.includes(String.fromCharCode(code))
        ? JOINT
        : OTHER,
);
const classOf = (code: number): number => (code < 128 ? (CLASSES[code] ?? OTHER) : LETTER);

const isPart = (code: number): boolean => {
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT;
};

const isJoint = (code: number): boolean => classOf(code) === JOINT;

const isWordPart = (code: number): boolean => classOf(code) !== OTHER;

/** Most words hold neither a digit nor a slash, and are not looked at again. */
function mayVary(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.slash || isDigit(code)) return true;
  }
  return false;
}

function wordEnd(text: string, from: number, limit: number): number {
  let at = runEnd(text, from, limit, isWordPart);
  // A colon or dot behind a word belongs to the sentence.
  while (at > from + 1 && (text.charCodeAt(at - 1) === CODE.colon || text.charCodeAt(at - 1) === CODE.dot))
    at--;
  return at;
}

function maskWord(word: string): string {
  const scheme = word.indexOf('://');
  if (scheme > 0 && !hasDigit(word.slice(0, scheme))) return `${word.slice(0, scheme + 3)}${HOLE}`;
  if (word.startsWith('/') && word.indexOf('/', 1) > 0) return `/${HOLE}`;
  if (!hasDigit(word)) return word;
  let masked = '';
  let at = 0;
  while (at < word.length) {
    if (!isPart(word.charCodeAt(at))) {
      masked += word.charAt(at++);
      continue;
    }
    const end = uuidEnd(word, at) ?? runEnd(word, at, word.length, isPart);
    const part = word.slice(at, end);
    if (!hasDigit(part) || isName(part)) masked += part;
    else if (endsWithHole(masked)) masked = masked.slice(0, masked.lastIndexOf(HOLE) + 1);
    else masked += HOLE;
    at = end;
  }
  return masked;
}

/** `8f14e45f-ceea-467f-a1d2-0123456789ab` */
function uuidEnd(word: string, from: number): number | undefined {
  if (from + UUID_LENGTH > word.length || word.charCodeAt(from + 8) !== CODE.minus) return undefined;
  for (let at = 0; at < UUID_LENGTH; at++) {
    const code = word.charCodeAt(from + at);
    const isDash = at === 8 || at === 13 || at === 18 || at === 23;
    if (isDash ? code !== CODE.minus : !isHex(code)) return undefined;
  }
  return from + UUID_LENGTH;
}

const UUID_LENGTH = 36;

/** `*.` or `*-`: the next hole is one with that in front of it. */
function endsWithHole(masked: string): boolean {
  let at = masked.length;
  while (at > 0 && isJoint(masked.charCodeAt(at - 1))) at--;
  return at > 0 && at < masked.length && masked.charAt(at - 1) === HOLE;
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

const NAMES = new Set(
  'k8s ipv4 ipv6 tcp4 tcp6 udp6 utf8 sha1 sha256 sha512 md5 http1 http2 h2 h2c x509 base64 int32 int64 s3 oauth2 etcd3 l4 l7'.split(
    ' ',
  ),
);

/** Names that hold a digit and are no variable: those above, and API versions such as `v1`, `v2beta1`. */
function isName(part: string): boolean {
  if (NAMES.has(part.toLowerCase())) return true;
  if (part.charCodeAt(0) !== 118 || part.length > 9) return false;
  const digits = runEnd(part, 1, part.length, isDigit);
  if (digits === 1) return false;
  const stage = part.startsWith('alpha', digits) ? 5 : part.startsWith('beta', digits) ? 4 : 0;
  if (stage === 0) return digits === part.length && digits <= 3;
  return runEnd(part, digits + stage, part.length, isDigit) === part.length;
}
