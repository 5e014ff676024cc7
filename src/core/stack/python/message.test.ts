import { describe, expect, it } from 'vitest';
import { type Line, splitLines } from '../../text/index.ts';
import type { Stack } from '../frame.ts';
import { createStackReader, readStacks } from '../read.ts';

const TRACEBACK = 'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in f\n    g()\n';

const messageOf = ({ goroutines }: Stack): string | undefined => goroutines[0]?.reason?.text;

/** The message of the last exception, and what is left of the paste. */
function read(text: string): readonly [message: string | undefined, rest: string] {
  const { stacks, unparsed } = readStacks(text);
  const rest = unparsed.map(({ from, to }) => text.slice(from, to)).join('');
  return [stacks[0] && messageOf(stacks[0]), rest.trim().replaceAll(/\n+/g, '\n')];
}

/** Behind the traceback: what is the message's, and what is not. */
const MESSAGES: readonly (readonly [name: string, message: string, rest: string])[] = [
  ['of one line', 'KeyError: 1', 'next'],
  ['of lines that nothing tells from what another program says', 'ValueError: one', 'two\n  three'],
  [
    "of Kubernetes' client",
    'kubernetes.client.exceptions.ApiException: (404)\nReason: Not Found\nHTTP response headers: HTTPHeaderDict({\'Audit-Id\': \'1\'})\nHTTP response body: {"kind":"Status","code":404}',
    'next',
  ],
  [
    "of Kubernetes' client of old",
    'kubernetes.client.rest.ApiException: (403)\nReason: Forbidden',
    'Reasons: none',
  ],
  [
    'of PyYAML',
    'yaml.scanner.ScannerError: while scanning\n  in "a.yaml", line 1, column 1\nfound a TAB\n  in "a.yaml", line 2, column 3:\n    \tb: 1\n    ^',
    'next',
  ],
  [
    'of PyYAML without a place behind its second part',
    'yaml.scanner.ScannerError: while scanning\n  in "a.yaml", line 1, column 1',
    'next\nnext',
  ],
  [
    'of pydantic',
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for Model\nport\n  Input should be a valid integer [type=int_parsing]\n    For further information visit https://errors.pydantic.dev/2.13/v/int_parsing',
    'next',
  ],
  ['of pydantic without its fields', 'x.ValidationError: 0 validation errors for Model', 'next'],
];

describe('a message', () => {
  it.each(MESSAGES)('%s is read as far as it is certain', (_, message, rest) => {
    expect(read(`${TRACEBACK}${message}\n${rest}\n`)).toEqual([message, rest]);
  });

  it.each([
    ['a dump of Go', 'goroutine 1 [running]:\nmain.main()\n\t/srv/main.go:3 +0x1'],
    ['an error of Node.js', 'TypeError: x\n    at f (/srv/app.js:3:5)'],
    ['a traceback of a thread', `Exception in thread Thread-1:\n${TRACEBACK}KeyError: 2`],
  ])('in a log does not take lines with it in which another stack begins: %s', (_, other) => {
    const log = `2026-11-21 12:00:00,000 ERROR it failed\n${TRACEBACK}KeyError: 1\n`;
    const spans = readStacks(`${log}${other}\n`).stacks.map(({ span }) => span);
    expect(spans).toHaveLength(2);
    expect(spans[1]).toEqual({ from: log.length, to: log.length + other.length });
    expect(spans[0]?.to).toBeLessThanOrEqual(log.length);
  });

  it('that the source line above says is read, blank lines and all', () => {
    const title = TRACEBACK.replace('g()', 'raise E("one\\ntwo\\n\\nfour")');
    expect(read(`${title}E: one\ntwo\n\nfour\nfive\n`)).toEqual(['E: one\ntwo\n\nfour', 'five']);
    expect(read(`${title}E: one\ntw\n`)).toEqual(['E: one', 'tw']);
    expect(read(`${title}E: on\ntwo\n`)).toEqual(['E: on', 'two']);
  });

  it('that a task of asyncio died of is read as the line above says it', () => {
    const above = "future: <Task finished name='T' exception=ValueError('one\\ntwo')>\n";
    expect(read(`${above}${TRACEBACK}ValueError: one\ntwo\nnext\n`)[0]).toBe('ValueError: one\ntwo');
  });

  it.each([
    ['2026-11-21 19:39:51,146 ERROR root: it failed', '2026-11-21 19:39:52,000 INFO root: on'],
    ['ERROR:root:it failed', 'WARNING:app.web:on'],
  ])('in a log goes on up to the next record: %s', (record, next) => {
    const text = `${record}\n${TRACEBACK}E: one\n  two\nthree\n${next}\n`;
    expect(read(text)).toEqual(['E: one\n  two\nthree', `${record}\n${next}`]);
    const blank = `${record}\n${TRACEBACK}E: one\ntwo\n\nthree\n${next}\n`;
    expect(read(blank)).toEqual(['E: one\ntwo', `${record}\nthree\n${next}`]);
  });

  it('does not go on where too many lines follow in a log', () => {
    const text = `ERROR:root:it failed\n${TRACEBACK}E: one\n${'two\n'.repeat(100)}`;
    expect(read(text)[0]).toBe('E: one');
  });

  it('goes on to the end of a text that stands on one line', () => {
    const reader = createStackReader();
    const inner = `${TRACEBACK}E: one\ntwo\n`;
    const lines: Line[] = splitLines(inner).map((line, at) => ({ ...line, physical: at === 0 ? 1 : 0 }));
    const outer = { ...(lines[0] as Line), text: 'next', from: 900, to: 904, end: 905, physical: 1 };
    const ended = [...lines, outer].flatMap((line) => reader.push(line).ended ?? []);
    expect([...ended, reader.end()].map((stack) => stack && messageOf(stack))).toContain('E: one\ntwo');
  });

  it('is none of calls that were logged', () => {
    const text = `ERROR:root:where\nStack (most recent call last):\n  File "/srv/app.py", line 3, in f\n    g()\nWARNING:root:on\n`;
    expect(read(text)).toEqual([undefined, 'ERROR:root:where\nWARNING:root:on']);
    expect(readStacks(text).stacks[0]?.goroutines[0]?.frames).toHaveLength(1);
  });
});

describe('a cause', () => {
  const LINK = '\nThe above exception was the direct cause of the following exception:\n\n';

  it('that was never raised has a message and no frames', () => {
    const text = `words\nValueError: one\ntwo\n${LINK}${TRACEBACK}E: outer\n`;
    const [stack] = readStacks(text).stacks;
    expect(
      stack?.goroutines.map(({ relation, reason, frames }) => [relation, reason?.text, frames.length]),
    ).toEqual([
      [undefined, 'E: outer', 1],
      ['cause', 'ValueError: one\ntwo', 0],
    ]);
    expect(read(text)[1]).toBe('words');
  });

  it('whose message is cut off is none', () => {
    expect(read(`${LINK}${TRACEBACK}E: outer\n`)).toEqual(['E: outer', LINK.trim()]);
  });
});
