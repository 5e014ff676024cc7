import { describe, expect, it } from 'vitest';
import { createBucketer } from './buckets.ts';
import { crashFirst, isCrash, reasonText } from './crash.ts';
import { readStacks } from './read.ts';

/** Two goroutines wait alike, so that theirs is the largest bucket. */
const WAITING = [7, 8].map(
  (id) => `goroutine ${id} [chan receive]:\nmain.wait(0xc000010000)\n\t/src/main.go:20 +0x1\n`,
);
const RUNNING = 'goroutine 1 [running]:\nmain.main()\n\t/src/main.go:5 +0x1\n';

function titles(text: string): (number | string | undefined)[] {
  const { stacks } = readStacks(text);
  const bucketer = createBucketer();
  for (const goroutine of stacks.flatMap(({ goroutines }) => goroutines)) bucketer.push(goroutine);
  const crashed = stacks.some(({ reason }) => reason && isCrash(reason));
  return crashFirst(bucketer.end().levels.frames.buckets, crashed).map(
    ({ ids, sample }) => ids[0] ?? sample.reason?.text,
  );
}

describe('what is looked at first', () => {
  it.each<[string, string, readonly (number | string)[]]>([
    ['the goroutine that panicked', `panic: boom\n\n${[RUNNING, ...WAITING].join('\n')}`, [1, 7]],
    [
      'the one of a fatal error',
      `fatal error: stack overflow\n\n${[...WAITING, RUNNING].join('\n')}`,
      [1, 7],
    ],
    ['what waits most, where somebody asked for a dump', [RUNNING, ...WAITING].join('\n'), [7, 1]],
    [
      'what waits most, where a signal asked',
      `SIGQUIT: quit\nPC=0x1 m=0 sigcode=0\n\n${[RUNNING, ...WAITING].join('\n')}`,
      [7, 1],
    ],
    [
      'the exception that was reported, then its cause',
      'java.lang.IllegalStateException: outer\n\tat T.a(T.java:1)\nCaused by: java.lang.NullPointerException: inner\n\tat T.b(T.java:2)\n\t... 1 more\n',
      ['java.lang.IllegalStateException: outer', 'java.lang.NullPointerException: inner'],
    ],
  ])('is %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });
});

it('a panic that came out of another one is told with it', () => {
  const { stacks } = readStacks(`panic: first [recovered]\n\tpanic: wrapped: first\n\n${RUNNING}`);
  expect(stacks.map(({ reason }) => reason && reasonText(reason))).toEqual([
    'panic: first [recovered]\npanic: wrapped: first',
  ]);
});
