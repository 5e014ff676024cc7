import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { createArgumentPrints, readArguments } from './call-arguments.ts';
import { printValue } from './fingerprint.ts';

const read = (...calls: string[]): { constants: number; pointers: number; addresses: number[] } => {
  const prints = createArgumentPrints();
  for (const args of calls) readArguments(args, 0, args.length, prints);
  return {
    constants: printValue(prints.constants),
    pointers: printValue(prints.pointers),
    addresses: prints.addresses,
  };
};

describe('the addresses among arguments', () => {
  it.each<[string, number[]]>([
    ['', []],
    ['...', []],
    ['0x0, 0x1, 0xffff', []],
    ['0x10000', [0x10000]],
    ['0xffffffffffff', [0xffff_ffff_ffff]],
    ['0x1000000000000', []],
    ['0xffffffffffffffff, 0xfffffffffffffff6', []],
    ['0xc000123400, {0x5a1b3c, 0xc000123400}, ...', [0xc000123400, 0x5a1b3c]],
    ['0xc000123400?, 0x39?', []],
    ['_, {0xc000123400, _}', [0xc000123400]],
    ['0XC000123400', []],
    ['0x', []],
  ])('`%s`', (args, addresses) => {
    expect(read(args).addresses).toEqual(addresses);
  });

  it('are looked at up to a number', () => {
    const args = Array.from({ length: 500 }, (_, index) => `0xc0000${(index + 0x1000).toString(16)}`).join(
      ', ',
    );
    expect(read(args).addresses).toHaveLength(64);
  });
});

describe('the constants', () => {
  it.each([
    ['0x1, 0xc000010000', '0x1, 0xc000020000'],
    ['0x39?', '0x40?'],
    ['0x1,0x2', '0x1, 0x2'],
  ])('of `%s` and `%s` are equal', (one, other) => {
    expect(read(one).constants).toBe(read(other).constants);
  });

  it.each([
    ['0x1', '0x2'],
    ['0x1', '0x1, 0x1'],
    ['{0x1}', '0x1'],
    ['0x1', '0xc000010000'],
    ['0x39?', '0x39'],
    ['0xffffffff00000001', '0xffffffff00000002'],
    ['0x100000000', '0x0'],
    ['...', ''],
  ])('of `%s` and `%s` are not', (one, other) => {
    expect(read(one).constants).not.toBe(read(other).constants);
  });

  it('of two calls are not those of one', () => {
    expect(read('0x1', '0x2').constants).not.toBe(read('0x1, 0x2').constants);
  });
});

it('any text is read without a mistake, and always to the same', () => {
  fc.assert(
    fc.property(
      hostileText(['0x', '0xc000123400', '?', '{', '}', ', ', '...', '_', 'ffffffffffffffffffff']),
      (text) => {
        expect(read(text)).toEqual(read(text));
        for (const address of read(text).addresses) expect(Number.isSafeInteger(address)).toBe(true);
      },
    ),
  );
});
