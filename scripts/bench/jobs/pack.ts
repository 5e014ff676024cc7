// `node pack.ts SIGNATURES`: a pack of so many signatures: how large it is, and what it costs to check, open and compile it.
import { gzipSync } from 'node:zlib';
import { compilePack, judge, lintPattern, openPack } from '../../../src/core/match/index.ts';
import { createRandom } from '../random.ts';
import { makePack, makeSamples } from '../signatures.ts';

const samples = makeSamples(Number(process.argv[2] ?? '0'), createRandom(1));
const json = JSON.stringify(makePack(samples));

/** In milliseconds of CPU. */
function timed<Result>(task: () => Result): { readonly result: Result; readonly ms: number } {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

const opened = timed(() => openPack(json));
if ('refused' in opened.result) throw new Error(opened.result.refused);
const pack = opened.result;
const compiled = timed(() => compilePack(pack));
// What the gate does for each: its wording, and its sample against all signatures.
const checked = timed(() => {
  for (const { pattern, line } of samples) {
    lintPattern(pattern, 'head');
    if (judge(compiled.result, line).hits.length !== 1) throw new Error(`expected one hit in ${line}`);
  }
});
console.log(
  JSON.stringify({
    bytes: Buffer.byteLength(json),
    gzip: gzipSync(json).length,
    open: opened.ms,
    compile: compiled.ms,
    check: checked.ms,
    memory: process.resourceUsage().maxRSS / 1024,
  }),
);
