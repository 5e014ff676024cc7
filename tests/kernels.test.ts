import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KERNELS, assembleKernel } from '../scripts/kernel.ts';

const CORE = join(import.meta.dirname, '..', 'src', 'core');
const digitsOf = (text: string): string => /\[([^\]]*)\]/.exec(text)?.[1]?.replaceAll(/[^0-9a-f]/g, '') ?? '';

it.each(KERNELS)('the kernel in %s is the one that is written beside it', async (folder) => {
  const own = digitsOf(readFileSync(join(CORE, folder, 'kernel.ts'), 'utf8'));
  expect(own).not.toBe('');
  expect(own).toBe(digitsOf(await assembleKernel(folder)));
});
