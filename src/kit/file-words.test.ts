import { expect, it } from 'vitest';
import { fileWords } from './file-words.ts';

it.each([
  [0, 'a.log, 0 B'],
  [999, 'a.log, 999 B'],
  [1_000, 'a.log, 1.0 kB'],
  [999_949, 'a.log, 999.9 kB'],
  [999_950, 'a.log, 1.0 MB'],
  [200_117_663, 'a.log, 200.1 MB'],
  [5_000_000_000_000, 'a.log, 5000.0 GB'],
])('a file of %i bytes is called `%s`', (size, words) => {
  expect(fileWords({ name: 'a.log', size })).toBe(words);
});
