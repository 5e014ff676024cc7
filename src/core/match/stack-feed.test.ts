import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { type Fed, type StackPart, createStackFeed } from './stack-feed.ts';

/** What all chunks bring together: the goroutines of each stack, and the lines of none. */
interface Whole {
  readonly stacks: readonly Omit<StackPart, 'stack' | 'last'>[];
  readonly unread: readonly string[];
}

function feed(chunks: readonly string[]): Whole {
  const reader = createStackFeed();
  // Some readers have the bytes, others have not: both give the same.
  const encoder = new TextEncoder();
  const fed: Fed[] = chunks.map((chunk, index) =>
    reader.push(chunk, index % 2 === 0 ? encoder.encode(chunk) : undefined),
  );
  fed.push(reader.end());
  const stacks = new Map<number, Omit<StackPart, 'stack' | 'last'>>();
  for (const { stack, last: _, ...part } of fed.flatMap(({ parts }) => parts)) {
    const before = stacks.get(stack);
    stacks.set(stack, before ? { ...before, goroutines: [...before.goroutines, ...part.goroutines] } : part);
  }
  const unread = fed.flatMap((one) => one.unread).toSorted((a, b) => a.from - b.from);
  return { stacks: [...stacks.values()], unread: unread.map(({ text }) => text) };
}

const goroutine = (id: number, name = 'main.main'): string =>
  `goroutine ${id} [select]:\n${name}()\n\t/home/u/main.go:7 +0x1\n`;

const LOG = 'I1121 10:00:00.000000       1 quiet.go:1] all is well\n';

const shown = ({ stacks, unread }: Whole): unknown => ({
  stacks: stacks.map(({ reason, goroutines }) => [reason?.text, goroutines.map(({ id }) => id)]),
  unread,
});

