/**
 * Measures how well pastes are matched, beside plain baselines, and writes the short table of the README.
 *
 *     node scripts/eval/main.ts [--quick] [--misses] [--held] [--write]
 *
 * Deterministic but for the lines of real programs. `--quick` takes fewer mutations, incidents and lines; `--misses`
 * names what went wrong, of pastes in the held half only with `--held`; `--write` writes the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack, judge } from '../../src/core/match/index.ts';
import { buildPack, readContent } from '../../src/gate/index.ts';
import { createRandom } from '../bench/random.ts';
import { type Answerer, firstErrorLine, firstRegularExpression, fullText } from './baselines.ts';
import { isMarkedRight, markedLines } from './highlights.ts';
import { incidents } from './incidents.ts';
import { leftOut } from './left-out.ts';
import { MUTATIONS } from './mutations.ts';
import { foreignLines } from './ordinary.ts';
import { readPastes } from './pastes.ts';
import { alsoRight, samplesOf } from './questions.ts';
import { realPastes } from './real-lines.ts';
import { type Outcome, interval, rates, upperBound } from './statistics.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const has = (flag: string): boolean => process.argv.includes(flag);
const QUICK = has('--quick');
const LINES_OF_A_PASTE = 300;
const FOREIGN_PASTES = QUICK ? 200 : 1_200;

const content = readContent(ROOT);
const pack = buildPack(content);
const compiled = compilePack(pack);
const samples = samplesOf(content);
const random = createRandom(20_261_121);

const ours: Answerer = (text) => judge(compiled, text).matches.map(({ runbook }) => runbook.slug);
const search = fullText(content);
const answerers: Readonly<Record<string, Answerer>> = {
  'this matcher': ours,
  'full-text search (BM25)': search,
  'first regular expression': firstRegularExpression(pack),
  'first error line, searched': firstErrorLine(search),
};

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;
const rankOf = (answers: readonly string[], right: readonly string[]): number =>
  answers.findIndex((slug) => right.includes(slug)) + 1;
const say = (line = ''): void => console.log(line);
const title = (text: string): void => say(`\n## ${text}\n`);
const misses: string[] = [];
const miss = (words: string): void => void misses.push(words);

/** Rows of the README: what, target, reached, and by the best baseline. */
const table: string[][] = [];

function report(what: string, outcomes: Readonly<Record<string, readonly Outcome[]>>): void {
  for (const [name, own] of Object.entries(outcomes)) {
    const { count, first, third, mrr } = rates(own);
    const [low, high] = interval(own, createRandom(7));
    say(
      `${name.padEnd(28)} recall@1 ${percent(first).padStart(7)} (${percent(low)} to ${percent(high)})  recall@3 ${percent(third).padStart(7)}  MRR ${mrr.toFixed(3)}  n=${count}`,
    );
  }
  say(`(${what})`);
}

function byKind(outcomes: readonly Outcome[]): void {
  const kinds = [...Map.groupBy(outcomes, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kind, ...rates(own) }))
    .filter(({ first }) => first < 1)
    .sort((a, b) => a.first - b.first);
  for (const { kind, first, count } of kinds) say(`  ${percent(first).padStart(7)}  ${kind} (n=${count})`);
}

title('Pastes');
const pastes = readPastes();
const pasted = (half: 'tuned' | 'held'): Record<string, Outcome[]> =>
  Object.fromEntries(
    Object.entries(answerers).map(([name, answer]) => [
      name,
      pastes
        .filter((paste) => paste.half === half && paste.expected.length > 0)
        .map(({ text, expected }) => ({
          group: expected[0] ?? '',
          kind: expected[0] ?? '',
          rank: rankOf(answer(text), expected),
        })),
    ]),
  );
