import { describe, expect, it } from 'vitest';
import type { Stack } from './frame.ts';
import { splitLines } from '../text/index.ts';
import { createStackReader, readStacks } from './read.ts';
import table from './samples/crash-reports.json' with { type: 'json' };

/** Id (none of the runtime's own stack), state, number of frames, and who created it. */
type GoroutineRow = readonly [number | null, string, number, string?];

interface Row {
  readonly name: string;
  readonly text: string;
  readonly kind: string;
  readonly first: string;
  readonly goroutines: readonly GoroutineRow[];
  /** Each value, then whether it was `recovered`, `repanicked`. */
  readonly panics?: readonly (readonly string[])[];
  readonly signal?: string;
}

const ROWS = table as unknown as readonly Row[];

const panicsOf = (stack: Stack | undefined): string[][] | undefined =>
  stack?.reason?.panics?.map(({ value, recovered, repanicked }) => [
    value,
    ...(recovered ? ['recovered'] : []),
    ...(repanicked ? ['repanicked'] : []),
  ]);

const rowsOf = ({ goroutines }: Stack): GoroutineRow[] =>
  goroutines.map(({ id, state, frames, createdBy }) => {
    const row = [id ?? null, state, frames.length] as const;
    return createdBy ? [...row, createdBy.symbol.raw] : row;
  });

/** The stacks of lines, each frame's place left out where it does not matter. */
const stacksOf = (...lines: string[]): Stack[] => readStacks(lines.join('\n')).stacks;
const MAIN = ['main.main()', '\t/x/main.go:7 +0x1'];

describe('a crash report', () => {
  it.each(ROWS.filter(({ goroutines }) => goroutines.length > 0))('of $name is read', (row) => {
    const { stacks } = readStacks(row.text);
    expect(stacks).toHaveLength(1);
    expect(stacks[0]?.reason).toMatchObject({ kind: row.kind, text: row.first });
    expect(stacks.flatMap(rowsOf)).toEqual(row.goroutines);
    expect(panicsOf(stacks[0])).toEqual(row.panics);
    expect(stacks[0]?.reason?.signal).toBe(row.signal);
  });

  it.each(ROWS.filter(({ goroutines }) => goroutines.length === 0))(
    'of $name has no goroutine, so all of it is left to others',
    ({ text }) => {
      expect(readStacks(text)).toEqual({ stacks: [], unparsed: [{ from: 0, to: text.length }] });
    },
  );

  it('covers its reason, its last frame and what was printed at the exit, and not what stands around it', () => {
    const text =
      'starting\npanic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/main.go:7\nexit status 2\nbye\n';
    const { stacks, unparsed } = readStacks(text);
    const covered = stacks.map(({ span }) => text.slice(span.from, span.to));
    expect(covered).toEqual([
      'panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/main.go:7\nexit status 2',
    ]);
    expect(unparsed.map(({ from, to }) => text.slice(from, to))).toEqual(['starting\n', '\nbye\n']);
  });
});

describe('the reason of a stack', () => {
  it.each([
    ['a panic whose value has a blank line, as up to Go 1.22', ['panic: first', '', 'third', '']],
    ['a panic whose value has a blank line, since Go 1.23', ['panic: first', '\t', '\tthird', '']],
  ])('is %s', (_, preamble) => {
    const [stack, ...more] = stacksOf(...preamble, 'goroutine 1 [running]:', ...MAIN);
    expect(more).toEqual([]);
    expect(stack?.reason).toMatchObject({ kind: 'panic', text: 'panic: first' });
  });

  it.each([
    [
      'glued to the header',
      ['E1 p.go:1] observed a panic, goroutine 1 [running]:'],
      'E1 p.go:1] observed a panic,',
    ],
    [
      'on the line above',
      ['http: panic serving 10.0.0.1:123: boom', 'goroutine 1 [running]:'],
      'http: panic serving 10.0.0.1:123: boom',
    ],
  ])('is the log message %s', (_, lines, text) => {
    expect(stacksOf(...lines, ...MAIN)[0]?.reason).toMatchObject({ kind: 'log', text });
  });

  it('is not a panic of long ago when a log message stands directly above', () => {
    const lines = ['panic: old', '', 'recovered', 'Observed a panic: new', 'goroutine 1 [running]:'];
    expect(stacksOf(...lines, ...MAIN)[0]?.reason?.text).toBe('Observed a panic: new');
  });

  it('is none where a blank line separates header and text', () => {
    expect(stacksOf('some text', '', 'goroutine 1 [running]:', ...MAIN)[0]?.reason).toBeUndefined();
  });

  it('is a panic although the blank line behind it holds blanks', () => {
    const [stack] = stacksOf('panic: first', '  ', 'goroutine 1 [running]:', ...MAIN);
    expect(stack?.reason?.text).toBe('panic: first');
    expect(stacksOf('some text', '  ', 'goroutine 1 [running]:', ...MAIN)[0]?.reason).toBeUndefined();
  });

  it('is a signal, with the runtime stack in front of the goroutines', () => {
    const lines = ['SIGQUIT: quit', 'PC=0x4609a0 m=0 sigcode=0', '', 'runtime stack:', 'runtime.f()', ''];
    const [stack, ...more] = stacksOf(...lines, 'goroutine 0 [idle]:', ...MAIN, '', 'rax    0x0');
    expect(more).toEqual([]);
    expect(stack?.reason).toMatchObject({ kind: 'signal', text: 'SIGQUIT: quit' });
    expect(stack && rowsOf(stack)).toEqual([
      [null, 'runtime stack', 1],
      [0, 'idle', 1],
    ]);
  });
});

