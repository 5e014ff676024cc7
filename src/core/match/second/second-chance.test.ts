import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../../tests/support/hostile-text.ts';
import { packOf, packWith, runbookOf } from '../../../../tests/support/pack.ts';
import { createJudge, judge } from '../judge.ts';
import { linesOf } from '../quiet-lines.ts';

const pack = packOf(
  runbookOf('PLEG-STEADY-001', {
    signatures: [
      {
        id: 'sig-pleg',
        heads: ['PLEG is not healthy: pleg was last seen active '],
        tails: [{ id: 't-threshold', pattern: 'threshold is <dur:threshold>' }],
      },
    ],
  }),
  runbookOf('CERT-STEADY-001', {
    signatures: [
      {
        id: 'sig-expired',
        heads: [
          {
            pattern: 'x509: certificate "<str:name>" has expired or is not yet valid',
            versions: [],
            apart: ['has expired or not yet valid'],
          },
        ],
      },
    ],
  }),
  runbookOf('NS-STEADY-001', {
    signatures: [{ id: 'sig-row', heads: ['ContentRemaining<*>True<*>SomeResourcesRemain'] }],
  }),
);

const found = (text: string): string[] =>
  judge(pack, text).matches.map(({ runbook, similarity }) => `${runbook.id}${similarity ? ' similar' : ''}`);
const marked = (text: string): string[] =>
  judge(pack, text).hits.flatMap(({ literals }) => literals.map(({ from, to }) => text.slice(from, to)));

describe('a wording that was wrapped or typed anew', () => {
  it.each([
    ['by a mail program', '> skipping - PLEG is not\n> healthy: pleg was last\n> seen active 3m7s ago'],
    [
      'by a terminal that cuts words',
      'skipping - PLEG is not heal\nthy: pleg was last seen act\nive 3m7s ago',
    ],
    ['by an editor that indents', 'message: PLEG is not healthy:\n    pleg was last seen active 3m7s ago'],
    ['with full-width punctuation', 'PLEG is not healthy：pleg was last seen active 3m7s ago'],
    ['in other letters', 'pleg is not healthy: PLEG was last seen active 3m7s ago'],
    ['with marks of Markdown', '**PLEG** is not `healthy`: pleg was last seen active 3m7s'],
    ['without blanks', 'PLEGisnothealthy:plegwaslastseenactive3m7s ago'],
  ])('is the same wording: %s', (_, text) => {
    expect(found(`${text}\n`)).toEqual(['PLEG-STEADY-001']);
  });

  it('is marked row by row', () => {
    expect(marked('> PLEG is not\n> healthy: pleg was last\n> seen active 3m7s ago\n')).toEqual([
      'PLEG is not',
      'healthy: pleg was last',
      'seen active',
    ]);
  });

  it('keeps its tail, which may stand in a further row', () => {
    const { hits } = judge(
      pack,
      'PLEG is not healthy：pleg was last seen active 3m7s ago；threshold is 3m0s\n',
    );
    expect(hits[0]?.tail?.tail.id).toBe('t-threshold');
  });

  it('gives a value that stands as it was printed, and none in doubt', () => {
    const captures = (text: string): unknown =>
      judge(pack, text).hits[0]?.captures.map(({ name, value, span }) => [
        name,
        value,
        text.slice(span.from, span.to),
      ]);
    expect(captures('x509：certificate “web-1” has expired or is not yet valid')).toEqual([
      ['name', 'web-1', 'web-1'],
    ]);
    expect(captures('x509：certificate “web\n-1” has expired or is not yet valid')).toEqual([]);
  });

  it('is none where the rows are those of a table', () => {
    const rows = [
      'ContentRemaining     False   ContentRemoved',
      'FinalizersRemaining   True   SomeResourcesRemain',
    ];
    expect(found(`${rows.join('\n')}\n`)).toEqual([]);
  });

  it('is none where a record of its own stands between the pieces', () => {
    const lines = [
      'E0614 19:56:31.263446       1 a.go:1] PLEG is not healthy:',
      'E0614 19:56:31.263446       1 a.go:2] pleg was last seen active',
    ];
    expect(judge(pack, lines.join('\n')).hits).toEqual([]);
  });
});

