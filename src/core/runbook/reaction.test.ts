import { describe, expect, it } from 'vitest';
import { type Reactions, reactionOf } from './reaction.ts';

const REACTIONS: Reactions = {
  recommended: { table: ['no-backend', 'leftover'], log: ['refused'] },
  spared: { table: ['all-well', 'cut'] },
};

describe('a step', () => {
  it.each<[string, Record<string, string[]>, unknown]>([
    ['says nothing while nothing is found', {}, undefined],
    [
      'says nothing of a finding that it does not speak of',
      { table: ['other'], board: ['no-backend'] },
      undefined,
    ],
    [
      'is recommended by one finding',
      { table: ['other', 'leftover'] },
      { kind: 'recommended', because: [{ widget: 'table', finding: 'leftover' }] },
    ],
    [
      'names every finding that recommends it, of whichever widget',
      { log: ['refused'], table: ['leftover', 'no-backend'] },
      {
        kind: 'recommended',
        because: [
          { widget: 'table', finding: 'no-backend' },
          { widget: 'table', finding: 'leftover' },
          { widget: 'log', finding: 'refused' },
        ],
      },
    ],
    [
      'is spared',
      { table: ['all-well'] },
      { kind: 'spared', because: [{ widget: 'table', finding: 'all-well' }] },
    ],
    [
      'is recommended where one finding recommends and another spares it',
      { table: ['cut'], log: ['refused'] },
      { kind: 'recommended', because: [{ widget: 'log', finding: 'refused' }] },
    ],
    ['says nothing any more when its widget is cleared', { table: [] }, undefined],
  ])('%s', (_, found, reaction) => {
    expect(reactionOf(REACTIONS, new Map(Object.entries(found)))).toEqual(reaction);
  });
});
