import { describe, expect, it } from 'vitest';
import { packOf, packWith, runbookOf } from '../../../tests/support/pack.ts';
import { textOf } from '../text/index.ts';
import { type Answer, toAnswer } from './answer.ts';
import type { CompiledPack } from './compile.ts';
import { judge } from './judge.ts';

const answer = (pack: CompiledPack, text: string): Answer => toAnswer(judge(pack, text), 'en');

const paste = [
  'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443',
  'F0614 19:57:01.269085       1 controller.go:161] check failed: Get "https://localhost:8443/api": dial tcp: i/o timeout',
  '  and more',
  '',
].join('\n');

const pack = packOf(
  runbookOf('A-BOOT-001', {
    slug: 'name-lookup',
    versions: ['1.12.0-1.20.15'],
    variables: ['port', 'check'],
    signatures: [
      {
        id: 'sig-check',
        heads: ['check failed: '],
        tails: [
          { id: 't-dns', pattern: 'localhost:<port:port>/<*:rest>: dial tcp: i/o timeout', step: 's-resolv' },
        ],
      },
    ],
  }),
);

describe('the answer', () => {
  it('is plain data: matches, lines, versions and what was detected', () => {
    const told = answer(pack, paste);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(Object.keys(told).sort()).toEqual([
      'detected',
      'explained',
      'lines',
      'matches',
      'nearest',
      'versions',
    ]);
    expect(told.matches).toEqual([
      {
        runbook: 'A-BOOT-001',
        slug: 'name-lookup',
        score: expect.any(Number),
        step: 's-resolv',
        signature: 'sig-check',
        tail: 't-dns',
        reason:
          'Line 2 (fatal) says `check failed: ` and ends in `localhost:…/…: dial tcp: i/o timeout`. t-dns in English.',
        lines: [2],
        captures: [{ name: 'port', value: '8443', line: 2, span: expect.any(Object) }],
        ambiguous: false,
        versionFits: true,
      },
    ]);
    expect(told.detected).toEqual([
      { kind: 'klog', lines: 2 },
      { kind: 'plain', lines: 1 },
    ]);
  });

  it('points into the paste: captures and marks', () => {
    const { matches, lines } = answer(pack, paste);
    expect(matches[0]?.captures.map(({ span }) => textOf(paste, span))).toEqual(['8443']);
    expect(lines[1]?.marks?.map((span) => textOf(paste, span))).toEqual([
      'check failed: ',
      'localhost:',
      '/',
      ': dial tcp: i/o timeout',
    ]);
  });

  it('says of each line where it stands and what it is, and of a continuation whose it is', () => {
    const { lines } = answer(pack, paste);
    expect(lines.map((line) => textOf(paste, line)).join('')).toBe(paste);
    expect(lines.map(({ from: _from, to: _to, marks: _marks, ...rest }) => rest)).toEqual([
      { verdict: 'info' },
      { verdict: 'cause', runbook: 'A-BOOT-001', signature: 'sig-check' },
      { verdict: 'cause', runbook: 'A-BOOT-001', signature: 'sig-check', continues: true },
    ]);
  });

  it('names the releases with the places that say so, or null', () => {
    const { versions } = answer(pack, paste);
    expect(versions).toMatchObject({ product: 'kubernetes', evidence: [{ place: 'secure_serving.go:202' }] });
    expect(versions?.evidence.map(({ span }) => textOf(paste, span))).toEqual(['secure_serving.go:202']);
    expect(answer(pack, 'nothing').versions).toBeNull();
  });

  it('fills each variable once, from the best hit before others, and none that the runbook does not have', () => {
    const two = packOf(
      runbookOf('A-BOOT-001', {
        variables: ['port'],
        signatures: [
          { role: 'info', heads: ['listening on port <port:port>'] },
          { role: 'cause', heads: ['cannot bind port <port:port> for <str:program>'] },
        ],
      }),
    );
    const { matches } = answer(two, 'listening on port 80\ncannot bind port 443 for nginx\n');
    expect(matches[0]?.captures.map(({ name, value, line }) => [name, value, line])).toEqual([
      ['port', '443', 2],
    ]);
    expect(matches[0]?.lines).toEqual([1, 2]);
  });

  it('names each line once, however many signatures fit', () => {
    const twice = packWith({ heads: ['some words'] }, { heads: ['words and more'] });
    expect(answer(twice, 'x\nsome words and more').matches[0]?.lines).toEqual([2]);
  });

  it('marks the values of a fact, which has no wording', () => {
    const text = 'v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m';
    const { lines } = answer(packWith({ fact: { kind: 'apiservice.unavailable', values: [] } }), text);
    expect(lines[0]?.marks?.map((span) => textOf(text, span))).toEqual([
      'v1beta1.metrics.k8s.io',
      'kube-system',
      'metrics-server',
    ]);
  });

  it('leaves out what is not known', () => {
    const [match] = answer(packWith({ heads: ['some words'] }), 'some words').matches;
    expect(match).not.toHaveProperty('tail');
    expect(match).not.toHaveProperty('versionFits');
  });

  it('gives its reasons in the language that is asked for', () => {
    const chinese = toAnswer(judge(pack, paste), 'zh').matches[0]?.reason;
    expect(chinese).toBe(
      '第 2 行（致命）写着 `check failed: `，结尾是 `localhost:…/…: dial tcp: i/o timeout`。t-dns，中文。',
    );
  });
});

describe('an answer that is less than sure', () => {
  const pleg = 'PLEG is not healthy: pleg was last seen active ';
  const unsure = packOf(
    runbookOf('A-BOOT-001', { slug: 'pleg', signatures: [{ id: 'sig-pleg', heads: [pleg] }] }),
    runbookOf('B-BOOT-001', {
      follows: ['C-BOOT-001'],
      signatures: [{ role: 'consequence', heads: ['what follows from the root'] }],
    }),
    runbookOf('C-BOOT-001', { signatures: [{ heads: ['this is the root of it all'] }] }),
  );
  const told = (text: string, language: 'en' | 'zh' = 'en') => toAnswer(judge(unsure, text), language);

  it('says that it is similar, not exact, in both languages', () => {
    const text = 'KubeletNotReady  PLEG is not healthy: pleg was last se';
    const [match] = told(text).matches;
    expect(match?.similar).toBeGreaterThan(0.3);
    expect(match?.similar).toBeLessThanOrEqual(0.7);
    expect(match?.reason).toMatch(
      /^Line 1 is similar to `PLEG is not healthy: .*`, not exact: \d+ % of its words are there\./,
    );
    expect(told(text, 'zh').matches[0]?.reason).toMatch(
      /^第 1 行与 `PLEG is not healthy: .*` 相似，并不完全相同/,
    );
    expect(told(`${pleg}3m`).matches[0]).not.toHaveProperty('similar');
  });

  it('says from which runbook a match follows', () => {
    const [, second] = told('what follows from the root\nthis is the root of it all\n').matches;
    expect(second).toMatchObject({ runbook: 'B-BOOT-001', under: 'C-BOOT-001' });
    expect(second?.reason).toContain('It follows from C-BOOT-001, whose cause is in the paste as well.');
  });

  it('names the nearest where nothing is known', () => {
    const { matches, nearest } = told('all is well\nkubelet: pleg was last relisted today\n');
    expect(matches).toEqual([]);
    expect(nearest).toEqual([
      { runbook: 'A-BOOT-001', slug: 'pleg', signature: 'sig-pleg', line: 2, share: expect.any(Number) },
    ]);
  });
});
