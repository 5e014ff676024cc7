import { describe, expect, it } from 'vitest';
import { type KnownCall, createKnownCalls } from './known-calls.ts';
import { createNames } from '../names.ts';

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

  it('is forgotten with all others when there are too many', () => {
    const few = createKnownCalls();
    const first = few.learn(callOf('main.first'));
    for (let index = 0; index < 20_000; index++)
      few.learn({ ...callOf('main.x'), head: `main.x${String(index)}(` });
    expect(find(first, '0x1', few)).toBeUndefined();
  });
});
