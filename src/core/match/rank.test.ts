import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignatureInput, packOf, runbookOf } from '../../../tests/support/pack.ts';
import type { VersionHint } from '../kube/index.ts';
import { judge } from './judge.ts';
import type { PackRunbook } from './pack.ts';
import { type Match, rank } from './rank.ts';

/** As long as a wording has to be to count in full. */
const LONG = 'a wording of at least forty literal characters';

const line = (letter: string, words: string): string =>
  `${letter}0614 19:56:31.263446       1 x.go:1] ${words}\n`;

const book = (id: string, ...signatures: SignatureInput[]): PackRunbook => runbookOf(id, { signatures });

const matches = (runbooks: readonly PackRunbook[], text: string, hint?: VersionHint): readonly Match[] =>
  rank(judge(packOf(...runbooks), text).hits, hint);

const order = (runbooks: readonly PackRunbook[], text: string): string[] =>
  matches(runbooks, text).map(({ runbook }) => runbook.id);

const scoreOf = (runbook: PackRunbook, text: string): number => matches([runbook], text)[0]?.score ?? 0;

const cause = book('Z-BOOT-001', { role: 'cause', heads: [`cause: ${LONG}`] });
const consequence = book('A-BOOT-001', { role: 'consequence', heads: [`consequence: ${LONG}`] });
const noise = book('N-BOOT-001', { role: 'noise', heads: [`noise: ${LONG}`] });
const information = book('I-BOOT-001', { role: 'info', heads: [`information: ${LONG}`] });

