import { describe, expect, it } from 'vitest';
import { type SignatureInput, packOf, runbookOf } from '../../../tests/support/pack.ts';
import { LANGUAGES } from '../text/index.ts';
import { judge } from './judge.ts';
import { VERDICTS } from './pack.ts';
import { KIND_WORDS, VERDICT_WORDS, reasonWords } from './words.ts';

/** The reasons for the one match of a text, in English and in Chinese. */
function reasons(signature: SignatureInput, text: string, versions: string[] = []): [string[], string[]] {
  const [match] = judge(packOf(runbookOf('A-BOOT-001', { versions, signatures: [signature] })), text).matches;
  if (!match) throw new Error('no match');
  return [reasonWords(match, 'en'), reasonWords(match, 'zh')];
}

const klog = (letter: string, message: string): string =>
  `${letter}0614 19:56:31.263446       1 x.go:1] ${message}`;

const check: SignatureInput = {
  id: 'sig-check',
  heads: ['check of <str> failed: '],
  tails: [{ id: 't-dns', pattern: 'dial tcp: <*> timeout' }],
};

describe('the reason for a match', () => {
  it('names line, severity, head and tail, with holes as dots, and says what that means', () => {
    const [en, zh] = reasons(
      check,
      `first\n${klog('F', 'check of addresses failed: dial tcp: i/o timeout')}`,
    );
    expect(en).toEqual([
      'Line 2 (fatal) says `check of … failed: ` and ends in `dial tcp: … timeout`.',
      't-dns in English.',
    ]);
    expect(zh).toEqual([
      '第 2 行（致命）写着 `check of … failed: `，结尾是 `dial tcp: … timeout`。',
      't-dns，中文。',
    ]);
  });

  it('says that it does not know how the line ends', () => {
    const [en, zh] = reasons(check, klog('E', 'check of addresses failed: in a new way'));
    expect(en).toEqual([
      'Line 1 (error) says `check of … failed: `.',
      'sig-check in English.',
      'How this line ends is not known to the runbook; its first step asks.',
    ]);
    expect(zh).toHaveLength(3);
    expect(zh[0]).toBe('第 1 行（错误）写着 `check of … failed: `。');
  });

  it('names no severity where neither line nor signature has one', () => {
    expect(reasons({ heads: ['some words'] }, 'some words')[0][0]).toBe('Line 1 says `some words`.');
  });

  it('shows what is written behind a backslash as it stands in the line', () => {
    const signature = {
      heads: [String.raw`a \<int> of`],
      tails: [{ id: 't-x', pattern: String.raw`\<str> and C:\\x` }],
    };
    const [en] = reasons(signature, String.raw`a <int> of <str> and C:\x`);
    expect(en[0]).toBe(String.raw`Line 1 says ${'`a <int> of`'} and ends in ${'`<str> and C:\\x`'}.`);
  });

  it('names the fact that a reader found', () => {
    const fact = { kind: 'apiservice.unavailable' as const, values: [] };
    const row = 'v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m';
    const [en, zh] = reasons({ fact }, row);
    expect(en[0]).toBe('Line 1 was read as: apiservice.unavailable `MissingEndpoints`.');
    expect(zh[0]).toBe('第 1 行被识别为：apiservice.unavailable `MissingEndpoints`。');
  });

  it('draws control characters of the paste as dots, so that nothing acts', () => {
    const fact = { kind: 'process' as const, values: [] };
    expect(reasons({ fact }, 'ku\u0007[31mbe\0--v=2\0')[0][0]).toBe(
      'Line 1 was read as: process `ku·[31mbe`.',
    );
  });

  it.each([
    [1, [], []],
    [2, ['One more line fits.'], ['另有 1 行相符。']],
    [4, ['3 more lines fit.'], ['另有 3 行相符。']],
  ])('counts other lines that fit: %i in all', (count, english, chinese) => {
    const [en, zh] = reasons({ heads: ['some words'] }, 'some words\n'.repeat(count));
    expect(en.slice(2)).toEqual(english);
    expect(zh.slice(2)).toEqual(chinese);
  });

  it('does not count a line again that fits in two ways', () => {
    const signatures = [{ heads: ['some words'] }, { heads: ['words of a longer wording'] }];
    const text = 'some words of a longer wording\n';
    const [match] = judge(packOf(runbookOf('A-BOOT-001', { signatures })), text).matches;
    expect(match?.hits).toHaveLength(2);
    expect(match && reasonWords(match, 'en')).toHaveLength(2);
  });

  it('says that the paste is of a release to which the runbook does not apply', () => {
    const line =
      'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443\nsome words';
    const words = 'The source lines in the paste belong to releases that this runbook does not apply to.';
    expect(reasons({ heads: ['some words'] }, line, ['1.30.0-1.31.9'])[0]).toContain(words);
    expect(reasons({ heads: ['some words'] }, line, ['1.20.0-1.20.15'])[0]).not.toContain(words);
  });
});

describe('what a line is called', () => {
  it('has words in both languages, different ones for different things', () => {
    for (const language of LANGUAGES) {
      const verdicts = VERDICTS.map((verdict) => VERDICT_WORDS[verdict][language]);
      const kinds = Object.values(KIND_WORDS).map((words) => words[language]);
      expect(new Set(verdicts).size).toBe(VERDICTS.length);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect([...verdicts, ...kinds]).not.toContain('');
    }
  });
});
