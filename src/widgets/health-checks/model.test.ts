import { describe, expect, it } from 'vitest';
import { jobs } from './job.ts';
import { type HealthCheckEvent, type HealthCheckState, emptyState, update } from './model.ts';
import { probeSentence } from './words.ts';

const LOG = 'Installing health checkers for (/healthz): "etcd","etcd"\n';

const after = (...events: HealthCheckEvent[]): HealthCheckState => events.reduce(update, emptyState('en'));
const text = (value: string): HealthCheckEvent => ({ type: 'text', text: value });
const answered: HealthCheckEvent = { type: 'answered', answer: jobs.read({ paste: LOG, language: 'en' }) };

describe('the health-check reader', () => {
  it('keeps the answer to an older text, dimmed, until there is a new one', () => {
    expect(after(text(LOG), answered, text('x'))).toMatchObject({
      stale: true,
      shown: { verdict: 'repeated' },
    });
    expect(after(text(LOG), answered, text('x'), { type: 'answered', answer: undefined })).toMatchObject({
      stale: false,
      shown: 'nothing',
    });
  });

  it('shows nothing once it is cleared, not even an answer that comes late', () => {
    expect(after(text(LOG), answered, text('')).shown).toBeUndefined();
    expect(after(text(LOG), text(''), answered).shown).toBeUndefined();
  });

  it('keeps the text when it fails', () => {
    expect(after(text(LOG), { type: 'failed', message: 'no' })).toMatchObject({ text: LOG, failed: 'no' });
  });

  it('has a sentence for answers alone', () => {
    const answer = jobs.read({ paste: 'HTTP/1.1 403 Forbidden\n', language: 'en' });
    expect(answer?.sentence).toBe('');
    expect(probeSentence('en', answer?.probes ?? [])).toMatch(/^403: Not evidence of registration/);
    expect(jobs.read({ paste: 'hello', language: 'zh' })).toBeUndefined();
  });
});
