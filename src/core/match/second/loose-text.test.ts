import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { loosen } from './loose-text.ts';

describe('a text without what chats, terminals and editors change in it', () => {
  it.each([
    ['kubelet cgroup driver: "cgroupfs"', 'kubeletcgroupdriver:cgroupfs'],
    ['kubelet cgroup driver：“cgroupfs”', 'kubeletcgroupdriver:cgroupfs'],
    ['**Failed**  to\n\tlist `*v1.Pod`', 'failedtolistv1.pod'],
    ['err="a \\"b\\""', 'err=ab'],
    ['（［::1］）', '([::1])'],
    ['错误。', '错误.'],
    ['', ''],
  ])('%j', (source, text) => {
    expect(loosen(source).text).toBe(text);
  });

  it('leads each character back to one that says the same', () => {
    fc.assert(
      fc.property(hostileText(['a B', '“x”', '：', '\\"', '1.2']), (source) => {
        const { text, at } = loosen(source);
        expect(at).toHaveLength(text.length);
        [...at.keys()].forEach((index) =>
          expect(loosen(source.charAt(at[index] ?? 0)).text).toBe(text.charAt(index)),
        );
      }),
    );
  });
});
