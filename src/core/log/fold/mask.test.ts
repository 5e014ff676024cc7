import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { maskVariables } from './mask.ts';

describe('a message with its variables masked', () => {
  it.each([
    ['Failed to sync pod "web-7d4b9c6f5d-x2x7k_default" after 1m30s', 'Failed to sync pod "*" after *'],
    ['dial tcp 10.0.0.7:443: connect: connection refused', 'dial tcp *: connect: connection refused'],
    ['dial tcp [::1]:6443: connect: refused', 'dial tcp [::*]:*: connect: refused'],
    ['took 3.5 s, 50% of 10Mi', 'took * s, *% of *'],
    ['pod 8f14e45f-ceea-467f-a1d2-0123456789ab gone', 'pod * gone'],
    ['at 2026-11-21T09:02:49.986Z', 'at *'],
    ['pc=0xc000123456 n=-5', 'pc=* n=-*'],
    ['open /var/lib/kubelet/pods/x: no such file', 'open /*: no such file'],
    ['Get https://10.0.0.1:6443/api?limit=500: EOF', 'Get https://*?limit=*: EOF'],
    ['watch of *v1beta1.Ingress, k8s.io, sha256', 'watch of *v1beta1.Ingress, k8s.io, sha256'],
    ['pod web-0 in v1.20.2', 'pod web-* in v1.*'],
    ["can't find user 'bob' in `x`", "can't find user '*' in `*`"],
    ['"Failed to update" err="timeout" pod="a/b" n=3', '"Failed to update" err="*" pod="*" n=*'],
    ['not closed "a 12', 'not closed "a *'],
    ['', ''],
  ])('%s', (message, masked) => {
    expect(maskVariables(message)).toBe(masked);
  });

  it('is the same for lines of one print statement', () => {
    const line = fc.record({
      id: fc.uuid(),
      n: fc.nat(),
      ip: fc.ipV4(),
      text: fc.stringMatching(/^[a-z ]{0,20}$/),
    });
    const print = ({ id, n, ip, text }: { id: string; n: number; ip: string; text: string }): string =>
      `pod ${id} ("${text}") restarted ${n} times, last at ${ip}:${n}`;
    fc.assert(
      fc.property(line, line, (a, b) => {
        expect(maskVariables(print(a))).toBe(maskVariables(print(b)));
      }),
    );
  });

  it('is bounded, never throws, and has no digit but of names', () => {
    fc.assert(
      fc.property(
        hostileText(['10.0.0.1:80', '"x"', '0x1f', '/a/b', 'https://', 'abc-', 'v7x', '12ms']),
        (message) => {
          const masked = maskVariables(message);
          expect(masked.length).toBeLessThan(900);
          expect(masked).not.toMatch(/(^|[ "])\d/);
        },
      ),
    );
  });

  it.each([
    ['joints', (size: number) => '1.'.repeat(size)],
    ['quotes', (size: number) => ' "'.repeat(size)],
  ])('costs no more for a longer line: %s', (_, make) => {
    const task = (message: string): unknown => Array.from({ length: 300 }, () => maskVariables(message));
    expect(growth(task, make, 1000)).toBeLessThan(LINEAR);
  });
});
