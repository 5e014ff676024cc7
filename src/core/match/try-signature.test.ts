import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { packWith } from '../../../tests/support/pack.ts';
import { trySignature } from './try-signature.ts';

const pack = packWith({ id: 'sig-known', heads: ['the quota of the first thing'] });
const HEADS = ['the quota of <str:thing> is exceeded: '];
const TAILS = ['disk <str> is full', 'dial tcp <ip>:<port>'];

const tryOn = (text: string, heads: readonly string[] = HEADS, tails: readonly string[] = TAILS) =>
  trySignature(heads, tails, text, pack);

describe('a signature that is tried', () => {
  const trial = tryOn(
    [
      'the quota of etcd is exceeded: dial tcp 10.0.0.7:443',
      'the quota of etcd is exceeded: nobody knows',
      'the quota of etcd is near: disk sda is full',
      'the quota of the first thing',
      'nothing of it',
    ]
      .map((line) => `E1121 09:00:00.000001       1 a.go:1] ${line}`)
      .join('\n'),
  );

  it('says which lines match, with which tail, and how many', () => {
    expect(trial.lines.map(({ matches, tail }) => [matches, tail])).toEqual([
      [true, 1],
      [true, undefined],
      [false, undefined],
      [false, undefined],
      [false, undefined],
    ]);
    expect(trial.matched).toBe(2);
  });

  it('marks each literal and each hole in the line, with what a hole takes', () => {
    const [line] = trial.lines;
    expect(line?.parts.map(({ kind, name, text }) => [kind, name, text])).toEqual([
      ['literal', undefined, 'the quota of '],
      ['hole', 'thing', 'etcd'],
      ['literal', undefined, ' is exceeded: '],
      ['literal', undefined, 'dial tcp '],
      ['hole', undefined, '10.0.0.7'],
      ['literal', undefined, ':'],
      ['hole', undefined, '443'],
    ]);
    for (const { from, to, text } of line?.parts ?? []) expect(line?.text.slice(from, to)).toBe(text);
  });

  it('says where a line that does not match stops fitting, and where a tail does', () => {
    expect(trial.lines.map(({ failure }) => failure?.words.en)).toEqual([
      undefined,
      undefined,
      'expected `exceeded: `, found `near: disk sda is full`',
      'expected `is exceeded: `, found `first thing`',
      undefined,
    ]);
  });

  it('names the runbook that has a line already', () => {
    expect(trial.lines[3]?.known).toEqual([{ runbook: 'TEST-BOOT-001', signature: 'sig-known' }]);
  });

  it('tells the mistakes of each wording and the literal it is found by; what does not read is left out', () => {
    const { heads, tails, matched } = tryOn(
      'the quota of etcd is exceeded: ab',
      [...HEADS, 'a <number>', 'x'],
      ['<int>', 'ab'],
    );
    expect(heads.map(({ problems, anchor }) => [problems.map(({ code }) => code), anchor?.text])).toEqual([
      [[], 'the quota of '],
      [['unreadable'], undefined],
      [['anchor-too-short'], 'x'],
    ]);
    expect(tails.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['unreadable'], []]);
    expect(matched).toBe(1);
    expect(tryOn('the quota of etcd is exceeded: ab', HEADS, ['<int>', 'ab']).lines[0]?.tail).toBe(1);
  });

  it('looks behind wrappers and escapes, as the matcher does', () => {
    const wrapped = '2026-11-21T09:00:00.000000001Z stderr F err="the quota of \\"etcd\\" is exceeded: x"';
    expect(tryOn(wrapped, ['the quota of "<str>" is exceeded']).matched).toBe(1);
  });

  it('counts what it does not show', () => {
    const { lines, dropped, matched } = tryOn('the quota of a is exceeded: \n'.repeat(700));
    expect([lines.length, dropped, matched]).toEqual([500, 200, 700]);
  });

  it('never throws, whatever is tried on what', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<int>',
      '<*>',
      '<**>',
      '\\',
      'quota of ',
      '\n',
      '\0',
      '\ud800',
      '\uffff',
      '"',
      '1',
    );
    const text = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 3 }),
        fc.array(text, { maxLength: 3 }),
        text,
        (heads, tails, paste) => {
          const { lines } = tryOn(paste, heads, tails);
          for (const { parts, text: line } of lines)
            for (const { from, to } of parts)
              expect(from >= 0 && to >= from && from <= line.length).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['many holes', `${'a<int>b'.repeat(8)}zzzzzzzz`, (n: number) => 'a1b'.repeat(n / 3)],
    ['a literal again and again', `${'quota <*>'.repeat(8)}zzzzzzzz`, (n: number) => 'quota '.repeat(n / 6)],
    ['many lines', 'quota <*> of <str> zzzzzzzz', (n: number) => 'quota of\n'.repeat(n / 9)],
  ])('takes time in proportion to the text: %s', (_, head, makeText) => {
    expect(growth((text) => tryOn(text, [head], []), makeText, 20_000)).toBeLessThan(LINEAR);
  });
});
