import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { drawable } from '../../core/text/index.ts';
import { main } from '../main.ts';

const DUPLICATE = readFileSync(
  new URL('../../core/kube/samples/duplicate-etcd.log', import.meta.url),
  'utf8',
);

async function stack(args: readonly string[], file: string | readonly string[] = DUPLICATE) {
  const io = ioOf({ 'dump.txt': file, '-': file });
  const exit = await main(['stack', ...args], io);
  return { exit, ...io.told() };
}

interface Json {
  readonly stacks: readonly {
    readonly language: string;
    readonly reason?: string;
    readonly kind?: string;
    readonly goroutines: readonly {
      readonly id?: number;
      readonly state: string;
      readonly frames: readonly Record<string, unknown>[];
      readonly createdBy?: Record<string, unknown>;
    }[];
  }[];
  readonly unparsed: readonly { readonly from: number; readonly to: number }[];
}

const json = async (file?: string | readonly string[], ...args: string[]): Promise<Json> =>
  JSON.parse((await stack(['--json', ...args, 'dump.txt'], file)).out) as Json;

const goroutine = (id: number, state: string, own = 'work', args = '0xc000010000'): string =>
  [
    `goroutine ${id} [${state}]:`,
    `sync.(*Mutex).Lock(${args})`,
    '\t/usr/lib/go-1.19/src/sync/mutex.go:90 +0x1',
    `main.${own}(${args})`,
    '\t/home/u/app/main.go:7 +0x1',
    'created by main.main in goroutine 1',
    '\t/home/u/app/main.go:40 +0x1',
    '',
    '',
  ].join('\n');

const DUMP = [
  'fatal error: all goroutines are asleep - deadlock!\n\n',
  goroutine(5, 'semacquire, 3 minutes'),
  goroutine(6, 'semacquire, 12 minutes', 'work', '0xc000020000'),
  goroutine(7, 'select', 'other', '0x1'),
  'nobody knows this line\n',
].join('');

