import { describe, expect, it } from 'vitest';
import { WrongUse } from './command.ts';
import { builtPack } from './pack.ts';

describe('a built pack that kb finds', () => {
  it.each([
    [
      'of another version',
      '{"format":"faultbook-pack-0","runbooks":[]}',
      'expected a pack of format `faultbook-pack-1`, found "faultbook-pack-0"',
    ],
    ['that is cut', '{"format":', 'expected a pack as JSON, found a text that is none or is cut'],
    [
      'that is malformed',
      '{"format":"faultbook-pack-1","runbooks":[7]}',
      'expected a runbook as `runbooks[0]`, found 7',
    ],
  ])('%s is refused in words, with what to do', (_, json, words) => {
    expect(() => builtPack(json)).toThrow(WrongUse);
    expect(() => builtPack(json)).toThrow(`dist/pack.json: ${words}; build it anew: npm run build`);
  });
});
