import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastes } from '../scripts/eval/pastes.ts';
import { compilePack, createJudge, judge, linesOf, toAnswer } from '../src/core/match/index.ts';
import { buildPack } from '../src/gate/index.ts';
import { ownContent } from './support/content.ts';
import { cutPlaces, cutText } from './support/hostile-text.ts';

const pack = buildPack(ownContent());
const compiled = compilePack(pack);
const pastes = readPastes();
const text = fc
  .array(fc.constantFrom(...pastes.map((paste) => paste.text)), { minLength: 1, maxLength: 4 })
  .map((texts) => texts.join('\n'));

describe('the answer to any paste', () => {
  it('is the same in whatever order the runbooks come', () => {
    const orders = fc.shuffledSubarray([...pack.runbooks], { minLength: pack.runbooks.length });
    fc.assert(
      fc.property(text, orders, (paste, runbooks) => {
        const shuffled = judge(compilePack({ ...pack, runbooks }), paste);
        expect(toAnswer(shuffled, 'en')).toEqual(toAnswer(judge(compiled, paste), 'en'));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(text, cutPlaces, (paste, cuts) => {
        const reader = createJudge(compiled);
        const lines = cutText(paste, cuts).flatMap((chunk) => linesOf(reader.push(chunk)));
        const end = reader.end();
        expect(toAnswer({ ...end, lines: [...lines, ...end.lines] }, 'zh')).toEqual(
          toAnswer(judge(compiled, paste), 'zh'),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the pastes of the evaluation', () => {
  it('say how each was made, and name runbooks that there are', () => {
    const slugs = pack.runbooks.map(({ slug }) => slug);
    expect(pastes.length).toBeGreaterThan(200);
    for (const { made, expected, text: paste } of pastes) {
      expect(made.length).toBeGreaterThan(10);
      expect(paste.trim()).not.toBe('');
      for (const slug of expected) expect(slugs).toContain(slug);
    }
  });

  it('have as many in each half', () => {
    const tuned = pastes.filter(({ half }) => half === 'tuned').length;
    expect(Math.abs(2 * tuned - pastes.length)).toBeLessThanOrEqual(20);
  });
});
