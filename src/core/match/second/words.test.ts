import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const words = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

describe('the words of a message', () => {
  it.each([
    ['pleg was last seen active 3m7.418820331s ago', 'pleg was last seen active ago'],
    ['dial tcp 10.0.0.7:6443: connect: connection refused', 'dial tcp connect connection refused'],
    ['x509: certificate has expired', 'x509 certificate has expired'],
    [
      'stale GroupVersion discovery: metrics.k8s.io/v1beta1',
      'stale groupversion discovery metrics k8s io v1beta1',
    ],
    ['pod web-5c689d88bb-q7pzk gone', 'pod web gone'],
    ['in utf-8, 4,150,908 bytes', 'in utf bytes'],
    ['sha256:9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0', 'sha256'],
    ['8f14e45f-c0ea-467f-a1d2-0123456789ab', ''],
    ['E0614 19:56:31.263446       1 main.go:1] y', 'main go'],
    ['Unable “to” do，it', 'unable to do it'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('know where they stand', () => {
    const text = '  Loop (127.0.0.1:53) detected';
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Loop', 'detected']);
  });

  it('are at most four hundred of a line', () => {
    expect(wordsOf('word '.repeat(5_000))).toHaveLength(400);
  });
});
