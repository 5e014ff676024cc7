import { type Pattern, compilePack, isPatternError, judge, parsePattern } from '../core/match/index.ts';
import type { Content, Runbook } from './content.ts';
import type { Finding } from './finding.ts';
import { buildPack } from './pack.ts';

type SignatureData = Runbook['data']['signatures'][number];

/**
 * What could be better and does not stop a build: wordings and tails that no sample shows, captures that fill nothing. Takes
 * content that passes its rules.
 */
export const adviseContent = ({ runbooks }: Pick<Content, 'runbooks'>): Finding[] =>
  runbooks.flatMap((runbook) => {
    const pack = compilePack(
      buildPack({ root: '', runbooks: [runbook], noise: [], postmortems: [], findings: [] }),
    );
    return runbook.data.signatures.flatMap((signature, index) => [
      ...unshown(runbook, signature, index, (text) => judge(pack, text).hits),
      ...unused(runbook, signature, index),
    ]);
  });

const advice = (
  runbook: Runbook,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): Finding => ({
  file: runbook.file,
  line: runbook.lineOf(['signatures', ...path]),
  rule: 'advice',
  message,
  remedy,
});

function unshown(
  runbook: Runbook,
  { id, hit, heads, tails }: SignatureData,
  index: number,
  hitsOf: (text: string) => ReturnType<typeof judge>['hits'],
): Finding[] {
  const shown = new Set<string>();
  for (const sample of hit) {
    const text = typeof sample === 'string' ? runbook.samples.get(sample) : sample.text;
    for (const { compiled, head, tail, similarity } of hitsOf(text ?? '')) {
      if (compiled.signature.id !== id || similarity !== undefined) continue;
      if (head) shown.add(head.source);
      if (tail) shown.add(tail.tail.id);
    }
  }
  return [
    ...heads.flatMap(({ pattern }, at) =>
      shown.has(pattern)
        ? []
        : [
            advice(
              runbook,
              [index, 'heads', at],
              `\`${id}\`: no sample shows the wording \`${pattern}\``,
              'add one to `hit`',
            ),
          ],
    ),
    ...tails.flatMap((tail, at) =>
      shown.has(tail.id)
        ? []
        : [
            advice(
              runbook,
              [index, 'tails', at],
              `\`${id}\`: no sample ends in \`${tail.id}\``,
              'add one to `hit`; an earlier tail may take its lines',
            ),
          ],
    ),
  ];
}

function unused(runbook: Runbook, signature: SignatureData, index: number): Finding[] {
  const names = new Set(runbook.data.vars.map(({ name }) => name));
  const patterns = [
    ...signature.heads.map(({ pattern }, at) => ({ pattern, path: [index, 'heads', at] })),
    ...signature.tails.map(({ pattern }, at) => ({ pattern, path: [index, 'tails', at] })),
  ];
  return patterns.flatMap(({ pattern, path }) =>
    capturesOf(parsePattern(pattern))
      .filter((name) => !names.has(name))
      .map((name) =>
        advice(
          runbook,
          path,
          `\`${signature.id}\`: \`${name}\` is captured and fills no variable`,
          'name a variable of `vars`, or leave the hole without a name',
        ),
      ),
  );
}

const capturesOf = (pattern: ReturnType<typeof parsePattern>): string[] =>
  isPatternError(pattern)
    ? []
    : (pattern satisfies Pattern).tokens.flatMap((token) =>
        token.kind === 'hole' && token.capture ? [token.capture] : [],
      );
