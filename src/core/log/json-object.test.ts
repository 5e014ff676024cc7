import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { scanJsonObject, textOfMember } from './json-object.ts';

const rawOf = (text: string): [string, string, string][] | undefined =>
  scanJsonObject(text, 0)?.members.map(({ key, kind, span }) => [key, kind, text.slice(span.from, span.to)]);

describe('the members of a JSON object', () => {
  it('are found with their kinds and spans, nested ones as a whole', () => {
    expect(rawOf('{"a":"x\\"y","b":-1.5e3,"c":{"d":["}"]},"e":[1,{"f":2}],"g":true,"h":null} ')).toEqual([
      ['a', 'string', 'x\\"y'],
      ['b', 'number', '-1.5e3'],
      ['c', 'object', '{"d":["}"]}'],
      ['e', 'array', '[1,{"f":2}]'],
      ['g', 'word', 'true'],
      ['h', 'word', 'null'],
    ]);
  });

  it.each([
    [
      'in a string',
      '{"a":1,"b":"x',
      [
        ['a', 'number', '1'],
        ['b', 'string', 'x'],
      ],
    ],
    ['in a key', '{"a":1,"b', [['a', 'number', '1']]],
    ['behind a colon', '{"a":1,"b":', [['a', 'number', '1']]],
    ['in a nested object', '{"a":{"b":1', [['a', 'object', '{"b":1']]],
    ['in a word', '{"a":tr', [['a', 'word', 'tr']]],
    ['at once', '{', []],
  ])('are read as far as they go when the text is cut %s', (_, text, expected) => {
    expect(rawOf(text)).toEqual(expected);
    expect(scanJsonObject(text, 0)?.to).toBeUndefined();
  });

  it.each(['', 'x', '[1]', '{a:1}', '{"a" 1}', '{"a":1 "b":2}', '{"a":yes}', '{,}', '{"a":,}'])(
    'are not read from `%s`',
    (text) => {
      expect(scanJsonObject(text, 0)).toBeUndefined();
    },
  );

  it('are those that JSON.parse finds, each value with its text', () => {
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), values),
        fc.constantFrom(undefined, 1, '\t'),
        (object, indent) => {
          const text = JSON.stringify(object, undefined, indent);
          const scanned = scanJsonObject(text, 0);
          expect(scanned?.to).toBe(text.length);
          const parsed = JSON.parse(text) as Record<string, unknown>;
          expect(scanned?.members.map(({ key }) => key)).toEqual(Object.keys(parsed));
          for (const member of scanned?.members ?? []) {
            const value = parsed[member.key];
            const raw = text.slice(member.span.from, member.span.to);
            if (typeof value === 'string') expect(textOfMember(text, member)).toBe(value);
            else expect(JSON.parse(raw)).toEqual(value);
          }
        },
      ),
    );
  });

  it('never make the scanner throw, and lie in the text in order', () => {
    const words = ['{"a":', '"b":', '{', '}', '[', ']', ',', ':', '"', '\\"', 'true', '1'];
    fc.assert(
      fc.property(hostileText(words), (tail) => {
        const text = `{"k":1,${tail}`;
        let at = 0;
        for (const { span } of scanJsonObject(text, 0)?.members ?? []) {
          expect(span.from).toBeGreaterThanOrEqual(at);
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          at = span.to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['open brackets', (size: number) => `{"a":${'['.repeat(size)}`],
    ['nested objects', (size: number) => '{"a":'.repeat(size)],
    ['quotes', (size: number) => `{"a":${'["'.repeat(size)}`],
    ['escapes', (size: number) => `{"a":"${'\\'.repeat(size)}`],
    ['members', (size: number) => `{${'"a":1,'.repeat(size)}`],
  ])('cost time in proportion to the text: %s', (_, make) => {
    expect(growth((text) => scanJsonObject(text, 0), make, 20_000)).toBeLessThan(LINEAR);
  });
});
