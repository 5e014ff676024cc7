import type { Frame, Goroutine, Stack } from '../../src/core/stack/frame.ts';
import { displaySymbol } from '../../src/core/stack/symbol.ts';

/** What was read of a text's stacks, to be looked at: one line a fact, and the lines that belong to no stack. */
export function stackOutline(
  text: string,
  { stacks, unparsed }: { stacks: readonly Stack[]; unparsed: readonly { from: number; to: number }[] },
): string {
  const rest = unparsed
    .flatMap(({ from, to }) => text.slice(from, to).split('\n'))
    .filter((line) => line.trim() !== '');
  return [...stacks.flatMap(stackLines), ...rest.map((line) => `not read: ${line}`), ''].join('\n');
}

const stackLines = ({ language, reason, goroutines }: Stack): string[] => [
  `${language}: ${reason ? `${reason.kind}, ${JSON.stringify(reason.text)}` : 'no reason'}`,
  ...goroutines.flatMap(goroutineLines),
];

function goroutineLines(one: Goroutine): string[] {
  const { name, state, relation, shared, reason, locks = [], frames } = one;
  const facts = [
    ...(name === undefined ? [] : [`thread ${JSON.stringify(name)}`]),
    ...(state === '' ? [] : [`[${state}]`]),
    ...(relation ? [relation] : []),
    ...(shared === undefined ? [] : [`${shared} shared`]),
    ...(reason ? [JSON.stringify(reason.text)] : []),
  ];
  return [
    `  ${facts.join(', ') || 'one'}`,
    ...locks.map(({ action, address, type }) => `    ${action} ${address} of ${type}`),
    ...frames.map((frame) => `    ${frameLine(frame)}`),
  ];
}

function frameLine({ symbol, file, line, column, module, repeated, location }: Frame): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const home = location && 'version' in location && location.version ? `@${location.version}` : '';
  const facts = [
    displaySymbol(symbol) || 'no function',
    place || 'no place',
    ...(module ? [`of ${module}`] : []),
    ...(location ? [`(${location.kind}${home})`] : []),
    ...(repeated === undefined ? [] : [`and ${repeated} times more`]),
  ];
  return facts.join(' ');
}