describe('kb stack', () => {
  it('ends with 0 where there is a stack, and with 1 where there is none', async () => {
    expect((await stack(['dump.txt'])).exit).toBe(0);
    expect((await stack(['dump.txt'], 'nothing to see\n')).exit).toBe(1);
    expect((await stack(['--json', 'dump.txt'], '')).exit).toBe(1);
    expect((await stack(['--state', 'IO wait', 'dump.txt'])).exit).toBe(1);
  });

  it('ends with 2 for a level that it does not have', async () => {
    const { exit, out, error } = await stack(['--level', 'all', 'dump.txt']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toContain('kb stack: expected a level of exact, pointers, frames, place, found `all`');
  });

  it.each([[['-']], [['--json', '-']]])('reads %j in whatever chunks it comes', async (args) => {
    const whole = await stack(args, DUMP + DUPLICATE);
    expect((await stack(args, (DUMP + DUPLICATE).split(/(?<=.)/su))).out).toBe(whole.out);
  });
});

describe('kb stack --json', () => {
  it('has the frames with package, receiver, function, file, line and link', async () => {
    const { stacks } = await json();
    expect(stacks).toHaveLength(1);
    const [{ language, kind, goroutines }] = stacks as [Json['stacks'][number]];
    expect({ language, kind, ids: goroutines.map(({ id }) => id) }).toEqual({
      language: 'go',
      kind: 'log',
      ids: [1],
    });
    expect(goroutines[0]?.frames).toHaveLength(14);
    expect(goroutines[0]?.frames[1]).toMatchObject({
      package: 'k8s.io/apiserver/pkg/server/mux',
      receiver: 'PathRecorderMux',
      function: 'trackCallers',
      file: expect.stringMatching(/\/mux\/pathrecorder\.go$/),
      line: 109,
      link: 'https://github.com/kubernetes/apiserver/blob/v0.17.3/pkg/server/mux/pathrecorder.go#L109',
    });
    expect(goroutines[0]?.frames.at(-1)).toMatchObject({
      package: 'main',
      receiver: null,
      function: 'main',
      own: true,
    });
  });

  it('has every goroutine, with its state and who created it', async () => {
    const { stacks } = await json(DUMP);
    expect(stacks[0]?.reason).toBe('fatal error: all goroutines are asleep - deadlock!');
    expect(stacks[0]?.goroutines.map(({ id, state }) => [id, state])).toEqual([
      [5, 'semacquire'],
      [6, 'semacquire'],
      [7, 'select'],
    ]);
    expect(stacks[0]?.goroutines[0]?.createdBy).toMatchObject({
      package: 'main',
      function: 'main',
      line: 40,
      goroutine: 1,
    });
  });

  it('has the spans of what it did not understand', async () => {
    const text = `hello\n\n${DUMP}`;
    const { unparsed } = await json(text);
    expect(unparsed.map(({ from, to }) => text.slice(from, to))).toEqual([
      'hello\n\n',
      '\nnobody knows this line\n',
    ]);
  });

  it('has threads of another language as goroutines without an id', async () => {
    const text =
      'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in main\n    f()\nValueError: no\n';
    const { stacks, unparsed } = await json(text);
    expect(stacks[0]?.language).toBe('python');
    expect(stacks[0]?.goroutines[0]).not.toHaveProperty('id');
    expect(stacks[0]?.goroutines[0]?.frames[0]).toMatchObject({
      function: 'main',
      file: '/srv/app.py',
      line: 3,
    });
    expect(unparsed).toEqual([]);
  });

  it('writes stacks of two pods whose lines come in turns one after the other', async () => {
    const of = (pod: string, id: number): string[] =>
      goroutine(id, 'select')
        .trimEnd()
        .split('\n')
        .map((line) => `[pod/${pod}/app] ${line}`);
    const other = of('b-2', 9);
    const text = of('a-1', 8).flatMap((line, index) => [line, other[index] ?? '']);
    const { stacks } = await json(text.join('\n'));
    expect(stacks.map(({ goroutines }) => goroutines.map(({ id, frames }) => [id, frames.length]))).toEqual([
      [[8, 2]],
      [[9, 2]],
    ]);
  });

  it('has no stack, and all of the text, where nothing is known', async () => {
    expect(await json('nothing to see\r\nhere\n')).toEqual({ stacks: [], unparsed: [{ from: 0, to: 21 }] });
  });
});

describe('what a person reads', () => {
  it('is the reason, then goroutines that are alike, then who waits longest', async () => {
    const { out } = await stack(['dump.txt'], DUMP);
    expect(out).toMatchInlineSnapshot(`
      "fatal error: all goroutines are asleep - deadlock!

      3 goroutines in 2 buckets (frames: the same calls, whatever their arguments)

      2 goroutines [semacquire, 3–12 minutes]
          sync.(*Mutex).Lock  https://github.com/golang/go/blob/release-branch.go1.19/src/sync/mutex.go#L90
        ★ main.work  /home/u/app/main.go:7
          created by ★ main.main  /home/u/app/main.go:40
          ids 5, 6

      goroutine 7 [select]
          sync.(*Mutex).Lock  https://github.com/golang/go/blob/release-branch.go1.19/src/sync/mutex.go#L90
        ★ main.other  /home/u/app/main.go:7
          created by ★ main.main  /home/u/app/main.go:40

      oldest waits
            12 minutes  goroutine 6 [semacquire]  ★ main.work  /home/u/app/main.go:7
             3 minutes  goroutine 5 [semacquire]  ★ main.work  /home/u/app/main.go:7

      1 line is in no stack
      "
    `);
  });

  it('is finer or coarser as it is asked for', async () => {
    expect((await stack(['--level', 'exact', 'dump.txt'], DUMP)).out).toContain(
      '3 goroutines in 3 buckets (exact: ',
    );
    expect((await stack(['--level', 'place', 'dump.txt'], DUMP)).out).toContain(
      '3 goroutines in 2 buckets (place: ',
    );
  });

  it('can be those of one state', async () => {
    const { out } = await stack(['--state', 'select', 'dump.txt'], DUMP);
    expect(out).toContain('goroutine 7 [select]\n');
    expect(out).not.toContain('semacquire');
  });

  it('says where there is none', async () => {
    const { out } = await stack(['dump.txt'], 'nothing to see\n');
    expect(out).toMatch(/^no stack found: expected a line such as `goroutine 1 \[running\]:`/);
    expect(out).toContain('\n1 line is in no stack\n');
  });

  it('cannot move the cursor of the terminal', async () => {
    const { out } = await stack(
      ['dump.txt'],
      `panic: \u001b[2Jgone \u0007\u009b31m\n\n${goroutine(1, 'running')}`,
    );
    expect(out).toContain('gone');
    for (const line of out.split('\n')) expect(drawable(line)).toBe(line);
  });

  it('leaves out what is too much, and says so', async () => {
    const many = Array.from({ length: 50 }, (_, index) => goroutine(index + 1, 'select', `f${index}`));
    const { out } = await stack(['dump.txt'], many.join(''));
    expect(out.match(/^goroutine \d+ \[/gm)).toHaveLength(40);
    expect(out).toContain('\n… 10 goroutines in 10 more buckets; --json has every goroutine\n');
  });
});
