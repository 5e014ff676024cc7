/** Of 32 bits: FNV-1a of the name of a source file, without folders, and the number of a line. */
export function placeHash(file: string, line: number): number {
  let hash = 0x811c9dc5;
  for (let at = file.lastIndexOf('/') + 1; at < file.length; at++) hash = hashed(hash, file.charCodeAt(at));
  return hashed(hash, line) >>> 0;
}

const hashed = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);
