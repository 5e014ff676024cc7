import { VERDICTS } from './pack.ts';
import { isPatternError, parsePattern } from './pattern.ts';
import { isStackError, parseStack } from './stacks/stack-pattern.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What keeps the runbooks of a pack from being read, in words with its place; `undefined` if nothing does. It looks at
 * what the matcher and the pages reach for: ids, titles, steps, signatures and their patterns.
 */
export function packMistake(runbooks: readonly unknown[]): string | undefined {
  for (const [index, runbook] of runbooks.entries()) {
    const mistake = runbookMistake(runbook, `runbooks[${index}]`);
    if (mistake) return mistake;
  }
  return undefined;
}

function runbookMistake(value: unknown, place: string): string | undefined {
  if (!isFields(value)) return expected(place, 'a runbook', value);
  const missing = ['id', 'slug', 'severity'].find((key) => typeof value[key] !== 'string');
  if (missing) return expected(`${place}.${missing}`, 'a text', value[missing]);
  for (const key of ['title', 'summary'])
    if (!isBilingual(value[key])) return expected(`${place}.${key}`, 'words in both languages', value[key]);
  for (const key of ['versions', 'variables', 'steps', 'signatures'])
    if (!Array.isArray(value[key])) return expected(`${place}.${key}`, 'a list', value[key]);
  return firstMistake(value['signatures'] as unknown[], `${place}.signatures`, signatureMistake);
}

function signatureMistake(value: unknown, place: string): string | undefined {
  if (!isFields(value)) return expected(place, 'a signature', value);
  const missing = ['id', 'step'].find((key) => typeof value[key] !== 'string');
  if (missing) return expected(`${place}.${missing}`, 'a text', value[missing]);
  const roles: readonly unknown[] = VERDICTS.filter((verdict) => verdict !== 'unknown');
  if (!roles.includes(value['role']))
    return expected(`${place}.role`, `one of ${roles.join(', ')}`, value['role']);
  if (!isBilingual(value['why'])) return expected(`${place}.why`, 'words in both languages', value['why']);
  const stacks = value['stack'] ?? [];
  if (!Array.isArray(stacks)) return expected(`${place}.stack`, 'a list', stacks);
  const stackMistake = firstMistake(stacks, `${place}.stack`, keysMistake);
  if (stackMistake) return stackMistake;
  for (const key of ['heads', 'tails']) {
    const wordings = value[key];
    if (!Array.isArray(wordings)) return expected(`${place}.${key}`, 'a list', wordings);
    const mistake = firstMistake(wordings, `${place}.${key}`, wordingMistake);
    if (mistake) return mistake;
  }
  return undefined;
}

function keysMistake(value: unknown, place: string): string | undefined {
  if (!Array.isArray(value) || !value.every((key) => typeof key === 'string'))
    return expected(place, 'a list of texts', value);
  const stack = parseStack(value);
  return isStackError(stack) ? `${stack.message}, in \`${place}\`` : undefined;
}

function wordingMistake(value: unknown, place: string): string | undefined {
  const source = isFields(value) ? value['pattern'] : undefined;
  if (typeof source !== 'string') return expected(`${place}.pattern`, 'a text', source);
  const pattern = parsePattern(source);
  return isPatternError(pattern) ? `${pattern.message}, in \`${place}.pattern\`` : undefined;
}

function firstMistake(
  values: readonly unknown[],
  place: string,
  check: (value: unknown, place: string) => string | undefined,
): string | undefined {
  for (const [index, value] of values.entries()) {
    const mistake = check(value, `${place}[${index}]`);
    if (mistake) return mistake;
  }
  return undefined;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBilingual = (value: unknown): boolean =>
  isFields(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string';

const MAX_SHOWN = 60;

function expected(place: string, what: string, found: unknown): string {
  const shown = JSON.stringify(found) ?? 'nothing';
  return `expected ${what} as \`${place}\`, found ${shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown}`;
}
