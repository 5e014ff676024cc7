import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { splitLines } from '../text/index.ts';
import { readNamespaceRow } from './namespace-row.ts';

const read = (text: string): ReturnType<typeof readNamespaceRow> => {
  const [line] = splitLines(text);
  return line && readNamespaceRow(line);
};

describe('a row of kubectl get namespaces', () => {
  it.each([
    ['rook-ceph         Terminating   23h', 'rook-ceph', 'Terminating', '23h'],
    ['monitoring\tTerminating\t3d2h', 'monitoring', 'Terminating', '3d2h'],
    ['| shop | Terminating | 5y31d |', 'shop', 'Terminating', '5y31d'],
    ['default   Active   290d', 'default', 'Active', '290d'],
    ['shop   Active   12d   kubernetes.io/metadata.name=shop,team=a', 'shop', 'Active', '12d'],
    ['shop   Active   12d   <none>', 'shop', 'Active', '12d'],
  ])('%s', (text, name, status, age) => {
    const row = read(text);
    expect(row).toMatchObject({ name, status, age });
    expect(row && text.slice(row.nameSpan.from, row.nameSpan.to)).toBe(name);
  });

  it.each([
    ['the row of a pod', 'web-5c689d88bb-q7pzk   1/1   Terminating   0   3d2h'],
    ['the header', 'NAME              STATUS        AGE'],
    ['another status', 'shop   Pending   12d'],
    ['no age', 'shop   Terminating   soon'],
    ['an age that goes on', 'shop   Terminating   3d2h1m'],
    ['a name with capitals', 'Shop   Terminating   12d'],
    ['prose', 'the namespace is Terminating since 3d'],
    ['more columns', 'shop   Terminating   12d   a=b   c'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is looked for in anything without throwing', () => {
    fc.assert(
      fc.property(hostileText(['shop ', 'Terminating', ' 3d', '|', ' a=b']), (text) => {
        for (const line of splitLines(text)) readNamespaceRow(line);
      }),
    );
  });
});
