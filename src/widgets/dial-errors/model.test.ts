import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../tests/support/content.ts';
import { readFailures } from './job.ts';
import { type DialState, emptyState, findingsOf, update } from './model.ts';

const BOOT = readFileSync(
  join(ROOT, 'content', 'runbooks', 'apiserver-localhost-dns', 'samples', 'boot.log'),
  'utf8',
);

const read = (state: DialState): DialState =>
  update(state, {
    type: 'answered',
    report: readFailures({ paste: state.text, language: state.language }),
  });

describe('the reader of dial errors', () => {
  it('tells the ending, the step and the wait, and what it found', () => {
    const state = read(update(emptyState('en', '', ''), { type: 'text', text: BOOT }));
    expect(state.phase).toMatchObject({
      kind: 'result',
      report: {
        verdict: expect.stringMatching(
          /^1 ending of failed connections\. Longest wait of a known length: 30\.0 s = client-go dial/,
        ),
        failures: [{ kind: 'lookup-timeout', place: 'line 5, 3 times', step: { step: 's-resolv' } }],
        waits: [{ between: 'between lines 1 and 5' }],
      },
    });
    expect(findingsOf(state)).toEqual(['lookup-timeout']);
  });

  it('tells the same in Chinese', () => {
    const { verdict } = readFailures({ paste: BOOT, language: 'zh' });
    expect(verdict).toMatch(/^失败的连接有 1 种结尾。与已知时限等长的最长等待：30\.0 s = client-go/);
  });

  it('is stale while its text is edited, and empty when it is cleared', () => {
    const done = read(update(emptyState('en', '', ''), { type: 'text', text: BOOT }));
    expect(update(done, { type: 'text', text: 'x' }).stale).toBe(true);
    const cleared = update(done, { type: 'text', text: '' });
    expect([cleared.phase.kind, findingsOf(cleared)]).toEqual(['empty', []]);
  });

  it('keeps the text when the reader stops', () => {
    const state = update(emptyState('en', '', ''), { type: 'text', text: BOOT });
    expect(update(state, { type: 'failed', message: 'out of memory' })).toMatchObject({
      text: BOOT,
      phase: { kind: 'failed', message: 'out of memory' },
    });
  });
});
