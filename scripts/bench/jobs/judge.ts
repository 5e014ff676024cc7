// `node judge.ts FILE SIGNATURES`: the whole way of a paste: formats, headers, stacks, signatures with holes, verdicts.
import { type Judged, compilePack, countOf, createJudge } from '../../../src/core/match/index.ts';
import { createRandom } from '../random.ts';
import { makePack, makeSamples } from '../signatures.ts';
import { tellMemory } from './memory.ts';
import { readChunks } from './read-chunks.ts';

const [file = '', count = '0'] = process.argv.slice(2);
const judge = createJudge(compilePack(makePack(makeSamples(Number(count), createRandom(1)))));
const verdicts = new Map<string, number>();
const keep = (judged: readonly Judged[]): void => {
  for (const one of judged) verdicts.set(one.verdict, (verdicts.get(one.verdict) ?? 0) + countOf(one));
};
for (const { text, bytes } of readChunks(file)) keep(judge.push(text, bytes));
keep(judge.end().lines);
console.log(verdicts);
tellMemory();
