import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MappedText,
  type Piece,
  joinMapped,
  originOf,
  plainText,
  sliceMapped,
  throughMapped,
} from './origin.ts';
import type { Span } from './span.ts';

/** What a mapped text means, without any thrift: each character with its span. */
interface Character extends Span {
  readonly character: string;
}

const charactersOf = (mapped: MappedText): Character[] =>
  mapped.text.split('').map((character, at) => ({
    character,
    ...originOf(mapped, { from: at, to: at + 1 }),
  }));

interface Segment {
  /** What was left out of the source in front of it. */
  readonly gap: number;
  readonly text: string;
  /** How much longer than the text its source is; 0 for a piece that maps character by character. */
  readonly longer: number;
}

const segments = fc.array(
  fc.record({
    gap: fc.nat(3),
    text: fc.string({ minLength: 1, maxLength: 5 }),
    longer: fc.constantFrom(0, 0, 1, 5),
  }),
  { minLength: 1, maxLength: 6 },
);

function build(
  list: readonly Segment[],
  from: number,
): { mapped: MappedText; characters: Character[]; to: number } {
  const pieces: Piece[] = [];
  const characters: Character[] = [];
  let text = '';
  let source = from;
  for (const segment of list) {
    source += segment.gap;
    const to = source + segment.text.length + segment.longer;
    pieces.push({ at: text.length, from: source, to });
    segment.text.split('').forEach((character, index) => {
      const place = source + index;
      characters.push(
        segment.longer > 0 ? { character, from: source, to } : { character, from: place, to: place + 1 },
      );
    });
    text += segment.text;
    source = to;
  }
  return { mapped: { text, pieces }, characters, to: source };
}

const built = fc.tuple(segments, fc.nat(20)).map(([list, from]) => build(list, from));

describe('derived text', () => {
  it('leads each character back, and a span to where its first starts and its last ends', () => {
    fc.assert(
      fc.property(built, fc.nat(), fc.nat(), ({ mapped, characters }, a, b) => {
        expect(charactersOf(mapped)).toEqual(characters);
        const from = a % characters.length;
        const to = from + 1 + (b % (characters.length - from));
        expect(originOf(mapped, { from, to })).toEqual({
          from: characters[from]?.from,
          to: characters[to - 1]?.to,
        });
      }),
    );
  });

  it('has a place for what is empty: in front of the character, or behind the last', () => {
    fc.assert(
      fc.property(built, ({ mapped, characters, to }) => {
        const { length } = mapped.text;
        characters.forEach((character, at) => {
          expect(originOf(mapped, { from: at, to: at })).toEqual({
            from: character.from,
            to: character.from,
          });
        });
        expect(originOf(mapped, { from: length, to: length })).toEqual({ from: to, to });
      }),
    );
  });

  it('can be cut like text', () => {
    fc.assert(
      fc.property(built, fc.nat(), fc.nat(), ({ mapped, characters }, a, b) => {
        const from = a % (characters.length + 1);
        const to = b % (characters.length + 3);
        const cut = sliceMapped(mapped, from, to);
        expect(cut.text).toBe(mapped.text.slice(from, Math.max(from, to)));
        expect(charactersOf(cut)).toEqual(characters.slice(from, Math.max(from, to)));
        expect(charactersOf(sliceMapped(mapped, from))).toEqual(characters.slice(from));
      }),
    );
  });

  it('cut to nothing still knows its place', () => {
    expect(sliceMapped(plainText('abc', 10), 1, 1)).toEqual({
      text: '',
      pieces: [{ at: 0, from: 11, to: 11 }],
    });
    expect(sliceMapped(plainText('abc', 10), 3)).toEqual({ text: '', pieces: [{ at: 0, from: 13, to: 13 }] });
  });

  it('can be joined like text', () => {
    fc.assert(
      fc.property(fc.array(built, { minLength: 1, maxLength: 4 }), fc.boolean(), (list, withEmpty) => {
        const parts = list.flatMap(({ mapped }) => (withEmpty ? [plainText('', 99), mapped] : [mapped]));
        const joined = joinMapped(parts);
        expect(joined.text).toBe(parts.map(({ text }) => text).join(''));
        expect(charactersOf(joined)).toEqual(list.flatMap(({ characters }) => characters));
      }),
    );
  });

  it('joined out of nothing is empty, at the place of its first part', () => {
    expect(joinMapped([])).toEqual({ text: '', pieces: [{ at: 0, from: 0, to: 0 }] });
    expect(joinMapped([plainText('', 7), plainText('', 9)])).toEqual({
      text: '',
      pieces: [{ at: 0, from: 7, to: 7 }],
    });
  });

  it('derived from derived text leads back through both', () => {
    fc.assert(
      fc.property(segments, segments, fc.nat(20), (list, more, from) => {
        const outer = build(more, 0);
        // The outer text is made of the inner one, so the inner one has to be as long as the outer's source.
        const inner = build([...list, { gap: 0, text: 'x'.repeat(outer.to + 1), longer: 0 }], from);
        const expected = outer.characters.map(({ character, from: first, to: last }) => ({
          character,
          from: inner.characters[first]?.from,
          to: inner.characters[last - 1]?.to,
        }));
        expect(charactersOf(throughMapped(outer.mapped, inner.mapped))).toEqual(expected);
      }),
    );
  });

  it('derived from plain text is moved by where that starts', () => {
    fc.assert(
      fc.property(built, fc.nat(50), ({ mapped, characters, to }, from) => {
        const moved = throughMapped(mapped, plainText('x'.repeat(to), from));
        expect(charactersOf(moved)).toEqual(
          characters.map((one) => ({ character: one.character, from: one.from + from, to: one.to + from })),
        );
      }),
    );
  });

  it('keeps its own characters where they stand for others of equal length', () => {
    const inner: MappedText = {
      text: 'a：b',
      pieces: [
        { at: 0, from: 5, to: 6 },
        { at: 1, from: 8, to: 10 },
      ],
    };
    const outer: MappedText = { text: 'a:b', pieces: [{ at: 0, from: 0, to: 3 }] };
    expect(throughMapped(outer, inner)).toEqual({ ...inner, text: 'a:b' });
  });
});
