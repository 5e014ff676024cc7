import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText } from '../../../tests/support/hostile-text.ts';
import { packWith } from '../../../tests/support/pack.ts';
import { textOf } from '../text/index.ts';
import { toAnswer } from './answer.ts';
import { type Judgement, createJudge, judge } from './judge.ts';
import { linesOf } from './quiet-lines.ts';
import type { JudgedLine } from './line-verdict.ts';
import { VERDICTS } from './pack.ts';

const pack = packWith(
  { id: 'sig-cause', heads: ['check failed: '], tails: [{ id: 't-gap', pattern: 'Get <*:url>: dial tcp' }] },
  { id: 'sig-after', role: 'consequence', heads: ['because <str> failed'] },
  { id: 'sig-html', heads: [String.raw`\<script>`] },
  { id: 'sig-table', fact: { kind: 'apiservice.unavailable', values: [] } },
  { id: 'sig-process', role: 'info', fact: { kind: 'process', values: [] } },
  { id: 'sig-twice', fact: { kind: 'health-check.duplicate', values: [] } },
);

/** What every reader of a paste looks for, and what may cut it. */
const piece = fc.oneof(
  fc.constantFrom(
    'E0614 19:56:31.263446       1 x.go:1] check failed: ',
    'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443',
    'Get "https://[::1]:6443": dial tcp',
    'because it failed',
    'goroutine 1 [running]:',
    'main.main()',
    '\t/src/main.go:25 +0x10d',
    'v1.a kube-system/x False (MissingEndpoints) 1m',
    'Installing health checkers for (/livez): "etcd","etcd"',
    'kubelet --v=2',
    '$ ',
    '<script>alert(1)</script>',
    '😀',
    '\ud83d',
    '\ude00',
    '\0',
    '\u2028',
    '\ufeff',
    '"',
    "'",
    '\\',
    ' ',
    '\t',
  ),
  fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
);
const paste = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const told = (judgement: Judgement): unknown => [
  toAnswer(judgement, 'en'),
  judgement.lines.map(({ number, kind, text }) => [number, kind, text]),
];

/** The judgement of a text that arrives in pieces. */
function inPieces(pieces: readonly string[]): Judgement {
  const reader = createJudge(pack);
  const lines: JudgedLine[] = pieces.flatMap((piece) => linesOf(reader.push(piece)));
  const end = reader.end();
  return { ...end, lines: [...lines, ...end.lines] };
}

describe('any paste', () => {
  it('is judged whole: a verdict for every line, numbered, with spans that tile it', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const { lines, detected } = judge(pack, text);
        expect(lines.map((line) => textOf(text, line)).join('')).toBe(text);
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
        for (const { verdict } of lines) expect(VERDICTS).toContain(verdict);
        const read = lines.filter(({ kind }) => kind !== 'blank').length;
        expect(detected.reduce((sum, { lines: count }) => sum + count, 0)).toBe(read);
      }),
      { numRuns: 500 },
    );
  });

  it('is judged the same in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(paste, cutPlaces, (text, places) => {
        expect(told(inPieces(cutText(text, places)))).toEqual(told(judge(pack, text)));
      }),
      { numRuns: 500 },
    );
  });

  it('is judged the same one code unit at a time, cut inside CRLF and inside a surrogate pair', () => {
    const text = 'E0614 19:56:31.263446       1 x.go:1] check failed: 😀\r\n  because it failed\r\n\r\n😀\r';
    expect(told(inPieces(text.split('')))).toEqual(told(judge(pack, text)));
    expect(judge(pack, text).lines.map((line) => line.text)).toEqual([
      'E0614 19:56:31.263446       1 x.go:1] check failed: 😀',
      '  because it failed',
      '',
      '😀\r',
    ]);
  });

  it('is judged the same however often', () => {
    fc.assert(
      fc.property(paste, (text) => {
        expect(told(judge(pack, text))).toEqual(told(judge(pack, text)));
      }),
    );
  });
});

describe('a paste that means harm', () => {
  it('stays text where it looks like a page, and is marked where it matches', () => {
    const text = 'x <script>alert("1")</script>\n<img src=x onerror=alert(1)>\n&lt;b&gt;';
    const judgement = judge(pack, text);
    expect(judgement.lines.map((line) => line.text)).toEqual(text.split('\n'));
    expect(judgement.lines.map(({ verdict }) => verdict)).toEqual(['cause', 'unknown', 'unknown']);
    expect(toAnswer(judgement, 'en').matches[0]?.reason).toContain('says `<script>`');
  });

  it('keeps NULs where they stand', () => {
    const text = 'kubelet\0--v=2\0\ncheck failed: a\0b\n\0\0\0';
    const { lines } = judge(pack, text);
    expect(lines.map((line) => textOf(text, line)).join('')).toBe(text);
    expect(lines.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['info', 'cause']);
    expect(lines[0]?.hit?.fact?.value).toBe('kubelet');
  });

  it('is read to its end in one line of 5 MB, and found in', () => {
    const before = 'x'.repeat(5_000_000);
    const text = `${before}check failed: Get u: dial tcp`;
    const { lines, matches } = judge(pack, text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ from: 0, to: text.length, verdict: 'cause' });
    expect(matches[0]?.best.captures).toEqual([
      { name: 'url', value: 'u', span: { from: before.length + 18, to: before.length + 19 } },
    ]);
  });

  it.each([
    ['one line of beginnings', (n: number) => 'check failed: '.repeat(n / 14)],
    ['one line of half gaps', (n: number) => `check failed: ${'Get '.repeat(n / 4)}`],
    ['one line of quotation marks', (n: number) => '"'.repeat(n)],
    ['one line of brackets', (n: number) => '('.repeat(n)],
    ['one line of words with NULs between', (n: number) => '--some-flag=value\0'.repeat(n / 18)],
    ['one line of blanks', (n: number) => ' '.repeat(n)],
    ['one line of words with a flag', (n: number) => `kubelet --v=2 ${'word '.repeat(n / 5)}`],
    ['blank lines', (n: number) => '\n'.repeat(n / 10)],
    [
      'lines that open a record',
      (n: number) => 'E0614 19:56:31.263446       1 x.go:1] check failed: y\n'.repeat(n / 55),
    ],
    [
      'one record without end',
      (n: number) => `E0614 19:56:31.263446       1 x.go:1] z\n${'y\n'.repeat(n / 2)}`,
    ],
    [
      'goroutines without end',
      (n: number) => 'goroutine 1 [running]:\nmain.main()\n\t/m.go:2 +0x1\n'.repeat(n / 50),
    ],
    [
      'a list of checks',
      (n: number) => `Installing health checkers for (/livez): ${'"etcd",'.repeat(n / 7)}"a"`,
    ],
  ])('takes time in proportion to its length: %s', (_, makeText) => {
    expect(growth((text) => judge(pack, text), makeText, 20_000)).toBeLessThan(LINEAR);
  });
});
