import { parseArgs } from 'node:util';
import {
  type LogRecord,
  SEVERITIES,
  type Severity,
  createLogReader,
  createRowFolder,
  recordSeverity,
  toLogEntry,
} from '../../core/log/index.ts';
import { createSourceStacks } from '../../core/match/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';
import { readNamed } from '../inputs.ts';
import { type Fold, type LogPrinter, jsonPrinter, textPrinter } from '../printers/log.ts';

/** `kb read FILE|-`: a log of any mixture of formats, read line by line. */
export const read: Command = {
  name: 'read',
  summary: 'what a log says: formats, severities, gaps in time, errors, and what was not understood',
  usage: 'kb read [--json] [--severity LEAST] FILE|-',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, severity: { type: 'string' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const least = SEVERITIES.find((severity) => severity === values.severity);
    if (values.severity !== undefined && !least)
      throw new WrongUse(`expected one of ${SEVERITIES.join(', ')}, found \`${values.severity}\``);
    const printer = values.json ? jsonPrinter(io.out) : textPrinter(io.out);
    const found = await readLog(readNamed(path, io), least, printer);
    return found ? EXIT.match : EXIT.none;
  },
};

/** More loops than this are not listed one by one. */
const MAX_FOLDS = 1_000;

/** Prints records while it reads, so that a log is never held as a whole. True if a line was of a known format. */
async function readLog(
  input: AsyncIterable<string>,
  least: Severity | undefined,
  print: LogPrinter,
): Promise<boolean> {
  const stacks = createSourceStacks();
  const reader = createLogReader({ claims: (line) => stacks.push(line).stack !== undefined });
  const folder = createRowFolder();
  const folds: Fold[] = [];

  const show = (rows: ReturnType<typeof folder.push>): void => {
    for (const { records, times, last } of rows) {
      const entries = records.filter((record) => isWanted(record, least)).map(toLogEntry);
      const until = toLogEntry(last);
      if (times > 1 && folds.length < MAX_FOLDS)
        folds.push({
          line: records[0]?.lines[0]?.number ?? 0,
          to: until.number,
          records: records.length,
          times,
        });
      if (entries.length > 0) print.row(entries, times, until.time);
    }
  };
  const readOn = (records: readonly LogRecord[]): void => {
    for (const record of records) {
      if (isWanted(record, least)) print.record(() => toLogEntry(record));
      show(folder.push(record));
    }
  };

  for await (const chunk of input) readOn(reader.push(chunk));
  const { records, summary } = reader.end();
  readOn(records);
  show(folder.end());
  print.end(summary, folds);
  return summary.formats.length > 0;
}

function isWanted(record: LogRecord, least: Severity | undefined): boolean {
  if (least === undefined) return true;
  const severity = recordSeverity(record);
  return severity !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
