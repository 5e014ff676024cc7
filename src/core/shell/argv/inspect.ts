import type { Problem, Span } from '../../text/index.ts';
import type { CommandLine, CommandProblem } from '../command-line.ts';

/**
 * Reads what `docker inspect` and `crictl inspect` print: JSON with the arguments as a list, nothing lost.
 * `undefined` if the text is no JSON object or list; JSON that breaks off is reported, with where.
 */
export function readContainerInspect(text: string, span: Span): CommandLine[] | undefined {
  const content = text.slice(span.from, span.to);
  const first = content.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return undefined;
  const known = ['"Args"', '"Cmd"', '"process"'].some((key) => content.includes(key));
  if (!known) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    const problem: Problem<CommandProblem> = {
      code: 'broken-json',
      span: { from: Math.max(span.from, span.to - 1), to: span.to },
    };
    return [{ source: 'container-inspect', argv: [], span, problems: [problem] }];
  }
  const objects: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return objects
    .map(argvOf)
    .filter((argv) => argv.length > 0)
    .map((argv) => ({
      source: 'container-inspect',
      argv: argv.map((word) => ({ text: word, span: spanOfWord(text, span, word) })),
      span,
      problems: [],
    }));
}

/** docker: `.Path` and `.Args`, else `.Config`; crictl: `.info.runtimeSpec.process.args`, the final argv. */
function argvOf(object: unknown): string[] {
  const final = strings(at(object, 'info', 'runtimeSpec', 'process', 'args'));
  if (final.length > 0) return final;
  const path = at(object, 'Path');
  if (typeof path === 'string') return [path, ...strings(at(object, 'Args'))];
  return [...strings(at(object, 'Config', 'Entrypoint')), ...strings(at(object, 'Config', 'Cmd'))];
}

function at(object: unknown, ...keys: string[]): unknown {
  let value = object;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Where the word stands in the text; the whole text if it is written with escapes there. */
function spanOfWord(text: string, span: Span, word: string): Span {
  const from = text.indexOf(JSON.stringify(word), span.from);
  return from < 0 || from >= span.to ? span : { from: from + 1, to: from + 1 + word.length };
}
