import { type Line, type Problem, type Span, spanIn } from '../../text/index.ts';
import type { CommandLine, CommandProblem, CommandSource } from '../command-line.ts';
import { partOf } from '../line-text.ts';
import { splitCommand } from '../split-command.ts';
import { promptEnd } from './prompt.ts';

/** What one of them must have, or the JSON is about something else. */
const KEYS = ['"Args"', '"Cmd"', '"process"', '"command"', '"args"'];

/**
 * Reads what `docker inspect` and `crictl inspect` print, and `kubectl get pod -o json`: JSON with the arguments as a list,
 * nothing lost. A prompt may stand around it. `undefined` if the text is no such JSON; JSON that breaks off is
 * reported, with where.
 */
export function readContainerInspect(text: string, lines: readonly Line[]): CommandLine[] | undefined {
  const first = lines.find(
    (line) => '{['.includes(line.text.trim().charAt(0) || ' ') && promptEnd(line.text) === 0,
  );
  if (!first) return undefined;
  const from = text.indexOf(first.text.trim().charAt(0), first.from);
  const content = text.slice(from);
  const isList = /^\[\s*"/.test(content.slice(0, 200));
  if (!isList && !KEYS.some((key) => content.includes(key))) return undefined;
  const end = endOfJson(lines, from) - from;
  const span = { from, to: from + content.trimEnd().length };
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.slice(0, end));
  } catch {
    // A list of Go's `%v`, or words in brackets: no JSON at all.
    if (isList || !/^[[{]\s*["{[]/.test(content.slice(0, 200))) return undefined;
    const problem: Problem<CommandProblem> = {
      code: 'broken-json',
      span: { from: Math.max(span.from, span.to - 1), to: span.to },
    };
    return [{ source: 'container-inspect', argv: [], span, problems: [problem] }];
  }
  const whole = { from, to: from + end };
  return processesOf(parsed).map((found) => toCommand(text, whole, found));
}

/** Behind the last line that can end what starts at `from`: not a prompt, which may hold a bracket as well. */
function endOfJson(lines: readonly Line[], from: number): number {
  const last = lines.findLast(
    (line) => line.to > from && /[\]}]\s*$/.test(line.text.slice(-20)) && promptEnd(line.text) === 0,
  );
  return last ? last.from + last.text.trimEnd().length : from;
}

interface Found {
  readonly source: CommandSource;
  readonly argv: readonly string[];
  readonly pid?: number;
  readonly container?: string;
}

function toCommand(text: string, span: Span, { source, argv, pid, container }: Found): CommandLine {
  let at = span.from;
  const words = argv.map((word) => {
    const found = text.indexOf(JSON.stringify(word), at);
    if (found < 0 || found >= span.to) return { text: word, span };
    at = found + 1;
    return { text: word, span: { from: found + 1, to: found + 1 + word.length } };
  });
  const problems: Problem<CommandProblem>[] = argv[0]?.startsWith('-')
    ? [{ code: 'no-program', span: words[0]?.span ?? span }]
    : [];
  return {
    source,
    argv: words,
    ...(pid ? { pid } : {}),
    ...(container ? { container } : {}),
    span,
    problems,
  };
}

function processesOf(parsed: unknown): Found[] {
  if (strings(parsed).some((word) => word.startsWith('-')))
    return [{ source: 'container-inspect', argv: strings(parsed) }];
  const objects: unknown[] = Array.isArray(parsed) ? parsed : (listOf(at(parsed, 'items')) ?? [parsed]);
  return objects.flatMap(processOf).filter(({ argv }) => argv.length > 0);
}

/** docker: `.Path` and `.Args`, else `.Config`; crictl: `.info.runtimeSpec.process.args`, the final argv; Pod: containers. */
function processOf(object: unknown): Found[] {
  const source = 'container-inspect';
  const final = strings(at(object, 'info', 'runtimeSpec', 'process', 'args'));
  if (final.length > 0) {
    const name = at(object, 'status', 'metadata', 'name');
    const pid = at(object, 'info', 'pid');
    return [
      {
        source,
        argv: final,
        ...(typeof pid === 'number' ? { pid } : {}),
        ...(typeof name === 'string' ? { container: `k8s_${name}` } : {}),
      },
    ];
  }
  const containers = listOf(at(object, 'spec', 'containers'));
  if (containers) {
    return containers.map((container) => ({
      source: 'pod-manifest',
      argv: [...strings(at(container, 'command')), ...strings(at(container, 'args'))],
    }));
  }
  const name = at(object, 'Name');
  const pid = at(object, 'State', 'Pid');
  const known = {
    ...(typeof pid === 'number' ? { pid } : {}),
    ...(typeof name === 'string' && name !== '' ? { container: name.replace(/^\//, '') } : {}),
  };
  const path = at(object, 'Path');
  if (typeof path === 'string') return [{ source, argv: [path, ...strings(at(object, 'Args'))], ...known }];
  const argv = [...strings(at(object, 'Config', 'Entrypoint')), ...strings(at(object, 'Config', 'Cmd'))];
  return [{ source, argv, ...known }];
}

function at(object: unknown, ...keys: string[]): unknown {
  let value = object;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const listOf = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/**
 * Reads what `docker inspect --format '{{.Path}} {{.Args}}'` prints: `kube-apiserver [--v=2 --secure-port=6443]`, a list of Go
 * without its boundaries; and a row of `docker ps`, whose command stands in quotes, cut after 20 characters.
 */
export function readContainerLine(line: Line): CommandLine | undefined {
  const text = line.text.trimEnd();
  const span = { from: line.from, to: line.to };
  const start = text.length - text.trimStart().length;
  const open = text.indexOf('[-', start);
  if (open >= 0 && text.endsWith(']')) {
    const before = text.slice(start, open).trim();
    if (before.includes(' ')) return undefined;
    const { argv, problems } = splitCommand(partOf(line, open + 1, text.length - 1), 0);
    const program = { text: before, span: spanIn(line, { from: start, to: start + before.length }) };
    return {
      source: 'container-inspect',
      argv: before === '' ? argv : [program, ...argv],
      span,
      problems: [
        ...problems,
        { code: 'joined-words', span },
        ...(before === '' ? [{ code: 'no-program', span } as const] : []),
      ],
    };
  }
  if (!/^[0-9a-f]{12,64} +\S+ +"/.test(text.slice(start, start + 600))) return undefined;
  const from = text.indexOf('"', start) + 1;
  const to = text.indexOf('"', from);
  if (to < 0) return undefined;
  const { argv, problems } = splitCommand(partOf(line, from, to), 0);
  return { source: 'ps', argv, span, problems: [...problems, { code: 'joined-words', span }] };
}
