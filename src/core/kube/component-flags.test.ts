import { describe, expect, it } from 'vitest';
import { readCommandLines } from '../shell/index.ts';
import { checkComponentFlags } from './component-flags.ts';
import table from './component-flags.json' with { type: 'json' };

function problemsOf(text: string): unknown[] {
  const [command] = readCommandLines(text);
  if (!command) throw new Error('no command line');
  return checkComponentFlags(command).map(({ code, facts, span }) => ({
    code,
    ...facts,
    at: text.slice(span.from, span.to),
  }));
}

describe('the flags of a component', () => {
  it('show that a line was cut in the middle of its last flag', () => {
    expect(problemsOf('kube-apiserver --v=2 --author')).toMatchObject([
      { code: 'cut-flag', found: '--author', at: '--author' },
    ]);
    const [problem] = problemsOf('kube-apiserver --v=2 --author') as { flag: string }[];
    expect(problem?.flag).toMatch(/^--authorization-/);
  });

  it('show a word behind a switch, which the program refuses', () => {
    expect(problemsOf('kube-apiserver --service-account-lookup true --v=2')).toEqual([
      { code: 'word-after-boolean', flag: 'service-account-lookup', found: 'true', at: 'true' },
    ]);
  });

  it.each([
    ['a switch without a value', 'kube-apiserver --v=2 --service-account-lookup'],
    ['a switch in front of a flag', 'kube-apiserver --service-account-lookup --v=2'],
    ['a value of its own', 'kube-apiserver --secure-port 6443 --v 8'],
    ['a whole flag that another one begins with', 'kubelet --v=2 --config'],
    ['a flag of another release', 'kube-apiserver --nosuch-flag'],
    ['a value that is cut', 'kube-apiserver --authorization-mode=No'],
    ['a short flag', 'kubelet -v'],
    ['a program that is not known', '/usr/bin/node --author'],
  ])('find nothing wrong with %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('are known with underscores, too', () => {
    expect(problemsOf('kubelet --fail_swap_on false')).toMatchObject([
      { code: 'word-after-boolean', flag: 'fail-swap-on' },
    ]);
  });

  it.each(Object.entries(table.components))('of %s stand in the table once', (_, { boolean, value }) => {
    const names = [...boolean.split(' '), ...value.split(' ')];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_-]*$/);
  });
});
