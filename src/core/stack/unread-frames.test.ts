import { describe, expect, it } from 'vitest';
import type { Goroutine } from './frame.ts';
import { createPlainReader } from './go/plain/plain-goroutines.ts';
import { readStacks } from './read.ts';
import { argumentsOf, placesOf, unreadOf } from './unread-frames.ts';

const TEXT = `goroutine 18 [IO wait]:
main.(*T).f(0xc0000a4000, {0x4cce95, 0xc})
\t/src/a.go:120 +0x86
main.g(...)
\t/src/b.go:7
main.f(0xc0000a4000)
\t/src/a.go:9 +0x1

`;

function read(): Goroutine {
  const plain = createPlainReader()(`..${TEXT}`, 2, 0);
  if (typeof plain !== 'object') throw new Error('no goroutine was read');
  return plain.goroutine;
}

const [byLine] = readStacks(TEXT).stacks[0]?.goroutines ?? [];

const isMade = (goroutine: Goroutine): boolean =>
  Object.getOwnPropertyDescriptor(goroutine, 'frames')?.get === undefined;

describe('frames that nobody has asked for', () => {
  it('are made when somebody does, once, as if they had been read line by line', () => {
    const goroutine = read();
    expect(isMade(goroutine)).toBe(false);
    expect(goroutine).toEqual(byLine);
    expect(isMade(goroutine)).toBe(true);
    expect(goroutine.frames).toBe(goroutine.frames);
    expect(goroutine).toEqual(byLine);
  });

  it('are in copies and in JSON', () => {
    expect({ ...read() }).toEqual(byLine);
    expect(structuredClone(read())).toEqual(byLine);
    expect(JSON.parse(JSON.stringify(read()))).toEqual(JSON.parse(JSON.stringify(byLine)));
  });

  it('tell their places and what their arguments come to without being made', () => {
    const goroutine = read();
    expect(placesOf(goroutine).map(({ symbol, location }) => [symbol.raw, location?.kind])).toEqual([
      ['main.(*T).f', 'local'],
      ['main.g', 'local'],
      ['main.f', 'local'],
    ]);
    expect(argumentsOf(goroutine).addresses).toEqual([0xc0000a4000, 0x4cce95]);
    expect(isMade(goroutine)).toBe(false);
  });

  it('tell the same as those of a copy, of which nothing else is known', () => {
    const goroutine = read();
    const copy = { ...goroutine };
    expect(unreadOf(copy)).toBeUndefined();
    expect(argumentsOf(copy)).toEqual(argumentsOf(goroutine));
    expect(placesOf(copy).map(({ symbol }) => symbol)).toEqual(
      placesOf(goroutine).map(({ symbol }) => symbol),
    );
  });
});
