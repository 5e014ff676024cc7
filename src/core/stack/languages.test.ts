import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createLineSplitter } from '../text/index.ts';
import type { Stack } from './frame.ts';
import { createStackReader, readStacks } from './read.ts';

const KEYWORDS = [
  'Exception in thread "main" java.lang.X: m\n',
  'java.io.IOException: disk\n',
  '\tat com.example.A.b(A.java:7)\n',
  '\tat java.base/java.lang.Thread.run(Thread.java:840)\n',
  '\t... 12 more\n',
  'Caused by: java.lang.Y: n\n',
  '\tSuppressed: java.lang.Z\n',
  '"main" #1 prio=5 tid=0x1 nid=0x2 runnable [0x3]\n',
  '   java.lang.Thread.State: RUNNABLE\n',
  '\t- locked <0x01> (a java.lang.Object)\n',
  'Full thread dump OpenJDK:\n',
  'Found one Java-level deadlock:\n',
  'Java stack information for the threads listed above:\n',
  '"A":\n',
  'Traceback (most recent call last):\n',
  '  File "/srv/app.py", line 3, in f\n',
  '    f()\n',
  'KeyError: 1\n',
  '\nDuring handling of the above exception, another exception occurred:\n\n',
  '\nThe above exception was the direct cause of the following exception:\n\n',
  '  + Exception Group Traceback (most recent call last):\n',
  '  |   File "/srv/app.py", line 3, in f\n',
  '  | ExceptionGroup: g\n',
  '  +-+---------------- 1 ----------------\n',
  '    | ValueError: 1\n',
  '    +------------------------------------\n',
  'Fatal Python error: Aborted\n\n',
  'Current thread 0x01 (most recent call first):\n',
  '  File "/srv/app.py", line 3 in f\n',
  '/srv/app.js:3\n',
  '  throw x;\n  ^\n\n',
  'TypeError: x\n',
  '    at f (/srv/app.js:3:5)\n',
  '    at f (/srv/app.js:3:5) {\n',
  "  code: 'E',\n",
  '  [cause]: Error: y\n',
  '}\n',
  '[AggregateError: x] {\n',
  '  [errors]: [\n    Error: a\n',
  'Stack (most recent call last):\n',
  'ERROR:root:it failed\n',
  'E: first\nsecond\n',
  '(dlv) 0  0x01 in main.f\n   at ./main.go:3\n',
  '> main.f() ./main.go:3 (PC: 0x01)\n',
  'main.f (/srv/main.go:3)\n',
  '{"seq":6,"command":"stackTrace","arguments":{"threadId":1}}\n',
  '{"request_seq":6,"stackFrames":[{"name":"f","source":{"path":"/a.go"},"line":3}]}\n',
  'Node.js v20.1.0\n',
  "thread 'main' panicked at src/main.rs:3:5:\n",
  "thread 'main' panicked at 'x', src/main.rs:3:5\n",
  "thread 'main' panicked at 'x\n",
  'stack backtrace:\n',
  '   0: std::panicking::begin_panic\n',
  '             at src/main.rs:3:5\n',
  'note: run with RUST_BACKTRACE=1\n',
  'panic: boom\n',
  '\ngoroutine 1 [running]:\n',
  'main.main()\n\t/srv/main.go:3 +0x1\n',
  'I1121 12:00:00.000000       1 a.go:1] text\n',
  '\n',
];
const pastes = hostileText(KEYWORDS, 40);

function readInPieces(pieces: readonly string[]): Stack[] {
  const splitter = createLineSplitter();
  const reader = createStackReader();
  const lines = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  const stacks = lines.flatMap((line) => reader.push(line).ended ?? []);
  const last = reader.end();
  return last ? [...stacks, last] : stacks;
}

