import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { type Shell, quoteAll } from './quote.ts';

/** Each with what keeps its owner's settings away, and the shell whose quoting it reads. */
const PROGRAMS: readonly { program: string; options: readonly string[]; quoting: Shell }[] = [
  { program: 'bash', options: ['--norc'], quoting: 'bash' },
  { program: 'dash', options: [], quoting: 'bash' },
  { program: 'zsh', options: ['-f'], quoting: 'zsh' },
  { program: 'fish', options: ['--no-config'], quoting: 'fish' },
];

/** Words to which one shell or another gives a meaning. */
const MEANINGFUL = [
  '',
  '~',
  '~root',
  '=ls',
  '%self',
  '%1',
  '!!',
  '$HOME',
  '${HOME}',
  '$(id)',
  '`id`',
  '{a,b}',
  '*',
  '?',
  '[a]',
  '**',
  '-n',
  '-e',
  '--',
  '-',
  '&&',
  '||',
  ';',
  '#c',
  'a#c',
  '\\',
  "'",
  "\\'",
  '"',
  '<(id)',
  '>x',
  '2>&1',
  '^a^b',
  'a\nb',
  '\n',
  '\t',
  'a\rb',
  '\x1b[31m',
  '\x7f',
  '中文',
  '😀',
  'é',
  '\u202e',
  '[::]:8080',
  '--x=~/a',
  'x=~',
  ':',
  '@',
  'if',
  'end',
  'function',
  '(',
  ')',
  '$',
  '$,',
  '"$"',
  "$'a'",
  '+x',
  '%%',
  '!',
  '!a',
  '^',
  '\\\\',
  "''",
  "'\\''",
];

const words = fc
  .sample(hostileText(MEANINGFUL, 5), { numRuns: 2_000, seed: 20_261_121 })
  // No argument can hold a NUL, and half a surrogate pair has no bytes.
  .map((word) => word.replaceAll('\0', '').toWellFormed());

/** What a program receives as its arguments when the shell runs the line. */
function received(shell: string, options: readonly string[], line: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'faultbook-shell-'));
  try {
    const script = join(folder, 'script');
    writeFileSync(script, `${line}\n`);
    const { stdout, stderr, status } = spawnSync(shell, [...options, script], {
      cwd: folder,
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`${shell} refused the line: ${stderr}`);
    return stdout.split('\0').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(PROGRAMS)('$program', ({ program, options, quoting }) => {
  it('hands on exactly the words that were quoted: those that mean something, and two thousand more', (ctx) => {
    const shell = realProgram(program);
    const printf = realProgram('printf');
    if (!shell || !printf) return ctx.skip(`${shell ? 'printf' : program} is not installed`);
    const argv = [...MEANINGFUL, ...words];
    expect(received(shell, options, quoteAll([printf, String.raw`%s\0`, ...argv], quoting))).toEqual(argv);
  });
});
