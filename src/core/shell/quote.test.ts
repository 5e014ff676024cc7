import { describe, expect, it } from 'vitest';
import { SHELLS, quote, quoteAll } from './quote.ts';
import table from './samples/typed-words.json' with { type: 'json' };

const CORS = '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$';

describe('a quoted word', () => {
  it.each(SHELLS)('in %s is bare where nothing in it has a meaning', (shell) => {
    for (const word of ['--v=2', '/usr/bin/x', 'a@b', 'A=b,c:d', '-', '1%2', 'a+b_c.d']) {
      expect(quote(word, shell)).toBe(word);
    }
  });

  it.each([
    ['', `''`, `''`],
    ['a b', `'a b'`, `'a b'`],
    [CORS, `'${CORS}'`, `'${CORS}'`],
    [`it's`, `'it'\\''s'`, `'it\\'s'`],
    ['a\\b', `'a\\b'`, `'a\\\\b'`],
    [`\\'`, `'\\'\\'''`, `'\\\\\\''`],
    ['~root', `'~root'`, `'~root'`],
    ['=ls', `'=ls'`, `'=ls'`],
    ['%self', `'%self'`, `'%self'`],
    ['$HOME', `'$HOME'`, `'$HOME'`],
    ['a\nb', `'a\nb'`, `'a\nb'`],
    ['中文', `'中文'`, `'中文'`],
    ['!!', `'!!'`, `'!!'`],
  ])('of %j is %s in bash and zsh, %s in fish', (word, posix, fish) => {
    expect(quote(word, 'bash')).toBe(posix);
    expect(quote(word, 'zsh')).toBe(posix);
    expect(quote(word, 'fish')).toBe(fish);
  });

  it.each(SHELLS)('is never bare where %s changed or refused it', (shell) => {
    const changed = table.filter((row) => JSON.stringify(row[shell]) !== JSON.stringify([row.typed]));
    expect(changed.length).toBeGreaterThan(10);
    for (const { typed } of changed) expect(quote(typed, shell)).not.toBe(typed);
  });

  it.each(SHELLS)('is bare or quoted as %s was seen to understand it', (shell) => {
    const answers = table.filter(
      ({ typed, [shell]: argv }) => argv?.length === 1 && quote(argv[0] ?? '', shell) === typed,
    );
    expect(answers.map(({ typed }) => typed)).toEqual([
      `'${CORS}'`,
      '--feature-gates=A=true,B=false',
      '--x=a=b',
      '--x=%5B',
      '--x=',
      `''`,
      '--event-ttl=1h0m0s',
      '--audit-log-path=-',
      '--system-reserved=cpu=500m,memory=1Gi',
      '@x',
    ]);
  });

  it('stands with others on one line, a blank between them', () => {
    expect(quoteAll(['kubectl', 'get', 'pod', '-l', 'app=a b', ''], 'zsh')).toBe(
      `kubectl get pod -l 'app=a b' ''`,
    );
  });
});
