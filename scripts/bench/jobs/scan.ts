// `node scan.ts FILE NEEDLES`: counts where the literals stand; `rg -c -F -f NEEDLES FILE` counts their lines.
import { readFileSync } from 'node:fs';
import { createScanner } from '../../../src/core/match/scan/scanner.ts';
import { tellMemory } from './memory.ts';
import { readChunks } from './read-chunks.ts';

const [file = '', needles = ''] = process.argv.slice(2);
const scanner = createScanner(readFileSync(needles, 'utf8').trimEnd().split('\n'));
let count = 0;
let rest = '';
for (const chunk of readChunks(file)) {
  const text = rest + chunk;
  const end = text.lastIndexOf('\n') + 1;
  scanner.scan(text, 0, end, () => count++);
  rest = text.slice(end);
}
scanner.scan(rest, 0, rest.length, () => count++);
console.log(count);
tellMemory();
