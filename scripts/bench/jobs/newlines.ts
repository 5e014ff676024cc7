// `node newlines.ts FILE`: the floor: reads a file and counts its lines, and nothing else.
import { tellMemory } from './memory.ts';
import { readChunks } from './read-chunks.ts';

const [file = ''] = process.argv.slice(2);
let lines = 0;
for (const { text } of readChunks(file))
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
console.log(lines);
tellMemory();
