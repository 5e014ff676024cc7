import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judgement, compilePack, createJudge, judge, linesOf } from '../src/core/match/index.ts';
import { textOf } from '../src/core/text/index.ts';
import { buildPack } from '../src/gate/index.ts';
import { ROOT, ownContent } from './support/content.ts';
import { cutPlaces, cutText } from './support/hostile-text.ts';
import { read } from './support/sources.ts';
import { WRAPPINGS, type Wrapping } from './support/wrappings.ts';

const pack = compilePack(buildPack(ownContent()));

const RUNBOOKS = 'content/runbooks';

/** Samples of logs and stacks; tables and command lines of a terminal do not come through a container's runtime. */
const SAMPLES = readdirSync(join(ROOT, RUNBOOKS))
  .flatMap((slug) =>
    readdirSync(join(ROOT, RUNBOOKS, slug, 'samples')).map((file) => `${slug}/samples/${file}`),
  )
  .filter((path) => path.endsWith('.log') || path.endsWith('refused.txt'))
  .map((path) => [path, read(`${RUNBOOKS}/${path}`)] as const);

/** What a reader is told first. */
const lead = ({ matches: [best] }: Judgement): unknown =>
  best && {
    runbook: best.runbook.id,
    step: best.step,
    signature: best.best.compiled.signature.id,
    tail: best.best.tail?.tail.id,
  };

describe.each(WRAPPINGS)('a paste $name', ({ wrap, verbatim }: Wrapping) => {
  it.each(SAMPLES)('leads to the same runbook and step as without: %s', (_, text) => {
    const wrapped = wrap(text);
    expect(wrapped).not.toBe(text);
    expect(lead(judge(pack, wrapped))).toEqual(lead(judge(pack, text)));
  });

  it.each(SAMPLES)('is judged whole, and what matched is marked where it stands: %s', (_, text) => {
    const wrapped = wrap(text);
    const { lines, hits } = judge(pack, wrapped);
    expect(lines.map((line) => textOf(wrapped, line)).join('')).toBe(wrapped);
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_line, index) => index + 1));
    for (const { span, literals } of hits) {
      for (const place of literals) {
        expect(place.from).toBeGreaterThanOrEqual(span.from);
        expect(place.to).toBeLessThanOrEqual(span.to);
        if (verbatim) expect(text).toContain(textOf(wrapped, place));
      }
    }
  });
});

describe('any sample in any wrapping', () => {
  it('is judged the same in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WRAPPINGS),
        fc.constantFrom(...SAMPLES),
        cutPlaces,
        ({ wrap }, [, text], places) => {
          const wrapped = wrap(text);
          const whole = judge(pack, wrapped);
          const reader = createJudge(pack);
          const lines = cutText(wrapped, places).flatMap((piece) => linesOf(reader.push(piece)));
          const end = reader.end();
          expect({ ...end, lines: [...lines, ...end.lines] }).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('lines of two pods that come in turns', () => {
  it('are judged as those of each pod alone', () => {
    const [one = '', two = ''] = SAMPLES.filter(
      ([path]) => path.endsWith('boot.log') || path.endsWith('start.log'),
    ).map(([, text]) => text);
    const prefixed = (text: string, pod: string): string[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => `[pod/${pod}/main] ${line}`);
    const [a, b] = [prefixed(one, 'a-1'), prefixed(two, 'b-1')];
    const mixed = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [a[index], b[index]])
      .flat()
      .filter((line) => line !== undefined);
    const verdicts = (lines: readonly { text: string; verdict: string }[], pod: string): string[] =>
      lines.filter(({ text }) => text.startsWith(`[pod/${pod}/`)).map(({ verdict }) => verdict);
    const together = judge(pack, mixed.join('\n')).lines;
    expect(verdicts(together, 'a-1')).toEqual(verdicts(judge(pack, a.join('\n')).lines, 'a-1'));
    expect(verdicts(together, 'b-1')).toEqual(verdicts(judge(pack, b.join('\n')).lines, 'b-1'));
  });
});
