/** What stands for every character that is none of ASCII. */
const WIDE = 0xff;

/**
 * Puts a part of a text into memory at a place, each character as one byte: those of ASCII as they are, all others as
 * 0xff, so that places in the text and in memory are the same. Bytes are of ASCII and are copied.
 */
export function putNarrow(
  source: string | Uint8Array,
  from: number,
  to: number,
  memory: Uint8Array,
  at: number,
): void {
  if (typeof source !== 'string') {
    memory.set(source.subarray(from, to), at);
    return;
  }
  const shift = at - from;
  for (let index = from; index < to; index++) {
    const code = source.charCodeAt(index);
    memory[index + shift] = code > 0x7f ? WIDE : code;
  }
}

/** A text as one byte a character, in memory of its own. */
export function narrow(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  putNarrow(text, 0, text.length, bytes, 0);
  return bytes;
}
