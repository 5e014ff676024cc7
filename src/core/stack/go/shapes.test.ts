import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf, tellStacks } from '../../../../tests/support/tell-stacks.ts';
import type { Goroutine } from '../frame.ts';
import { readStacks } from '../read.ts';

const FOLDER = new URL('../samples/shapes/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const textOf = (name: string): string => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');

const read = (text: string): string[] => tellStacks(readStacks(text).stacks);

const eachLine = (change: (line: string) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');
const behind = (mark: string) => eachLine((line) => (line === '' ? '' : mark + line));

/** What becomes of a text on its way into a paste; what can be read of it stays the same. */
const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  'indented, as in YAML or Markdown': behind('    '),
  'indented by a TAB': behind('\t'),
  'quoted in a mail': eachLine((line) => `> ${line}`),
  'quoted, without the blank of empty lines': eachLine((line) => `> ${line}`.trimEnd()),
  'in a comment': eachLine((line) => `// ${line}`.trimEnd()),
  'with a bar in front': eachLine((line) => `  | ${line}`),
  'with blanks instead of TABs': (text) => text.replaceAll('\t', '        '),
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with a blank at the end of each line': eachLine((line) => `${line} `),
  'with empty lines doubled': (text) => text.replaceAll('\n\n', '\n\n\n'),
  'without its last newline': (text) => text.trimEnd(),
  'between other text': (text) => `$ ./app\n\n${text}\n\n$ echo $?\n2\n`,
  'in a fence': (text) => `before\n\n\`\`\`\n\n${text}\n\`\`\`\nafter\n`,
};

/** A goroutine dump as the runtime prints it, not one of the other shapes. */
const DUMPS = NAMES.filter((name) => !/^(race|profile-1|profile-threads|delve)/.test(name));

/** Where a line of another program got between a call and its place. */
function interleaved(text: string): string {
  const lines = text.split('\n');
  const calls = lines.flatMap((line, at) =>
    lines[at + 1]?.startsWith('\t/') && /^\w/.test(line) ? [at] : [],
  );
  for (const at of calls.slice(0, 3).reverse())
    lines.splice(at + 1, 0, '2026/11/21 13:00:00 GET /healthz 200');
  return lines.join('\n');
}

describe('a stack that a real program printed', () => {
  it.each(NAMES)('is read: %s', async (name) => {
    const { stacks, unparsed } = readStacks(textOf(name));
    const rest = unparsed.map(({ from, to }) => textOf(name).slice(from, to).trim()).filter(Boolean);
    const told = [...tellStacks(stacks), ...rest.map((text) => `unparsed: ${text}`)];
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}.read`, FOLDER).pathname);
  });

  describe.each(Object.entries(DAMAGES))('and that came %s', (_, damage) => {
    it.each(NAMES)('is read as before: %s', (name) => {
      const whole = read(textOf(name));
      expect(whole.length).toBeGreaterThan(1);
      expect(read(damage(textOf(name))).map((line) => line.trimEnd())).toEqual(whole);
    });
  });

  it.each(DUMPS)('and that lost its indentation is read as before: %s', (name) => {
    const rooted = textOf(name).replaceAll('\t_', '\t/build/_');
    const stripped = eachLine((line) => line.trimStart())(rooted);
    const known = rooted.replaceAll('\n\tpanic: ', '\npanic: ');
    const frames = (text: string): string[] => read(text).filter((line) => line.startsWith('  '));
    expect(frames(stripped)).toEqual(frames(known));
  });

  it.each(DUMPS)('and that lost its empty lines is read as before: %s', (name) => {
    const text = textOf(name);
    expect(read(text.replaceAll('\n\n', '\n'))).toEqual(read(text));
  });

  it.each(DUMPS)('and that another program wrote into is read as before: %s', (name) => {
    const text = textOf(name);
    expect(interleaved(text)).not.toBe(text);
    expect(read(interleaved(text))).toEqual(read(text));
  });

  it.each(NAMES)('and that was cut at its end gives what is left of it: %s', (name) => {
    const text = textOf(name);
    const symbols = symbolsOf(text);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      const left = symbolsOf(text.slice(0, at));
      expect(left).toEqual(symbols.slice(0, left.length));
    }
  });

  it.each(DUMPS)('and that lost its head gives the frames that are left: %s', (name) => {
    const text = textOf(name);
    const whole = framesOf(text);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      const left = framesOf(text.slice(at + 1));
      expect(left).toEqual(whole.slice(whole.length - left.length));
      const places = text
        .slice(at + 1)
        .split('\n')
        .filter((line) => /^\t(\S+\.(go|s)|\?):\d+/.test(line));
      expect(places.length - left.length).toBeLessThanOrEqual(1);
    }
  });
});

const goroutinesOf = (text: string): Goroutine[] =>
  readStacks(text).stacks.flatMap(({ goroutines }) => goroutines);

const symbolsOf = (text: string): string[] =>
  goroutinesOf(text).flatMap(({ frames }) => frames.map(({ symbol }) => symbol.raw));

/** Each frame, and each creator, of which both lines are there. */
const framesOf = (text: string): string[] =>
  goroutinesOf(text).flatMap(({ frames, createdBy }) =>
    [...frames, ...(createdBy ? [createdBy] : [])].flatMap(({ symbol, span, address, file }) =>
      file !== undefined || address !== undefined || text.slice(span.from, span.to).includes('\n')
        ? [symbol.raw + placeOf(file === undefined ? {} : { file })]
        : [],
    ),
  );
