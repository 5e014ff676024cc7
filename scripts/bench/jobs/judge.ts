// `node judge.ts FILE SIGNATURES`: the whole way of a paste: formats, headers, stacks, signatures with holes, verdicts.
import { type JudgedLine, compilePack, createJudge } from '../../../src/core/match/index.ts';
import { createRandom } from '../random.ts';
import { makePack, makeSamples } from '../signatures.ts';
import { tellMemory } from './memory.ts';
import { readChunks } from './read-chunks.ts';

const [file = '', count = '0'] = process.argv.slice(2);
const judge = createJudge(compilePack(makePack(makeSamples(Number(count), createRandom(1)))));
const verdicts = new Map<string, number>();
const keep = (lines: readonly JudgedLine[]): void => {
  for (const { verdict } of lines) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
};
for (const { text, bytes } of readChunks(file)) keep(judge.push(text, bytes));
keep(judge.end().lines);
console.log(verdicts);
tellMemory();
