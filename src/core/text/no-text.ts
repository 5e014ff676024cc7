/** Why a file is not read as text. */
export type NoText = 'binary' | 'compressed';

/** So much of a file tells whether it is text. */
const HEAD = 4_096;

/** Beginnings of gzip, zstd, xz, bzip2, zip, as they read in UTF-8. */
const COMPRESSED = ['\u001f\ufffd', '(\ufffd/\ufffd', '\ufffd7zXZ', 'BZh9', 'PK\u0003\u0004'];

/** Whether the beginning of a file is that of a text; `undefined` if it is. A `cmdline` of /proc is one, in spite of its NULs. */
export function noText(beginning: string): NoText | undefined {
  const head = beginning.slice(0, HEAD);
  if (COMPRESSED.some((magic) => head.startsWith(magic))) return 'compressed';
  let odd = 0;
  for (let at = 0; at < head.length; at++) if (isOdd(head.charCodeAt(at))) odd++;
  return odd * 10 > head.length && !isCommandLine(head) ? 'binary' : undefined;
}

/** Control characters that no log prints, and what is no UTF-8. */
const isOdd = (code: number): boolean =>
  code === 0xfffd || code === 0x7f || (code < 0x20 && ![0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(code));

/** `kubelet\0--v=2\0` */
const isCommandLine = (head: string): boolean => /^[\x20-\x7e]+\0(?:[\x20-\x7e]*\0)*[\x20-\x7e]*$/.test(head);
