import { parseArgs } from 'node:util';
import {
  type CastProblem,
  type Transcript,
  castProblemWords,
  readCast,
  transcribe,
} from '../../core/cast/index.ts';
import { type Problem, drawReport, drawable, splitLines } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** `kb cast FILE|-`: what a recorded terminal has shown, as plain lines, so that other commands can read it. */
export const cast: Command = {
  name: 'cast',
  summary: 'what a recorded terminal (asciicast 2 or 3) has shown, as plain text',
  usage: 'kb cast [--json] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const text = await readAll(readInput(path));
    const { cast: read, problems } = readCast(text);
    const told = problems.map((problem) => draw(text, problem));
    if (told.length > 0) error(`${told.join('\n')}\n`);
    if (!read) return EXIT.none;
    const transcript = transcribe(read);
    if (transcript.cutAt !== undefined)
      error('the recording shows more than is kept here: the rest is left out\n');
    const { version, columns, rows, title, duration } = read;
    out(
      values.json
        ? `${JSON.stringify({ version, columns, rows, title, duration, ...transcript, problems: problems.map((problem) => ({ ...problem, words: castProblemWords(problem, 'en') })) })}\n`
        : asText(transcript),
    );
    return EXIT.match;
  },
};

function draw(text: string, problem: Problem<CastProblem>): string {
  const from = text.lastIndexOf('\n', problem.span.from - 1) + 1;
  const number = text.slice(0, from).split('\n').length;
  const [line] = splitLines(text.slice(from, problem.span.to));
  const words = castProblemWords(problem, 'en');
  return line
    ? drawReport({ ...line, number }, { from: problem.span.from - from, to: problem.span.to - from }, words)
    : words;
}

/** Lines, with markers as comments between them. */
function asText({ lines, marks }: Transcript): string {
  const out: string[] = [];
  let next = 0;
  for (const [index, { text }] of lines.entries()) {
    for (; (marks[next]?.line ?? Infinity) <= index; next++)
      out.push(`# ${drawable(marks[next]?.label ?? '')}`);
    out.push(text);
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}
