import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { splitLines } from '../../text/index.ts';
import type { CommandLine } from '../command-line.ts';
import { readPodManifest } from './manifest.ts';

const commands = (text: string): CommandLine[] => readPodManifest(splitLines(text));
const read = (...lines: string[]): string[][] =>
  commands(lines.join('\n')).map(({ argv }) => argv.map((argument) => argument.text));

describe('a Pod manifest', () => {
  it.each([
    ['a list under its key', ['command:', '- a', '- --b=c'], ['a', '--b=c']],
    ['a list further in', ['    command:', '      - a', '      - --b=c'], ['a', '--b=c']],
    [
      'a list that starts a container',
      ['  - command:', '    - a', '    - --b=c', '    image: x'],
      ['a', '--b=c'],
    ],
    ['a flow list', ['command: [a, "--b=c d", \'e\']'], ['a', '--b=c d', 'e']],
    ['command and args', ['command: ["a"]', 'args:', '- --b'], ['a', '--b']],
    ['args alone', ['args: [--b, --c]'], ['--b', '--c']],
    ['blank lines and comments in between', ['command:', '- a', '', '# note', '- b'], ['a', 'b']],
    ['comments behind items', ['command:', '- a # one', '- "b#c" # two', "- 'd' # three"], ['a', 'b#c', 'd']],
    ['a quote in single quotes', ["command: ['it''s', 'b']"], ["it's", 'b']],
    ['escapes in double quotes', [String.raw`command: ["a\"b\\", "tab\there"]`], ['a"b\\', 'tab\there']],
    ['an empty item', ['command:', '- a', '- ""', "- ''"], ['a', '', '']],
    ['an item with a dash of its own', ['command:', '- - --b', '- c: d'], ['- --b', 'c: d']],
  ])('is read: %s', (_, lines, argv) => {
    expect(read(...lines)).toEqual([argv]);
  });

  it('has one command line for each container', () => {
    const text = ['- command: [a]', '  args: [--b]', '- command: [c]', '- command: [d]'];
    expect(read(...text)).toEqual([['a', '--b'], ['c'], ['d']]);
  });

  it('ends where another key starts', () => {
    expect(read('command:', '- a', 'env:', '- name: x')).toEqual([['a']]);
  });

  it.each(['command: kubectl get pod', 'command:', 'commands:', '- a', 'args: [', 'the command: ["a"]'])(
    'is none: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('whose command is a script for another shell says so', () => {
    const [command] = commands('command: ["/bin/sh", "-c", "exec kube-apiserver --v=2"]');
    expect(command?.problems.map(({ code }) => code)).toEqual(['shell-string']);
    expect(commands('command: ["/bin/sh", "-x", "a"]')[0]?.problems).toEqual([]);
  });

  it('keeps variables, and says that their values are missing', () => {
    const [command] = commands('command:\n- a\n- --ip=$(POD_IP)');
    expect(command?.problems).toMatchObject([{ code: 'variable', facts: { found: '--ip=$(POD_IP)' } }]);
  });

  it('is read as a YAML library wrote it', () => {
    const word = fc.stringMatching(/^[ -~]+$/);
    const styles = fc.record({
      collectionStyle: fc.constantFrom('block' as const, 'flow' as const),
      defaultKeyType: fc.constant('PLAIN' as const),
      defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), styles, (argv, style) => {
        const container = { command: argv, image: 'x', livenessProbe: { failureThreshold: 8 } };
        const flow = style.collectionStyle === 'flow';
        const text = flow
          ? `command: ${stringify(argv, { ...style, lineWidth: 0 }).replaceAll('\n', ' ')}`
          : stringify({ spec: { containers: [container] } }, { ...style, lineWidth: 0, blockQuote: false });
        expect(read(text)).toEqual([argv]);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with a YAML library about lists that people write', () => {
    const lists = [
      '[a, \'b, c\', "d\\\\"]',
      '[\'\', "", x]',
      '[ --a=b ,  --c ]',
      "['a''b''']",
      '["\\"]", "x"]',
    ];
    for (const list of lists) expect(read(`args: ${list}`)).toEqual([parse(list)]);
  });
});
