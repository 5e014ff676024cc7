import { type CompiledPack, compilePack, judge } from '../../core/match/index.ts';
import type { Content, Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import { buildPack } from '../pack.ts';
import { patternsRead } from '../patterns-read.ts';
import type { RuleFunction } from './rule.ts';

/**
 * Every sample says how it was made, brings its own runbook first, and is taken by no other runbook's signature unless
 * one of the two says so. Evidence quotes lines that the sample has.
 */
export const samplesRule: RuleFunction = (content) => {
  if (!patternsRead(content)) return [];
  const pack = compilePack(buildPack(content));
  return content.runbooks.flatMap((runbook) => [
    ...undeclared(runbook),
    ...runbook.data.samples.flatMap((_, index) => crossMatches(runbook, index, pack, content)),
    ...brokenEvidence(runbook),
  ]);
};

function undeclared(runbook: Runbook): Finding[] {
  const declared = runbook.data.samples.map(({ file }) => file);
  const made = [...runbook.samples.keys()].filter((name) => !declared.includes(name));
  const gone = declared.filter((name) => !runbook.samples.has(name));
  return [
    ...made.map((name) =>
      finding(
        runbook,
        ['samples'],
        `\`samples/${name}\` does not say how it was made`,
        'declare it under `samples`, with `made`',
      ),
    ),
    ...gone.map((name) =>
      finding(
        runbook,
        ['samples'],
        `\`samples/${name}\` is not there`,
        'add the file, or take the entry out',
      ),
    ),
  ];
}

function crossMatches(runbook: Runbook, index: number, pack: CompiledPack, { runbooks }: Content): Finding[] {
  const declaration = runbook.data.samples[index];
  const text = declaration && runbook.samples.get(declaration.file);
  if (!declaration || text === undefined) return [];
  const path = ['samples', index];
  const { matches } = judge(pack, text);
  const findings: Finding[] = [];
  const first = matches[0];
  if (first && first.runbook.slug !== runbook.slug && !declaration.also.includes(first.runbook.slug)) {
    findings.push(
      finding(
        runbook,
        path,
        `\`samples/${declaration.file}\` brings \`${first.runbook.slug}\` first`,
        'make a signature more specific, or say so: `also: [slug]`',
      ),
    );
  }
  for (const match of matches.filter(({ runbook: { slug } }) => slug !== runbook.slug)) {
    const taker = runbooks.find(({ slug }) => slug === match.runbook.slug);
    for (const { compiled } of match.hits) {
      const declaredBy =
        taker?.data.signatures.find(({ id }) => id === compiled.signature.id)?.shared_with ?? [];
      if (declaration.also.includes(match.runbook.slug) || declaredBy.includes(runbook.slug)) continue;
      findings.push(
        finding(
          runbook,
          path,
          `\`samples/${declaration.file}\` is taken by \`${compiled.signature.id}\` of \`${match.runbook.slug}\``,
          'make that signature more specific, or say that it may: `shared_with: [slug]` there, or `also: [slug]` here',
        ),
      );
    }
  }
  return findings;
}

function brokenEvidence(runbook: Runbook): Finding[] {
  const { file, structure } = runbook.pages.en;
  return structure.evidence.flatMap(({ id, sample, lines, line }): Finding[] => {
    const text = runbook.samples.get(sample);
    const range = parseLines(lines);
    const count = text?.trimEnd().split('\n').length ?? 0;
    if (text !== undefined && range && range.to <= count) return [];
    const expected =
      text === undefined ? `there is no \`samples/${sample}\`` : `\`samples/${sample}\` has ${count} lines`;
    return [
      {
        file,
        line,
        rule: 'samples',
        message: `evidence \`${id}\` quotes \`${lines}\`, but ${expected}`,
        remedy: 'quote lines as `lines="3"` or `lines="3-7"`',
      },
    ];
  });
}

/** `3` or `3-7`, 1-based. */
export function parseLines(lines: string): { from: number; to: number } | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(lines) ?? [];
  if (!from || Number(from) < 1) return undefined;
  const last = Number(to ?? from);
  return last >= Number(from) ? { from: Number(from), to: last } : undefined;
}

const finding = (
  runbook: Runbook,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): Finding => ({
  file: runbook.file,
  line: runbook.lineOf(path),
  rule: 'samples',
  message,
  remedy,
});
