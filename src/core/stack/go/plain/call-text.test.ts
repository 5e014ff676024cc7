import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArgumentPrints, readArguments } from '../../call-arguments.ts';
import { createNames } from '../names.ts';
import { createCallKernel } from './call-kernel.ts';
import { type CallText, createCallText } from './call-text.ts';
import { type KnownCall, createKnownCalls } from './known-calls.ts';

function kernel(): CallText {
  const made = createCallKernel();
  if (!made) throw new Error('no WebAssembly here');
  return made;
}

const names = createNames();
const callOf = (name: string, place = '/src/a.go:1 +0x1', calls = createKnownCalls()): KnownCall =>
  calls.learn({
    head: `${name}(`,
    tail: `)\n\t${place}\n`,
    symbol: names.symbolOf(name),
    placed: names.placeOf(`\t${place}`) ?? {},
  });
const textOf = ({ head, tail }: KnownCall, args: string): string => `${head}${args}${tail}`;

/** What stands between parentheses, by what it is made of. */
const argumentText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '0x0',
        '0xc000123400',
        '{',
        '}',
        ', ',
        '...',
        '_',
        '?',
        '0x',
        '0X1',
        '0',
        'x',
        'é',
        ')',
        '\n',
      ),
      fc.bigInt({ min: 0n, max: (1n << 70n) - 1n }).map((value) => `0x${value.toString(16)}`),
      fc.integer({ min: 0, max: 0x2_0000 }).map((value) => `0x${value.toString(16)}?`),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe.each([
  ['in JavaScript', createCallText],
  ['in WebAssembly', kernel],
])('a call that is known, %s', (_, create) => {
  const one = callOf('main.a');
  const moved = callOf('main.a', '/src/a.go:9 +0x9');
  const long = callOf(
    'k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch',
    '/src/k8s.io/client-go/tools/cache/reflector.go:254 +0x1',
  );

  it.each([
    ['the same call', textOf(one, '0x1'), 'one'],
    ['the same function at another place', textOf(moved, '0x1'), 'moved'],
    ['another function', textOf(callOf('main.b'), ''), undefined],
    ['one whose name goes on', 'main.a(0x1).func1()\n\t/src/c.go:1 +0x1\n', undefined],
    ['one that is cut in its name', 'main', undefined],
    ['one that is cut in its arguments', 'main.a(0x1', undefined],
    ['one that is cut in its place', 'main.a(0x1)\n\t/src/a.go:1', undefined],
    ['one without a parenthesis that closes', 'main.a(\n\t/src/a.go:1 +0x1\n', undefined],
    ['one with a long name', textOf(long, '0xc000010000, {0x2, 0x3}'), 'long'],
    ['one that differs in its last digit', textOf(long, '').replace('+0x1', '+0x2'), undefined],
    ['one that differs in the middle', textOf(long, '').replace('Reflector', 'reflector'), undefined],
  ])('is compared with what stands there: %s', (__, text, expected) => {
    const calls = create();
    calls.begin(`..${text}`);
    const found = Object.entries({ one, moved, long }).filter(
      ([, call]) => calls.end({ ...call, kept: 0 }, 2) > 0,
    );
    expect(found.map(([name]) => name)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('ends behind its place, and its arguments come to what they are', () => {
    const calls = create();
    const call = { ...one };
    fc.assert(
      fc.property(fc.array(argumentText, { maxLength: 6 }), fc.boolean(), (args, asBytes) => {
        const text = args.map((own) => textOf(call, own)).join('');
        const bytes = new TextEncoder().encode(text);
        const expected = createArgumentPrints();
        calls.begin(text, asBytes && bytes.length === text.length ? bytes : undefined);
        let at = 0;
        for (const own of args) {
          const isOne = !own.includes('\n');
          const isPlain = isOne && readArguments(own, 0, own.length, expected);
          const end = calls.end(call, at);
          expect(end).toBe(isPlain ? at + textOf(call, own).length : isOne ? -1 : 0);
          if (!isPlain) return;
          at = end;
        }
        expect(calls.prints()).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found wherever it stands in a long text, and after another text', () => {
    const calls = create();
    const call = { ...one };
    const args = Array.from({ length: 30_000 }, (__, index) => `0x${index.toString(16)}`);
    for (const text of [args.map((own) => textOf(call, own)).join(''), textOf(call, '0x7')]) {
      let at = 0;
      let count = 0;
      calls.begin(text);
      for (let end = calls.end(call, at); end > 0 && end <= text.length; end = calls.end(call, at)) {
        at = end;
        count++;
        if (at === text.length) break;
      }
      expect(at).toBe(text.length);
      expect(count).toBe(text.length > 100 ? args.length : 1);
    }
  });

  it('is found among more than there is room for', () => {
    const calls = create();
    const known = createKnownCalls();
    const all = Array.from({ length: 12_000 }, (__, index) =>
      callOf(`example.com/app/pkg.handler${index}`, `/home/u/app/pkg/a${index}.go:7 +0x1`, known),
    );
    for (const call of [...all, ...all.slice(0, 3)]) {
      calls.begin(textOf(call, '0x1'));
      expect(calls.end(call, 0)).toBe(textOf(call, '0x1').length);
    }
  });

  it('has so many addresses, and each once', () => {
    const calls = create();
    const call = { ...one };
    const addresses = Array.from({ length: 70 }, (__, index) => 0xc0_0001_0000 + index * 8);
    const args = addresses.map((address) => `0x${address.toString(16)}`).join(', ');
    calls.begin(textOf(call, `${args}, ${args}`));
    calls.end(call, 0);
    expect(calls.prints().addresses).toEqual(addresses.slice(0, 64));
  });
});
