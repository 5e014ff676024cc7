/** How the bytes of a file hold its text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gzip';

/** So many bytes tell how a file is encoded. */
export const ENCODING_HEAD = 1_024;

/**
 * How a file is encoded, from its first {@link ENCODING_HEAD} bytes: gzip by its magic number (RFC 1952, section 2.3.1),
 * UTF-16 by its byte order mark, or, where a tool left that out, by NULs in every other place. `kubectl logs > file` of
 * Windows PowerShell 5.1 writes UTF-16. All else is read as UTF-8.
 */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second, third] = head;
  if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const [even, odd] = countNuls(head);
  const pairs = Math.floor(head.length / 2);
  if (pairs < MIN_PAIRS) return 'utf-8';
  if (odd > pairs * MOST && even < pairs * FEW) return 'utf-16le';
  if (even > pairs * MOST && odd < pairs * FEW) return 'utf-16be';
  return 'utf-8';
}

/** A guess from fewer characters would be one about nothing: two flags of one letter each in /proc/…/cmdline. */
const MIN_PAIRS = 16;
const MOST = 0.9;
const FEW = 0.1;

/** NULs in even and in odd places. */
function countNuls(bytes: Uint8Array): [number, number] {
  const nuls: [number, number] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, ENCODING_HEAD); at++)
    if (bytes[at] === 0) nuls[at % 2 === 0 ? 0 : 1]++;
  return nuls;
}