describe('the stacks of a text', () => {
  it('come with their reasons, and the lines that are no part of one', () => {
    const text = `${LOG}panic: one\n\n${goroutine(1)}\n${goroutine(2)}what is this\n${LOG}`;
    expect(shown(feed([text]))).toEqual({
      stacks: [['panic: one', [1, 2]]],
      unread: [LOG.trimEnd(), 'what is this', LOG.trimEnd()],
    });
  });

  it('have the log line above them as their reason, which is then none of the other lines', () => {
    const { stacks, unread } = feed([
      `${LOG}E1121 10:00:00.000000       1 x.go:1] it hangs:\n${goroutine(1)}`,
    ]);
    expect(stacks[0]?.reason?.text).toContain('it hangs');
    expect(unread).toEqual([LOG.trimEnd()]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'zap',
      String.raw`{"level":"error","ts":1795219201.7,"msg":"Reconciler error","error":"dial tcp: i/o timeout","stacktrace":"main.(*c).work\n\t/src/work.go:303\nmain.main\n\t/src/main.go:12"}`,
      'Reconciler error: dial tcp: i/o timeout',
      ['/src/work.go:303', '/src/main.go:12'],
    ],
    [
      'slog',
      String.raw`time=2026-11-21T00:00:02.700Z level=ERROR msg=boom stack="goroutine 7 [running]:\nmain.main()\n\t/src/main.go:12 +0x1d\n"`,
      'boom',
      ['/src/main.go:12'],
    ],
    [
      'klog',
      String.raw`E1121 00:00:02.700000       1 a.go:1] "boom" err="x: y" stack="goroutine 7 [running]:\nmain.main()\n\t/src/main.go:12 +0x1d\n"`,
      'boom: x: y',
      ['/src/main.go:12'],
    ],
    [
      "Python's",
      String.raw`{"levelname":"ERROR","asctime":"2026-11-21 00:00:02,700","message":"failed","exc_info":"Traceback (most recent call last):\n  File \"/app/x.py\", line 3, in f\n    g()\nValueError: x"}`,
      'ValueError: x',
      ['/app/x.py:3'],
    ],
  ])('are read out of fields: %s', (_, line, reason, places) => {
    const { stacks, unread } = feed([`${LOG}${line}\n${LOG}`]);
    expect(stacks.map((stack) => stack.reason?.text)).toEqual([reason]);
    expect(stacks[0]?.goroutines[0]?.reason?.text).toBe(reason);
    expect(
      stacks
        .flatMap(({ goroutines }) => goroutines.flatMap(({ frames }) => frames))
        .map((frame) => `${frame.file}:${frame.line}`),
    ).toEqual(places);
    expect(unread).toEqual([LOG.trimEnd(), LOG.trimEnd()]);
  });

  it('come in the order of the text, wherever it was cut: a stack in a field behind one that it ends', () => {
    const zap = String.raw`{"level":"error","ts":1,"msg":"second","stacktrace":"main.f\n\t/f.go:3"}`;
    const text = `TypeError: first\n    at f (/srv/app.js:1:1)\n${zap}\n`;
    for (let at = 0; at <= text.length; at++) {
      const { stacks } = feed([text.slice(0, at), text.slice(at)]);
      expect(stacks.map(({ reason }) => reason?.text)).toEqual(['TypeError: first', 'second']);
    }
  });

  it('are read out of what is wrapped around them, each pod by itself', () => {
    const lines = (pod: string, id: number): string[] =>
      goroutine(id)
        .trimEnd()
        .split('\n')
        .map((line) => `[pod/${pod}/app] ${line}`);
    const a = lines('a-1', 5);
    const b = lines('b-2', 6);
    const text = a.flatMap((line, index) => [line, b[index] ?? '']).join('\n');
    const { stacks, unread } = feed([text]);
    expect(stacks.map(({ goroutines }) => goroutines.map(({ id, frames }) => [id, frames.length]))).toEqual([
      [[5, 1]],
      [[6, 1]],
    ]);
    expect(unread).toEqual([]);
  });

  it('in a field of JSON have their message to its end', () => {
    const message =
      'Traceback (most recent call last):\\n  File \\"/srv/app.py\\", line 3, in f\\nE: one\\ntwo';
    const line = `{"@timestamp":"2026-11-21T08:00:00Z","message":"${message}"}\n`;
    const { stacks, unread } = feed([`${line}next\n`]);
    expect(stacks.map(({ goroutines }) => goroutines[0]?.reason?.text)).toEqual(['E: one\ntwo']);
    expect(unread).toEqual(['next']);
  });

  it('that a panic only announces are none', () => {
    const text = `panic: one\n${LOG.repeat(400)}`;
    const { stacks, unread } = feed([text]);
    expect(stacks).toEqual([]);
    expect(unread).toHaveLength(401);
  });

  it('are not lost in the middle of a long log', () => {
    const { stacks, unread } = feed([LOG.repeat(5_000) + goroutine(7) + LOG.repeat(5_000)]);
    expect(stacks.map(({ goroutines }) => goroutines.length)).toEqual([1]);
    // The line above a goroutine is its reason.
    expect(unread).toHaveLength(9_999);
  });

  it.each([1, 2, 3, 100])('leave the lines behind %i goroutines their numbers and places', (count) => {
    const dump = Array.from({ length: count }, (_, index) => goroutine(index + 1)).join('\n');
    const text = `${dump}\n${LOG}`;
    for (const size of [text.length, 1_000, 70]) {
      const reader = createStackFeed();
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      );
      const unread = [...chunks.map((chunk) => reader.push(chunk)), reader.end()].flatMap(
        (fed) => fed.unread,
      );
      const line = unread.find(({ text: own }) => own === LOG.trimEnd());
      expect(line).toMatchObject({ number: 4 * count + 1, from: text.length - LOG.length });
    }
  });

  it('of thousands of goroutines are one stack', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => goroutine(index + 1));
    const { stacks, unread } = feed([`fatal error: deadlock\n\n${many.join('\n')}`]);
    expect(stacks.map(({ goroutines }) => goroutines.length)).toEqual([3_000]);
    expect(unread).toEqual([]);
  });
});

describe('any text', () => {
  const keywords = [
    String.raw`{"level":"error","ts":1,"msg":"x","stacktrace":"main.f\n\t/f.go:3"}` + '\n',
    'goroutine 1 [running]:\n',
    'main.main()\n',
    '\t/a.go:1 +0x1\n',
    'panic: x\n',
    '\n',
    'created by main.main\n',
    '    at f (a.js:1:1)\n',
    '[pod/a/b] ',
    '> ',
    '+',
    '  7\t',
    '`',
    '{"stack":"goroutine 1 [running]:\\nmain.main()\\n\\t/a.go:1"}\n',
    'goroutine 1 [running]:<br>main.main()<br>\t/a.go:1\n',
    'main.main() /a.go:1 +0x1\n',
    '(dlv) 0  0x01 in main.f\n   at ./a.go:3\n',
  ];

  it('is read to the same in any chunks', () => {
    fc.assert(
      fc.property(hostileText(keywords), cutPlaces, (text, cuts) => {
        expect(feed(cutText(text, cuts))).toEqual(feed([text]));
      }),
    );
  });
});

