import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { ownCopy } from './own-copy.ts';

describe('a copy in memory of its own', () => {
  it('is the same text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ownCopy(text) === text));
  });
});
