import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { SHELLS, quote, quoteAll } from './quote.ts';
import table from './samples/typed-words.json' with { type: 'json' };

const CORS = '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$';

/** Those that were asked what they make of the words of the table. */
const ASKED = ['bash', 'zsh', 'fish'] as const;

describe('a quoted word', () => {
  it.each(ASKED)('in %s is bare where nothing in it has a meaning', (shell) => {
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

  it.each(ASKED)('is never bare where %s changed or refused it', (shell) => {
    const changed = table.filter((row) => JSON.stringify(row[shell]) !== JSON.stringify([row.typed]));
    expect(changed.length).toBeGreaterThan(10);
    for (const { typed } of changed) expect(quote(typed, shell)).not.toBe(typed);
  });

  it.each(ASKED)('is bare or quoted as %s was seen to understand it', (shell) => {
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

  it.each([
    ['/root/kube-apiserver', '/root/kube-apiserver'],
    ['exec', 'exec'],
    ['./x.sh', './x.sh'],
    ['', `''`],
    ['--v=2', `'--v=2'`],
    ['--', `'--'`],
    ['--%', `'--%'`],
    ['2345', `'2345'`],
    ['@x', `'@x'`],
    ['a,b', `'a,b'`],
    ['$HOME', `'$HOME'`],
    ['`id`', "'`id`'"],
    [`it's`, `'it''s'`],
    ['it\u2019s', `'it\u2019\u2019s'`],
    ['\u2018\u201a\u201b', `'\u2018\u2018\u201a\u201a\u201b\u201b'`],
    ['a "b"', `'a "b"'`],
    [CORS, `'${CORS}'`],
  ])('of %j is %s in PowerShell, by its documented rules', (word, quoted) => {
    expect(quote(word, 'powershell')).toBe(quoted);
  });

  it('is read back by the rules of PowerShell: two quotes are one, and nothing else has a meaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const quoted = quote(word, 'powershell');
        const inner = quoted.slice(1, -1);
        const isQuoted = quoted.startsWith("'");
        expect(isQuoted ? inner.replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, '$1') : quoted).toBe(word);
        if (isQuoted) expect(inner.replace(/(['\u2018-\u201b])\1/g, '')).not.toMatch(/['\u2018-\u201b]/);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(SHELLS)('is called by %s, though it is quoted', (shell) => {
    const called = { bash: "'a b' c", zsh: "'a b' c", fish: "'a b' c", powershell: "& 'a b' c" };
    expect(quoteAll(['a b', 'c'], shell)).toBe(called[shell]);
  });

  it('stands with others on one line, a blank between them', () => {
    expect(quoteAll(['kubectl', 'get', 'pod', '-l', 'app=a b', ''], 'zsh')).toBe(
      `kubectl get pod -l 'app=a b' ''`,
    );
  });
});
