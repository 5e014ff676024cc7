import { promptEnd, splitWords } from '../../core/shell/index.ts';
import type { CommandText } from '../extract.ts';
import type { Finding } from '../finding.ts';
import { perPage } from './rule.ts';

const SHELLS = ['bash', 'sh', 'zsh', 'fish'];
const PLACES = ['laptop', 'node', 'pod'];

/** What is copied runs as it is: no prompt, no output, one command, in the shell that the fence names. */
export const commandsRule = perPage(({ file, structure }) =>
  structure.commands.flatMap((command): Finding[] =>
    problemsOf(command).map(([message, remedy]) => ({
      file,
      line: command.line,
      rule: 'commands',
      message,
      remedy,
    })),
  ),
);

type Complaint = readonly [message: string, remedy: string];

function problemsOf(command: CommandText): Complaint[] {
  const { code, shell, where } = command;
  const complaints: Complaint[] = [];
  if (code.trim() === '')
    return [['`<Cmd>` without a fenced command', 'put the command into a fence: ```bash']];
  if (!SHELLS.includes(shell)) {
    complaints.push([
      `expected a shell as the fence's language, found \`${shell}\``,
      `use one of ${SHELLS.join(', ')}`,
    ]);
  }
  if (!PLACES.includes(where)) {
    complaints.push([`expected where to run it, found \`${where}\``, `use where="${PLACES.join('" or "')}"`]);
  }
  const lines = logicalLines(code);
  const prompted = lines.find((line) => promptEnd(line) > 0);
  if (prompted !== undefined) {
    complaints.push([
      `a prompt in front of \`${prompted.slice(0, 40)}\``,
      'write the command alone; the page draws the prompt',
    ]);
  }
  if (lines.length > 1) {
    complaints.push([
      `expected one command, found ${lines.length} lines`,
      'one command a copy: make it several steps or several `<Cmd>`; output belongs into `<Expect>`',
    ]);
  }
  if (openToAll(code)) {
    complaints.push(['a server bound to every interface', 'bind 127.0.0.1 and reach it through `ssh -L`']);
  }
  const bare = unquotedMeta(code);
  if (bare)
    complaints.push([
      `\`${bare}\` unquoted: no shell passes it on as it is`,
      'put the argument into single quotes',
    ]);
  if (usesKubectl(code) && !code.includes('--context {{ctx}}')) {
    complaints.push([
      '`kubectl` without a cluster',
      'add `--context {{ctx}}`: nobody should change the wrong cluster',
    ]);
  }
  return complaints;
}

/** Lines joined where one ends in `\`, or where a here-document is open. */
function logicalLines(code: string): string[] {
  const lines: string[] = [];
  let until: string | undefined;
  let joined = false;
  for (const line of code.split('\n')) {
    if (until !== undefined) {
      if (line.trim() === until) until = undefined;
      continue;
    }
    if (!joined && line.trim() !== '') lines.push(line);
    joined = line.endsWith('\\');
    until = /<<-?\s*'?([A-Z]+)'?/.exec(line)?.[1];
  }
  return lines;
}

const openToAll = (code: string): boolean =>
  splitWords(code).words.some(({ text }) => /^--(listen|address)=(0\.0\.0\.0|\[::\]|:)\S*$/.test(text));

/** Parentheses and `?` or `*` behind a `)` outside quotes: what broke the command of the Delve write-up. */
function unquotedMeta(code: string): string | undefined {
  const outside = code
    .replace(/'[^']*'/g, ' ')
    .replace(/"(\\.|[^"\\])*"/g, ' ')
    .replace(/\$\([^()]*\)/g, ' ')
    .replace(/\\./g, ' ');
  return /\S*\([^\s]*/.exec(outside)?.[0];
}

const usesKubectl = (code: string): boolean => /(^|[\s|;&(])kubectl\s/.test(code);
