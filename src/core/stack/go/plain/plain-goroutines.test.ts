import { describe, expect, it } from 'vitest';
import { type PlainGoroutine, type PlainReader, createPlainReader } from './plain-goroutines.ts';

const FRAME = 'main.(*T).f(0xc0000a4000, {0x4cce95, 0xc})\n\t/src/a.go:120 +0x86\n';
const HEADER = 'goroutine 18 [IO wait, 5 minutes]:\n';
const BY = 'created by main.main in goroutine 1\n\t/src/main.go:7 +0x29\n';

const read = (text: string, from = 0): ReturnType<PlainReader> => createPlainReader()(text, from, from);

function told(text: string, from = 0, reader = createPlainReader()): PlainGoroutine {
  const plain = reader(text, from, from);
  if (typeof plain !== 'object') throw new Error(`expected a goroutine, found ${plain ?? 'none'}`);
  return plain;
}

describe('a plain goroutine', () => {
  it('is read whole, up to the blank line behind it', () => {
    const text = `${HEADER}${FRAME}${BY}\n`;
    const plain = told(`x\n${text}goroutine 19`, 2);
    expect(plain).toMatchObject({ to: 2 + text.length - 1, lines: 5, longest: 42 });
    expect(plain.goroutine).toMatchObject({
      id: 18,
      state: 'IO wait',
      minutes: 5,
      frames: [
        {
          symbol: { package: 'main', receiver: 'T', function: 'f' },
          args: '0xc0000a4000, {0x4cce95, 0xc}',
          inlined: false,
          file: '/src/a.go',
          line: 120,
          offset: 0x86,
        },
      ],
      createdBy: { symbol: { raw: 'main.main' }, goroutine: 1, file: '/src/main.go', line: 7 },
      span: { from: 2, to: 2 + text.length - 2 },
    });
  });

  it.each([
    ['the blank line above', ''],
    ['a part of its first word', 'gorou'],
    ['its number', 'goroutine 18'],
    ['its header', HEADER],
    ['a call', `${HEADER}main.f(0x`],
    ['a call before its place', `${HEADER}main.f()\n`],
    ['a place', `${HEADER}${FRAME}main.f()\n\t/src/a.go`],
    ['a frame', `${HEADER}${FRAME}`],
    ['who created it', `${HEADER}${FRAME}created by ma`],
    ['where it was created', `${HEADER}${FRAME}${BY}`],
  ])('may follow when the text ends behind %s', (_, text) => {
    expect(read(text)).toBe('cut');
    expect(read(`${text}\n\n`)).not.toBe('cut');
  });

  it.each([
    ['has no frames', `${HEADER}\n`],
    ['was created by two', `${HEADER}${FRAME}${BY}${BY}\n`],
    ['has frames that were left out', `${HEADER}${FRAME}...additional frames elided...\n\n`],
    ['has a C function', `${HEADER}${FRAME}x_cgo_thread\n\t/a.c:7 pc=0x4330b2\n\n`],
    ['has a call without its place', `${HEADER}main.f()\n${FRAME}\n`],
    ['has a log line between its own', `${HEADER}${FRAME}I1121 10:00:00.0 1 a.go:1] (x)\n\n`],
    ['was escaped', `${HEADER}main.a&amp;b()\n\t/src/a.go:1 +0x1\n\n`],
    ['is that of the runtime', `runtime stack:\n${FRAME}\n`],
    ['is glued to a message', `x ${HEADER}${FRAME}\n`],
  ])('is none that %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  describe('behind others with the same header and the same calls', () => {
    const reader = createPlainReader();
    const text = (id: number, args: string): string =>
      `goroutine ${String(id)} [select]:\nmain.f(${args})\n\t/src/a.go:1 +0x1\n${FRAME}\n`;

    it('has a number and arguments of its own', () => {
      const [one, other] = [told(text(1, '0x1'), 0, reader), told(text(23, '0x2, ...'), 0, reader)];
      const tell = ({ goroutine }: PlainGoroutine): unknown => [
        goroutine.id,
        goroutine.frames.map(({ args }) => args),
      ];
      expect(tell(one)).toEqual([1, ['0x1', '0xc0000a4000, {0x4cce95, 0xc}']]);
      expect(tell(other)).toEqual([23, ['0x2, ...', '0xc0000a4000, {0x4cce95, 0xc}']]);
    });

    it.each(['we are', '0x1)(0x2', '0x1、0x2', '0x1;', '*T'])('is none with the arguments `%s`', (args) => {
      expect(reader(text(1, '0x1'), 0, 0)).toBeTypeOf('object');
      expect(reader(text(2, args), 0, 0)).toBeUndefined();
    });
  });
});
