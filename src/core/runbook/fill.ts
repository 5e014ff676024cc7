import { type Shell, quote } from '../shell/index.ts';

/** A piece of a command: text as it is, or the place of a variable. */
export type CommandPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'variable'; readonly name: string };

/** Splits `kubectl --context {{ctx}} get node` at its variables. */
export function commandParts(code: string): CommandPart[] {
  const parts: CommandPart[] = [];
  let at = 0;
  for (;;) {
    const open = code.indexOf('{{', at);
    const close = open < 0 ? -1 : code.indexOf('}}', open);
    if (close < 0) break;
    if (open > at) parts.push({ kind: 'text', text: code.slice(at, open) });
    parts.push({ kind: 'variable', name: code.slice(open + 2, close).trim() });
    at = close + 2;
  }
  if (at < code.length) parts.push({ kind: 'text', text: code.slice(at) });
  return parts;
}

/** The variables that a command needs, each once. */
export const variablesOf = (code: string): string[] => [
  ...new Set(commandParts(code).flatMap((part) => (part.kind === 'variable' ? [part.name] : []))),
];

/** A command with its variables filled and quoted for the shell, and the names of those that have no value. */
export function fillCommand(
  code: string,
  values: Readonly<Record<string, string>>,
  shell: Shell,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const text = commandParts(code)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
      if (value) return quote(value, shell);
      missing.add(part.name);
      return `{{${part.name}}}`;
    })
    .join('');
  return { text, missing: [...missing] };
}
