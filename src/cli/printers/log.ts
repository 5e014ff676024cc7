import { type Count, type LogEntry, type LogSummary, gapWords, intervalWords } from '../../core/log/index.ts';
import { drawable } from '../../core/text/index.ts';

/** Records that repeat: one turn begins at `line`, the last ends at `to`. */
export interface Fold {
  readonly line: number;
  readonly to: number;
  /** How many records one turn has. */
  readonly records: number;
  readonly times: number;
}

/** Prints a log while it is read. A form takes records one by one, or folded: what it does not take costs nothing. */
export interface LogPrinter {
  readonly record: (entry: () => LogEntry) => void;
  /** One turn of records, how often it came, and when last. */
  readonly row: (entries: readonly LogEntry[], times: number, until: string | undefined) => void;
  readonly end: (summary: LogSummary, folds: readonly Fold[]) => void;
}

type Out = (text: string) => void;

/** So many characters are written at once. */
const BLOCK = 1 << 16;

/** One JSON object: `records` first, as they come, then `folds` and what the log holds as a whole. */
export function jsonPrinter(out: Out): LogPrinter {
  let block = '{"records":[';
  let separator = '';
  return {
    record(entry) {
      block += separator + JSON.stringify(entry());
      separator = ',';
      if (block.length < BLOCK) return;
      out(block);
      block = '';
    },
    row: () => undefined,
    end(summary, folds) {
      out(`${block}],${JSON.stringify({ folds, ...summary }).slice(1)}\n`);
    },
  };
}

/** Lines for a person, with loops folded; the summary stands at the end, where the terminal stops. */
export function textPrinter(out: Out): LogPrinter {
  let block = '';
  return {
    record: () => undefined,
    row(entries, times, until) {
      block += entries.map((entry) => `${entryText(entry)}\n`).join('');
      if (times > 1) block += `${foldText(entries.length, times, until)}\n`;
      if (block.length < BLOCK) return;
      out(block);
      block = '';
    },
    end: (summary) => out(block + summaryText(summary)),
  };
}

/** Longer lines are cut for a terminal; `--json` has all of them. */
const WIDTH = 140;

const MARGIN = ' '.repeat(8);

/** One record in a line: `    12  19:57:01.269085  fatal    controller.go:161  Unable to …`, its innermost error below. */
export function entryText(entry: LogEntry): string {
  const { number, lines, kind, severity, time = '', place, logger, message, fields, errors, layers } = entry;
  const word = severity ?? (kind === 'unknown' ? '?' : kind === 'claimed' ? 'stack' : '');
  const said = [
    place ?? logger,
    firstLine(message),
    ...fields.map(({ key, value }) => `${key}=${value}`),
  ].filter(Boolean);
  // journalctl's `-- Boot … --`, a fence of Markdown: a line that says nothing itself.
  if (said.length === 0) said.push(layers.map((layer) => `(${layer.kind})`).join(' '));
  const more = lines > 1 ? `  (+${lines - 1} ${lines === 2 ? 'line' : 'lines'})` : '';
  const head = `${String(number).padStart(6)}  ${time}${time && '  '}${word.padEnd(7)}  `;
  const deepest = errors.length > 2 ? errors.findLast(({ innermost }) => innermost) : undefined;
  const error = deepest ? `\n${MARGIN}└ ${cut(deepest.text)}` : '';
  return `${head}${cut(said.join('  '))}${more}${error}`;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const cut = (text: string): string => {
  const shown = drawable(text.slice(0, WIDTH + 1));
  return shown.length > WIDTH ? `${shown.slice(0, WIDTH)}…` : shown;
};

function foldText(records: number, times: number, until: string | undefined): string {
  const what = records === 1 ? '' : `these ${records}, `;
  return `${MARGIN}${what}× ${times}${until ? `, until ${until}` : ''}`;
}

/** So many facts of one kind are told. */
const MAX_FACTS = 10;

/** What the log holds, in a few lines. */
export function summaryText(summary: LogSummary): string {
  const { lines, recordCount, formats, wrappers, severities, sources, unread, tooLong } = summary;
  const { first, last, gaps, intervals, templates } = summary;
  const out = ['', `read     ${many(lines, 'line')}, ${many(recordCount, 'record')}`];
  const tell = (name: string, text: string): void => void out.push(`${name.padEnd(7)}  ${text}`);
  if (formats.length > 0) tell('formats', list(formats));
  if (wrappers.length > 0) tell('around', list(wrappers));
  if (severities.length > 0) tell('levels', list(severities));
  if (sources.length > 1) tell('sources', drawable(list(sources.slice(0, MAX_FACTS))));
  if (first && last) tell('time', `${first} to ${last}`);
  for (const gap of gaps.slice(0, MAX_FACTS)) tell('gap', gapWords(gap, 'en'));
  for (const interval of intervals.slice(0, MAX_FACTS)) tell('rhythm', intervalWords(interval, 'en'));
  if (tooLong.length > 0) out.push(`too long, only the beginning was read: line ${tooLong.join(', ')}`);
  out.push(`not understood: ${many(unread.count, 'line')}`);
  for (const template of templates.templates.slice(0, MAX_FACTS))
    out.push(`${String(template.first).padStart(6)}  × ${template.count}  ${cut(template.text)}`);
  return `${out.join('\n')}\n`;
}

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const list = (counts: readonly Count[]): string =>
  counts.map(({ id, count }) => `${id === '' ? 'no source' : id} ${count}`).join(', ');
