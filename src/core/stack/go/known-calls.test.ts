import { describe, expect, it } from 'vitest';
import { type KnownCall, createKnownCalls, knownBelow, moveToFront } from './known-calls.ts';
import { createNames } from './names.ts';

const names = createNames();
const calls = createKnownCalls();

const callOf = (
  name: string,
  place = '/src/a.go:1 +0x1',
): Pick<KnownCall, 'head' | 'tail' | 'symbol' | 'placed'> => ({
  head: `${name}(`,
  tail: `)\n\t${place}\n`,
  symbol: names.symbolOf(name),
  placed: names.placeOf(`\t${place}`) ?? {},
});

const textOf = ({ head, tail }: KnownCall, args: string): string => `${head}${args}${tail}`;

const find = (known: KnownCall, args: string, by = calls): KnownCall | undefined => {
  const text = `..${textOf(known, args)}..`;
  const open = 2 + known.head.length;
  return by.find(text, 2, open, open + args.length, text.length - 2);
};

describe('a call that was learnt', () => {
  const one = calls.learn(callOf('main.one'));
  const other = calls.learn(callOf('main.one', '/src/a.go:2 +0x1'));

  it.each(['', '0x1', '...', '{0xc000010000, 0x2}, _'])('is found whatever its arguments: `%s`', (args) => {
    expect(find(one, args)).toBe(one);
    expect(find(other, args)).toBe(other);
  });

  it('is not found of which only a half is known', () => {
    const { head, tail } = callOf('main.two');
    expect(find({ ...one, head }, '')).toBeUndefined();
    expect(find({ ...one, tail: tail.replace(':1', ':3') }, '')).toBeUndefined();
  });

  it('is forgotten with all others, and what stood below it, when there are too many', () => {
    const few = createKnownCalls();
    const first = few.learn(callOf('main.first'));
    moveToFront(first.below, few.learn(callOf('main.below')));
    for (let index = 0; index < 20_000; index++)
      few.learn({ ...callOf('main.x'), head: `main.x${String(index)}(` });
    expect(find(first, '0x1', few)).toBeUndefined();
    expect(first.below).toEqual([]);
  });
});

describe('the calls that stood below another one', () => {
  const one = calls.learn(callOf('main.a'));
  const moved = calls.learn(callOf('main.a', '/src/a.go:9 +0x9'));
  const two = calls.learn(callOf('main.b'));

  it.each([
    ['the same call', textOf(one, '0x1'), one],
    ['the same function at another place', textOf(moved, '0x1'), moved],
    ['another function', textOf(two, ''), two],
    ['one that nobody has seen', 'main.c()\n\t/src/a.go:1 +0x1\n', undefined],
    ['one whose name goes on', 'main.a(0x1).func1()\n\t/src/c.go:1 +0x1\n', undefined],
    ['one that is cut in its arguments', 'main.a(0x1', undefined],
    ['one that is cut in its place', 'main.a(0x1)\n\t/src/a.go:1', undefined],
  ])('are compared with what stands there: %s', (_, text, found) => {
    expect(knownBelow([one, moved, two], `..${text}`, 2)).toBe(found);
  });

  it('are at most four, the last seen first', () => {
    const below: KnownCall[] = [];
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => calls.learn(callOf(`main.${name}`)));
    for (const call of [a, b, c, d, e, c]) if (call) moveToFront(below, call);
    expect(below).toEqual([c, e, d, b]);
  });
});
