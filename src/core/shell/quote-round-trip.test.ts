import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rareProgram, realProgram } from '../../../tests/support/real-program.ts';
import { type Shell, quoteAll } from './quote.ts';
import { splitWords } from './words.ts';

/** Each with what keeps its owner's settings away, and how a script of it ends with what it did. */
const PROGRAMS: readonly { program: string; options: readonly string[]; shell: Shell }[] = [
  { program: 'bash', options: ['--norc'], shell: 'bash' },
  { program: 'dash', options: [], shell: 'bash' },
  { program: 'zsh', options: ['-f'], shell: 'zsh' },
  { program: 'fish', options: ['--no-config'], shell: 'fish' },
  // No package of Debian: held against it where it is, and against its documented rules everywhere (`quote.test.ts`).
  ...(rareProgram('pwsh')
    ? [{ program: 'pwsh', options: ['-NoProfile', '-File'], shell: 'powershell' as const }]
    : []),
];

/** Arguments of components, and pieces that shells, `printf` and Delve give a meaning to. */
const FLAGS = [
  '--v=2',
  '--cloud-provider=',
  '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$',
  '--feature-gates=A=true,B=false',
  '--service-account-lookup',
  '--tls-sni-cert-key=a,b:*.example.com',
  '--',
  'exec',
  '--listen=[::]:2345',
];
const piece = fc.oneof(
  fc.constantFrom(...`' " \\ $ \` ! * ? [ ] { } ( ) < > | & ; # ~ % ^ = , : @ + - . /`.split(' ')),
  fc.constantFrom(
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\u00a0',
    '‘',
    '’',
    '“',
    '中文',
    '😀',
    'é',
    '\x1b',
    '\x7f',
    '\\n',
    '%s',
    '$(id)',
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...FLAGS, '') },
  { weight: 5, arbitrary: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')) },
);

/** No argument can hold a NUL, and half a surrogate pair has no bytes. */
const asArgument = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const ARGVS = fc
  .sample(fc.array(word, { minLength: 1, maxLength: 6 }), { numRuns: 10_000, seed: 20_261_121 })
  .map((argv) => argv.map(asArgument));

/**
 * What a program received, for each line of a script: `printf` ends each argument with a NUL, and a line with a mark that
 * no argument can be.
 */
function received(program: string, options: readonly string[], lines: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'faultbook-round-trip-'));
  try {
    const script = join(folder, program === 'pwsh' ? 'script.ps1' : 'script');
    writeFileSync(script, `${lines.join('\n')}\n`);
    const { stdout, stderr, status } = spawnSync(program, [...options, script], {
      cwd: folder,
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`${program} refused the script: ${stderr.slice(0, 500)}`);
    return stdout
      .split('\0\0\0END\0')
      .slice(0, -1)
      .map((answer) => answer.split('\0').slice(1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const COUNT = 10_000;

describe(`${COUNT} argument lists`, () => {
  it.for(PROGRAMS)(
    'quoted for $shell and read by the real $program are the same',
    { timeout: 120_000 },
    ({ program, options, shell }, ctx) => {
      const path = program === 'pwsh' ? rareProgram(program) : realProgram(program);
      if (!path) return ctx.skip(`${program} is not installed`);
      const printf = shell === 'powershell' ? realProgram('printf') : 'printf';
      if (!printf) return ctx.skip('printf is not installed');
      // A built-in `printf` starts no process, so that ten thousand lines take a moment; PowerShell has none.
      const argvs = shell === 'powershell' ? ARGVS.slice(0, 500) : ARGVS;
      const lines = argvs.map(
        (argv) =>
          `${quoteAll([printf, String.raw`\0%s`, ...argv], shell)}\n${quoteAll([printf, String.raw`\0\0\0END\0`], shell)}`,
      );
      const answers = received(path, options, lines);
      expect(answers).toHaveLength(argvs.length);
      expect(answers).toEqual(argvs);
    },
  );

  it('quoted for bash are read the same by the reader of typed commands', () => {
    for (const argv of ARGVS) {
      expect(splitWords(quoteAll(argv, 'bash')).words.map(({ text }) => text)).toEqual(argv);
    }
  });
});
