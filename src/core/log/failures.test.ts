import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../tests/support/content.ts';
import { dialFailureWords } from './errors/dial-words.ts';
import { DIAL_FAILURES } from './errors/dial-failure.ts';
import { type ConnectionReport, createFailureReader } from './failures.ts';

function read(text: string, size = text.length): ConnectionReport {
  const reader = createFailureReader();
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  return reader.end();
}

const BOOT = readFileSync(
  join(ROOT, 'content', 'runbooks', 'apiserver-localhost-dns', 'samples', 'boot.log'),
  'utf8',
);

describe('the log of an API server that died at boot', () => {
  it('has one ending three times: localhost was never resolved', () => {
    const { failures, left } = read(BOOT);
    expect(left).toBe(0);
    expect(failures).toEqual([
      { kind: 'lookup-timeout', host: 'localhost', tail: 'dial tcp: i/o timeout', line: 5, times: 3 },
    ]);
  });

  it('has a gap of 30.0 s, as long as the client-go dial timeout', () => {
    const [gap, ...more] = read(BOOT).gaps;
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ fromLine: 1, toLine: 5 });
    expect(gap?.ms).toBeCloseTo(30_001, 0);
    expect(gap?.constants[0]?.constant).toMatchObject({ id: 'client-go-dial', seconds: 30 });
    expect(gap?.constants[0]?.constant.name.en).toContain('client-go dial timeout');
  });

  it('reads the same in chunks of any size', () => {
    for (const size of [1, 7, 100]) expect(read(BOOT, size)).toEqual(read(BOOT));
  });
});

describe('failed connections', () => {
  it('are read from lines without header, from JSON, and from a field', () => {
    const { failures } = read(
      [
        'net/http: TLS handshake timeout',
        '{"level":"error","ts":"2026-06-14T19:57:01Z","msg":"list failed","error":"Get \\"https://localhost:6443/api\\": dial tcp [::1]:6443: connect: cannot assign requested address"}',
        'E0614 19:57:01.264713       1 reflector.go:205] "Failed to watch" err="failed to list *v1.Pod: Get \\"https://localhost:6443/api/v1/pods\\": dial tcp: lookup localhost: i/o timeout" type="*v1.Pod"',
      ].join('\n'),
    );
    expect(failures.map(({ kind, line }) => [kind, line])).toEqual([
      ['tls-timeout', 1],
      ['own-address-missing', 2],
      ['lookup-timeout', 3],
    ]);
  });

  it('are bounded, and what is left is counted', () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) => `dial tcp 10.0.0.${index}:1: connect: connection refused\n`,
    );
    const { failures, left } = read(lines.join(''));
    expect([failures.length, left]).toEqual([50, 10]);
  });

  it('are explained in both languages', () => {
    for (const kind of DIAL_FAILURES)
      for (const language of ['en', 'zh'] as const)
        expect(dialFailureWords({ kind, tail: '' }, language)).toMatch(language === 'en' ? /\.$/ : /。$/);
  });
});
