import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { tellStacks } from '../../../../tests/support/tell-stacks.ts';
import { readStacks } from '../read.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../samples/shapes/delve-${name}-go1.19.txt`, import.meta.url), 'utf8');

const read = (text: string): string[] => tellStacks(readStacks(text).stacks);

const frame = (name: string, path: string, line: number): string =>
  JSON.stringify({ id: 1000, name, source: { name: 'x', path }, line, column: 0 });

const response = (frames: readonly string[], seq = 6): string =>
  `{"seq":0,"type":"response","request_seq":${seq},"success":true,"command":"stackTrace","body":{"stackFrames":[${frames.join(',')}],"totalFrames":9}}`;

const request = (args: object, seq = 6): string =>
  JSON.stringify({ seq, type: 'request', command: 'stackTrace', arguments: args });

describe('what dlv dap sends to an editor', () => {
  it('is one stack, its goroutines named by the requests, those in pieces joined', () => {
    const { stacks } = readStacks(sample('dap'));
    expect(stacks.map(({ goroutines }) => goroutines.map(({ id }) => id))).toEqual([[1, 2, 23]]);
    const pieces = sample('dap').match(/"name":"[^"]*","source"/g) ?? [];
    expect(stacks[0]?.goroutines.flatMap(({ frames }) => frames)).toHaveLength(pieces.length);
  });

  it('has the frames that the editor copies', () => {
    const frames = (text: string): string[] => read(text).filter((line) => line.startsWith('  '));
    const all = frames(sample('dap'));
    const copied = frames(sample('editor'));
    expect(copied.length).toBeGreaterThan(5);
    for (const one of copied) expect(all).toContain(one);
  });

  it('is read without the words of the log in front', () => {
    const text = sample('dap');
    expect(read(text.replace(/^.*? client\]/gm, ''))).toEqual(read(text));
  });

  it('has the place of each frame in the paste', () => {
    const text = `x\n${response([frame('main.f', '/a "b"/f.go', 3), frame('main.main', '/a/m.go', 9)])}\n`;
    const [stack] = readStacks(text).stacks;
    const spans = stack?.goroutines[0]?.frames.map(({ span }) => JSON.parse(text.slice(span.from, span.to)));
    expect(spans).toMatchObject([{ name: 'main.f' }, { name: 'main.main' }]);
  });

  it('has no number where the request is not there, or is for a thread that is none', () => {
    const frames = [frame('main.main', '/a/m.go', 9)];
    expect(read(response(frames))).toEqual(['goroutine - []', '  main.main() /a/m.go:9']);
    expect(read(`${request({ threadId: -1 })}\n${response(frames)}`)[0]).toBe('goroutine - []');
  });

  it('is a goroutine of its own where a piece is missing', () => {
    const text = [request({ threadId: 4, startFrame: 20 }), response([frame('main.main', '/a/m.go', 9)])];
    expect(read([...text, ...text].join('\n'))).toHaveLength(4);
  });

  it('keeps the frames that are whole of a line that was cut', () => {
    const whole = response([frame('main.f', '/a/f.go', 3), frame('main.main', '/a/m.go', 9)]);
    const cut = `${whole.slice(0, whole.indexOf('main.main'))}"}`;
    expect(read(cut)).toEqual(['goroutine - []', '  main.f() /a/f.go:3']);
  });

  it.each([
    ['of Python', response([frame('f', '/srv/app.py', 3)])],
    ['without frames', response([])],
    ['that is none', '{"command":"stackTrace","body":{"stackFrames":[1,null,{"name":3}]}}'],
    ['a request alone', request({ threadId: 4 })],
  ])('is no stack of Go: %s', (_, text) => {
    expect(readStacks(text).stacks).toEqual([]);
  });
});

describe('a message of any shape', () => {
  it.each(['{', '[', '{}', '{"name":"f"},', '"', '\\\\"', ']', ',{"a":[{"b":"'])(
    'takes time by its length: %s',
    (piece) => {
      const text = (count: number): string =>
        `{"command":"stackTrace","stackFrames":[${piece.repeat(count)}}`;
      expect(growth(readStacks, text, 20_000)).toBeLessThan(LINEAR);
    },
  );
});

const COPIES: readonly (readonly [name: string, text: string, told: readonly string[]])[] = [
  [
    'of Windows',
    'apiserver.(*T).Work (c:\\src\\my (old)\\main.go:22)\r\nmain.main (c:\\src\\main.go:9)\r\n',
    ['  apiserver.(*T).Work() c:\\src\\my (old)\\main.go:22', '  main.main() c:\\src\\main.go:9'],
  ],
  [
    'with a function that the compiler made, in an editor that speaks Chinese',
    'main.(*T).Work (未知源:1)\nmain.main (/src/main.go:9)',
    ['  main.(*T).Work()', '  main.main() /src/main.go:9'],
  ],
  [
    'of a program built with -trimpath',
    'main.f[go.shape.int] (main.go:22)\nmain.main (main.go:9)',
    ['  main.f[go.shape.int]() main.go:22', '  main.main() main.go:9'],
  ],
];

describe('what an editor copies of a call stack', () => {
  it.each(COPIES)('%s is read', (_, text, told) => {
    expect(read(text)).toEqual(['goroutine - []', ...told]);
    expect(
      readStacks(text)
        .unparsed.map(({ from, to }) => text.slice(from, to).trim())
        .join(''),
    ).toBe('');
  });

  it.each([
    ['one line alone', 'main.main (/src/main.go:9)\nand more'],
    ['what is no place', 'a.b (see below)\nc.d (see above)'],
    ['none with a file', 'a.b (c:1)\nd.e (f:2)'],
    ['of Python', 'app.f (/srv/app.py:3)\napp.main (/srv/app.py:9)'],
    ['sentences', 'see main.main (/src/main.go:9)\nsee main.f (/src/main.go:3)'],
  ])('is no stack: %s', (_, text) => {
    expect(readStacks(text).stacks).toEqual([]);
  });
});
