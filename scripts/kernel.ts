// `node scripts/kernel.ts`: assembles the inner loops that are written in WebAssembly, each into the file beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const CORE = join(import.meta.dirname, '..', 'src', 'core');

/** The folders of `src/core` that have a `kernel.wat`. */
export const KERNELS: readonly string[] = ['log/klog/exact', 'match/scan', 'stack/go/plain'];

/** The text of a folder's kernel.ts, for the program as it is written. */
export async function assembleKernel(folder: string): Promise<string> {
  const { parseWat } = await wabt();
  const { buffer } = parseWat('kernel.wat', readFileSync(join(CORE, folder, 'kernel.wat'), 'utf8'), {
    simd: true,
  }).toBinary({});
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

if (import.meta.main)
  for (const folder of KERNELS) writeFileSync(join(CORE, folder, 'kernel.ts'), await assembleKernel(folder));
