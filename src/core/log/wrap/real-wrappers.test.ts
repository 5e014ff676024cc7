import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realProgram } from '../../../../tests/support/real-program.ts';
import { splitLines } from '../../text/index.ts';
import type { ProgramLine } from './layer.ts';
import { createUnwrapper } from './unwrap.ts';

const HEADER = 'E1121 08:18:33.966321   32681 controller.go:116] ';

const STACK = [
  `${HEADER}Observed a panic: "boom"`,
  'goroutine 1 [running]:',
  'main.main()',
  '\t/app/main.go:5 +0x1d',
  'I1121 08:18:34.000001   32681 main.go:23] ready',
];

const LONG = [
  `${HEADER}loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: failed to retrieve openAPI spec, http error: ResponseCode: 503, Body: service unavailable`,
  `I1121 08:18:33.970000   32681 controller.go:129] OpenAPI AggregationController: action for item v1beta1.metrics.k8s.io: Rate Limited Requeue, and nothing else to say.`,
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultbook-wrap-'));
  writeFileSync(join(folder, 'kubelet.log'), `${STACK.join('\n')}\n`);
  writeFileSync(join(folder, 'long.log'), `${LONG.join('\n')}\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints about the files, as lines of programs. */
function printed(ctx: TestContext, name: string, args: readonly string[]): ProgramLine[] {
  const program = realProgram(name) ?? ctx.skip(`${name} is not installed`);
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { LC_ALL: 'C', TZ: 'UTC' },
  });
  const unwrapper = createUnwrapper();
  return [...splitLines(stdout + stderr).flatMap((line) => unwrapper.push(line)), ...unwrapper.end()];
}

const textsOf = (lines: readonly ProgramLine[]): string[] => lines.map(({ text }) => text);

describe('the lines of a file are the same behind what a program put in front of them', () => {
  it.for<[string, string[]]>([
    ['grep', ['-H', '-A3', 'Observed', 'kubelet.log']],
    ['grep', ['-Hn', '-A3', 'Observed', 'kubelet.log']],
    ['grep', ['-H', '--color=always', '-A3', 'Observed', 'kubelet.log']],
    ['rg', ['-H', '--no-heading', '-n', '-A3', 'Observed', 'kubelet.log']],
    ['rg', ['-H', '--no-heading', '-N', '--color=always', '-A3', 'Observed', 'kubelet.log']],
  ])('%s %j', ([name, args], ctx) => {
    const lines = printed(ctx, name, args);
    expect(textsOf(lines)).toEqual(STACK.slice(0, 4));
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(['kubelet.log']));
  });

  it('tail of several files', (ctx) => {
    const lines = printed(ctx, 'tail', ['-n', '5', 'kubelet.log', 'long.log']);
    const of = (file: string): string[] =>
      textsOf(lines.filter(({ source, layers }) => source === file && layers.length === 0));
    expect(of('kubelet.log').filter(Boolean)).toEqual(STACK);
    expect(of('long.log')).toEqual(LONG);
  });

  it.for([80, 72, 60])('fold at a width of %i', (width, ctx) => {
    const lines = printed(ctx, 'fold', ['-w', String(width), 'long.log']);
    expect(textsOf(lines)).toEqual(LONG);
    expect(lines.map(({ physical }) => physical)).toEqual(
      LONG.map(({ length }) => Math.ceil(length / width)),
    );
  });
});

describe('what logger of util-linux sends', () => {
  const args = ['-n', '127.0.0.1', '-P', '9', '-d', '-s', '--no-act', '-t', 'kubelet', '--id=1234'];

  it.for(['--rfc3164', '--rfc5424'])('with %s is the message with its tag', (format, ctx) => {
    const [line] = printed(ctx, 'logger', [...args, format, STACK[4] ?? '']);
    expect(line).toMatchObject({
      text: STACK[4],
      layers: [{ kind: 'syslog', service: 'kubelet', process: 1234 }],
    });
    expect(line?.layers[0]?.time).toBeDefined();
    expect(line?.layers[0]?.host).toBeDefined();
  });
});
