import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createLineSplitter } from '../text/index.ts';
import type { Stack } from './frame.ts';
import { createStackReader, readStacks } from './read.ts';

const KEYWORDS = [
  'goroutine 1 [running]:',
  '\tgoroutine 2 [select]:',
  'goroutine 3 [x]:\n',
  '\ngoroutine 4 [IO wait, 2 minutes]:\n',
  'main.main()\n',
  '\t/x/main.go:7 +0x1\n',
  'created by main.main in goroutine 1\n',
  'panic: boom\n',
  'fatal error: stack overflow\n',
  'SIGQUIT: quit\n',
  'runtime stack:\n',
  '...additional frames elided...\n',
  'text\n',
  '\n',
];
const dumps = hostileText(KEYWORDS, 40);

function readInPieces(pieces: readonly string[]): Stack[] {
  const splitter = createLineSplitter();
  const reader = createStackReader();
  const lines = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  const stacks = lines.flatMap((line) => reader.push(line).ended ?? []);
  const last = reader.end();
  return last ? [...stacks, last] : stacks;
}

describe('the stacks of any paste', () => {
  it('lose nothing: stacks and what lies between them give the paste back', () => {
    fc.assert(
      fc.property(dumps, (text) => {
        const { stacks, unparsed } = readStacks(text);
        const spans = [...stacks.map(({ span }) => span), ...unparsed].toSorted((a, b) => a.from - b.from);
        expect(spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        for (const { from, to } of spans) expect(from).toBeLessThan(to);
      }),
      { numRuns: 500 },
    );
  });

  it('have their reason, goroutines and frames inside of them, in order', () => {
    fc.assert(
      fc.property(dumps, (text) => {
        for (const { span, reason, goroutines } of readStacks(text).stacks) {
          let at = span.from;
          for (const { span: inner } of [...(reason ? [reason] : []), ...goroutines]) {
            expect(inner.from).toBeGreaterThanOrEqual(at);
            expect(inner.to).toBeLessThanOrEqual(span.to);
            at = inner.to;
          }
          for (const goroutine of goroutines) {
            for (const frame of goroutine.frames) {
              expect(frame.span.from).toBeGreaterThanOrEqual(goroutine.span.from);
              expect(frame.span.to).toBeLessThanOrEqual(goroutine.span.to);
              expect(text.slice(frame.span.from).startsWith(frame.symbol.raw)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on where a file was cut while it was read', () => {
    fc.assert(
      fc.property(dumps, cutPlaces, (text, cuts) => {
        expect(readInPieces(cutText(text, cuts))).toEqual(readStacks(text).stacks);
      }),
    );
  });

  it('each have a goroutine', () => {
    fc.assert(
      fc.property(dumps, (text) => {
        for (const { goroutines } of readStacks(text).stacks) expect(goroutines).not.toEqual([]);
      }),
    );
  });
});

describe('reading stacks', () => {
  const frame = 'main.f(0x1, {0x2, 0x3})\n\t/root/go/pkg/mod/k8s.io/api@v0.17.3/x.go:7 +0x1\n';
  it.each([
    ['many frames', (size: number) => `goroutine 1 [running]:\n${frame.repeat(size)}`],
    ['many goroutines', (size: number) => `goroutine 1 [running]:\n${frame}\n`.repeat(size)],
    ['many calls without a place', (size: number) => `goroutine 1 [running]:\n${'main.f()\n'.repeat(size)}`],
    ['many panics without a stack', (size: number) => 'panic: x\n\ny\n'.repeat(size)],
    ['a line of parentheses', (size: number) => `goroutine 1 [running]:\nmain.f${'('.repeat(size)})\n`],
    ['a line of colons', (size: number) => `goroutine 1 [running]:\nmain.f()\n\t${':1'.repeat(size)}\n`],
  ])('costs time in proportion to the paste: %s', (_, make) => {
    expect(growth(readStacks, make, 5_000)).toBeLessThan(LINEAR);
  });
});
