/**
 * The bytes of a text, if each is one of its characters, so that a place in the one is the same in the other: all of them
 * are ASCII. A decoder that held a part of a character back from the bytes before gives more characters than that.
 */
export function asciiBytes(text: string, bytes: Uint8Array): Uint8Array | undefined {
  return text.length === bytes.length && isAscii(bytes) ? bytes : undefined;
}

/** Four bytes at a time, but for the ends: a whole file is looked at. */
function isAscii(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  const head = Math.min((4 - (byteOffset & 3)) & 3, length);
  const fours = (length - head) >> 2;
  const tail = head + 4 * fours;
  let bits = 0;
  for (let at = 0; at < head; at++) bits |= bytes[at] ?? 0;
  for (let at = tail; at < length; at++) bits |= bytes[at] ?? 0;
  if (bits > 0x7f) return false;
  // Too few bytes have no place from which fours may be read.
  if (fours === 0) return true;
  const words = new Uint32Array(buffer, byteOffset + head, fours);
  const most = fours - (fours & 3);
  // Four at a step: the loop itself costs more than what it does.
  for (let at = 0; at < most; at += 4)
    bits |= (words[at] ?? 0) | (words[at + 1] ?? 0) | (words[at + 2] ?? 0) | (words[at + 3] ?? 0);
  for (let at = most; at < fours; at++) bits |= words[at] ?? 0;
  return (bits & 0x80808080) === 0;
}
