import { describe, expect, it } from 'vitest';
import { packOf, runbookOf } from '../../../tests/support/pack.ts';
import { toAnswer } from './answer.ts';
import { type BundleSummary, createBundle } from './bundle.ts';
import { judge } from './judge.ts';

const pack = packOf(
  runbookOf('TEST-A-001', { variables: ['disk'], signatures: [{ heads: ['the disk <str:disk> is full'] }] }),
  runbookOf('TEST-C-001', {
    signatures: [{ stack: [['a.b/c.Open', '...', 'a.b/c.Load', '...', 'a.b/c.Run']] }],
  }),
  runbookOf('TEST-B-001', { signatures: [{ role: 'consequence', heads: ['the write was refused'] }] }),
);

const A = 'nothing\nE1121 09:00:00.000001       1 a.go:1] the disk sda is full\n';
const B = 'the write was refused\nthe write was refused\nthe disk sdb is full';

function bundleOf(sources: Readonly<Record<string, string>>): BundleSummary {
  const bundle = createBundle(pack);
  for (const [name, text] of Object.entries(sources)) {
    bundle.open(name);
    bundle.push(text);
    bundle.close();
  }
  return bundle.end();
}

const told = ({ matches }: BundleSummary): unknown =>
  matches.map(({ match, source, places }) => [match.runbook.id, source, places]);

describe('a bundle', () => {
  const SIMILAR = 'goroutine 1 [running]:\na.b/c.Open()\n\t/a.go:7 +0x1\na.b/c.Run()\n\t/a.go:9 +0x1\n';

  it('tells what is similar where no source has more, as of a single paste', () => {
    const { hits, matches } = bundleOf({ 'a.log': SIMILAR, 'b.log': 'nothing' });
    expect(hits).toEqual([]);
    expect(matches.map(({ match, source }) => [match.similarity, source])).toEqual(
      judge(pack, SIMILAR).matches.map(({ similarity }) => [similarity, 'a.log']),
    );
    expect(matches[0]?.match.similarity).toBeLessThanOrEqual(0.7);
    expect(bundleOf({ 'a.log': SIMILAR, 'b.log': B }).matches.map(({ match }) => match.similarity)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('ranks runbooks by the hits of all sources, and says where each is', () => {
    expect(told(bundleOf({ 'a.log': A, 'b.log': B }))).toEqual([
      [
        'TEST-A-001',
        'a.log',
        [
          { source: 'a.log', lines: [2] },
          { source: 'b.log', lines: [3] },
        ],
      ],
      ['TEST-B-001', 'b.log', [{ source: 'b.log', lines: [1, 2] }]],
    ]);
  });

  it('names the source of the best hit first', () => {
    const fatal = 'F1121 09:00:00.000001       1 a.go:1] the disk sdc is full\n';
    const { matches } = bundleOf({ 'a.log': A, 'b.log': B, 'c.log': fatal });
    expect(matches[0]?.places.map(({ source }) => source)).toEqual(['c.log', 'a.log', 'b.log']);
  });

  it('counts the lines of each source, and what all were read as', () => {
    const { sources, detected } = bundleOf({ 'a.log': A, 'b.log': B });
    expect(sources.map(({ name, lines }) => [name, lines])).toEqual([
      ['a.log', 2],
      ['b.log', 3],
    ]);
    expect(detected).toEqual([
      { kind: 'plain', lines: 4 },
      { kind: 'klog', lines: 1 },
    ]);
  });

  it('of one source says what its judgement says', () => {
    const { matches, versions } = bundleOf({ 'a.log': A });
    const single = judge(pack, A);
    expect(
      toAnswer(
        { ...single, matches: matches.map(({ match }) => match), ...(versions ? { versions } : {}) },
        'en',
      ),
    ).toEqual(toAnswer(single, 'en'));
  });

  it('keeps records of two sources apart, whatever the first ends in', () => {
    const { sources } = bundleOf({
      'a.log': 'E1121 09:00:00.000001       1 a.go:1] open',
      'b.log': 'the disk sda is full',
    });
    expect(sources.map(({ lines }) => lines)).toEqual([1, 1]);
  });

  it('says of versions only what its sources agree on', () => {
    const serving = (place: string): string =>
      `I0614 19:56:31.263446       1 ${place}] Serving securely on [::]:6443\n`;
    const same = bundleOf({ a: serving('secure_serving.go:202'), b: serving('secure_serving.go:202') });
    expect(same.versions?.ranges).toEqual(same.sources[0]?.versions?.ranges);
    expect(same.versions).toBeDefined();
    const other = bundleOf({ a: serving('secure_serving.go:202'), b: serving('secure_serving.go:213') });
    expect(other.sources.map(({ versions }) => versions !== undefined)).toEqual([true, true]);
    expect(other.versions).toBeUndefined();
  });
});
