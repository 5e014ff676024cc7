import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Command, EXIT, type ExitCode, type Io, WrongUse } from './command.ts';
import { readDecoded } from './read-input.ts';

/** Every command, by its name; loaded when it is asked for, since each brings readers of its own. To add one: a file in `commands/`, and a row here. */
const COMMANDS = {
  match: async () => (await import('./commands/match.ts')).match,
  read: async () => (await import('./commands/read.ts')).read,
  stack: async () => (await import('./commands/stack.ts')).stack,
  dlv: async () => (await import('./commands/dlv.ts')).dlv,
  draft: async () => (await import('./commands/draft.ts')).draft,
  lint: async () => (await import('./commands/lint.ts')).lint,
  flags: async () => (await import('./commands/flags.ts')).flags,
  visibility: async () => (await import('./commands/visibility.ts')).visibility,
  skew: async () => (await import('./commands/skew.ts')).skew,
  resolve: async () => (await import('./commands/resolve.ts')).resolve,
  loopback: async () => (await import('./commands/loopback.ts')).loopback,
  dial: async () => (await import('./commands/dial.ts')).dial,
  gaps: async () => (await import('./commands/gaps.ts')).gaps,
  cast: async () => (await import('./commands/cast.ts')).cast,
  apiservice: async () => (await import('./commands/apiservice.ts')).apiservice,
  board: async () => (await import('./commands/board.ts')).board,
  'health-checks': async () => (await import('./commands/health-checks.ts')).healthChecks,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    'kb: the answers of Faultbook, in a terminal. Nothing is sent anywhere.',
    '',
    ...commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    '',
    'exit status: 0 found, 1 nothing found, 2 wrong use',
    '',
  ].join('\n');
}

/** Runs one command; what goes wrong is told on the error stream with how it is used. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(await help());
    return name === undefined ? EXIT.wrongUse : EXIT.match;
  }
  if (!isCommand(name)) {
    io.error(`kb: expected a command, found \`${name}\`\n\n${await help()}`);
    return EXIT.wrongUse;
  }
  const command: Command = await COMMANDS[name]();
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

/** So much of a file is read at a time: V8 keeps strings of over 128 kB apart, which costs more than it saves. */
const CHUNK = 120 << 10;

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
