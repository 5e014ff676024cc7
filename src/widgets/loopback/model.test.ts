import { describe, expect, it } from 'vitest';
import { pick } from './job.ts';
import { type LoopbackState, emptyState, update } from './model.ts';
import { reasonWords, unreadWords, verdictWords } from './words.ts';

const read = (state: LoopbackState): LoopbackState =>
  update(state, { type: 'answered', report: pick({ text: state.text, settings: state.settings }) });

const typed = (text: string): LoopbackState => read(update(emptyState('en'), { type: 'text', text }));

describe('the loopback picker', () => {
  it.each([
    ['[127.0.0.1/8 10.0.0.5/24]', 'https://localhost', 'https://localhost'],
    ['[127.0.0.1/8 ::1/128]', 'https://[::1]', 'https://[::1]'],
  ])('tells of %s that the server calls itself as %s, in both languages', (text, en, zh) => {
    const { phase } = typed(text);
    const host = phase.kind === 'result' ? phase.report.pick : undefined;
    expect(host && verdictWords(host, 'en')).toContain(`calls itself as ${en}`);
    expect(host && verdictWords(host, 'zh')).toContain(`用 ${zh} 访问自己`);
    expect(host && reasonWords(host, 'en')).toContain('127.0.0.1 does not count');
  });

  it('picks anew when the settings change, and is stale until then', () => {
    const done = typed('[127.0.0.1/8]');
    const bound = update(done, { type: 'settings', settings: { bind: '10.0.0.5', ipv6Sockets: true } });
    expect(bound.stale).toBe(true);
    expect(read(bound)).toMatchObject({ stale: false, phase: { report: { pick: { host: '10.0.0.5' } } } });
    const ipv4 = read(update(done, { type: 'settings', settings: { bind: '0.0.0.0', ipv6Sockets: false } }));
    expect(ipv4.phase).toMatchObject({ report: { pick: { host: '127.0.0.1', wants: 'ipv4' } } });
  });

  it('is empty again without text, and names lines without an address', () => {
    expect(update(typed('[127.0.0.1/8]'), { type: 'text', text: ' ' }).phase.kind).toBe('empty');
    expect(typed('what\n127.0.0.1/8').phase).toMatchObject({ report: { unread: [1] } });
    expect(unreadWords([1, 2], 'en')).toBe('Lines without an address: 1, 2.');
  });
});
