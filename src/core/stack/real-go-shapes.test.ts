import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import type { Goroutine } from './frame.ts';
import { readStacks } from './read.ts';

const go = realProgram('go');
const gcc = realProgram('gcc');
const delve = realProgram('dlv');

const source = (name: string): Record<string, string> => ({
  'go.mod': 'module example.com/shapes\n\ngo 1.15\n',
  'main.go': readFileSync(new URL(`samples/shapes/programs/${name}/main.go`, import.meta.url), 'utf8'),
});

let crash = '';
let race = '';
let cgo = '';

beforeAll(() => {
  if (!go) return;
  crash = buildGo(go, source('crash'));
  if (!gcc) return;
  cgo = buildGo(go, source('cgo'));
  race = buildGo(go, source('race'), '-race');
}, 2 * BUILD_TIMEOUT);

afterAll(() => {
  for (const path of [crash, race, cgo]) if (path) rmSync(dirname(path), { recursive: true });
});

beforeEach((ctx) => {
  if (!go) ctx.skip('go is not installed');
});

function outputOf(path: string, mode: string, env: Record<string, string> = {}): string {
  const { stdout, stderr } = spawnSync(path, [mode], {
    env: { ...process.env, GOTRACEBACK: 'single', ...env },
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  return stdout + stderr;
}

const goroutinesOf = (text: string): readonly Goroutine[] => {
  const { stacks } = readStacks(text);
  expect(stacks).toHaveLength(1);
  return stacks[0]?.goroutines ?? [];
};

const framesOf = (goroutine: Goroutine | undefined): string[] =>
  goroutine?.frames.map(({ symbol, line }) => `${symbol.raw}:${line}`) ?? [];

describe('a goroutine profile as Go prints it here', () => {
  it('counts as many goroutines with debug=1 as it says, and as it prints with debug=2', () => {
    const text = outputOf(crash, 'pprof1');
    const counts = goroutinesOf(text).map(({ count = 0 }) => count);
    const total = Number(/total (\d+)/.exec(text)?.[1]);
    expect(counts.reduce((a, b) => a + b)).toBe(total);
    expect(goroutinesOf(outputOf(crash, 'pprof2'))).toHaveLength(total);
  });

  it('names labels, functions and lines', () => {
    const labelled = goroutinesOf(outputOf(crash, 'pprof1')).filter(({ labels }) => labels);
    expect(labelled.map(({ labels }) => labels)).toEqual([{ job: 'a b', q: 'x"y' }]);
    expect(framesOf(labelled[0])).toEqual([expect.stringMatching(/^main\.\(\*T\)\.Work:\d+$/)]);
  });
});

describe('the ancestors of goroutines', () => {
  it('follow them in the same dump', () => {
    const goroutines = goroutinesOf(
      outputOf(crash, 'stackall', { GODEBUG: 'tracebackancestors=5', GOTRACEBACK: 'all' }),
    );
    const ancestors = goroutines.filter(({ state }) => state === 'ancestor');
    expect(ancestors.length).toBeGreaterThan(5);
    expect(ancestors.every(({ id, frames }) => id === 1 && frames.length > 0)).toBe(true);
  });
});

describe('a crash in C', () => {
  beforeEach((ctx) => {
    if (!gcc) ctx.skip('gcc is not installed');
  });

  it.each([
    ['segv', 'fatal', 'main._Cfunc_crash'],
    ['abort', 'signal', 'main._Cfunc_crash'],
    ['callback', 'panic', 'main.goCallback'],
  ])('%s is one stack', (mode, kind, symbol) => {
    const text = outputOf(cgo, mode);
    expect(readStacks(text).stacks[0]?.reason?.kind).toBe(kind);
    const frames = goroutinesOf(text).flatMap((goroutine) => goroutine.frames);
    expect(frames.map(({ symbol: { raw } }) => raw)).toContain(symbol);
  });
});

describe('a report of the race detector', () => {
  beforeEach((ctx) => {
    if (!gcc) ctx.skip('gcc is not installed');
  });

  it.each(['main', 'two', 'map', 'atomic'])('is read whole: %s', (mode) => {
    const text = outputOf(race, mode);
    const goroutines = goroutinesOf(text);
    expect(readStacks(text).stacks[0]?.reason?.kind).toBe('race');
    expect(goroutines.map(({ access }) => access?.previous)).toEqual([false, true]);
    expect(goroutines.every(({ id, createdBy }) => (id === 1) === (createdBy === undefined))).toBe(true);
    const read = goroutines.flatMap(({ frames, createdBy }) => [
      ...frames,
      ...(createdBy ? [createdBy, ...(createdBy.callers ?? [])] : []),
    ]);
    const places = [...text.matchAll(/^ {6}(\S+):(\d+)/gm)].map(([, file, line]) => `${file}:${line}`);
    expect(read.map(({ file, line }) => `${file}:${line}`).toSorted()).toEqual(places.toSorted());
  });
});

describe('what Delve prints', () => {
  it('of one goroutine and of all of them is read', (ctx) => {
    if (!delve) return ctx.skip('dlv is not installed');
    const commands = join(dirname(crash), 'commands');
    writeFileSync(commands, 'break main.main\ncontinue\ngoroutine 1 bt\ngoroutines -t\nexit\n');
    const options = [
      '--allow-non-terminal-interactive=true',
      '--check-go-version=false',
      `--init=${commands}`,
    ];
    const { stdout } = spawnSync(delve, ['exec', crash, ...options, '--', 'wait'], {
      encoding: 'utf8',
      input: '',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    if (!stdout.includes(' in main.main')) return ctx.skip('dlv cannot trace here');
    const goroutines = readStacks(stdout).stacks.flatMap((stack) => stack.goroutines);
    const [stopped, alone, ...all] = goroutines;
    expect(stopped).toMatchObject({ id: 1, frames: [{ symbol: { raw: 'main.main' } }] });
    expect(framesOf(alone)[0]).toMatch(/^main\.main:\d+$/);
    expect(all).toHaveLength(Number(/\[(\d+) goroutines\]/.exec(stdout)?.[1]));
    expect(framesOf(all.find(({ id }) => id === 1))).toEqual(framesOf(alone));
    expect(all.some(({ state }) => state === 'force gc (idle)')).toBe(true);
  });
});
