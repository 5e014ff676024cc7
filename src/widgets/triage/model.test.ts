import { describe, expect, it } from 'vitest';
import { type Triage, type TriageEvent, emptyTriage, update } from './model.ts';

const FILE = new File(['x'], 'a.log');

const after = (...events: readonly TriageEvent[]): Triage => events.reduce(update, emptyTriage('en', '', ''));

describe('requests since the paste', () => {
  it.each<[string, TriageEvent, number]>([
    ['a paste', { type: 'text', text: 'E1121', fresh: true }, 0],
    ['a file', { type: 'file', file: FILE, count: 1 }, 0],
    ['a letter that is typed', { type: 'text', text: 'E1121', fresh: false }, 3],
  ])('are counted anew with %s, and on with what is typed', (_, event, requests) => {
    expect(after({ type: 'requests', count: 3 }, event).requests).toBe(requests);
  });
});