describe('a dump in which most goroutines are plain', () => {
  const frame = fc.constantFrom(
    'main.main()\n\t/home/u/main.go:7 +0x1\n',
    'net/http.(*conn).serve(0xc0000a4000, {0x4cce95, 0xc})\n\t/usr/local/go/src/net/http/server.go:1995 +0x8b4\n',
    'a.example/x%2ev1.Map[...].func1.2({0x1?, 0x2, ...}, _)\n\t/x.go:9\n',
    'os.(*File).read(...)\n\t<autogenerated>:1 +0x2\n',
    'main.f(0x1)\n\t/f.go:3 +0x2 fp=0xc00006c sp=0xc00005c pc=0x4330b2\n',
    'panic({0x1, 0x2})\n\t/usr/local/go/src/runtime/panic.go:884 +0x212\n',
    'created by main.main in goroutine 1\n\t/home/u/main.go:5 +0x9\n',
    'created by main.(*T).run\n\t/home/u/main.go:6 +0x9\n',
  );
  /** The same calls again and again, whose arguments differ; some are none that the runtime prints. */
  const varied = fc
    .tuple(
      fc.constantFrom('main.vary', 'main.(*V).vary'),
      fc.constantFrom(
        '',
        '...',
        '0x1',
        '0xc000010000, {0x2, 0x3}',
        '0xc000020000?, _',
        '0x1)(0x2',
        'we are',
        '0x1、0x2',
      ),
      fc.constantFrom('/v.go:1 +0x1', '/v.go:2 +0x1', '/v.go:2'),
    )
    .map(([name, args, place]) => `${name}(${args})\n\t${place}\n`);
  const odd = fc.constantFrom(
    '...additional frames elided...\n',
    'schedule()\n\t/c/proc.c:1 +0x1\n',
    'x_cgo_thread\n\t/a.c:7 pc=0x4330b2\n',
    'main.cut(0x1\n',
    'main.lost()\n',
    '\t/lost.go:7 +0x1\n',
    'main.sentence(we are) here\n\t/x.go:1 +0x1\n',
    'f(0x1)(0x2)\n\t/x.go:1 +0x1\n',
    'main.main\n\t/x.go:1 +0x1\n',
    'main.odd&amp;()\n\t/x.go:1 +0x1\n',
    'main.back()\n\tC:\\x.go:1 +0x1\n',
    'main.zh(0x1)\n\t/路径/x.go:1 +0x1\n',
    'main.space()\n\t/a b/x.go:1 +0x1\n',
    'main.crlf()\r\n\t/x.go:1 +0x1\r\n',
    LOG,
    'goroutine running on other thread; stack unavailable\n',
    'rax    0x0\n',
    'exit status 2\n',
    `main.wide(${'0x1, '.repeat(12)}0x2)\n`,
    '\n',
    '> ',
  );
  const header = fc.constantFrom(
    'goroutine 7 [select]:\n',
    'goroutine 8 [chan receive, 5 minutes, locked to thread]:\n',
    'goroutine 9 gp=0xc0000061c0 m=5 mp=0xc0000ae008 [select (no cases)]:\n',
    'goroutine 10 [select (scan)] {job: mail}:\n',
    'goroutine 11 [running]: \n',
    'said goroutine 12 [running]:\n',
    'goroutine 13 [running]\n',
  );
  const body = fc.array(fc.oneof({ weight: 6, arbitrary: frame }, { weight: 6, arbitrary: varied }, odd), {
    minLength: 1,
    maxLength: 5,
  });
  const block = fc.tuple(header, body).map(([first, frames]) => first + frames.join(''));
  const dump = fc
    .array(fc.tuple(block, fc.constantFrom('\n', '\n', '\n', '', '\n\n')), { maxLength: 8 })
    .map((blocks) => blocks.flat().join(''));

  it('is read to the same line by line', () => {
    fc.assert(
      fc.property(dump, cutPlaces, (text, cuts) => {
        const byLine = feed(text.split(/(?<=\n)/));
        expect(feed([text])).toEqual(byLine);
        expect(feed(cutText(text, cuts))).toEqual(byLine);
      }),
      { numRuns: 500 },
    );
  });
});