describe('the goroutines of a stack', () => {
  it('stay together although one of them ran on another thread', () => {
    const other = ['goroutine 18 [running]:', '\tgoroutine running on other thread; stack unavailable'];
    const created = ['created by main.main', '\t/x/main.go:4 +0x31'];
    const third = ['goroutine 19 [select]:', ...MAIN];
    const stacks = stacksOf(
      'panic: x',
      '',
      'goroutine 1 [running]:',
      ...MAIN,
      '',
      ...other,
      ...created,
      '',
      ...third,
    );
    expect(stacks.map(rowsOf)).toEqual([
      [
        [1, 'running', 1],
        [18, 'running', 0, 'main.main'],
        [19, 'select', 1],
      ],
    ]);
  });

  it('are separate stacks when another log message comes between', () => {
    const lines = [
      'E1 a.go:1] one goroutine 1 [running]:',
      ...MAIN,
      'E1 a.go:1] two goroutine 1 [running]:',
      ...MAIN,
    ];
    expect(stacksOf(...lines).map(({ reason }) => reason?.text)).toEqual([
      'E1 a.go:1] one',
      'E1 a.go:1] two',
    ]);
  });

  it('are both registrations of a path, when Kubernetes prints the two stacks', () => {
    const first = 'E1 pathrecorder.go:110] duplicate path registration of "/x": original registration from ';
    const lines = [
      `${first}goroutine 1 [running]:`,
      ...MAIN,
      '',
      'new registration from goroutine 1 [running]:',
    ];
    const stacks = stacksOf(...lines, ...MAIN);
    expect(stacks.map(({ reason }) => reason?.text)).toEqual([first.trimEnd(), 'new registration from']);
    expect(stacks.map(rowsOf)).toEqual([[[1, 'running', 1]], [[1, 'running', 1]]]);
  });

  it('keep the frames around those that the runtime left out', () => {
    const frames = [...MAIN, '...504480 frames elided...', ...MAIN];
    expect(stacksOf('goroutine 1 [running]:', ...frames).map(rowsOf)).toEqual([[[1, 'running', 2]]]);
  });

  it('keep a last call whose place was cut off', () => {
    const [stack] = stacksOf('goroutine 1 [running]:', ...MAIN, 'runtime.main()');
    expect(stack?.goroutines[0]?.frames.map(({ file }) => file)).toEqual(['/x/main.go', undefined]);
  });

  it('keep wait time, thread and creator', () => {
    const lines = ['goroutine 17 [select, 5 minutes, locked to thread]:', ...MAIN];
    const [stack] = stacksOf(...lines, 'created by main.main in goroutine 1', '\t/x/main.go:3 +0x2');
    expect(stack?.goroutines[0]).toMatchObject({
      minutes: 5,
      lockedToThread: true,
      createdBy: { goroutine: 1, file: '/x/main.go', line: 3, symbol: { function: 'main' } },
    });
  });

  it('are not those that the value of a panic speaks of', () => {
    const fake = 'goroutine 9 [running]:';
    for (const value of [[fake], [fake, 'and more'], [fake, fake], ['', 'and', fake], ['\tb', `\t${fake}`]]) {
      const [stack] = stacksOf('panic: a', ...value, '', 'goroutine 1 [running]:', ...MAIN);
      expect(stack?.reason?.text).toBe('panic: a');
      expect(stack && rowsOf(stack)).toEqual([[1, 'running', 1]]);
    }
  });

  it('are found although a web page lost the blank line in front', () => {
    const [stack] = stacksOf('panic: a', 'goroutine 1 [running]:', ...MAIN);
    expect(stack?.reason?.text).toBe('panic: a');
    expect(stack && rowsOf(stack)).toEqual([[1, 'running', 1]]);
  });
});

describe('the lines that are taken', () => {
  /** The lines that belong to a stack, and in brackets those at which one ended. */
  function takenOf(...lines: string[]): string[] {
    const reader = createStackReader();
    return splitLines(lines.join('\n')).flatMap(({ text, ...line }) => {
      const { taken, ended } = reader.push({ text, ...line });
      return [...(taken ? [text] : []), ...(ended ? [`[${text}]`] : [])];
    });
  }

  it('are those of the report, from its reason to its last frame', () => {
    const report = ['panic: boom', '', 'goroutine 1 [running]:', ...MAIN];
    const exit = ['exit status 2', '', 'end'];
    expect(takenOf('start', ...report, ...exit)).toEqual([...report, 'exit status 2', '', '[end]']);
    expect(takenOf('start', '', 'end')).toEqual([]);
  });

  it('are not the log lines between two stacks', () => {
    const stack = ['goroutine 1 [running]:', ...MAIN];
    expect(takenOf(...stack, 'log 1', 'log 2', ...stack, '', 'log 3')).toEqual([
      'goroutine 1 [running]:',
      ...MAIN,
      'goroutine 1 [running]:',
      '[goroutine 1 [running]:]',
      ...MAIN,
      '',
      '[log 3]',
    ]);
  });

  it('are not what follows a panic without a stack behind a blank line', () => {
    expect(takenOf('panic: boom', 'value', '', 'a log line', 'another')).toEqual([
      'panic: boom',
      'value',
      '',
    ]);
  });

  it('are two hundred at most of a panic whose stack does not come', () => {
    const value = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    expect(takenOf('panic: boom', ...value)).toHaveLength(200);
  });

  it('end at once when another panic begins', () => {
    const stack = ['goroutine 1 [running]:', ...MAIN];
    const next = ['panic: again', '', ...stack];
    expect(takenOf(...stack, ...next)).toEqual([...stack, 'panic: again', '[panic: again]', '', ...stack]);
  });
});
