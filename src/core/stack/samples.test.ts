import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stackOutline } from '../../../tests/support/stack-outline.ts';
import { readStacks } from './read.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const LANGUAGES = { jvm: 'java', python: 'python', node: 'node', rust: 'rust' };

const samplesOf = (folder: string): string[] =>
  readdirSync(join(HERE, folder, 'samples')).filter((name) => name.endsWith('.log'));

describe.each(Object.entries(LANGUAGES))('what programs print that crash: %s', (folder, language) => {
  it.each(samplesOf(folder))('%s is read as the outline beside it says', async (name) => {
    const path = join(HERE, folder, 'samples', name);
    const text = readFileSync(path, 'utf8');
    const read = readStacks(text);
    expect(new Set(read.stacks.map((stack) => stack.language))).toEqual(new Set([language]));
    await expect(stackOutline(text, read)).toMatchFileSnapshot(path.replace('.log', '.outline.txt'));
  });
});
