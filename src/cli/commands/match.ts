import { parseArgs } from 'node:util';
import {
  type Answer,
  KIND_WORDS,
  VERDICTS,
  VERDICT_WORDS,
  createJudge,
  toAnswer,
} from '../../core/match/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';
import { loadPack } from '../pack.ts';

/** `kb match FILE|-`: the runbook and step that a paste belongs to, and what each line is. */
export const match: Command = {
  name: 'match',
  summary: 'the runbook and step that a log belongs to',
  usage: 'kb match [--json] FILE|-',
  async run(args, { readInput, out }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const pack = loadPack();
    const judge = createJudge(pack);
    const lines = [];
    for await (const chunk of readInput(path)) lines.push(...judge.push(chunk));
    const end = judge.end();
    const answer = toAnswer({ ...end, lines: [...lines, ...end.lines] }, 'en');
    if (values.json) out(`${JSON.stringify(answer)}\n`);
    else {
      const texts = [...lines, ...end.lines].map(({ text }) => text);
      out(answerText(answer, texts, (slug, step) => stepOf(pack, slug, step)));
    }
    return answer.matches.length > 0 ? EXIT.match : EXIT.none;
  },
};

type StepText = { title: string; danger: number; command: string | undefined } | undefined;

function stepOf({ pack }: ReturnType<typeof loadPack>, slug: string, id: string): StepText {
  const step = pack.runbooks.find((runbook) => runbook.slug === slug)?.steps.find((one) => one.id === id);
  return step && { title: step.title.en, danger: step.danger, command: step.commands[0]?.code };
}

/** Longer lines are cut for a terminal; `--json` has all of them. */
const WIDTH = 140;

/** The answer for a person: the best match with its step first, then every line that says something. */
export function answerText(
  { matches, lines, versions, detected }: Answer,
  texts: readonly string[],
  step: (slug: string, id: string) => StepText,
): string {
  const out: string[] = [];
  const [best, ...others] = matches;
  if (best) {
    const first = step(best.slug, best.step);
    out.push(`${best.runbook}  ${best.slug}  (${best.score})`);
    out.push(`  why    ${drawable(best.reason)}`);
    out.push(`  first  ${best.step}: ${first?.title ?? ''} (danger ${first?.danger ?? '?'})`);
    if (first?.command) out.push(...first.command.split('\n').map((line) => `         ${line}`));
    for (const { name, value, line } of best.captures)
      out.push(`  ${name} = ${drawable(value)} (line ${line})`);
    if (best.ambiguous) out.push('  ambiguous: another runbook fits as well');
    for (const other of others)
      out.push(`also  ${other.runbook}  ${other.slug}  (${other.score})  ${drawable(other.reason)}`);
  } else out.push('not known: no signature is in it');
  if (versions) {
    const fits = versions.ranges.join(', ') || 'no release: the source lines contradict each other';
    out.push(`fits  Kubernetes ${fits} (${versions.evidence.map(({ place }) => place).join(', ')})`);
  }
  const counts = VERDICTS.map(
    (verdict) => [verdict, lines.filter((line) => line.verdict === verdict).length] as const,
  );
  out.push(
    `read  ${lines.length} lines: ${counts.flatMap(([verdict, count]) => (count > 0 ? [`${VERDICT_WORDS[verdict].en} ${count}`] : [])).join(', ')}` +
      ` (${detected.map(({ kind, lines: count }) => `${KIND_WORDS[kind].en} ${count}`).join(', ')})`,
  );
  lines.forEach((line, index) => {
    if (line.verdict === 'info' || line.continues) return;
    const text = drawable(texts[index] ?? '');
    const shown = text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
    out.push(`${String(index + 1).padStart(6)}  ${line.verdict.padEnd(11)}  ${shown}`);
  });
  return `${out.join('\n')}\n`;
}
