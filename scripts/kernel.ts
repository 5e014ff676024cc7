// `node scripts/kernel.ts`: assembles the scanner's inner loop, src/core/match/scan/kernel.wat, into the file beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const FOLDER = join(import.meta.dirname, '..', 'src', 'core', 'match', 'scan');

/** The text of kernel.ts for the program as it is written. */
export async function assembleKernel(): Promise<string> {
  const { parseWat } = await wabt();
  const { buffer } = parseWat('kernel.wat', readFileSync(join(FOLDER, 'kernel.wat'), 'utf8')).toBinary({});
  const lines =
    Buffer.from(buffer)
      .toString('hex')
      .match(/.{1,100}/g) ?? [];
  return [
    '/** kernel.wat, assembled by `node scripts/kernel.ts`: WebAssembly as hexadecimal digits. */',
    'export const KERNEL: string = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(join(FOLDER, 'kernel.ts'), await assembleKernel());
