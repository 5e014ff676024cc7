import { parseArgs } from 'node:util';
import { type ConnectionReport, type Gap, createFailureReader } from '../../core/log/index.ts';
import { createSourceStacks } from '../../core/match/index.ts';
import { secondsWords } from '../../core/resolve/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';

/** `kb gaps FILE|-`: the waits of a log, and which well-known limit each is as long as. */
export const gaps: Command = {
  name: 'gaps',
  summary: 'the waits between the lines of a log, and the limits that are as long',
  usage: 'kb gaps [--json] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { gaps: found, timed } = await readConnections(readInput(onlyFile(positionals)));
    if (values.json) out(`${JSON.stringify({ gaps: found.map(plainGap) })}\n`);
    else if (found.length > 0) out(found.map(gapText).join(''));
    else
      error(
        timed ? 'no gap: no wait is long, or as long as a known limit\n' : 'no line with a time was found\n',
      );
    return found.length > 0 ? EXIT.match : EXIT.none;
  },
};

/** The one file of a command line. */
export function onlyFile([path, ...more]: readonly string[]): string {
  if (path === undefined || more.length > 0) throw new WrongUse('expected one file, or - for standard input');
  return path;
}

/** The failed connections and waits of a log that is read in chunks. */
export async function readConnections(input: AsyncIterable<string>): Promise<ConnectionReport> {
  const stacks = createSourceStacks();
  const reader = createFailureReader({ claims: (line) => stacks.push(line).stack !== undefined });
  for await (const chunk of input) reader.push(chunk);
  return reader.end();
}

const plainGap = ({ fromLine, toLine, source, ms, constants }: Gap) => ({
  fromLine,
  toLine,
  source,
  seconds: Math.round(ms) / 1000,
  constants: constants.map(({ constant: { id, name, seconds, source } }) => ({
    id,
    name: name.en,
    seconds,
    source,
  })),
});

/** `30.0 s  lines 1-5  = client-go dial timeout, name lookup included (30 s)` */
function gapText({ fromLine, toLine, ms, constants }: Gap): string {
  const names = constants.map(({ constant }) => `${constant.name.en} (${constant.seconds} s)`);
  const as = names.length === 0 ? '' : `  = ${names.join('\n    or ')}`;
  return `${secondsWords(ms / 1000)}  lines ${fromLine}-${toLine}${as}\n`;
}
