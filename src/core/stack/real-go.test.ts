import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { firstOwnFrame, foldFrames } from './fold.ts';
import type { Stack } from './frame.ts';
import { classifyPath } from './location.ts';
import { readStacks } from './read.ts';

const go = realProgram('go');
const source = (name: string): string =>
  readFileSync(new URL(`samples/crash/${name}`, import.meta.url), 'utf8');

let program = '';
let trimmed = '';

beforeAll(() => {
  if (!go) return;
  const files = { 'go.mod': source('go.mod'), 'main.go': source('main.go') };
  program = buildGo(go, files);
  trimmed = buildGo(go, files, '-trimpath');
}, BUILD_TIMEOUT);

afterAll(() => {
  for (const path of [program, trimmed]) if (path) rmSync(dirname(path), { recursive: true });
});

/** What the program prints as it crashes. */
function outputOf(mode: string, env: Record<string, string> = {}, path = program): string {
  const { stdout, stderr } = spawnSync(path, [mode], {
    env: { ...process.env, GOTRACEBACK: 'single', ...env },
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  return stdout + stderr;
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Nothing that Go printed of a goroutine is left unread: headers and places are counted by themselves. */
function expectWhole(text: string, stacks: readonly Stack[]): void {
  const goroutines = stacks.flatMap((stack) => stack.goroutines);
  const frames = goroutines.flatMap((goroutine) => [
    ...goroutine.frames,
    ...(goroutine.createdBy ? [goroutine.createdBy] : []),
  ]);
  expect(frames.filter(({ file }) => file !== undefined)).toHaveLength(count(text, /^\t\S+\.(?:go|s):\d+/gm));
  expect(goroutines).toHaveLength(count(text, /(?<=\n\n)(goroutine \d+ \[|runtime stack:)/g));
}

beforeEach((ctx) => {
  if (!go) ctx.skip('go is not installed');
});

describe('what Go prints here', () => {
  it.each([
    ['index', 'panic', 'panic: runtime error: index out of range [2] with length 0'],
    ['nested', 'panic', 'panic: first'],
    ['repanic', 'panic', 'panic: first [recovered]'],
    ['value', 'panic', 'panic: first'],
    ['error', 'panic', 'panic: no such thing'],
    ['deadlock', 'fatal', 'fatal error: all goroutines are asleep - deadlock!'],
    ['overflow', 'fatal', 'fatal error: stack overflow'],
    ['busy', 'panic', 'panic: while another runs'],
    ['quit', 'signal', 'SIGQUIT: quit'],
  ])('as it dies of %s is one stack with its reason', (mode, kind, first) => {
    const text = outputOf(mode);
    const { stacks } = readStacks(text);
    expect(stacks).toHaveLength(1);
    expect(stacks[0]?.reason?.kind).toBe(kind);
    expect(stacks[0]?.reason?.text.startsWith(first)).toBe(true);
    const [main] = stacks[0]?.goroutines.filter(({ id }) => id !== undefined) ?? [];
    expect(firstOwnFrame(main ?? raise(text))?.file).toMatch(/\/main\.go$/);
  });

  it.each(['single', 'all', 'system', 'crash'])('with GOTRACEBACK=%s is read whole', (GOTRACEBACK) => {
    for (const mode of ['index', 'busy', 'quit']) {
      const text = outputOf(mode, { GOTRACEBACK });
      expectWhole(text, readStacks(text).stacks);
    }
  });

  it('of a goroutine that runs on another thread does not break the dump in two', () => {
    const text = outputOf('busy', { GOTRACEBACK: 'all', GODEBUG: 'asyncpreemptoff=1' });
    expect(text).toContain('stack unavailable');
    expect(readStacks(text).stacks).toHaveLength(1);
  });

  it('of all goroutines are as many as it counts', () => {
    const [number = '', ...rest] = outputOf('all').split('\n');
    const { stacks } = readStacks(rest.join('\n'));
    expect(stacks.map(({ goroutines }) => goroutines.length)).toEqual([Number(number)]);
  });

  it('with debug.Stack are the functions, files and lines that the runtime knows', () => {
    const [places = '', ...rest] = outputOf('stack').split('\n');
    const { stacks } = readStacks(rest.join('\n'));
    const [stack] = stacks;
    expect(stacks).toHaveLength(1);
    expect(stack?.reason?.text).toMatch(/^E1121 .* registered "\/x" from$/);
    const [own, ...frames] = stack?.goroutines[0]?.frames ?? [];
    expect(own?.symbol.raw).toBe('runtime/debug.Stack');
    const known = JSON.parse(places) as { Function: string; File: string; Line: number }[];
    expect(
      frames.map(({ symbol, file, line }) => ({ Function: symbol.raw, File: file, Line: line })),
    ).toEqual(known);
    expect(known.length).toBeGreaterThan(8);
  });

  it('of a program built with -trimpath still tells its own code from the standard library', () => {
    const { stacks } = readStacks(outputOf('stack', {}, trimmed).split('\n').slice(1).join('\n'));
    const kinds = foldFrames(stacks[0]?.goroutines[0] ?? raise('no stack')).map(({ kind }) => kind);
    expect(kinds).toEqual(['goroot', 'local']);
  });

  it('has every folder of the standard library among those that are known', () => {
    const root = spawnSync(go ?? '', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const unknown = folders
      .map(({ name }) => name)
      .filter((name) => name !== 'testdata' && classifyPath(`${name}/x.go`).kind !== 'goroot');
    expect(folders.length).toBeGreaterThan(30);
    expect(unknown).toEqual([]);
  });
});

function raise(text: string): never {
  throw new Error(`no goroutine was read in: ${text}`);
}