describe('the stacks of any language', () => {
  it('lose nothing: stacks and what lies between them give the paste back', () => {
    fc.assert(
      fc.property(pastes, (text) => {
        const { stacks, unparsed } = readStacks(text);
        const spans = [...stacks.map(({ span }) => span), ...unparsed].toSorted((a, b) => a.from - b.from);
        expect(spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        for (const { from, to } of spans) expect(from).toBeLessThan(to);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have their reasons, threads and frames inside of them', () => {
    fc.assert(
      fc.property(pastes, (text) => {
        for (const { span, language, reason, goroutines } of readStacks(text).stacks) {
          if (language === 'go') continue;
          const reasons = goroutines.flatMap((goroutine) => goroutine.reason ?? []);
          const parts = [...reasons, ...(reason ? [reason] : []), ...goroutines];
          for (const part of parts) {
            expect(part.span.from).toBeGreaterThanOrEqual(span.from);
            expect(part.span.to).toBeLessThanOrEqual(span.to);
            expect(part.span.from).toBeLessThan(part.span.to);
          }
          for (const goroutine of goroutines) {
            for (const frame of goroutine.frames) {
              expect(frame.span.from).toBeGreaterThanOrEqual(goroutine.span.from);
              expect(frame.span.to).toBeLessThanOrEqual(goroutine.span.to);
              if (frame.symbol.raw !== '<unknown>' && frame.symbol.raw !== 'async <anonymous>') {
                const words = frame.symbol.raw.replace('<anonymous>', '');
                expect(text.slice(frame.span.from, frame.span.to)).toContain(words);
              }
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('do not depend on where a file was cut while it was read', () => {
    fc.assert(
      fc.property(pastes, cutPlaces, (text, cuts) => {
        expect(readInPieces(cutText(text, cuts))).toEqual(readStacks(text).stacks);
      }),
    );
  });

  it('are found wherever they stand: behind other stacks, and behind lines of a log', () => {
    const trace = 'java.io.IOException: disk\n\tat com.example.A.b(A.java:7)\n';
    const panic = "thread 'main' panicked at src/main.rs:3:5:\nboom\nstack backtrace:\n   0: a::b\n";
    const error = 'TypeError: x\n    at f (/srv/app.js:3:5)\n';
    const traceback =
      'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in f\n    f()\nKeyError: 1\n';
    const dump = 'panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/srv/main.go:3 +0x1\n';
    const all = [trace, panic, error, traceback, dump];
    for (const first of all) {
      for (const second of all) {
        const text = `${first}\nI1121 12:00:00.000000       1 a.go:1] text\n${second}`;
        const { stacks } = readStacks(text);
        const languages = [...readStacks(first).stacks, ...readStacks(second).stacks].map(
          ({ language }) => language,
        );
        expect(stacks.map(({ language }) => language)).toEqual(languages);
        expect(stacks.every(({ reason }) => reason !== undefined)).toBe(true);
      }
    }
  });
});

describe('what only looks like a stack', () => {
  it.each([
    ['prose', 'We met\nat the station (near the old bridge)\nat 12:30:45\nand left.\n'],
    ['a list of times', 'backup ran\n    at 02:00:01\n    at 03:00:02\n'],
    ['YAML', 'on:\n    at: x\n  File: "a"\nthread: "main" #1\nerror: Error: x\n'],
    ['SQL', 'select a\n    at time zone "UTC"\nfrom t where x = "main" -- prio=5\n'],
    ['a stack of .NET', 'System.Exception: x\n   at A.B(String s) in C:\\a.cs:line 3\n   at A.C()\n'],
    ['a difference', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n+ Exception Group\n| a | b |\n'],
    ['an address', 'see user@example.com:22:1\nhttps://example.com/a:1:2\n'],
    ['a compiler', '/srv/app.c:3:5: error: x\n  --> src/main.rs:3:5\n/srv/app.js:3\n'],
    [
      'a title alone',
      'Caused by: x\nFull thread dump of my mind:\nFatal Python error: x\nstack backtrace:\n',
    ],
    ['a quoted name', '"main" is the name of a thread\n"a" = 1\n'],
  ])('%s is none', (_, text) => {
    expect(readStacks(text).stacks).toEqual([]);
  });
});

describe('reading stacks of any language', () => {
  it.each([
    ['frames of Java', (size: number) => '\tat a.B.c(B.java:1)\n'.repeat(size)],
    [
      'causes without frames',
      (size: number) => `\tat a.B.c(B.java:1)\n${'Caused by: a.B: c\n'.repeat(size)}`,
    ],
    ['headings', (size: number) => 'java.lang.X: m\n'.repeat(size)],
    ['places of errors', (size: number) => '/srv/app.js:3\n'.repeat(size)],
    ['threads of a dump', (size: number) => '"a" #1 prio=5 tid=0x1 nid=0x1 runnable\n\n'.repeat(size)],
    ['quotes in the name of a thread', (size: number) => `"${'" '.repeat(size)} prio=5\n`],
    ['tracebacks', (size: number) => 'Traceback (most recent call last):\n'.repeat(size)],
    [
      'a chain of exceptions',
      (size: number) =>
        `Traceback (most recent call last):\nA\n\n${'During handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\nA\n\n'.repeat(size)}`,
    ],
    [
      'members of a group',
      (size: number) =>
        `  + Exception Group Traceback (most recent call last):\n  | A\n${'    +-+---- 1 ----\n    | B\n'.repeat(size)}`,
    ],
    [
      'groups in groups',
      (size: number) =>
        `  + Exception Group Traceback (most recent call last):\n  | A\n${'      +-+---- 1 ----\n        | B\n'.repeat(size)}`,
    ],
    [
      'properties',
      (size: number) => `    at f (/a.js:1:2) {\n${"  [cause]: Error: a\n  b: 'c',\n".repeat(size)}`,
    ],
    ['parentheses', (size: number) => `    at ${'('.repeat(size)}${')'.repeat(size)}\n`],
    ['evals', (size: number) => `    at f (${'eval at f ('.repeat(size)}\n`],
    ['blanks behind a heading', (size: number) => `a${' '.repeat(size)}\n    at f (/a.js:1:2)\n`],
    [
      'a line of one letter',
      (size: number) => `${'a'.repeat(size)}${' '.repeat(size)}\n    at f (/a.js:1:2)\n`,
    ],
    ['panics', (size: number) => "thread 'a' panicked at 'b\n".repeat(size)],
    ['calls of Rust', (size: number) => `stack backtrace:\n${'   0: a::b\n'.repeat(size)}`],
  ])('costs time in proportion to the paste: %s', (_, make) => {
    expect(growth(readStacks, make, 2_000)).toBeLessThan(LINEAR);
  });
});
