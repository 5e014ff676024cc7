// `node scan.ts FILE NEEDLES`: counts where the literals stand; `rg -c -F -f NEEDLES FILE` counts their lines. ASCII only.
import { readFileSync } from 'node:fs';
import { createScanner } from '../../../src/core/match/scan/scanner.ts';
import { tellMemory } from './memory.ts';
import { readBytes } from './read-bytes.ts';

const NEWLINE = 10;

const [file = '', needles = ''] = process.argv.slice(2);
const scan = createScanner(readFileSync(needles, 'utf8').trimEnd().split('\n'));
let count = 0;
const found = (): number => count++;
let rest = Buffer.of();
for (const bytes of readBytes(file)) {
  // The line that the last piece began and this one ends, and the lines that are all in this one.
  const first = bytes.indexOf(NEWLINE) + 1;
  const last = Math.max(first, bytes.lastIndexOf(NEWLINE) + 1);
  const between = Buffer.concat([rest, bytes.subarray(0, first)]);
  scan(between, found);
  scan(bytes.subarray(first, last), found);
  rest = Buffer.from(bytes.subarray(last));
}
scan(rest, found);
console.log(count);
tellMemory();
