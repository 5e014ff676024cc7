import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TemplateSummary, createTemplateCounter } from './templates.ts';

function count(messages: readonly string[], limit?: number): TemplateSummary {
  const counter = createTemplateCounter(limit);
  messages.forEach((message, index) => counter.push(index + 1, message));
  return counter.end();
}

describe('templates of unknown lines', () => {
  it('are counted, the most frequent first, each with its first line', () => {
    const summary = count(['start', 'retry 1 of 5', 'retry 2 of 5', 'stop', 'retry 3 of 5']);
    expect(summary.templates).toEqual([
      { text: 'retry * of *', count: 3, first: 2, last: 5, sample: 'retry 1 of 5' },
      { text: 'start', count: 1, first: 1, last: 1, sample: 'start' },
      { text: 'stop', count: 1, first: 4, last: 4, sample: 'stop' },
    ]);
    expect(summary.others).toBe(0);
  });

  it('are bounded in number: lines of further ones are counted only', () => {
    const letters = [...'abcdefghij'];
    const summary = count([...letters, ...letters], 4);
    expect(summary.templates).toHaveLength(4);
    expect(summary.others).toBe(12);
  });

  it('keep a bounded sample of a long line', () => {
    expect(count(['x'.repeat(1_000_000)]).templates[0]?.sample.length).toBeLessThanOrEqual(500);
  });

  it('do not depend on the order of the lines', () => {
    const message = fc.constantFrom('a 1', 'a 2', 'b "x"', 'b "y"', 'c');
    const shuffled = fc.array(message, { maxLength: 20 }).chain((lines) =>
      fc.tuple(
        fc.constant(lines.map((text, index) => ({ text, line: index + 1 }))),
        fc.shuffledSubarray(
          lines.map((text, index) => ({ text, line: index + 1 })),
          { minLength: lines.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([lines, others]) => {
        const [a, b] = [createTemplateCounter(), createTemplateCounter()];
        for (const { line, text } of lines) a.push(line, text);
        for (const { line, text } of others) b.push(line, text);
        expect(b.end()).toEqual(a.end());
        expect(a.end().templates.reduce((sum, template) => sum + template.count, 0)).toBe(lines.length);
      }),
    );
  });
});
