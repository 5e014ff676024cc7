import { parseArgs } from 'node:util';
import { draftSignature } from '../../core/match/index.ts';
import { type Command, EXIT, WrongUse, readAll, readLanguage } from '../command.ts';
import { knownSamples, loadPack } from '../pack.ts';
import { draftText } from '../printers/draft-yaml.ts';

/** `kb draft FILE|-`: the proposal of a signature, as YAML for a runbook. */
export const draft: Command = {
  name: 'draft',
  summary: 'a signature drafted from a log, as YAML for a runbook, with the runbooks that it meets',
  usage: 'kb draft [--line N] [--json] [--language en|zh] FILE|-',
  details: [
    '  --line N     draft from this line; else from the first of the worst lines that no signature knows',
    '  --json       the draft as data',
    '  --language   of the remarks',
    '',
    '  What only the author knows is a TODO; the rules of the build refuse it until it is filled.',
    '',
    '  exit status: 0 drafted, 1 no line with words of its own, 2 wrong use',
  ].join('\n'),
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        line: { type: 'string' },
        language: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const language = readLanguage(values.language);
    const line = values.line === undefined ? undefined : Number(values.line);
    if (line !== undefined && (!Number.isInteger(line) || line < 1))
      throw new WrongUse(`expected a line number, found \`${values.line}\``);
    const text = await readAll(readInput(path));
    const found = draftSignature(await loadPack(), text, {
      samples: await knownSamples(),
      ...(line === undefined ? {} : { line }),
    });
    if (!found) {
      error('nothing to draft from: expected a line with words of its own\n');
      return EXIT.none;
    }
    out(values.json ? `${JSON.stringify(found)}\n` : draftText(found, language));
    return EXIT.match;
  },
};