describe('a line that is similar to a wording', () => {
  it.each([
    ['cut at its end', 'KubeletNotReady   PLEG is not healthy: pleg was last se'],
    ['cut at its start', 'not healthy: pleg was last seen active 3m7s ago'],
    ['with a word more', 'PLEG is not healthy: the pleg was last seen active 3m7s ago'],
  ])('is shown, and said to be similar: %s', (_, text) => {
    expect(found(text)).toEqual(['PLEG-STEADY-001 similar']);
    const [match] = judge(pack, text).matches;
    expect(match?.similarity).toBeLessThanOrEqual(0.7);
    expect(judge(pack, text).hits).toEqual([]);
  });

  it('is not shown where it lacks what keeps the wording apart', () => {
    expect(found('x509: certificate "web-1" has expired or is no longer valid')).toEqual([
      'CERT-STEADY-001 similar',
    ]);
    expect(found('x509: certificate "web-1" signed by somebody')).toEqual([]);
  });

  it('is not shown beside an exact one', () => {
    const exact = 'PLEG is not healthy: pleg was last seen active 3m7s ago\n';
    expect(found(`x509: certificate "web-1" has expired or is no longer valid\n${exact}`)).toEqual([
      'PLEG-STEADY-001',
    ]);
    expect(found(`${exact}x509: certificate "web-1" has expired or is no longer valid\n`)).toEqual([
      'PLEG-STEADY-001',
    ]);
  });

  it('is not shown for a line that only informs', () => {
    expect(
      found('I0614 19:56:31.263446       1 a.go:1] not healthy: pleg was last seen active 3m7s ago'),
    ).toEqual([]);
  });

  it('marks the words that are there', () => {
    const text = 'KubeletNotReady  PLEG is not healthy: pleg was last se';
    const [match] = judge(pack, text).matches;
    expect(match?.best.literals.map(({ from, to }) => text.slice(from, to)).join(' ')).toBe(
      'PLEG is not healthy pleg was last',
    );
  });
});

describe('a line that is like no wording', () => {
  it('is not known, and the nearest are named with how much of them is there', () => {
    const { matches, nearest } = judge(pack, 'kubelet: pleg was last relisted today\n');
    expect(matches).toEqual([]);
    expect(nearest.map(({ compiled, line }) => [compiled.runbook?.id, line])).toEqual([
      ['PLEG-STEADY-001', 1],
    ]);
    expect(nearest[0]?.similarity).toBeLessThan(0.5);
  });

  it('has no nearest where nothing is near', () => {
    expect(judge(pack, 'all is well\n').nearest).toEqual([]);
  });
});

describe('a second look', () => {
  const PIECES = [
    'PLEG is not ',
    'healthy: ',
    'pleg was last seen active ',
    '\n> ',
    '“',
    '：',
    '\n',
    'E0614 19:56:31.263446       1 a.go:1] ',
  ];

  it('never throws, and does not depend on where the text was cut', () => {
    fc.assert(
      fc.property(hostileText(PIECES), cutPlaces, (text, cuts) => {
        const reader = createJudge(pack);
        const lines = cutText(text, cuts).flatMap((chunk) => linesOf(reader.push(chunk)));
        const end = reader.end();
        expect({ ...end, lines: [...lines, ...end.lines] }).toEqual(judge(pack, text));
      }),
    );
  });

  it.each([
    ['rows of a wrapped wording', (size: number) => 'PLEG is not\n'.repeat(size / 12)],
    ['one row of a wording', (size: number) => 'healthy: pleg was last '.repeat(size / 23)],
    ['full-width punctuation', (size: number) => '：'.repeat(size)],
  ])('takes time in proportion to the paste: %s', (_, make) => {
    const one = packWith({ heads: ['PLEG is not healthy: pleg was last seen active '] });
    expect(growth((text) => judge(one, text), make, 20_000)).toBeLessThan(LINEAR);
  });
});
