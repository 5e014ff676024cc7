/**
 * `npm run bench -- [--mb 200] [--rounds 7]`: measures Faultbook against its peers, and prints tables as Markdown.
 * Only the ratios of one run mean something. How it is measured: README.md beside this file.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FOLDER, ROOT, corpus, dump, needleFile } from './corpus.ts';
import { type Contender, type Measured, measure } from './measure.ts';
import { installed } from './peers.ts';
import { createRandom } from './random.ts';
import { makeSamples } from './signatures.ts';

const { values } = parseArgs({
  options: { mb: { type: 'string', default: '200' }, rounds: { type: 'string', default: '7' } },
});
const mb = Number(values.mb);
const rounds = Number(values.rounds);

const JOBS = ['scan', 'newlines', 'judge', 'stacks', 'pack'] as const;

/** Bundled, with what Node makes of it kept, as `kb` is. */
const job = (name: (typeof JOBS)[number], ...args: string[]): readonly string[] => [
  process.execPath,
  join(FOLDER, 'jobs', `${name}.mjs`),
  ...args,
];

function table(title: string, contenders: readonly Contender[], bytes: number): void {
  const results = measure(contenders, rounds);
  const [own] = results;
  if (!own) return;
  console.log(`\n${title}\n\n| what | MB/s | times ours | memory |\n| --- | ---: | ---: | ---: |`);
  for (const result of results) console.log(row(result, own, bytes));
}

function row({ name, seconds, memory }: Measured, own: Measured, bytes: number): string {
  const speed = (bytes / 1e6 / seconds).toFixed(0);
  const ratio = (own.seconds / seconds).toFixed(2);
  return `| ${name} | ${speed} | ${ratio} | ${memory === undefined ? '' : `${memory.toFixed(0)} MB`} |`;
}

interface PackCost {
  readonly bytes: number;
  readonly gzip: number;
  readonly open: number;
  readonly compile: number;
  readonly check: number;
  readonly memory: number;
}

/** How large a pack is, and what a browser and a build pay for it; of all rounds the least. */
function packTable(counts: readonly number[]): void {
  console.log('\nA pack, its size, and what it costs\n');
  console.log('| signatures | JSON | gzip | open | compile | check at build | memory |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const count of counts) {
    const costs = Array.from({ length: rounds }, () => packCost(count));
    const least = (key: keyof PackCost): number => Math.min(...costs.map((cost) => cost[key]));
    const kB = (key: 'bytes' | 'gzip'): string => `${(least(key) / 1000).toFixed(0)} kB`;
    const ms = (key: 'open' | 'compile' | 'check'): string => `${least(key).toFixed(0)} ms`;
    const memory = `${least('memory').toFixed(0)} MB`;
    console.log(
      `| ${count} | ${kB('bytes')} | ${kB('gzip')} | ${ms('open')} | ${ms('compile')} | ${ms('check')} | ${memory} |`,
    );
  }
}

function packCost(count: number): PackCost {
  const [node = '', ...args] = job('pack', String(count));
  return JSON.parse(execFileSync(node, args, { encoding: 'utf8' }));
}

process.env['NODE_COMPILE_CACHE'] ??= join(FOLDER, 'node');
const entries = JOBS.map((name) => `scripts/bench/jobs/${name}.ts`);
execFileSync(process.execPath, ['scripts/bundle.mjs', join(FOLDER, 'jobs'), ...entries], { cwd: ROOT });

const klog = corpus('klog', mb);
const size = statSync(klog).size;
const [cpu] = cpus();
console.log(`${cpu?.model ?? 'unknown processor'}, Node ${process.version}, ${mb} MB, best of ${rounds}`);

for (const count of [100, 1_000, 10_000]) {
  const needles = makeSamples(count, createRandom(1)).map(({ line }) => line.slice(0, line.indexOf(': Get')));
  const file = needleFile(needles);
  const contenders: Contender[] = [{ name: 'Faultbook', command: job('scan', klog, file) }];
  if (installed('rg')) contenders.push({ name: 'rg', command: ['rg', '-c', '-F', '-f', file, klog] });
  contenders.push({ name: 'counting lines', command: job('newlines', klog) });
  table(`Finding ${count} literals`, contenders, size);
}

packTable([100, 1_000, 10_000]);

const judged = (count: number): Contender => ({
  name: `Faultbook, ${count} signatures`,
  command: job('judge', klog, String(count)),
});
const pipeline: Contender[] = [judged(1_000), judged(100), judged(10_000)];
if (installed('lnav')) {
  const count = ';SELECT log_level, count(*) FROM all_logs GROUP BY log_level';
  pipeline.push({ name: 'lnav, load', command: ['lnav', '-n', '-c', ';SELECT 1', klog] });
  pipeline.push({ name: 'lnav, count by SQL', command: ['lnav', '-n', '-c', count, klog] });
}
pipeline.push({ name: 'counting lines', command: job('newlines', klog) });
table('Reading and judging', pipeline, size);

const goroutines = dump(20_000);
if (goroutines) {
  const contenders: Contender[] = [{ name: 'Faultbook', command: job('stacks', goroutines) }];
  const pp = installed('panicparse') ?? installed('pp');
  if (pp)
    contenders.push({ name: 'panicparse', command: ['bash', '-c', `"${pp}" -no-color < "${goroutines}"`] });
  contenders.push({ name: 'counting lines', command: job('newlines', goroutines) });
  table('Reading and bucketing 20,000 goroutines', contenders, statSync(goroutines).size);
} else console.log('\nleft out, since Go is not installed: goroutines');

const hostile = (['one-line', 'equal', 'anchors'] as const).map((name) => ({
  name,
  command: job('judge', corpus(name, mb), '1000'),
}));
table(
  'Hostile input of the same size',
  [{ name: 'ordinary', command: job('judge', klog, '1000') }, ...hostile],
  size,
);

for (const peer of ['rg', 'lnav', 'panicparse'])
  if (!installed(peer)) console.log(`left out, since it is not installed: ${peer}`);
