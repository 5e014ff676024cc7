import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { type Fed, type StackPart, createStackFeed } from './stack-feed.ts';

/** What all chunks bring together: the goroutines of each stack, and the lines of none. */
interface Whole {
  readonly stacks: readonly Omit<StackPart, 'stack' | 'last'>[];
  readonly unread: readonly string[];
}

function feed(chunks: readonly string[]): Whole {
  const reader = createStackFeed();
  const fed: Fed[] = [...chunks.map(reader.push), reader.end()];
  const stacks = new Map<number, Omit<StackPart, 'stack' | 'last'>>();
  for (const { stack, last: _, ...part } of fed.flatMap(({ parts }) => parts)) {
    const before = stacks.get(stack);
    stacks.set(stack, before ? { ...before, goroutines: [...before.goroutines, ...part.goroutines] } : part);
  }
  const unread = fed.flatMap((one) => one.unread).toSorted((a, b) => a.from - b.from);
  return { stacks: [...stacks.values()], unread: unread.map(({ text }) => text) };
}

const goroutine = (id: number, name = 'main.main'): string =>
  `goroutine ${id} [select]:\n${name}()\n\t/home/u/main.go:7 +0x1\n`;

const LOG = 'I1121 10:00:00.000000       1 quiet.go:1] all is well\n';

const shown = ({ stacks, unread }: Whole): unknown => ({
  stacks: stacks.map(({ reason, goroutines }) => [reason?.text, goroutines.map(({ id }) => id)]),
  unread,
});

describe('the stacks of a text', () => {
  it('come with their reasons, and the lines that are no part of one', () => {
    const text = `${LOG}panic: one\n\n${goroutine(1)}\n${goroutine(2)}what is this\n${LOG}`;
    expect(shown(feed([text]))).toEqual({
      stacks: [['panic: one', [1, 2]]],
      unread: [LOG.trimEnd(), 'what is this', LOG.trimEnd()],
    });
  });

  it('have the log line above them as their reason, which is then none of the other lines', () => {
    const { stacks, unread } = feed([
      `${LOG}E1121 10:00:00.000000       1 x.go:1] it hangs:\n${goroutine(1)}`,
    ]);
    expect(stacks[0]?.reason?.text).toContain('it hangs');
    expect(unread).toEqual([LOG.trimEnd()]);
  });

  it('are read out of what is wrapped around them, each pod by itself', () => {
    const lines = (pod: string, id: number): string[] =>
      goroutine(id)
        .trimEnd()
        .split('\n')
        .map((line) => `[pod/${pod}/app] ${line}`);
    const a = lines('a-1', 5);
    const b = lines('b-2', 6);
    const text = a.flatMap((line, index) => [line, b[index] ?? '']).join('\n');
    const { stacks, unread } = feed([text]);
    expect(stacks.map(({ goroutines }) => goroutines.map(({ id, frames }) => [id, frames.length]))).toEqual([
      [[5, 1]],
      [[6, 1]],
    ]);
    expect(unread).toEqual([]);
  });

  it('that a panic only announces are none', () => {
    const text = `panic: one\n${LOG.repeat(400)}`;
    const { stacks, unread } = feed([text]);
    expect(stacks).toEqual([]);
    expect(unread).toHaveLength(401);
  });

  it('are not lost in the middle of a long log', () => {
    const { stacks, unread } = feed([LOG.repeat(5_000) + goroutine(7) + LOG.repeat(5_000)]);
    expect(stacks.map(({ goroutines }) => goroutines.length)).toEqual([1]);
    // The line above a goroutine is its reason.
    expect(unread).toHaveLength(9_999);
  });

  it('of thousands of goroutines are one stack', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => goroutine(index + 1));
    const { stacks, unread } = feed([`fatal error: deadlock\n\n${many.join('\n')}`]);
    expect(stacks.map(({ goroutines }) => goroutines.length)).toEqual([3_000]);
    expect(unread).toEqual([]);
  });
});

describe('any text', () => {
  const keywords = [
    'goroutine 1 [running]:\n',
    'main.main()\n',
    '\t/a.go:1 +0x1\n',
    'panic: x\n',
    '\n',
    'created by main.main\n',
    '    at f (a.js:1:1)\n',
    '[pod/a/b] ',
    '> ',
  ];

  it('is read to the same in any chunks', () => {
    fc.assert(
      fc.property(hostileText(keywords), cutPlaces, (text, cuts) => {
        expect(feed(cutText(text, cuts))).toEqual(feed([text]));
      }),
    );
  });
});