for (const half of ['tuned', 'held'] as const) {
  report(`pastes of known failures, ${half}`, pasted(half));
  byKind(pasted(half)['this matcher'] ?? []);
  const foreign = pastes.filter((paste) => paste.half === half && paste.expected.length === 0);
  const wrong = foreign.filter(({ text }) => ours(text).length > 0);
  say(`unrelated, ${half}: ${wrong.length} of ${foreign.length} answered although nobody knows them`);
  for (const paste of pastes.filter((one) => one.half === half)) {
    const answers = ours(paste.text);
    const right = paste.expected.length === 0 ? answers.length === 0 : rankOf(answers, paste.expected) === 1;
    if (!right && (half === 'tuned' || has('--held')))
      miss(
        `paste, ${half}: ${paste.expected[0] ?? 'unrelated'} “${paste.name}” → ${answers.slice(0, 3).join(', ') || 'nothing'}`,
      );
  }
}
const held = pasted('held');
const heldRates = Object.fromEntries(Object.entries(held).map(([name, own]) => [name, rates(own)]));
const bestOf = (value: (name: string) => number): string =>
  percent(Math.max(...Object.keys(answerers).slice(1).map(value)));
const ourHeld = rates(held['this matcher'] ?? []);
table.push(
  [
    'pastes kept apart, right runbook first',
    '≥ 95 %',
    percent(ourHeld.first),
    bestOf((name) => heldRates[name]?.first ?? 0),
  ],
  [
    '… among the first three',
    '≥ 99 %',
    percent(ourHeld.third),
    bestOf((name) => heldRates[name]?.third ?? 0),
  ],
);

title('Samples, one wording left out at a time');
const wordingsIn = (text: string): Set<string> =>
  new Set(judge(compiled, text).hits.flatMap(({ head }) => (head ? [head.source] : [])));
const unseen: Outcome[] = [];
for (const { sample, pack: without } of leftOut(samples, pack, wordingsIn)) {
  const answers = judge(without, sample.text).matches.map(({ runbook }) => runbook.slug);
  const rank = rankOf(answers, alsoRight(content, sample));
  unseen.push({ group: sample.slug, kind: sample.slug, rank });
  if (rank !== 1)
    miss(`left out: ${sample.slug} “${sample.name}” → ${answers.slice(0, 3).join(', ') || 'nothing'}`);
}
report('the wording that a sample has is unknown; what is left are the others of its runbook', {
  'this matcher': unseen,
});

title('Mutations');
/** The line that decides the answer: a cut of another one is no question. */
const tellingLine = (text: string): string => {
  const [best] = judge(compiled, text).matches;
  return text.split('\n')[(best?.best.line ?? 1) - 1] ?? text;
};
const mutated: Outcome[] = [];
const cut: Outcome[] = [];
const baselineMutated: Record<string, Outcome[]> = {};
for (const sample of QUICK ? samples.filter((_, index) => index % 4 === 0) : samples) {
  const [before] = ours(sample.text);
  if (before === undefined) continue;
  for (const { name, kind, mutate } of MUTATIONS) {
    const text = mutate(kind === 'cut' ? tellingLine(sample.text) : sample.text, random);
    if (text === undefined) continue;
    const rank = rankOf(ours(text), [before]);
    (kind === 'same' ? mutated : cut).push({ group: sample.slug, kind: name, rank });
    if (rank !== 1) miss(`${name}: ${sample.slug} “${sample.name}”`);
    if (kind === 'same')
      for (const baseline of Object.keys(answerers).slice(1)) {
        const answer = answerers[baseline];
        if (answer)
          (baselineMutated[baseline] ??= []).push({
            group: sample.slug,
            kind: name,
            rank: rankOf(answer(text), alsoRight(content, sample)),
          });
      }
  }
}
report('same first answer as without, where ids, wrappers, quoting, wrapping change', {
  'this matcher': mutated,
  ...baselineMutated,
});
byKind(mutated);
report('a part of the line was cut off', { 'this matcher': cut });
byKind(cut);
table.push([
  'same answer when ids, versions, wrappers, quoting and wrapping change',
  '≥ 97 %',
  percent(rates(mutated).first),
  bestOf((name) => rates(baselineMutated[name] ?? []).first),
]);
table.push(['… when a fifth of the line is cut off', '', percent(rates(cut).first), '']);

