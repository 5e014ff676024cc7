import { describe, expect, it } from 'vitest';
import type { TriagePart } from './job.ts';
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

describe('the answer about the text before', () => {
  const part = (total: number): TriagePart => ({ lines: [], total }) as unknown as TriagePart;
  const read = [
    { type: 'text', text: 'one', fresh: true },
    { type: 'answered', part: part(1) },
    { type: 'text', text: 'one!', fresh: false },
  ] as const satisfies readonly TriageEvent[];

  it('stays until there is one about this, and is none of it', () => {
    expect(after(...read).phase).toMatchObject({ kind: 'reading', before: { total: 1 } });
    expect(after(...read, { type: 'text', text: 'one!!', fresh: false }).phase).toMatchObject({
      before: { total: 1 },
    });
    expect(after(...read, { type: 'part', part: part(2) }).phase).toMatchObject({ result: { total: 2 } });
    expect(after(...read, { type: 'answered', part: part(2) }).phase).toEqual({
      kind: 'result',
      result: part(2),
      shown: 200,
    });
  });

  it('goes with the text', () => {
    expect(after(...read, { type: 'cancel' }).phase).toEqual({ kind: 'empty' });
    expect(after(...read, { type: 'clear' }).phase).toEqual({ kind: 'empty' });
  });
});
