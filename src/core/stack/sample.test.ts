import { describe, expect, it } from 'vitest';
import type { Goroutine } from './frame.ts';
import { createPlainReader } from './go/plain/plain-goroutines.ts';
import { toSample } from './sample.ts';
import { unreadOf } from './unread-frames.ts';

const TEXT = [
  'goroutine 18 [IO wait, 5 minutes]:',
  'main.(*T).f(0xc0000a4000, {0x4cce95, 0xc})',
  '\t/src/a.go:120 +0x86',
  'main.inlined(...)',
  '\t/src/b.go:7',
  'main.none()',
  '\t/src/c.s:1 +0x2',
  'created by main.main in goroutine 1',
  '\t/src/main.go:7 +0x29',
  '\n',
].join('\n');

function plainGoroutine(text = TEXT): Goroutine {
  const plain = createPlainReader()(text, 0, 1_000);
  if (typeof plain !== 'object') throw new Error('no goroutine was read');
  return plain.goroutine;
}

describe('a goroutine that is kept', () => {
  it('is told as it was, with its frames made anew', () => {
    const goroutine = plainGoroutine();
    expect(unreadOf(goroutine)?.stack.depth).toBe(3);
    const sample = toSample(goroutine);
    expect(sample).toEqual(goroutine);
    expect(sample.frames).not.toBe(goroutine.frames);
    expect(sample.state).toBe('IO wait');
  });

  it('is told as it was where nothing is known of its frames', () => {
    const goroutine = structuredClone(plainGoroutine());
    expect(unreadOf(goroutine)).toBeUndefined();
    expect(toSample(goroutine)).toEqual(goroutine);
  });

  it('may have no frames', () => {
    const goroutine = plainGoroutine('goroutine 1 [idle]:\ncreated by main.main\n\t/src/main.go:7 +0x29\n\n');
    expect(toSample(goroutine)).toEqual(goroutine);
    expect(goroutine.frames).toEqual([]);
  });
});
