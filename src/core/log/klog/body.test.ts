import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { readKlogBody } from './body.ts';
import { readKlogHeader } from './header.ts';
import table from './samples/lines.json' with { type: 'json' };

interface Row {
  readonly name: string;
  readonly input: string;
  readonly message?: string;
  readonly structured?: boolean;
  readonly fields?: readonly (readonly [string, string, string])[];
  readonly rest?: string;
}

const ROWS = (table as unknown as readonly Row[]).filter(({ message }) => message !== undefined);
const bodyText = ({ input }: Row): string => input.slice(readKlogHeader(input)?.message.span.from);
const fieldsOf = (text: string): string[][] =>
  readKlogBody(text).fields.map(({ key, value, form }) => [key, value, form]);

describe('the message of a klog record', () => {
  it.each(ROWS.filter(({ structured }) => structured))('is read with its fields: $name', (row) => {
    const text = bodyText(row);
    const body = readKlogBody(text);
    expect(body).toMatchObject({ structured: true, message: row.message });
    expect(fieldsOf(text)).toEqual(row.fields ?? []);
    expect(body.rest && text.slice(body.rest.from, body.rest.to)).toBe(row.rest);
  });

  it.each(ROWS.filter(({ structured }) => !structured))('is printf text as it stands: $name', (row) => {
    expect(readKlogBody(bodyText(row))).toEqual({ message: row.message, structured: false, fields: [] });
  });

  it.each([
    ['a quote in the middle', 'failed to open "x" a="b"'],
    ['a word glued to the quote', '"x"y a="b"'],
    ['a quote that never closes', '"x a=1'],
    ['nothing', ''],
  ])('is no structured one with %s', (_, text) => {
    expect(readKlogBody(text)).toMatchObject({ structured: false, message: text });
  });
});

describe('a field of a klog record', () => {
  it('spans its key, sign and value', () => {
    const text = '"msg" pod="a/b" n=3 v={A:1 B:x}';
    const spans = readKlogBody(text).fields.map(({ span }) => text.slice(span.from, span.to));
    expect(spans).toEqual(['pod="a/b"', 'n=3', 'v={A:1 B:x}']);
  });

  it.each([
    [
      'nested brackets',
      'v=map[a:{B:[1 2]}] next=1',
      [
        ['v', 'map[a:{B:[1 2]}]'],
        ['next', '1'],
      ],
    ],
    [
      'an empty bare value',
      'v= next=1',
      [
        ['v', ''],
        ['next', '1'],
      ],
    ],
    [
      'a bracket that closes nothing',
      'v=a] next=1',
      [
        ['v', 'a]'],
        ['next', '1'],
      ],
    ],
    ['a sign in the value', 'v=a=b', [['v', 'a=b']]],
    ['a key that fmt printed', '%!s(int=42)="v"', [['%!s(int=42)', 'v']]],
  ])('has its whole value with %s', (_, fields, expected) => {
    expect(fieldsOf(`"msg" ${fields}`).map(([key, value]) => [key, value])).toEqual(expected);
  });

  it('holds the lines of a block, the TAB in front of each taken away and no other', () => {
    const text = '"msg" k=<\n\tline1\n\t\tindented\n\t\n > after=1';
    expect(fieldsOf(text)).toEqual([
      ['k', 'line1\n\tindented\n', 'block'],
      ['after', '1', 'bare'],
    ]);
  });

  it('that is a block cut before its end is left unread, and said to be', () => {
    const text = '"msg" a=1 k=<\n\tline1';
    const { fields, rest } = readKlogBody(text);
    expect(fields).toHaveLength(1);
    expect(rest).toEqual({ from: 10, to: text.length });
  });

  it('is read again as it was printed', () => {
    fc.assert(
      fc.property(messages, fc.array(fieldInputs, { maxLength: 5 }), (message, fields) => {
        const printed = fields.map(({ key, value }) => ` ${key}=${JSON.stringify(value)}`).join('');
        const body = readKlogBody(JSON.stringify(message) + printed);
        expect(body.message).toBe(message);
        expect(body.fields.map(({ key, value }) => ({ key, value }))).toEqual(fields);
        expect(body.rest).toBeUndefined();
      }),
    );
  });

  it('never overlaps another, and what is unread reaches to the end', () => {
    fc.assert(
      fc.property(hostileText(['"msg"', ' k="v"', ' k=<\n\tx\n >', '%!s(', ')=', ' n=', '"']), (tail) => {
        const text = `"m"${tail}`;
        const { fields, rest, structured } = readKlogBody(text);
        if (!structured) return;
        let at = 3;
        for (const { span, key } of fields) {
          expect(text.slice(at, span.from)).toMatch(/^[ \t]*$/);
          expect(text.slice(span.from).startsWith(`${key}=`)).toBe(true);
          at = span.to;
        }
        expect(text.slice(at, rest?.from ?? text.length)).toMatch(/^[ \t]*$/);
        expect(rest?.to ?? text.length).toBe(text.length);
      }),
    );
  });

  it.each([
    ['open brackets', (size: number) => `"m" ${'k={[( '.repeat(size)}`],
    ['open quotes', (size: number) => `"m" ${String.raw`k="\q `.repeat(size)}`],
    ['open blocks', (size: number) => `"m" ${'k=<\n\tx '.repeat(size)}`],
    ['keys that fmt printed', (size: number) => `"m" ${'%!s(x=1 '.repeat(size)}`],
    ['short fields', (size: number) => `"m"${' k=1'.repeat(size)}`],
  ])('costs time in proportion to the record: %s', (_, make) => {
    expect(growth(readKlogBody, make, 20_000)).toBeLessThan(LINEAR);
  });
});

/** JSON and Go quote these alike. */
const plainText = fc.string({ unit: fc.constantFrom(...'abc XYZ019_=,.[]{}<>"\\\n\t中é') });
const messages = plainText;
const fieldInputs = fc.record({ key: fc.stringMatching(/^[a-zA-Z][\w.-]{0,8}$/), value: plainText });
