import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { splitWords } from '../shell/index.ts';
import { commandParts, fillCommand, variablesOf } from './fill.ts';

const CODE = 'kubectl --context {{ctx}} get node {{ node }} -o name --sort={{ctx}}';

describe('a command with variables', () => {
  it('names each variable once', () => {
    expect(variablesOf(CODE)).toEqual(['ctx', 'node']);
    expect(variablesOf('kubectl get node')).toEqual([]);
  });

  it('is filled with what the reader entered', () => {
    expect(fillCommand(CODE, { ctx: 'prod', node: 'n-1' }, 'bash')).toEqual({
      text: 'kubectl --context prod get node n-1 -o name --sort=prod',
      missing: [],
    });
  });

  it('shows what is still missing, and says its name', () => {
    expect(fillCommand(CODE, { node: '' }, 'bash')).toEqual({
      text: 'kubectl --context {{ctx}} get node {{node}} -o name --sort={{ctx}}',
      missing: ['ctx', 'node'],
    });
  });

  it.each([
    ['bash', `a'; rm -rf / #`, `'a'\\''; rm -rf / #'`],
    ['fish', `a'; rm -rf / #`, `'a\\'; rm -rf / #'`],
    ['zsh', '$(id)', `'$(id)'`],
  ] as const)('cannot be made to do something else by a value: in %s, %s', (shell, value, quoted) => {
    expect(fillCommand('echo {{x}}', { x: value }, shell).text).toBe(`echo ${quoted}`);
  });

  it('is not filled a second time by a value that looks like a variable', () => {
    expect(fillCommand('echo {{a}} {{b}}', { a: '{{b}}', b: 'x' }, 'bash').text).toBe(`echo '{{b}}' x`);
  });

  it('has no value for names that every object has', () => {
    expect(fillCommand('echo {{constructor}} {{__proto__}}', {}, 'bash').missing).toEqual([
      'constructor',
      '__proto__',
    ]);
  });

  it('gives the program each value as one word, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        const { text } = fillCommand('run {{a}} --b={{b}}', { a, b }, 'bash');
        expect(splitWords(text).words.map((word) => word.text)).toEqual(['run', a, `--b=${b}`]);
      }),
    );
  });

  it('that has no whole variable stays as it is', () => {
    for (const code of ['', 'awk {print}', 'a {{b', 'a }} b']) {
      expect(fillCommand(code, {}, 'bash')).toEqual({ text: code, missing: [] });
    }
  });

  it('never makes the reader throw, and loses nothing', () => {
    fc.assert(
      fc.property(hostileText(['{{', '}}', 'name', '{{ctx}}']), (code) => {
        const parts = commandParts(code);
        const squeeze = (text: string): string => text.replace(/\s/g, '');
        const joined = parts.map((part) => (part.kind === 'text' ? part.text : `{{${part.name}}}`)).join('');
        expect(squeeze(joined)).toBe(squeeze(code));
        expect(fillCommand(code, {}, 'zsh').text).toBe(joined);
      }),
    );
  });
});
