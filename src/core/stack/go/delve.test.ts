import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellStacks } from '../../../../tests/support/tell-stacks.ts';
import { readStacks } from '../read.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../samples/shapes/${name}-go1.19.txt`, import.meta.url), 'utf8');

const read = (text: string): string[] => tellStacks(readStacks(text).stacks);

/** Each output of a command begins with a line of these. */
const FIRST_LINE = /^(?= ?0 {2}0x|> |\* Goroutine 1 )/gm;

describe('the prompt of Delve', () => {
  const plain = sample('delve');

  it('in front of what a command prints changes nothing', () => {
    const prompted = plain.replace(FIRST_LINE, '(dlv) ');
    expect(prompted.split('(dlv) ').length).toBeGreaterThan(3);
    expect(read(prompted)).toEqual(read(plain));
  });

  it('of a command that printed nothing, twice in front of the next one, changes nothing', () => {
    expect(read(plain.replace(FIRST_LINE, '(dlv) (dlv) '))).toEqual(read(plain));
  });

  it('with the command that was typed, on a line of its own, changes nothing', () => {
    expect(read(plain.replace(FIRST_LINE, '(dlv) goroutine 1 bt\n'))).toEqual(read(plain));
    expect(read(`${plain}(dlv) `)).toEqual(read(plain));
    expect(read(`${plain}(dlv)`)).toEqual(read(plain));
  });

  it.each(['delve-piped', 'delve-terminal'])('can be taken off, or be quoted: %s', (name) => {
    const text = sample(name);
    expect(text).toContain('(dlv) ');
    expect(read(text.replace(/^(\(dlv\) )+/gm, ''))).toEqual(read(text));
    expect(read(text.replace(/^/gm, '> '))).toEqual(read(text));
  });
});

/** Texts of one line; below each what is read of it. */
const STOPS: readonly (readonly [line: string, told: readonly string[]])[] = [
  [
    '> main.main() ./main.go:45 (hits goroutine(1):1 total:1) (PC: 0x6675dd)',
    ['goroutine 1 []', '  main.main() ./main.go:45'],
  ],
  [
    '> [Breakpoint 1] main.(*T).Work(n = 3, s = "a) b") /srv/app/main.go:22 (hits goroutine(21):2 total:9) (PC: 0x7c01c6)',
    ['goroutine 21 []', '  main.(*T).Work() /srv/app/main.go:22'],
  ],
  [
    '> [unrecovered-panic] runtime.fatalpanic() /usr/lib/go/src/runtime/panic.go:1143 (hits total:1) (PC: 0x43a0a0)',
    ['goroutine - []', '  runtime.fatalpanic() /usr/lib/go/src/runtime/panic.go:1143'],
  ],
  [
    '(dlv) > k8s.io/apiserver/pkg/server.(*Config).New() ./config.go:7 (PC: 0x43a0a0)',
    ['goroutine - []', '  k8s.io/apiserver/pkg/server.(*Config).New() ./config.go:7'],
  ],
  ['> he said main.main() is slow (PC: 0x1)', []],
  ['> main.main() ./main.go:45', []],
  ['main.main() ./main.go:45 (PC: 0x6675dd)', []],
  ['> [Breakpoint 1 main.main() ./main.go:45 (PC: 0x6675dd)', []],
];

describe('where Delve says that the program stopped', () => {
  it.each(STOPS)('%s', (line, told) => {
    expect(read(line)).toEqual(told);
    expect(read(`${line}\n`)).toEqual(told);
  });
});

describe('the frames of `stack -full`', () => {
  const full =
    '0  0x01 in main.f\n   at ./main.go:3\n       n = 7\n\n1  0x02 in main.main\n   at ./main.go:9\n\n';

  it('are one stack, though blank lines part them', () => {
    expect(read(full)).toEqual(['goroutine - []', '  main.f() ./main.go:3', '  main.main() ./main.go:9']);
  });

  it('are not those of another stack behind a blank line', () => {
    expect(readStacks(full + full).stacks).toHaveLength(2);
  });
});

describe('the list of one goroutine', () => {
  it('tells its place, and where it was started', () => {
    const text =
      'Goroutine 10:\n\tRuntime: ./proc.go:364 runtime.gopark (0x44203d)\n\tUser: ./main.go:22 main.(*T).Work (0x7c01c6)\n' +
      '\tGo: ./main.go:37 main.waiters.func4 (0x7c0765)\n\tStart: ./main.go:22 main.(*T).Work (0x7c01c0)\n\tLabels: "job":"a b"\n';
    expect(read(text)).toEqual([
      'goroutine 10 []',
      '  main.(*T).Work() ./main.go:22',
      '  by main.waiters.func4 ./main.go:37',
    ]);
    expect(readStacks(text).unparsed.map(({ from, to }) => text.slice(from, to))).toEqual(['\n']);
  });

  it('is none without places', () => {
    expect(readStacks('Goroutine 10:\nand more\n').stacks).toEqual([]);
  });
});
