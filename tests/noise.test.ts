import { describe, expect, it } from 'vitest';
import { type Answer, compilePack, judge, toAnswer } from '../src/core/match/index.ts';
import { buildPack } from '../src/gate/index.ts';
import { searchRecords } from '../src/site/search/records.ts';
import { ownContent } from './support/content.ts';

const content = ownContent();
const pack = compilePack(buildPack(content));

const answer = (text: string): Answer => toAnswer(judge(pack, text), 'en');

const rows = <Key extends 'hit' | 'miss'>(key: Key): { id: string; text: string }[] =>
  content.noise.flatMap(({ data }) => data[key].map(({ text }) => ({ id: data.id, text })));

describe('the noise registry', () => {
  it('has the red herrings that cost people hours', () => {
    expect(content.noise.map(({ data }) => data.id)).toEqual([
      'n-client-throttling',
      'n-compacted-revision',
      'n-container-up',
      'n-crash-loop',
      'n-duplicate-health-check',
      'n-forbidden-probe',
      'n-image-back-off',
      'n-image-gc-once',
      'n-listening-on-wildcard',
      'n-load-balancer-refused',
      'n-nameserver-limits',
      'n-no-stats-yet',
      'n-optimistic-lock',
      'n-sandbox-changed',
      'n-static-binary',
      'n-static-pod-path',
      'n-system-container-stats',
      'n-tls-handshake',
      'n-too-old-resource-version',
    ]);
  });

  it.each(rows('hit'))('explains a line away, and brings no runbook for it: $text', ({ id, text }) => {
    const { lines, matches, explained } = answer(text);
    expect(lines[0]).toMatchObject({ verdict: 'noise', noise: id });
    expect(explained.map((one) => one.id)).toEqual([id]);
    expect(matches).toEqual([]);
  });

  it.each(rows('miss'))('leaves alone what is not harmless: $text', ({ text }) => {
    const { lines, explained } = answer(text);
    expect(explained).toEqual([]);
    expect(lines[0]?.verdict).not.toBe('noise');
  });

  it.each([
    ['by a container runtime', (text: string) => `2026-11-21T14:31:05.301554123Z stderr F ${text}`],
    ['by kubectl', (text: string) => `[pod/web-0/app] ${text}`],
    ['by journald', (text: string) => `Nov 21 14:31:05 node-3 kubelet[2210]: ${text}`],
  ])('knows the lines where they are wrapped %s', (_, wrap) => {
    for (const { id, text } of rows('hit')) expect(answer(wrap(text)).lines[0]?.noise).toBe(id);
  });

  it('does not stand in the way of a cause: a thousand back-offs, and one line that says it', () => {
    const backOff = 'Warning  BackOff  33s (x70 over 15m)  kubelet  Back-off restarting failed container\n';
    const cause =
      'E1121 14:31:05.301554    2210 server.go:1] tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T14:31:05Z is after 2026-11-20T00:00:00Z\n';
    const alone = answer(cause);
    const among = answer(backOff.repeat(1_000) + cause);
    expect(alone.matches[0]?.runbook).toBe('CERT-EXPIRED-001');
    expect(among.matches.map(({ runbook }) => runbook)).toEqual(alone.matches.map(({ runbook }) => runbook));
    expect(among.lines.at(-1)?.verdict).toBe(alone.lines[0]?.verdict);
  });

  it('can be searched, each entry once in each language, and not beside the noise that it explains', () => {
    const noise = searchRecords(content).filter(({ kind }) => kind === 'noise');
    for (const { data } of content.noise) {
      expect(noise.filter(({ id }) => id === data.id).map(({ url }) => url)).toEqual([
        `/en/noise/#${data.id}`,
        `/zh/noise/#${data.id}`,
      ]);
      for (const address of data.adopts) {
        expect(noise.map(({ id }) => id)).not.toContain(address.replace('#', ' '));
      }
    }
  });
});
