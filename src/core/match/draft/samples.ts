import type { HoleType } from '../holes.ts';
import type { Piece } from './variables.ts';

/** Another value of each type, unlike any that a paste is likely to have. */
const OTHERS: Readonly<Record<Exclude<HoleType, '*' | '**'>, string>> = {
  int: '4711',
  hex: '0x1badb002',
  uuid: '0d1ed0de-0000-4000-8000-00000000beef',
  ip: '192.0.2.34',
  port: '8443',
  dur: '45s',
  qty: '512Mi',
  q: '"other"',
  path: 'another/place',
  url: 'https://example.com/another',
  pod: 'other-6c5f4b9d8-k2x4z',
  node: 'other-node',
  image: 'example.com/other:1.0',
  str: 'other',
};

/** The same line with other values in its holes: what the next machine would print. */
export function otherValues(line: string, pieces: readonly Piece[]): string {
  const message = pieces.map(({ text }) => text).join('');
  const at = line.indexOf(message);
  if (at < 0) return replaceEach(line, pieces);
  const other = pieces.map((piece) => (piece.kind === 'hole' ? otherOf(piece) : piece.text)).join('');
  return line.slice(0, at) + other + line.slice(at + message.length);
}

/** In a line whose message was escaped, values are found one by one. */
function replaceEach(line: string, pieces: readonly Piece[]): string {
  let at = 0;
  let out = '';
  for (const piece of pieces) {
    const found = piece.kind === 'hole' ? line.indexOf(piece.text, at) : -1;
    if (piece.kind !== 'hole' || found < 0) continue;
    out += line.slice(at, found) + otherOf(piece);
    at = found + piece.text.length;
  }
  return out + line.slice(at);
}

/** A number, a time or a name with one keeps its length, so that a line with columns keeps them. */
function otherOf({ type, text }: Extract<Piece, { kind: 'hole' }>): string {
  const digit = /\d(?=\D*$)/;
  if ((type === 'int' || type === 'str') && digit.test(text))
    return text.replace(digit, (last) => String((Number(last) + 3) % 10));
  // What stands in a gap has a form of its own, which no other words have.
  if (type === '*' || type === '**') return text;
  return OTHERS[type] === text ? `${text}2` : OTHERS[type];
}

/** The line with another word for the longest one of its anchor: as near as can be, and not it. */
export function nearMiss(line: string, anchor: string): string {
  const word = anchor.split(/[^A-Za-z]+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  const at = line.indexOf(anchor);
  if (word === '' || at < 0) return line.slice(0, Math.floor(line.length / 3));
  const from = at + anchor.indexOf(word);
  return line.slice(0, from) + 'something-else' + line.slice(from + word.length);
}
