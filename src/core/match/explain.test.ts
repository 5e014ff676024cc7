import { describe, expect, it } from 'vitest';
import { packOf, runbookOf } from '../../../tests/support/pack.ts';
import { textOf } from '../text/index.ts';
import { type Explanation, explain } from './explain.ts';
import { judge } from './judge.ts';

const pack = packOf(
  runbookOf('TEST-BOOT-001', {
    versions: ['1.20.0-1.20.15'],
    signatures: [
      {
        id: 'sig-check',
        level: 'fatal',
        heads: [
          { pattern: 'allocation check of <str:subject> failed: ', versions: ['1.20.0-1.20.15'] },
          'allocation check broke',
        ],
        tails: [
          { id: 't-lookup', pattern: 'dial tcp: lookup localhost' },
          { id: 't-refused', pattern: 'dial tcp <ip:server>:<port>: connect: connection refused' },
          { id: 't-never', pattern: 'x509' },
        ],
      },
      { id: 'sig-table', fact: { kind: 'apiservice.unavailable', values: [] } },
    ],
  }),
  runbookOf('TEST-BOOT-002', {
    signatures: [{ id: 'sig-port', heads: ['allocation check of ports and <str>'] }],
  }),
);

const LINE =
  'E0614 19:57:01.269085       1 x.go:1] allocation check of addresses failed: dial tcp 10.0.0.7:443: connect: connection refused today';

const STACKED = packOf(
  runbookOf('TEST-STACK-001', { signatures: [{ stack: [['a.b/c.(*T).Open', '...', 'a.b/c.Run']] }] }),
);

it('explains a stack by the call that stands first', () => {
  const text =
    'goroutine 1 [running]:\na.b/c.(*T).Open(0x1)\n\t/src/a.go:7 +0x1\na.b/c.Run.func1()\n\t/src/a.go:9 +0x1\n';
  const { matches, lines } = judge(STACKED, text);
  const [match, line] = [matches[0], lines[1]];
  const explanation = match && line && explain(STACKED, match, matches, line);
  expect(explanation?.parts.map((part) => part.text)).toEqual(['a.b/c.(*T).Open(0x1)']);
  expect(explanation?.conditions[0]).toMatchObject({
    holds: true,
    words: { en: 'calls of its stack, in their order: 2 / 2' },
  });
});

function explained(text: string): Explanation {
  const { matches, lines } = judge(pack, text);
  const [match] = matches;
  const line = lines.find(({ number }) => number === match?.best.line);
  if (!match || !line) throw new Error('expected a match');
  return explain(pack, match, matches, line);
}

const conditions = (explanation: Explanation): string[] =>
  explanation.conditions.map(({ kind, holds, words }) => `${kind} ${holds}: ${words.en}`);

describe('an explanation', () => {
  const text = `before\n${LINE}\n`;
  const explanation = explained(text);

  it('names the signature, its wording with the releases that print it, and the tail', () => {
    expect(explanation).toMatchObject({
      runbook: 'TEST-BOOT-001',
      signature: 'sig-check',
      line: 2,
      wording: { pattern: 'allocation check of <str:subject> failed: ', versions: ['1.20.0-1.20.15'] },
      tail: { id: 't-refused' },
    });
  });

  it('has the place of each literal and each hole, with its value', () => {
    expect(explanation.parts.map(({ of, kind, name, text: value }) => [of, kind, name, value])).toEqual([
      ['head', 'literal', undefined, 'allocation check of '],
      ['head', 'hole', 'subject', 'addresses'],
      ['head', 'literal', undefined, ' failed: '],
      ['tail', 'literal', undefined, 'dial tcp '],
      ['tail', 'hole', 'server', '10.0.0.7'],
      ['tail', 'literal', undefined, ':'],
      ['tail', 'hole', undefined, '443'],
      ['tail', 'literal', undefined, ': connect: connection refused'],
    ]);
    expect(explanation.parts.map((part) => textOf(text, part))).toEqual(
      explanation.parts.map((part) => part.text),
    );
  });

  it('names the words that decided nothing', () => {
    expect(explanation.ignored.map((span) => textOf(text, span))).toEqual([
      'E0614 19:57:01.269085       1 x.go:1]',
      'today',
    ]);
  });

  it('says which conditions hold, in the order in which they are asked', () => {
    expect(conditions(explanation)).toEqual([
      'wording true: one of its 2 wordings is in the line',
      'tail false: t-lookup: expected `: lookup localhost`, found ` 10.0.0.7:443: connect: connection refused today`',
      'tail true: ends in t-refused: `dial tcp <ip:server>:<port>: connect: connection refused`',
      'level false: logged as fatal, here error',
      'versions null: Kubernetes 1.20.0-1.20.15: the paste does not tell',
    ]);
  });

  it('names the runner-up, and where it failed', () => {
    const [next, ...more] = explanation.runnersUp;
    expect(more).toEqual([]);
    expect(next).toMatchObject({
      runbook: 'TEST-BOOT-002',
      expected: 'ports and ',
      found: expect.stringMatching(/^addresses failed/),
    });
    expect(text.slice(next?.at).startsWith('addresses')).toBe(true);
  });

  it('says of each tail why it is not the end where none is', () => {
    expect(conditions(explained('allocation check of a failed: nobody knows')).slice(1, 4)).toEqual([
      'tail false: t-lookup: nothing of `dial tcp: lookup localhost` is there',
      'tail false: t-refused: nothing of `dial tcp <ip:server>:<port>: connect: connection refused` is there',
      'tail false: t-never: nothing of `x509` is there',
    ]);
  });

  it('shows the values of a fact', () => {
    const table = 'v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 1m';
    const { parts, wording } = explained(table);
    expect(wording).toBeUndefined();
    expect(parts.map(({ of, name, text: value }) => [of, name, value])).toEqual([
      ['fact', 'apiservice', 'v1beta1.metrics.k8s.io'],
      ['fact', 'namespace', 'kube-system'],
      ['fact', 'service', 'metrics-server'],
    ]);
  });

  it('says what put one of two equal runbooks in front', () => {
    const twins = packOf(
      runbookOf('TEST-A-001', { signatures: [{ heads: ['the quota is exceeded here'] }] }),
      runbookOf('TEST-B-001', { signatures: [{ heads: ['the quota is exceeded here'] }] }),
    );
    const { matches, lines } = judge(twins, 'E: the quota is exceeded here');
    const [line] = lines;
    const tie = matches.map((match) => line && explain(twins, match, matches, line).tie?.en);
    expect(tie).toEqual([
      'as good as TEST-B-001; the order of ids decides',
      'as good as TEST-A-001; the order of ids decides',
    ]);
  });

  it('says of what is only similar that the wording is not there, and which words are', () => {
    const similar = packOf(
      runbookOf('TEST-C-001', {
        signatures: [{ heads: ['etcdserver quorum membership vanished unexpectedly during compaction'] }],
      }),
    );
    const text = 'E: etcdserver quorum membership vanished quite unexpectedly during a compaction';
    const { matches, lines } = judge(similar, text);
    const [match] = matches;
    const [line] = lines;
    if (!match || !line) throw new Error('expected something similar');
    const { parts, conditions: asked } = explain(similar, match, matches, line);
    expect(asked[0]).toMatchObject({ kind: 'wording', holds: false });
    expect(asked[0]?.words.en).toMatch(/^its wording is not in the line; similar by \d+ %$/);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(textOf(text, part)).toBe(part.text);
  });
});
