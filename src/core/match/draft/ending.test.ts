import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { endingAt } from './ending.ts';

describe('how a message ends', () => {
  it.each([
    [
      'with the connection that failed',
      'failed to list: Get "https://a/b": dial tcp 10.0.0.7:443: connect: refused',
      'dial tcp 10.0.0.7:443: connect: refused',
    ],
    ['with a lookup', 'Get "https://a/b": lookup tcp/a: no such host', 'lookup tcp/a: no such host'],
    [
      'with the last error of a chain',
      'etcdserver: mvcc: database space exceeded',
      'database space exceeded',
    ],
    ['with a short one', 'failed to renew lease: EOF', 'EOF'],
    ['with the one before what is no message', 'exit: status: 1', 'status: 1'],
    ['as it is, where it wraps nothing', 'the disk is full', 'the disk is full'],
    ['as it is, where it is empty', '', ''],
  ])('%s', (_, message, ending) => {
    expect(message.slice(endingAt(message))).toBe(ending);
  });

  it('is found in time in proportion to the message', () => {
    expect(growth(endingAt, (size) => ': '.repeat(size / 2), 20_000)).toBeLessThan(LINEAR);
  });
});
