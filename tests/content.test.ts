import { describe, expect, it } from 'vitest';
import { type Judgement, compilePack, judge } from '../src/core/match/index.ts';
import { buildPack, checkContent, printFindings } from '../src/gate/index.ts';
import { NOTHING, ownContent } from './support/content.ts';
import { elsewhere } from './support/elsewhere.ts';

const content = ownContent();
const pack = compilePack(buildPack(content));

/** What the console offers to try: the log or the command of each runbook's own write-up. */
const samples = content.runbooks.flatMap((runbook) =>
  runbook.data.samples
    .filter((sample) => sample.try)
    .map(({ file }) => ({
      name: `${runbook.slug}/${file}`,
      id: runbook.data.id,
      text: runbook.samples.get(file) ?? '',
    })),
);

/** Where a paste leads. */
const lead = ({ matches: [best] }: Judgement): unknown =>
  best && [best.runbook.id, best.best.compiled.signature.id, best.step];

const NORMAL = Array.from(
  { length: 1_000 },
  (_, index) =>
    `I0614 19:56:${String(index % 60).padStart(2, '0')}.000000       1 httplog.go:132] "HTTP" verb="GET" URI="/api/v1/nodes/node-${index}" latency="1.2ms" resp=200\n`,
).join('');

describe('the content', () => {
  it('obeys every rule', () => {
    expect(printFindings(checkContent(content))).toBe(NOTHING);
  });

  it('has the five runbooks, each with something to try', () => {
    const ids = content.runbooks.map(({ data }) => data.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'APISRV-DEV-001',
        'AGG-STEADY-001',
        'KUBELET-JOIN-001',
        'APISRV-DEBUG-001',
        'APISRV-BOOT-001',
      ]),
    );
    expect(new Set(samples.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it('has a step for whatever a signature leads to', () => {
    for (const { steps, signatures } of pack.pack.runbooks) {
      const known = steps.map(({ id }) => id);
      for (const { step, tails } of signatures) {
        expect(known).toEqual(expect.arrayContaining([step, ...tails.map((tail) => tail.step)]));
      }
    }
  });
});

describe.each(samples)('$name', ({ id, text }) => {
  it('brings its own runbook first', () => {
    expect(judge(pack, text).matches[0]?.runbook.id).toBe(id);
  });

  it.each([1, 2, 3, 4, 5])('brings it with other times, ids, addresses and ports: %i', (seed) => {
    const other = elsewhere(text, seed);
    expect(other).not.toBe(text);
    expect(other.split('\n')).toHaveLength(text.split('\n').length);
    expect(lead(judge(pack, other))).toEqual(lead(judge(pack, text)));
  });

  it.each([
    ['with the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['between a thousand lines of daily work', NORMAL + text + NORMAL],
    ['pasted twice', `${text}\n${text}`],
    ['with blank lines around', `\n\n${text}\n\n`],
  ])('brings it %s', (_, other) => {
    expect(lead(judge(pack, other))).toEqual(lead(judge(pack, text)));
  });
});

describe('daily work', () => {
  it('brings no runbook', () => {
    const { matches, lines } = judge(pack, NORMAL);
    expect(matches).toEqual([]);
    expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(new Set(['info']));
  });
});
