import type { Line, Problem } from '../../text/index.ts';
import type { CommandLine, CommandProblem } from '../command-line.ts';
import { splitWords } from '../words.ts';
import { splitCommand } from './ps.ts';

/** Prompts in front of a command in documents and terminals, the blank included. */
const PROMPTS = ['$ ', '# ', '% ', '> ', '❯ ', '➜ '];

/** Where the command starts behind a prompt such as `$ `, `[root@node-3 main]# ` or `root@n1:~# `; 0 if there is none. */
export function promptEnd(line: string): number {
  for (const prompt of PROMPTS) if (line.startsWith(prompt)) return prompt.length;
  const user = line.indexOf('@');
  if (user <= 0 || user > 40) return 0;
  const bracketed = line.startsWith('[');
  const end = bracketed ? line.indexOf(']', user) + 1 : hostEnd(line, user);
  const mark = line.slice(end, end + 2);
  return end > 0 && (mark === '# ' || mark === '$ ') ? end + 2 : 0;
}

/** The end of `root@n1:~`, which holds no blank. */
function hostEnd(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank < 2 || line.lastIndexOf(' ', from) >= 0 ? 0 : blank - 1;
}

/** Lines as the shell joins them: an unescaped backslash at the end of one continues it. A `\r` becomes a blank. */
export function joinContinued(text: string, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    let last = first;
    while (last && continues(last.text) && lines[at + 1]) last = lines[++at];
    if (!first || !last) break;
    const raw = text.slice(first.from, last.to).replaceAll('\\\r\n', '\\\n ');
    joined.push(first === last ? first : { ...first, to: last.to, end: last.end, text: raw });
  }
  return joined;
}

/** Whether an odd number of backslashes stands at the end. */
function continues(text: string): boolean {
  let at = text.length;
  while (at > 0 && text.charAt(at - 1) === '\\') at--;
  return (text.length - at) % 2 === 1;
}

/**
 * Reads a line that is a command: a program with at least one `-flag`. With quotes or backslashes in it, it was
 * typed, and they are resolved as a shell does; without, it is taken as `ps` would show it, so runs of blanks count.
 */
export function readTypedCommand(line: Line): CommandLine | undefined {
  const from = Math.max(promptEnd(line.text), line.text.length - line.text.trimStart().length);
  const text = line.text.slice(from);
  if (!looksLikeCommand(text.replaceAll('\\\n', '  '))) return undefined;
  const span = { from: line.from, to: line.to };
  if (!/['"\\]/.test(text)) return { source: 'typed', span, ...splitCommand(line, from) };

  const whole = continues(line.text) ? line.text.slice(0, -1) : line.text;
  const { words, openQuote } = splitWords(whole, 'shell', from);
  const problems: Problem<CommandProblem>[] = openQuote
    ? [
        {
          code: 'open-quote',
          span: { from: line.from + openQuote.from, to: line.from + openQuote.to },
        },
      ]
    : [];
  const argv = words.map((word) => ({
    text: word.text,
    span: { from: line.from + word.span.from, to: line.from + word.span.to },
  }));
  return { source: 'typed', argv, span, problems };
}

/** A path or a plain name, then flags. */
function looksLikeCommand(text: string): boolean {
  const blank = text.indexOf(' ');
  if (blank <= 0 || !text.includes(' -', blank)) return false;
  const program = text.slice(0, blank);
  const flag = text.slice(blank).trimStart();
  const isPath = program.includes('/') && !program.includes(':');
  return isPath || (isName(program) && flag.startsWith('-'));
}

const isName = (word: string): boolean => /^[a-z][a-z0-9._-]{1,40}$/.test(word);
