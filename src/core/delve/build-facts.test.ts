import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { type BuildFacts, readBuildFacts } from './build-facts.ts';
import { buildFindings } from './findings.ts';

const FILES = {
  'go.mod': 'module example.com/target\n\ngo 1.18\n',
  'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1) }\n',
};

const values = (facts: BuildFacts): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const run = (program: string, ...args: string[]): string =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, LC_ALL: 'C' } }).stdout;

interface Build {
  readonly name: string;
  readonly flags: readonly string[];
  readonly debugInfo: boolean;
  /** As the settings of the build tell it, and as the units of the binary do. */
  readonly optimised: string;
  /** The linker's flags are not noted for a build with `-trimpath`. */
  readonly silent?: true;
}

const BUILDS: readonly Build[] = [
  { name: 'as go build does it', flags: [], debugInfo: true, optimised: 'all' },
  { name: 'for a debugger', flags: ['-gcflags=all=-N -l'], debugInfo: true, optimised: 'none' },
  {
    name: 'with the flags for the main package only',
    flags: ['-gcflags=-N -l'],
    debugInfo: true,
    optimised: 'some',
  },
  { name: 'with -s -w', flags: ['-ldflags=-s -w'], debugInfo: false, optimised: 'all' },
  { name: 'with -w alone', flags: ['-ldflags=-w'], debugInfo: false, optimised: 'all' },
  { name: 'with -s alone', flags: ['-ldflags=-s'], debugInfo: false, optimised: 'all' },
  {
    name: 'with -trimpath and -w',
    flags: ['-trimpath', '-gcflags=all=-N -l', '-ldflags=-w'],
    debugInfo: false,
    optimised: 'none',
    silent: true,
  },
];

describe.each(BUILDS)('a program that was built $name', ({ flags, debugInfo, optimised, silent }) => {
  it('is known by what go version -m, file and readelf print', { timeout: BUILD_TIMEOUT }, (ctx) => {
    const go = realProgram('go');
    const file = realProgram('file');
    const readelf = realProgram('readelf');
    if (!go || !file || !readelf) return ctx.skip('go, file or readelf is not installed');
    const program = buildGo(go, FILES, ...flags);
    folders.push(dirname(program));
    const settings = readBuildFacts(run(go, 'version', '-m', program));
    expect(settings.go?.value).toBe(/go(\d+\.\d+(?:\.\d+)?)/.exec(run(go, 'version'))?.[1]);
    expect(settings.optimised?.value).toBe(optimised);
    // Without flags of the linker nothing speaks against debug information, and nothing proves it.
    expect(settings.debugInfo?.value).toBe(debugInfo || silent ? undefined : false);
    expect(settings.trimpath?.value).toBe(flags.includes('-trimpath') ? true : undefined);
    expect(readBuildFacts(run(file, program)).debugInfo?.value).toBe(debugInfo);
    expect(readBuildFacts(run(readelf, '-S', program)).debugInfo?.value).toBe(debugInfo);
    expect(readBuildFacts(run(readelf, '-S', '-W', program)).debugInfo?.value).toBe(debugInfo);
    const units = readBuildFacts(run(readelf, '--debug-dump=info', program));
    expect(units.optimised?.value).toBe(debugInfo ? optimised : undefined);
    expect(units.debugInfo?.value).toBe(debugInfo ? true : undefined);
  });
});

describe('a program that strip(1) has stripped', () => {
  it('has no debug information, and its settings do not say so', { timeout: BUILD_TIMEOUT }, (ctx) => {
    const go = realProgram('go');
    const file = realProgram('file');
    const strip = realProgram('strip');
    if (!go || !file || !strip) return ctx.skip('go, file or strip is not installed');
    const program = buildGo(go, FILES, '-gcflags=all=-N -l');
    folders.push(dirname(program));
    const bare = join(dirname(program), 'bare');
    copyFileSync(program, bare);
    run(strip, bare);
    const text = `$ go version -m x\n${run(go, 'version', '-m', bare)}\n$ file x\n${run(file, bare)}`;
    expect(values(readBuildFacts(text))).toMatchObject({ debugInfo: false, optimised: 'none' });
    expect(buildFindings(readBuildFacts(text))).toEqual(['stripped']);
  });
});

describe('what tools say about a binary', () => {
  const VERSION =
    '/root/kube-apiserver: go1.20.12\n\tpath\tk8s.io/kubernetes/cmd/kube-apiserver\n\tbuild\t-compiler=gc\n';

  it.each([
    ['nothing', 'hello', {}],
    ['the Go alone', '/root/kube-apiserver: go1.15.5\n', { go: '1.15.5' }],
    ['an unstable Go', 'x: devel go1.22-abcdef Mon\n', { go: '1.22' }],
    ['a candidate', 'x: go1.22rc2\n', { go: '1.22rc2' }],
    ['Delve', 'Delve Debugger\nVersion: 1.21.2\nBuild: $Id$\n', { delve: '1.21.2' }],
    ['settings without flags', VERSION, { go: '1.20.12', optimised: 'all' }],
    ['-N alone', `${VERSION}\tbuild\t-gcflags=all=-N\n`, { go: '1.20.12', optimised: 'all' }],
    [
      'a file that was linked with -w',
      'x: ELF 64-bit LSB executable, x86-64, statically linked, Go BuildID=a/b, not stripped\n',
      { debugInfo: false },
    ],
    [
      'what the linker was told to write into it',
      `${VERSION}\tbuild\t-ldflags="-X k8s.io/component-base/version.gitVersion=v1.29.3 -s -w"\n`,
      { go: '1.20.12', optimised: 'all', debugInfo: false },
    ],
  ])('is read: %s', (_, text, facts) => {
    expect(values(readBuildFacts(text))).toEqual(facts);
  });

  it.each([
    [VERSION, '1.21.2', ['optimised']],
    [VERSION, '1.5.0', ['optimised', 'go-window']],
    [`${VERSION}\tbuild\t-gcflags="-N -l"\n\tbuild\t-trimpath=true\n`, '', ['partly-optimised', 'trimpath']],
    [
      `${VERSION}\tbuild\t-gcflags="all=-N -l"\n  [ 1] .text\n  [ 2] .debug_info\n  [ 3] .data\n`,
      '',
      ['ready'],
    ],
    ['hello', '1.21.2', []],
  ])('%j with Delve %j means %j', (text, delve, findings) => {
    expect(buildFindings(readBuildFacts(text), delve)).toEqual(findings);
  });

  it('never makes the reader throw, and points into the paste', () => {
    const keywords = [
      'x: go1.20',
      '\tbuild\t-gcflags="all=-N -l"',
      ' ELF ',
      'stripped',
      '[ 1] .debug_info',
      '\n',
    ];
    fc.assert(
      fc.property(hostileText(keywords), (text) => {
        for (const { span } of Object.values(readBuildFacts(text))) {
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    'x: go1.20\n',
    '\tbuild\t-a=b\n',
    ' [ 1] .a\n',
    'Go cmd/compile go1.2; -l\n',
    'Go cmd/compile go1.2 ',
  ])('cost time in proportion to their length: %j', (piece) => {
    expect(growth(readBuildFacts, (size) => piece.repeat(size), 5_000)).toBeLessThan(LINEAR);
  });
});
