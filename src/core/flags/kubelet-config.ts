import { type Line, type Span, isBlank } from '../text/index.ts';

/** A scalar of a kubelet's config file, with its path: `authentication.webhook.enabled`. */
export interface ConfigValue {
  readonly path: string;
  readonly value: string;
  readonly span: Span;
}

export interface KubeletConfig {
  readonly values: readonly ConfigValue[];
  readonly span: Span;
}

/**
 * Reads the `KubeletConfiguration` in a paste: a YAML file, or one inside a ConfigMap, block style with plain or quoted
 * scalars on one line. Lists are passed over: no rule asks for them. `undefined` if the paste has none.
 */
export function readKubeletConfig(lines: readonly Line[]): KubeletConfig | undefined {
  const kind = lines.findIndex(({ text }) => text.trim() === 'kind: KubeletConfiguration');
  const line = lines[kind];
  if (!line) return undefined;
  const indent = indentOf(line.text);
  let first = kind;
  let last = kind;
  while (isPart(lines[first - 1], indent)) first--;
  while (isPart(lines[last + 1], indent)) last++;
  const values = readValues(lines.slice(first, last + 1));
  return { values, span: { from: lines[first]?.from ?? 0, to: lines[last]?.to ?? 0 } };
}

/** A value of the file; `undefined` where it has none, and the default counts. */
export const configValue = (config: KubeletConfig, path: string): string | undefined =>
  config.values.find((one) => one.path === path)?.value;

function indentOf(text: string): number {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a line belongs to the same document: blank, a comment, deeper, or `key:` at its indent. */
function isPart(line: Line | undefined, indent: number): boolean {
  if (!line || line.text.startsWith('---') || line.text.startsWith('...')) return false;
  const text = line.text.trim();
  if (text === '' || text.startsWith('#')) return true;
  const own = indentOf(line.text);
  if (own < indent) return false;
  return own > indent || text.startsWith('- ') || keyEnd(text) > 0;
}

/** Where `key:` ends; 0 if the text is none. */
function keyEnd(text: string): number {
  const colon = text.indexOf(':');
  const after = text.charAt(colon + 1);
  const isKey = colon > 0 && (after === '' || after === ' ') && !text.slice(0, colon).includes(' ');
  return isKey ? colon : 0;
}

function readValues(lines: readonly Line[]): ConfigValue[] {
  const values: ConfigValue[] = [];
  const open: { readonly key: string; readonly indent: number }[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    const end = keyEnd(text);
    if (end === 0 || text.startsWith('#') || text.startsWith('- ')) continue;
    const indent = indentOf(line.text);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const key = text.slice(0, end);
    const value = scalar(text.slice(end + 1).trim());
    if (value === '') {
      if (open.length < 8) open.push({ key, indent });
      continue;
    }
    const path = [...open.map((one) => one.key), key].join('.');
    values.push({ path, value, span: { from: line.from + indent, to: line.to } });
  }
  return values;
}

function scalar(text: string): string {
  const comment = text.indexOf(' #');
  const plain = comment < 0 ? text : text.slice(0, comment).trimEnd();
  const mark = plain.charAt(0);
  const quoted = plain.length > 1 && (mark === '"' || mark === "'") && plain.endsWith(mark);
  return quoted ? plain.slice(1, -1) : plain;
}
