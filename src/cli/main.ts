import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Command, EXIT, type ExitCode, type Io, WrongUse } from './command.ts';
import { apiservice } from './commands/apiservice.ts';
import { board } from './commands/board.ts';
import { cast } from './commands/cast.ts';
import { dial } from './commands/dial.ts';
import { dlv } from './commands/dlv.ts';
import { draft } from './commands/draft.ts';
import { flags } from './commands/flags.ts';
import { gaps } from './commands/gaps.ts';
import { healthChecks } from './commands/health-checks.ts';
import { lint } from './commands/lint.ts';
import { loopback } from './commands/loopback.ts';
import { match } from './commands/match.ts';
import { read } from './commands/read.ts';
import { resolve } from './commands/resolve.ts';
import { skew } from './commands/skew.ts';
import { stack } from './commands/stack.ts';
import { visibility } from './commands/visibility.ts';
import { readDecoded } from './read-input.ts';

/** Every command. To add one: a file in `commands/`, and a row here. */
const COMMANDS: readonly Command[] = [
  match,
  read,
  stack,
  dlv,
  draft,
  lint,
  flags,
  visibility,
  skew,
  resolve,
  loopback,
  dial,
  gaps,
  cast,
  apiservice,
  board,
  healthChecks,
];

const HELP = [
  'kb: the answers of Faultbook, in a terminal. Nothing is sent anywhere.',
  '',
  ...COMMANDS.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
  '',
  'exit status: 0 found, 1 nothing found, 2 wrong use',
  '',
].join('\n');

/** Runs one command; what goes wrong is told on the error stream with how it is used. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(HELP);
    return name === undefined ? EXIT.wrongUse : EXIT.match;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    io.error(`kb: expected a command, found \`${name}\`\n\n${HELP}`);
    return EXIT.wrongUse;
  }
  if (rest.includes('--help')) {
    const details = command.details ? `\n${command.details}\n` : '';
    io.out(`usage: ${command.usage}\n    ${command.summary}\n${details}`);
    return EXIT.match;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const told =
      error instanceof WrongUse ||
      code.startsWith('ERR_PARSE_ARGS') ||
      ['ENOENT', 'EISDIR', 'EACCES'].includes(code) ||
      code.startsWith('Z_');
    if (!told) throw error;
    io.error(`kb ${name}: ${(error as Error).message}\nusage: ${command.usage}\n`);
    return EXIT.wrongUse;
  }
}

/** The files below a folder, or nothing where the path is a file. Throws where nothing is there. Links are not followed: a bundle may hold a circle of them. */
function filesIn(path: string): string[] | undefined {
  if (!statSync(path).isDirectory()) return undefined;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** So much of a file is read at once: what a chunk cuts in two is read with more care. */
const CHUNK = 1 << 18;

const open = (path: string): Readable =>
  path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });

if (import.meta.main) {
  const io: Io = {
    readInput: async function* (path) {
      for await (const { text } of readDecoded(open(path))) yield text;
    },
    readDecoded: (path) => readDecoded(open(path)),
    filesIn,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  };
  // A reader that went away (`kb … | head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), io);
}
