import { parseArgs } from 'node:util';
import { dialFailureWords } from '../../core/log/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT } from '../command.ts';
import { onlyFile, readConnections } from './gaps.ts';

/** `kb dial FILE|-`: how the failed connections of a log end, and what each ending proves. */
export const dial: Command = {
  name: 'dial',
  summary: 'how failed connections end (dial tcp …), and what each ending proves',
  usage: 'kb dial [--json] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { failures, left } = await readConnections(readInput(onlyFile(positionals)));
    const told = failures.map((failure) => ({ ...failure, proves: dialFailureWords(failure, 'en') }));
    if (values.json) out(`${JSON.stringify({ failures: told, left })}\n`);
    else if (told.length === 0)
      error('no failed connection found: expected lines with `dial tcp`, `lookup`, `Get "https://…"`\n');
    else {
      out(
        told
          .map(({ line, times, kind, tail, proves }) =>
            [`line ${line} × ${times}  ${kind}`, `  ${drawable(tail)}`, `  ${proves}`, ''].join('\n'),
          )
          .join('') + (left > 0 ? `${left} more lines with others\n` : ''),
      );
    }
    return told.length > 0 ? EXIT.match : EXIT.none;
  },
};
