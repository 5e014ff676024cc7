import { describe, expect, it } from 'vitest';
import { createNames } from '../names.ts';
import { type KnownCall, createKnownCalls } from './known-calls.ts';
import { type KnownStack, callsOf, createKnownStacks } from './known-stacks.ts';

const names = createNames();
const calls = createKnownCalls();
const callOf = (name: string): KnownCall =>
  calls.learn({
    head: `${name}(`,
    tail: ')\n\t/src/a.go:1 +0x1\n',
    symbol: names.symbolOf(name),
    placed: names.placeOf('\t/src/a.go:1 +0x1') ?? {},
  });
const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => callOf(`main.${name}`)) as [
  KnownCall,
  KnownCall,
  KnownCall,
  KnownCall,
  KnownCall,
  KnownCall,
];

describe('a stack that is known', () => {
  const stacks = createKnownStacks();
  const top = stacks.begin();

  it('is the same one for the same calls', () => {
    const first = stacks.add(stacks.add(top, a), b);
    expect(stacks.add(stacks.add(top, a), b)).toBe(first);
    expect(stacks.add(stacks.add(top, b), a)).not.toBe(first);
    expect(first.depth).toBe(2);
    expect(callsOf(first)).toEqual([a, b]);
    expect(callsOf(first)).toBe(callsOf(first));
    expect(callsOf(top)).toEqual([]);
  });

  it('tries the call first that came last, and remembers those that it does not try', () => {
    const begun = stacks.begin();
    const all = [a, b, c, d, e, f].map((call) => stacks.add(begun, call));
    const tried = ({ recent }: KnownStack): (KnownCall | undefined)[] => recent.map(({ call }) => call);
    expect(tried(begun)).toEqual([f, e, d, c]);
    expect(stacks.add(begun, a)).toBe(all[0]);
    expect(tried(begun)).toEqual([a, f, e, d]);
    expect(stacks.add(begun, c)).toBe(all[2]);
    expect(stacks.add(begun, d)).toBe(all[3]);
    expect(tried(begun)).toEqual([d, c, a, f]);
  });

  it('is one of so many', () => {
    const few = createKnownStacks();
    let stack = few.begin();
    while (!few.isFull()) stack = few.add(stack, a);
    expect(stack.depth).toBe(50_000);
  });
});
