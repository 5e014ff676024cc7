import { PACK_FORMAT, type Pack, type Signature } from '../../src/core/match/index.ts';
import { type Random, pick } from './random.ts';

const VERBS = 'list watch mount attach pull dial renew acquire patch delete create sync resolve verify'.split(
  ' ',
);
const THINGS =
  'pod node lease volume image secret token endpoint ingress certificate webhook quota namespace cgroup'.split(
    ' ',
  );
const ENDS = [
  'i/o timeout',
  'connection refused',
  'context deadline exceeded',
  'no such host',
  'permission denied',
  'not found',
];

/** A pattern in the language of runbooks, with a line that it matches. */
export interface Sample {
  readonly pattern: string;
  readonly line: string;
}

/** Wordings as components print them, each unlike the others by a word of its own. */
export function makeSamples(count: number, random: Random): Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const start = `failed to ${pick(VERBS, random)} ${pick(THINGS, random)} for ${pick(THINGS, random)}-${index}`;
    const end = pick(ENDS, random);
    return {
      pattern: `${start}: Get "https://<ip>:<port>/<path>": ${end}`,
      line: `${start}: Get "https://10.0.${index % 256}.7:6443/api/v1/things/${index}": ${end}`,
    };
  });
}

/** A pack of runbooks with ten signatures each. */
export function makePack(samples: readonly Sample[]): Pack {
  const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });
  const runbooks = Array.from({ length: Math.ceil(samples.length / 10) }, (_, index) => ({
    id: `BENCH-${index}`,
    slug: `bench-${index}`,
    title: both('a benchmark'),
    summary: both('a benchmark'),
    severity: 'sev3',
    versions: [],
    variables: [],
    steps: [],
    signatures: samples.slice(index * 10, index * 10 + 10).map(({ pattern }, own): Signature => ({
      id: `sig-${own}`,
      role: 'cause',
      heads: [{ pattern, versions: [] }],
      tails: [],
      step: 's-look',
      why: both('a benchmark'),
    })),
  }));
  return { format: PACK_FORMAT, runbooks };
}