describe('the order of matches', () => {
  it('puts a cause above a consequence, which stands above information, which stands above noise', () => {
    const text = [noise, information, consequence, cause]
      .map(({ signatures }) => line('E', signatures[0]?.heads[0]?.pattern ?? ''))
      .join('');
    expect(order([noise, information, consequence, cause], text)).toEqual([
      'Z-BOOT-001',
      'A-BOOT-001',
      'I-BOOT-001',
      'N-BOOT-001',
    ]);
  });

  it('is not decided by volume: ten thousand consequences stay below one cause', () => {
    const text = line('E', `consequence: ${LONG}`).repeat(10_000) + line('E', `cause: ${LONG}`);
    expect(order([consequence, cause], text)).toEqual(['Z-BOOT-001', 'A-BOOT-001']);
  });

  it('counts a second telling line a little, and the thousandth hardly', () => {
    const scores = [1, 2, 100, 1_000].map((count) =>
      scoreOf(cause, line('E', `cause: ${LONG}`).repeat(count)),
    );
    const [once = 0, twice = 0, hundred = 0, thousand = 0] = scores;
    expect(twice).toBeGreaterThan(once);
    expect(hundred).toBeGreaterThan(twice);
    expect(thousand).toBe(hundred);
    expect(hundred - once).toBeLessThan(30);
  });

  it('does not count lines of noise as telling', () => {
    const once = line('E', `noise: ${LONG}`);
    expect(scoreOf(noise, once.repeat(50))).toBe(scoreOf(noise, once));
  });

  it('goes by severity where the role is the same', () => {
    const scores = ['F', 'E', 'W', 'I'].map((letter) => scoreOf(cause, line(letter, `cause: ${LONG}`)));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  it('takes the severity of the signature where the line shows none', () => {
    const fatal = book('A-BOOT-001', { heads: [LONG], level: 'fatal' });
    const warning = book('B-BOOT-001', { heads: [LONG], level: 'warning' });
    expect(order([warning, fatal], `${LONG}\n`)).toEqual(['A-BOOT-001', 'B-BOOT-001']);
  });

  it('trusts a long wording more than a short one', () => {
    const short = book('A-BOOT-001', { heads: ['a wording of'] });
    const long = book('B-BOOT-001', { heads: [LONG] });
    expect(order([short, long], line('E', LONG))).toEqual(['B-BOOT-001', 'A-BOOT-001']);
  });

  it('trusts a line less whose ending the runbook does not know', () => {
    const known = book('A-BOOT-001', { heads: [LONG], tails: [{ id: 't-known', pattern: ': refused' }] });
    expect(scoreOf(known, line('E', `${LONG}: refused`))).toBeGreaterThan(
      scoreOf(known, line('E', `${LONG}: x`)),
    );
  });
});

describe('noise', () => {
  it('draws nobody to its runbook when it was logged as information', () => {
    const quiet = line('I', `noise: ${LONG}`);
    expect(judge(packOf(noise), quiet).hits).toHaveLength(1);
    expect(matches([noise], quiet)).toEqual([]);
  });

  it('leads to its runbook when it was logged as an error and nothing else speaks', () => {
    expect(order([noise], line('E', `noise: ${LONG}`))).toEqual(['N-BOOT-001']);
  });
});

describe('the step to begin with', () => {
  const runbook = book('A-BOOT-001', {
    heads: ['check failed: '],
    step: 's-first',
    tails: [{ id: 't-dns', pattern: 'dial tcp: i/o timeout', step: 's-resolv' }],
  });

  it.each([
    ['is that of the tail', 'check failed: dial tcp: i/o timeout', 's-resolv'],
    ['is that of the signature without a known tail', 'check failed: other', 's-first'],
  ])('%s', (_, words, step) => {
    expect(matches([runbook], line('F', words))[0]?.step).toBe(step);
  });

  it('is that of the best hit, not of the first', () => {
    const two = book(
      'A-BOOT-001',
      { role: 'info', heads: ['something small'], step: 's-small' },
      { role: 'cause', heads: [LONG], step: 's-cause' },
    );
    expect(matches([two], line('I', 'something small') + line('E', LONG))[0]?.step).toBe('s-cause');
  });
});

describe('the version of the paste', () => {
  const hint: VersionHint = { product: 'kubernetes', ranges: ['1.20.11–1.20.15'], evidence: [] };
  const text = line('E', `cause: ${LONG}`);
  const withVersions = (versions: string[], own?: string[]): Match | undefined =>
    matches(
      [
        runbookOf('A-BOOT-001', {
          versions,
          signatures: [{ heads: [`cause: ${LONG}`], ...(own ? { versions: own } : {}) }],
        }),
      ],
      text,
      hint,
    )[0];

  it('leaves a runbook where it is that applies to it', () => {
    expect(withVersions(['1.12.0-1.20.15'])).toMatchObject({
      versionFits: true,
      score: scoreOf(cause, text),
    });
  });

  it('lowers a runbook that does not apply to it, and says so', () => {
    const lowered = withVersions(['1.21.0-1.22.3']);
    expect(lowered?.versionFits).toBe(false);
    expect(lowered?.score).toBeLessThanOrEqual(Math.ceil(scoreOf(cause, text) / 2));
  });

  it('says nothing of a runbook that applies to any', () => {
    expect(withVersions([])).not.toHaveProperty('versionFits');
  });

  it('is held against the versions of the signature, where it has its own', () => {
    expect(withVersions(['1.21.0-1.22.3'], ['1.20.0-1.20.15'])?.versionFits).toBe(true);
    expect(withVersions(['1.21.0-1.22.3'], [])).not.toHaveProperty('versionFits');
  });
});

describe('two runbooks that fit as well', () => {
  const same = (id: string): PackRunbook => book(id, { heads: [LONG] });

  it('are both called ambiguous, in the order of their ids', () => {
    const found = matches([same('C-BOOT-001'), same('B-BOOT-001'), noise], line('E', LONG));
    expect(found.map(({ runbook, ambiguous }) => [runbook.id, ambiguous])).toEqual([
      ['B-BOOT-001', true],
      ['C-BOOT-001', true],
    ]);
  });

  it('are not called so where one is clearly better', () => {
    const found = matches(
      [cause, consequence],
      line('E', `cause: ${LONG}`) + line('E', `consequence: ${LONG}`),
    );
    expect(found.map(({ ambiguous }) => ambiguous)).toEqual([false, false]);
  });
});

describe('any paste', () => {
  const books = [
    cause,
    consequence,
    noise,
    information,
    book('B-BOOT-001', { heads: [`cause: ${LONG}`] }),
    book('C-BOOT-001', { role: 'consequence', heads: [`cause: ${LONG}`] }),
  ];
  const words = ['cause', 'consequence', 'noise', 'information', 'nothing'];

  it('is ordered the same whatever the order of the runbooks', () => {
    const lines = fc.array(fc.tuple(fc.constantFrom('I', 'W', 'E', 'F'), fc.constantFrom(...words)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, fc.shuffledSubarray(books, { minLength: books.length }), (chosen, shuffled) => {
        const text = chosen.map(([letter, word]) => line(letter, `${word}: ${LONG}`)).join('');
        const told = (runbooks: readonly PackRunbook[]): unknown => {
          const judgement = judge(packOf(...runbooks), text);
          return [
            judgement.matches.map(({ runbook, score, step, ambiguous }) => [
              runbook.id,
              score,
              step,
              ambiguous,
            ]),
            judgement.lines.map(({ verdict, hit }) => [verdict, hit?.compiled.runbook?.id]),
          ];
        };
        expect(told(shuffled)).toEqual(told(books));
      }),
    );
  });

  it('has scores from 1 to 100, the best first', () => {
    const text = line('F', `cause: ${LONG}`).repeat(5_000) + line('E', `noise: ${LONG}`);
    const scores = matches(books, text).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(100);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });
});

describe('what follows from a cause', () => {
  const root = book('R-BOOT-001', { role: 'cause', heads: [`root: ${LONG}`] });
  const following = runbookOf('A-BOOT-001', {
    follows: ['R-BOOT-001'],
    signatures: [{ role: 'cause', heads: [`following: ${LONG}`] }],
  });
  const both = line('F', `following: ${LONG}`) + line('E', `root: ${LONG}`);

  it('stands under it, however loud it is', () => {
    const [first, second] = matches([following, root], both);
    expect([first?.runbook.id, second?.runbook.id]).toEqual(['R-BOOT-001', 'A-BOOT-001']);
    expect(second?.under).toBe(root);
    expect(first?.under).toBeUndefined();
    expect(first?.ambiguous).toBe(false);
  });

  it('stands alone where that cause is not in the paste', () => {
    const [only] = matches([following, root], line('F', `following: ${LONG}`));
    expect(only?.under).toBeUndefined();
    expect(only?.score).toBe(scoreOf(following, line('F', `following: ${LONG}`)));
  });

  it('is not decided where two say it of each other', () => {
    const other = runbookOf('R-BOOT-001', {
      follows: ['A-BOOT-001'],
      signatures: [{ role: 'cause', heads: [`root: ${LONG}`] }],
    });
    expect(matches([following, other], both).map(({ under }) => under)).toEqual([undefined, undefined]);
  });
});

describe('two that score the same', () => {
  const tells = { 'B-BOOT-001': { en: 'There it rains.', zh: '那边在下雨。' } };
  const one = runbookOf('A-BOOT-001', { tells, signatures: [{ heads: [`same: ${LONG}`] }] });
  const other = book('B-BOOT-001', { heads: [`same: ${LONG}`] });

  it('are told apart by what either knows of the other', () => {
    const found = matches([one, other], line('E', `same: ${LONG}`));
    expect(found.map(({ ambiguous }) => ambiguous)).toEqual([true, true]);
    expect(found.map(({ question }) => [question?.other.id, question?.words.en])).toEqual([
      ['B-BOOT-001', 'There it rains.'],
      ['A-BOOT-001', 'There it rains.'],
    ]);
  });

  it('are ordered by whose cause stands first in the paste', () => {
    const first = book('Z-BOOT-001', { heads: [`first: ${LONG}`] });
    const later = book('A-BOOT-001', { heads: [`later: ${LONG}`] });
    const pair = [line('E', `first: ${LONG}`), line('E', `later: ${LONG}`)];
    expect(order([first, later], pair.join(''))).toEqual(['Z-BOOT-001', 'A-BOOT-001']);
    expect(order([first, later], pair.toReversed().join(''))).toEqual(['A-BOOT-001', 'Z-BOOT-001']);
  });
});
