import { describe, expect, it } from 'vitest';
import { type StackState, emptyState, update } from './model.ts';
import { readStack } from './job.ts';

const QUIET = { progress: () => undefined };

const goroutine = (id: number, own = 'main.main'): string =>
  `goroutine ${id} [select]:\n${own}()\n\t/home/u/main.go:7 +0x1\n\n`;

async function answered(text: string): Promise<StackState> {
  const reading = update(emptyState('en'), { type: 'source', source: text });
  return update(reading, { type: 'answered', report: await readStack(text, QUIET) });
}

const MANY = ['main.a', 'main.b', 'main.c', 'main.d'].map((own, index) => goroutine(index + 1, own)).join('');

describe('the stack reader', () => {
  it('reads a text, and tells how far it is', () => {
    const state = update(emptyState('en'), { type: 'source', source: 'x' });
    expect(state.reading).toBe(0);
    expect(update(state, { type: 'progress', done: 1, total: 3 }).reading).toBe(33);
  });

  it('is empty again without a text, but still offers the paste of the page', () => {
    const offered = update(emptyState('en'), { type: 'offer', text: MANY });
    const cleared = update(update(offered, { type: 'source', source: 'x' }), {
      type: 'source',
      source: ' \n',
    });
    expect(cleared).toEqual({ ...emptyState('en'), offered: MANY });
  });

  it('shows what it read before until the next text is read', async () => {
    const before = await answered(MANY);
    const reading = update(before, { type: 'source', source: goroutine(9) });
    expect([reading.shown, reading.reading]).toEqual([before.shown, 0]);
    expect(update(reading, { type: 'show', wanted: { level: 'exact' } })).toBe(reading);
  });

  it('opens the few buckets of a crash, and none of a dump', async () => {
    expect((await answered(goroutine(1))).shown?.open.size).toBe(1);
    expect((await answered(MANY)).shown?.open.size).toBe(0);
  });

  it('opens and closes a bucket once', async () => {
    const state = await answered(MANY);
    const opened = update(state, { type: 'toggle', key: 'k', open: true });
    expect([...(opened.shown?.open ?? [])]).toEqual(['k']);
    expect(update(opened, { type: 'toggle', key: 'k', open: true })).toBe(opened);
    expect(update(opened, { type: 'toggle', key: 'k', open: false }).shown?.open.size).toBe(0);
  });

  it('goes to the first row where another level or state is asked for', async () => {
    const state = update(await answered(MANY), { type: 'show', wanted: { from: 50 } });
    expect(state.shown?.wanted).toEqual({ level: 'frames', state: '', from: 50 });
    const other = update(state, { type: 'show', wanted: { level: 'exact' } });
    expect(other.shown?.wanted).toEqual({ level: 'exact', state: '', from: 0 });
  });

  it('does not show a page that is no longer wanted', async () => {
    const state = await answered(MANY);
    const page = state.shown?.page;
    if (!page) throw new Error('no page');
    const other = update(state, { type: 'show', wanted: { level: 'exact' } });
    expect(update(other, { type: 'page', page })).toBe(other);
    const wanted = update(other, { type: 'page', page: { ...page, level: 'exact', rows: [] } });
    expect(wanted.shown?.page.rows).toEqual([]);
  });

  it.each([
    [{ type: 'cancel' } as const, 'cancelled'],
    [{ type: 'failed', message: 'out of memory' } as const, { failed: 'out of memory' }],
  ])('keeps the text where reading ends with %j', async (event, ended) => {
    const state = update(update(await answered(MANY), { type: 'source', source: 'x' }), event);
    expect(state).toMatchObject({ source: 'x', reading: undefined, shown: undefined, ended });
  });
});
