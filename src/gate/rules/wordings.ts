import { compilePack, isPatternError, judge, parsePattern } from '../../core/match/index.ts';
import type { Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import { ORDINARY_LINES } from '../ordinary-lines.ts';
import { buildPack } from '../pack.ts';
import { perRunbook } from './rule.ts';

type SignatureData = Runbook['data']['signatures'][number];

/** A wording takes no line of an ordinary day, is written once, names releases in their order, and is finished. */
export const wordingsRule = perRunbook((runbook) =>
  runbook.data.signatures.flatMap((signature, index) => [
    ...unfinished(runbook, signature, index),
    ...repeated(runbook, signature, index),
    ...backwards(runbook, signature, index),
    ...ordinary(runbook, signature, index),
  ]),
);

const finding = (
  runbook: Runbook,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): Finding => ({
  file: runbook.file,
  line: runbook.lineOf(['signatures', ...path]),
  rule: 'wordings',
  message,
  remedy,
});

/** `kb draft` leaves a TODO wherever only the author knows. */
function unfinished(runbook: Runbook, signature: SignatureData, index: number): Finding[] {
  return (['hit', 'miss'] as const).flatMap((key) =>
    signature[key].flatMap((sample, at) =>
      typeof sample !== 'string' && sample.made.startsWith('TODO')
        ? [
            finding(
              runbook,
              [index, key, at],
              `\`${signature.id}\` does not say how \`${sample.text.slice(0, 60)}\` was made`,
              'replace the TODO: the program and version that printed it, or the format string with file and tag',
            ),
          ]
        : [],
    ),
  );
}

function repeated({ data, ...runbook }: Runbook, signature: SignatureData, index: number): Finding[] {
  const before = data.signatures.slice(0, index);
  return signature.heads.flatMap(({ pattern }, at) => {
    const twice = signature.heads.slice(0, at).some((head) => head.pattern === pattern);
    const owner = before.find(({ heads }) => heads.some((head) => head.pattern === pattern));
    if (!twice && !owner) return [];
    return [
      finding(
        { data, ...runbook },
        [index, 'heads', at, 'pattern'],
        `\`${signature.id}\`: the wording \`${pattern}\` is ${owner ? `that of \`${owner.id}\`` : 'there twice'}`,
        'take one of them out, or tell them apart by tails',
      ),
    ];
  });
}

/** Releases from `1.20.15` to `1.20.0` are none. */
function backwards(runbook: Runbook, signature: SignatureData, index: number): Finding[] {
  const ranges = [
    ...signature.heads.flatMap(({ versions }, at) =>
      versions.map((range, own) => ({ range, path: ['heads', at, 'versions', own] })),
    ),
    ...(signature.versions ?? []).map((range, own) => ({ range, path: ['versions', own] })),
  ];
  return ranges.flatMap(({ range, path }) => {
    const [from = '', to = ''] = range.split('-');
    if (compareReleases(from, to) <= 0) return [];
    return [
      finding(
        runbook,
        [index, ...path],
        `\`${signature.id}\`: the releases \`${range}\` end before they begin`,
        `write \`${to}-${from}\``,
      ),
    ];
  });
}

function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((release) => release.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Noise and information are of an ordinary day; what they take is explained, and draws nobody away. */
function ordinary(runbook: Runbook, signature: SignatureData, index: number): Finding[] {
  if (signature.role === 'noise' || signature.role === 'info' || signature.heads.length === 0) return [];
  if (signature.heads.some(({ pattern }) => isPatternError(parsePattern(pattern)))) return [];
  const heads = { ...signature, fact: undefined, stack: [], tails: [] };
  const only = { ...runbook, data: { ...runbook.data, signatures: [heads] } };
  const pack = compilePack(
    buildPack({ root: '', runbooks: [only], noise: [], postmortems: [], findings: [] }),
  );
  const taken = ORDINARY_LINES.find((line) =>
    judge(pack, line).hits.some(({ similarity }) => similarity === undefined),
  );
  if (taken === undefined) return [];
  return [
    finding(
      runbook,
      [index, 'heads'],
      `\`${signature.id}\` takes a line of an ordinary day: \`${taken.slice(0, 100)}\``,
      'make the head more specific: what only this failure says',
    ),
  ];
}
