import { compilePack, isStackError, judge, lintPattern, parseStack } from '../../core/match/index.ts';
import { LANGUAGES } from '../../core/text/index.ts';
import type { Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import { buildPack } from '../pack.ts';
import { perRunbook } from './rule.ts';

type SignatureData = Runbook['data']['signatures'][number];

/** Each pattern reads, is not too general, matches its own samples and none of its near misses, and is explained. */
export const signaturesRule = perRunbook((runbook) => {
  const broken = runbook.data.signatures.flatMap((signature, index) =>
    patternFindings(runbook, signature, index),
  );
  if (broken.length > 0) return broken;
  const pack = compilePack(
    buildPack({ root: '', runbooks: [runbook], noise: [], postmortems: [], findings: [] }),
  );
  return runbook.data.signatures.flatMap((signature, index): Finding[] => {
    const finding = (key: string, message: string, remedy: string): Finding => ({
      file: runbook.file,
      line: runbook.lineOf(['signatures', index, key]),
      rule: 'signatures',
      message: `\`${signature.id}\` ${message}`,
      remedy,
    });
    const findings = [...unexplained(runbook, signature)];
    for (const key of ['hit', 'miss'] as const) {
      for (const sample of signature[key]) {
        const text = typeof sample === 'string' ? runbook.samples.get(sample) : sample.text;
        const name = typeof sample === 'string' ? `samples/${sample}` : sample.text.slice(0, 80);
        if (text === undefined) {
          findings.push(finding(key, `names \`${name}\`, which is not there`, 'add the file to `samples/`'));
          continue;
        }
        const matched = judge(pack, text).hits.some(({ compiled }) => compiled.signature.id === signature.id);
        if (key === 'hit' && !matched) {
          findings.push(
            finding(key, `does not match its own sample \`${name}\``, 'mend the pattern or the sample'),
          );
        }
        if (key === 'miss' && matched) {
          findings.push(
            finding(
              key,
              `matches \`${name}\`, which it must not`,
              'make the pattern more specific: a longer head, a typed hole',
            ),
          );
        }
      }
    }
    return findings;
  });
});

function patternFindings(runbook: Runbook, signature: SignatureData, index: number): Finding[] {
  const finding = (path: readonly PropertyKey[], message: string, remedy: string): Finding => ({
    file: runbook.file,
    line: runbook.lineOf(['signatures', index, ...path]),
    rule: 'signatures',
    message: `\`${signature.id}\`: ${message}`,
    remedy,
  });
  const findings: Finding[] = [];
  if (signature.heads.length === 0 && signature.stack.length === 0 && !signature.fact) {
    findings.push(finding(['id'], 'neither `heads` nor `stack` nor `fact`', 'say what it looks like'));
  }
  signature.stack.forEach((keys, at) => {
    const stack = parseStack(keys);
    if (isStackError(stack))
      findings.push(
        finding(['stack', at, stack.at], stack.message, 'write it as Go prints it, without arguments'),
      );
  });
  const patterns = [
    ...signature.heads.map(({ pattern }, at) => ({ pattern, path: ['heads', at, 'pattern'] })),
    ...signature.tails.map(({ pattern }, at) => ({ pattern, path: ['tails', at, 'pattern'] })),
  ];
  for (const { pattern, path } of patterns) {
    const place = path[0] === 'heads' ? 'head' : 'tail';
    for (const { words, remedy } of lintPattern(pattern, place))
      findings.push(finding(path, words.en, remedy.en));
  }
  return findings;
}

function unexplained(runbook: Runbook, signature: SignatureData): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const { file, head } = runbook.pages[language];
    return [signature.id, ...signature.tails.map(({ id }) => id)]
      .filter((id) => !head.why[id])
      .map((id) => ({
        file,
        line: 1,
        rule: 'signatures' as const,
        message: `nothing says why \`${id}\` means what it means`,
        remedy: `add \`why: { ${id}: … }\` to the head: one sentence, shown with the match`,
      }));
  });
}
