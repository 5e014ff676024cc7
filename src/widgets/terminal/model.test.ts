import { describe, expect, it } from 'vitest';
import { read } from './job.ts';
import { type TerminalEvent, type TerminalState, emptyState, markAt, update } from './model.ts';

const CAST = [
  '{"version": 2, "width": 40, "height": 5}',
  '[0.5, "m", "s-one"]',
  '[1, "o", "one\\r\\n"]',
  '[10, "m", "s-two"]',
  '[11, "o", "two\\r\\n"]',
  '[12, "x", "0"]',
].join('\n');

const PAGES: TerminalEvent = { type: 'read', result: read(CAST), own: false };

const after = (state: TerminalState, ...events: TerminalEvent[]): TerminalState =>
  events.reduce(update, state);

const fresh = emptyState('en', false);

describe('the recording of a page', () => {
  it('is asked for when it is to be played, and plays once it is there', () => {
    const asked = after(fresh, { type: 'toggle' });
    expect(asked.phase).toBe('loading');
    expect(after(asked, PAGES)).toMatchObject({ phase: 'playing', position: 0 });
  });

  it('is shown at the time that was asked for before it was there', () => {
    expect(after(fresh, { type: 'seek', position: 5e6 }, PAGES)).toMatchObject({
      phase: 'paused',
      position: 5e6,
    });
  });

  it('is not asked for twice', () => {
    expect(after(fresh, { type: 'toggle' }, { type: 'toggle' }).phase).toBe('loading');
  });

  it('that cannot be had says so, and can be asked for again', () => {
    const failed = after(fresh, { type: 'toggle' }, { type: 'failed', message: '404' });
    expect(failed).toMatchObject({ phase: 'failed', message: '404' });
    expect(after(failed, { type: 'toggle' }).phase).toBe('loading');
  });
});

describe('playing', () => {
  const playing = after(fresh, { type: 'toggle' }, PAGES);

  it('goes on with time, faster if wanted', () => {
    expect(after(playing, { type: 'tick', elapsed: 100_000 }).position).toBe(100_000);
    expect(after(playing, { type: 'speed', speed: 4 }, { type: 'tick', elapsed: 100_000 }).position).toBe(
      400_000,
    );
  });

  it('shortens waits, unless that is not wanted', () => {
    const waiting = after(playing, { type: 'seek', position: 2.9e6 });
    expect(after(waiting, { type: 'tick', elapsed: 200_000 }).position).toBe(11e6);
    expect(after(waiting, { type: 'idle', skips: false }, { type: 'tick', elapsed: 200_000 }).position).toBe(
      3.1e6,
    );
  });

  it('waits as long on the clock of the wall at any speed', () => {
    const fast = after(playing, { type: 'speed', speed: 4 }, { type: 'seek', position: 8.9e6 });
    expect(after(fast, { type: 'tick', elapsed: 10_000 }).position).toBe(8.94e6);
    expect(after(fast, { type: 'tick', elapsed: 50_000 }).position).toBe(11e6);
  });

  it('stops when asked, when nobody looks, and at the end', () => {
    expect(after(playing, { type: 'toggle' }).phase).toBe('paused');
    expect(after(playing, { type: 'pause' }).phase).toBe('paused');
    const ended = after(playing, { type: 'seek', position: 99e6 });
    expect(ended).toMatchObject({ phase: 'ended', position: 12e6 });
    expect(after(ended, { type: 'toggle' })).toMatchObject({ phase: 'playing', position: 0 });
  });

  it('does not move while it is paused', () => {
    const paused = after(playing, { type: 'pause' });
    expect(after(paused, { type: 'tick', elapsed: 1e6 })).toBe(paused);
  });

  it('is sought by the arrows, within the recording', () => {
    expect(after(playing, { type: 'arrow', by: 1 }).position).toBe(5e6);
    expect(after(playing, { type: 'arrow', by: -1 }).position).toBe(0);
  });

  it('ends when less motion is asked for', () => {
    expect(after(playing, { type: 'still', still: true }).phase).toBe('paused');
  });
});

describe('stepping, where less motion is asked for', () => {
  const still = emptyState('en', true);

  it('goes from the end of one step to the end of the next, and nothing plays', () => {
    const one = after(still, { type: 'toggle' }, PAGES);
    expect(one).toMatchObject({ phase: 'paused', position: 10e6 - 1 });
    expect(one.recording && markAt(one.recording, one.position)).toBe(0);
    const two = after(one, { type: 'arrow', by: 1 });
    expect(two).toMatchObject({ phase: 'ended', position: 12e6 });
    expect(after(two, { type: 'arrow', by: -1 }).position).toBe(10e6 - 1);
    expect(after(one, { type: 'tick', elapsed: 1e6 }).position).toBe(10e6 - 1);
  });
});

describe('what a reader brings', () => {
  it('is shown, and played only when asked for', () => {
    const own = after(
      fresh,
      { type: 'source', source: CAST },
      { type: 'read', result: read(CAST), own: true },
    );
    expect(own).toMatchObject({ phase: 'paused', own: true, isStale: false });
    expect(own.recording?.lines.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(after(own, { type: 'source', source: `${CAST} ` }).isStale).toBe(true);
  });

  it('is told if it is no recording', () => {
    const none = after(
      fresh,
      { type: 'source', source: 'x' },
      { type: 'read', result: read('x'), own: true },
    );
    expect(none).toMatchObject({ phase: 'failed', own: true, recording: undefined });
    expect(none.problems.map(({ code }) => code)).toEqual(['no-header']);
  });

  it('is gone when it is cleared; speed stays', () => {
    const own = after(fresh, { type: 'speed', speed: 2 }, { type: 'read', result: read(CAST), own: true });
    expect(after(own, { type: 'source', source: '' })).toEqual({ ...fresh, speed: 2 });
  });
});
