import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../tests/support/hostile-text.ts';
import { packWith } from '../../../tests/support/pack.ts';
import { createLineAnchors } from './line-anchors.ts';
import { splitLines } from '../text/index.ts';

const PACK = packWith(
  { id: 'sig-a', heads: ['check failed: <*> twice'] },
  { id: 'sig-b', heads: ['a failed check failed'] },
  { id: 'sig-c', heads: ['überlaufen'] },
);

/** Where anchors stand in a line, counted from its start. */
const placesOf = (places: readonly { at: number; to: number }[], start: number): string[] =>
  places.map(({ at, to }) => `${at - start}-${to - start}`).sort();

describe('the anchors in lines', () => {
  it('are found wherever the text was cut, in lines of any length', () => {
    const words = fc.constantFrom(
      'a failed ',
      'check failed: ',
      'check failed',
      'überlaufen',
      'a',
      ' ',
      '\n',
      'x\n',
    );
    let across = 0;
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (parts, cuts) => {
          const text = parts.join('');
          const lines = splitLines(text);
          const anchors = createLineAnchors(PACK);
          let from = 0;
          let next = 0;
          for (const chunk of cutText(text, cuts)) {
            anchors.enter(chunk, from, undefined);
            from += chunk.length;
            for (; (lines[next]?.to ?? Infinity) <= from; next++) {
              const line = lines[next];
              if (!line) break;
              const found = anchors.within(line.from, line.to);
              const expected = placesOf(PACK.anchorsIn(line.text), 0);
              expect(placesOf(found?.places ?? [], found?.start ?? 0)).toEqual(expected);
              if (line.from < from - chunk.length) across += expected.length;
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(across).toBeGreaterThan(100);
  });

  it('are not known of what is gone, or has not come', () => {
    const anchors = createLineAnchors(PACK);
    anchors.enter('first\nsecond, check fai', 0);
    expect(anchors.within(0, 5)?.places).toEqual([]);
    expect(anchors.within(6, 40)).toBeUndefined();
    anchors.enter('led: twice\n', 23);
    expect(anchors.within(6, 33)?.places).toMatchObject([{ at: 14, to: 28 }]);
    expect(anchors.within(0, 5)).toBeUndefined();
  });

  it('of a line that comes in pieces are those of each piece', () => {
    const anchors = createLineAnchors(PACK);
    anchors.enter('check failed: and check fai', 0);
    anchors.enter('led: and check failed: ', 27);
    expect(placesOf(anchors.within(0, 20)?.places ?? [], 0)).toEqual(['0-14']);
    expect(placesOf(anchors.within(20, 50)?.places ?? [], 0)).toEqual(['36-50']);
  });
});
