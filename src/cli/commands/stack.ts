import { parseArgs } from 'node:util';
import { createStackFeed } from '../../core/match/index.ts';
import { BUCKET_LEVELS } from '../../core/stack/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';
import { readNamedDecoded } from '../inputs.ts';
import { jsonPrinter } from '../printers/stack-json.ts';
import { textPrinter } from '../printers/stack-text.ts';

/** `kb stack FILE|-`: the stacks of a log or dump; a person is told once of goroutines that are alike. */
export const stack: Command = {
  name: 'stack',
  summary: 'the stacks of a log or dump: why, who waits where, which frames are yours, links to the lines',
  usage: `kb stack [--json] [--level ${BUCKET_LEVELS.join('|')}] [--state STATE] FILE|-`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        level: { type: 'string', default: 'frames' },
        state: { type: 'string', default: '' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const level = BUCKET_LEVELS.find((name) => name === values.level);
    if (!level)
      throw new WrongUse(`expected a level of ${BUCKET_LEVELS.join(', ')}, found \`${values.level}\``);

    const feed = createStackFeed();
    const printer = values.json ? jsonPrinter(io.out) : textPrinter(level, io.out);
    let found = false;
    const hear = ({ parts, unread }: ReturnType<typeof feed.push>): void => {
      for (const part of parts) {
        const goroutines = part.goroutines.filter(({ state }) => state.includes(values.state));
        if (goroutines.length > 0) found = true;
        printer.part({ ...part, goroutines });
      }
      unread.forEach(printer.unread);
    };
    for await (const { text, bytes } of readNamedDecoded(path, io)) hear(feed.push(text, bytes));
    hear(feed.end());
    printer.end();
    return found ? EXIT.match : EXIT.none;
  },
};
