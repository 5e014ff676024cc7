import { describe, expect, it } from 'vitest';
import type { LogEntry, Severity } from '../../core/log/index.ts';
import type { ReaderPart, Row } from './job.ts';
import { type ReaderEvent, type ReaderState, WINDOW, emptyState, update, windowEnd } from './model.ts';

const row = (number: number, severity?: Severity): Row => ({
  entries: [
    { number, lines: 1, kind: 'header', message: 'x', ...(severity ? { severity } : {}) } as LogEntry,
  ],
  times: 1,
});

const part = (rows: readonly Row[]): ReaderPart =>
  ({ summary: { lines: rows.length, severities: [] }, rows, dropped: 0 }) as unknown as ReaderPart;

const after = (...events: readonly ReaderEvent[]): ReaderState => events.reduce(update, emptyState('en'));

/** Errors on lines 5, 250 and 900 of a thousand. */
const ROWS = Array.from({ length: 1_000 }, (_, index) =>
  row(index + 1, [5, 250, 900].includes(index + 1) ? 'error' : 'info'),
);
const READ: readonly ReaderEvent[] = [
  { type: 'text', text: 'a log' },
  { type: 'answered', part: part(ROWS) },
];
const NEXT: ReaderEvent = { type: 'jump', by: 1 };
const BEFORE: ReaderEvent = { type: 'jump', by: -1 };

describe('the way from error to error', () => {
  it.each<[string, readonly ReaderEvent[], number | undefined]>([
    ['begins with the first', [NEXT], 5],
    ['goes on', [NEXT, NEXT], 250],
    ['comes round at the end', [NEXT, NEXT, NEXT, NEXT], 5],
    ['leads back', [NEXT, NEXT, BEFORE], 5],
    ['comes round at the start', [BEFORE], 900],
    ['begins where the window stands', [{ type: 'move', start: 300 }, NEXT], 900],
    ['is of what the filter lets through', [{ type: 'filter', filter: { least: 'fatal' } }, NEXT], undefined],
  ])('%s', (_, events, chosen) => {
    const state = after(...READ, ...events);
    expect(state.chosen).toBe(chosen);
    if (chosen === undefined) return;
    expect(state.start).toBeLessThan(chosen);
    expect(windowEnd(ROWS, state.start)).toBeGreaterThanOrEqual(chosen);
  });

  it('leaves the window where it stands if the error is in it', () => {
    expect(after(...READ, NEXT).start).toBe(0);
    expect(after(...READ, NEXT, NEXT).start).toBeGreaterThan(WINDOW);
  });
});

describe('the states of the log reader', () => {
  it('a text without a word in it is no result, and is kept', () => {
    const state = after(...READ, { type: 'text', text: ' \n\n' });
    expect(state.phase.kind).toBe('blank');
    expect(state.source).toEqual({ kind: 'text', text: ' \n\n' });
  });

  it('a file without a byte is no result', () => {
    expect(after({ type: 'file', file: new File([], 'a.log'), count: 1 }).phase.kind).toBe('blank');
  });

  it('nothing at all is the start', () => {
    expect(after(...READ, { type: 'text', text: '' })).toEqual(emptyState('en'));
  });

  it('what was cancelled before its first part says so; behind it, what was read stays', () => {
    expect(after({ type: 'text', text: 'a' }, { type: 'cancel' }).phase.kind).toBe('cancelled');
    expect(after(...READ, { type: 'text', text: 'b' }, { type: 'cancel' }).phase.kind).toBe('cancelled');
    const events: readonly ReaderEvent[] = [
      { type: 'text', text: 'a' },
      { type: 'progress', done: 1, total: 4 },
      { type: 'part', part: part([row(1)]) },
      { type: 'cancel' },
    ];
    expect(after(...events).phase).toMatchObject({
      kind: 'result',
      stoppedAt: 25,
      report: { rows: [row(1)] },
    });
  });

  it('the result before is shown dimmed until the first part of the next', () => {
    const edited = after(...READ, { type: 'text', text: 'b' });
    expect(edited).toMatchObject({ stale: true, phase: { report: { rows: ROWS } } });
    const next = update(edited, { type: 'part', part: part([row(7)]) });
    expect(next).toMatchObject({ stale: false, phase: { report: { rows: [row(7)] } } });
  });

  it('a part that comes after the reader has stopped is not heard', () => {
    const stopped = after({ type: 'text', text: 'a' }, { type: 'cancel' });
    expect(update(stopped, { type: 'part', part: part(ROWS) })).toBe(stopped);
  });
});
