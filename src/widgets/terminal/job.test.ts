import { describe, expect, it } from 'vitest';
import { read } from './job.ts';

describe('a recording that is to be played', () => {
  it('has nothing in it that acts, also where a sequence is split over events', () => {
    const { recording, problems } = read(
      [
        '{"version": 3, "term": {"cols": 20, "rows": 5}, "title": "t"}',
        '[1, "o", "a\\u001b]52;c;"]',
        '[1, "o", "cm0=\\u0007b"]',
        '[1, "o", "\\u001b]0;t\\u0007"]',
        '[1, "i", "typed"]',
        '[1, "r", "30x6"]',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(recording?.events).toEqual([
      { at: 1e6, text: 'a' },
      { at: 2e6, text: 'b' },
      { at: 5e6, columns: 30, rows: 6 },
    ]);
    expect(recording).toMatchObject({ title: 't', duration: 5e6, leftOut: { clipboard: 1, title: 1 } });
  });

  it('is none if it cannot be read', () => {
    expect(read('x').recording).toBeUndefined();
  });
});