title('Incidents');
const ordinary = QUICK ? 1_000 : 10_000;
const first: Record<string, Outcome[]> = {};
let incident = 0;
for (const { slug, other, text } of incidents(samples, ordinary, random)) {
  // The baselines take seconds for each.
  const asked = incident++ % 8 === 0 && !QUICK ? Object.keys(answerers) : ['this matcher'];
  for (const name of asked) {
    const answers = answerers[name]?.(text) ?? [];
    const rank = rankOf(answers, [slug]);
    (first[name] ??= []).push({ group: slug, kind: slug, rank });
    if (name === 'this matcher' && rank !== 1)
      miss(`incident: ${slug} with ${other ?? 'its own'} → ${answers.slice(0, 3).join(', ')}`);
  }
}
report(`cause first, among its consequences and ${ordinary} lines of an ordinary hour`, first);
byKind(first['this matcher'] ?? []);
table.push([
  'cause first among its consequences and 10,000 ordinary lines',
  '≥ 90 %',
  percent(rates(first['this matcher'] ?? []).first),
  bestOf((name) => rates(first[name] ?? []).first),
]);

title('What nobody knows');
let lines = 0;
let wrongLines = 0;
let wrongPastes = 0;
const wrong = (text: string): number => {
  const { matches } = judge(compiled, text);
  if (matches.length > 0) wrongPastes++;
  for (const { runbook, best } of matches)
    miss(
      `false: ${runbook.slug} ${best.compiled.signature.id} in “${text.split('\n')[best.line - 1]?.slice(0, 120)}”`,
    );
  return new Set(matches.flatMap(({ hits }) => hits.map(({ line }) => line))).size;
};
for (let index = 0; index < FOREIGN_PASTES; index++) {
  wrongLines += wrong(`${foreignLines(LINES_OF_A_PASTE, random).join('\n')}\n`);
  lines += LINES_OF_A_PASTE;
}
const real = realPastes();
for (const { text } of real) {
  wrongLines += wrong(text);
  lines += text.split('\n').length;
}
const asked = FOREIGN_PASTES + real.length;
say(
  `${wrongLines} of ${lines} lines matched, at most ${(upperBound(wrongLines, lines) * 100_000).toFixed(2)} in 100,000 (95 %)`,
);
say(`${wrongPastes} of ${asked} pastes answered, ${real.length} of them printed by real programs`);
table.push([
  'lines matched that no runbook is about',
  '≤ 1 in 100,000',
  `${wrongLines} in ${lines.toLocaleString('en')}`,
  '',
]);

title('Highlights');
let marks = 0;
let rightMarks = 0;
for (const marked of markedLines(compiled, QUICK ? 2 : 8, random)) {
  marks++;
  if (isMarkedRight(compiled, marked)) rightMarks++;
  else miss(`highlight: ${marked.signature} in “${marked.text.slice(0, 120).trimEnd()}”`);
}
say(
  `${rightMarks} of ${marks} printed wordings are marked exactly where they stand: ${percent(rightMarks / marks)}`,
);
table.push(['highlighted columns equal the printed ones', '≥ 99 %', percent(rightMarks / marks), '']);

if (has('--misses')) {
  title('What went wrong');
  misses.forEach((line) => say(line));
}

if (has('--write')) {
  const rows = [['what', 'target', 'reached', 'best baseline'], ['---', '---', '---', '---'], ...table];
  const markdown = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const path = join(ROOT, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- eval -->', '<!-- /eval -->'];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`README.md has no \`${start}\` … \`${end}\``);
  writeFileSync(path, `${readme.slice(0, from + start.length)}\n\n${markdown}\n\n${readme.slice(to)}`);
}
