import { type Line, type Problem, isBlank, spanIn } from '../../text/index.ts';
import { type Argument, type CommandLine, type CommandProblem, isShell } from '../command-line.ts';
import { joinLines } from '../line-text.ts';

const KEYS: readonly (readonly [key: string, name: 'command' | 'args'])[] = [
  ['command', 'command'],
  ['args', 'args'],
  ['"command"', 'command'],
  ['"args"', 'args'],
  ['"Path"', 'command'],
  ['"Args"', 'args'],
];

interface Item {
  readonly value: Argument;
  readonly line: Line;
}

/**
 * Reads the `command:` and `args:` lists of a container in a Pod manifest, block or flow style. This is a reader for
 * pasted pieces, which may lack their head or their end, so it looks at these lists alone instead of demanding whole
 * YAML. Scalars are read by the rules of YAML 1.2 for plain, single- and double-quoted ones on one line.
 */
export function readPodManifest(lines: readonly Line[]): CommandLine[] {
  const commands: CommandLine[] = [];
  let open: { argv: Argument[]; from: number; to: number } | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const key = line && listKey(line.text);
    if (!line || !key) continue;
    const items =
      key.single !== undefined
        ? singleItem(line, key.single)
        : key.flow === undefined
          ? blockItems(lines, at, key.indent)
          : flowItems(...flowLine(lines, at), key.flow);
    const last = items.at(-1);
    if (!last) continue;
    if (key.name === 'command' || !open) {
      if (open) commands.push(toCommand(open));
      open = { argv: [], from: line.from, to: last.line.to };
    }
    for (const { value } of items) open.argv.push(value);
    open.to = last.line.to;
  }
  if (open) commands.push(toCommand(open));
  return commands;
}

function toCommand({ argv, from, to }: { argv: Argument[]; from: number; to: number }): CommandLine {
  const problems: Problem<CommandProblem>[] = [];
  const shell = argv[0]?.text.split('/').at(-1) ?? '';
  const script = argv[2];
  if (argv[0]?.text.startsWith('-')) problems.push({ code: 'no-program', span: argv[0].span });
  if (isShell(shell) && argv[1]?.text === '-c' && script) {
    problems.push({ code: 'shell-string', span: script.span });
  }
  for (const argument of argv) {
    if (argument.text.includes('$(')) {
      problems.push({ code: 'variable', span: argument.span, facts: { found: argument.text } });
    }
  }
  return { source: 'pod-manifest', argv, span: { from, to }, problems };
}

/**
 * `  - command:` or `    args: ["--v=2"]`; of a piece of JSON, `"Args": [`. `"Path": "kube-apiserver",` is a list of one.
 */
function listKey(
  text: string,
): { name: 'command' | 'args'; indent: number; flow?: number; single?: number } | undefined {
  let indent = 0;
  while (isBlank(text.charCodeAt(indent)) || text.startsWith('- ', indent)) indent++;
  for (const [key, name] of KEYS) {
    if (!text.startsWith(`${key}:`, indent)) continue;
    const after = indent + key.length + 1;
    const rest = text.slice(after).trim();
    if (rest === '') return { name, indent };
    if (rest.startsWith('[')) return { name, indent, flow: text.indexOf('[', after) };
    if (key === '"Path"') return { name, indent, single: after };
  }
  return undefined;
}

/** The `- item` lines under a key, at its own indent or deeper, up to the first line that is none. */
function blockItems(lines: readonly Line[], keyAt: number, indent: number): Item[] {
  const items: Item[] = [];
  for (let at = keyAt + 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const text = line.text;
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const dash = text.length - text.trimStart().length;
    const lesser = dash < indent && !(dash === indent - 2 && text.startsWith('- ', dash));
    if (lesser || !(text.startsWith('- ', dash) || text.slice(dash) === '-')) break;
    // A list at the key's own indent would be a sibling of the key's mapping when it holds a mapping itself.
    const start = dash + 2;
    const value = text.slice(start).trimEnd();
    if (dash < indent && value.includes(': ')) break;
    const span = spanIn(line, { from: start, to: start + value.length });
    items.push({ value: { text: scalar(value), span }, line });
  }
  return items;
}

/** `"Path": "kube-apiserver",`. */
function singleItem(line: Line, after: number): Item[] {
  const value = line.text.slice(after).trim().replace(/,$/, '');
  const from = line.text.indexOf(value, after);
  return [{ value: { text: scalar(value), span: spanIn(line, { from, to: from + value.length }) }, line }];
}

/** How many lines a flow list may run over. */
const LONGEST_FLOW = 1_000;

/** The line of a flow list, put together with those up to its closing bracket, and the last of them. */
function flowLine(lines: readonly Line[], at: number): [whole: Line, last: Line] {
  const first = lines[at] as Line;
  const parts = [first];
  while (!/\]\s*,?\s*$/.test(parts.at(-1)?.text.slice(-20) ?? '') && parts.length < LONGEST_FLOW) {
    const next = lines[at + parts.length];
    if (!next || listKey(next.text)) return [first, first];
    parts.push(next);
  }
  const joints = parts.slice(1).map(() => ' ' as const);
  return [joinLines(parts, joints) ?? first, parts.at(-1) ?? first];
}

function flowItems(line: Line, last: Line, from: number): Item[] {
  const close = line.text.lastIndexOf(']');
  if (close < from) return [];
  const items: Item[] = [];
  let at = from + 1;
  while (at < close) {
    while (at < close && (isBlank(line.text.charCodeAt(at)) || line.text.charAt(at) === ',')) at++;
    if (at >= close) break;
    const end = flowEnd(line.text, at, close);
    const raw = line.text.slice(at, end).trimEnd();
    items.push({
      value: { text: scalar(raw), span: spanIn(line, { from: at, to: at + raw.length }) },
      line: last,
    });
    at = end;
  }
  return items;
}

function flowEnd(text: string, from: number, limit: number): number {
  const mark = text.charAt(from);
  if (mark === '"' || mark === "'") {
    return quoteEnd(text, from, limit);
  }
  const comma = text.indexOf(',', from);
  return comma < 0 || comma > limit ? limit : comma;
}

/** Behind the quote that closes the one at `from`: `''` inside single quotes and `\"` inside double ones do not. */
function quoteEnd(text: string, from: number, limit: number): number {
  const mark = text.charAt(from);
  for (let at = from + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (mark === '"' && character === '\\') at++;
    else if (character !== mark) continue;
    else if (mark === "'" && text.charAt(at + 1) === mark) at++;
    else return at + 1;
  }
  return limit;
}

function scalar(text: string): string {
  const raw = withoutComment(text);
  if (raw.startsWith("'") && raw.endsWith("'") && raw.length > 1) {
    return raw.slice(1, -1).replaceAll("''", "'");
  }
  return raw.startsWith('"') && raw.endsWith('"') && raw.length > 1 ? doubleQuoted(raw) : raw;
}

/** `"--v=2" # more words` → `"--v=2"`. */
function withoutComment(text: string): string {
  const from = text.startsWith('"') || text.startsWith("'") ? quoteEnd(text, 0, text.length) : 0;
  const comment = text.indexOf(' #', from);
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}

/** JSON's escapes are the ones in use; an escape that only YAML has stays as it is written. */
function doubleQuoted(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return raw.slice(1, -1);
  }
}
