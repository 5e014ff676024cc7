import { describe, expect, it } from 'vitest';
import { PAUSED, effectsAfter, pausedEffects } from './blast-radius.ts';
import { FINDING_WORDS, MODE_WORDS, RUN_ON_WORDS } from './words.ts';

describe('what a breakpoint does', () => {
  it.each(Object.keys(PAUSED))(
    'is told in the order of time, with a source for each number: %s',
    (program) => {
      const effects = pausedEffects(program, true);
      const times = effects.map(({ after }) => after);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0]).toBe(0);
      for (const { source, what } of effects) {
        expect(source).not.toBe('');
        expect(what.en).not.toBe(what.zh);
      }
    },
  );

  it('costs the leaders their lease after 10 s, a node after 40 s, and the container after eight probes of 15 s', () => {
    expect(pausedEffects('kube-apiserver', true).map(({ after }) => after)).toEqual([0, 10, 15, 40, 45, 120]);
    expect(pausedEffects('kube-controller-manager', true).map(({ after }) => after)).toEqual([
      0, 10, 15, 120,
    ]);
  });

  it('has no probe for a process that was started by hand', () => {
    for (const program of Object.keys(PAUSED)) {
      expect(pausedEffects(program, false).some(({ watched }) => watched)).toBe(false);
    }
  });

  it('is not known of other programs', () => {
    for (const program of ['nginx', '', 'toString', '__proto__'])
      expect(pausedEffects(program, true)).toEqual([]);
  });

  it.each([
    [0, 1, 10],
    [9.9, 1, 10],
    [10, 2, 15],
    [119, 5, 120],
    [120, 6, undefined],
    [9_999, 6, undefined],
  ])('after %d s: %i have happened, the next is at %s', (seconds, passed, next) => {
    const state = effectsAfter(pausedEffects('kube-apiserver', true), seconds);
    expect([state.passed, state.next?.after]).toEqual([passed, next]);
  });
});

describe('the words about Delve', () => {
  it('say everything in both languages', () => {
    for (const words of [FINDING_WORDS, MODE_WORDS, RUN_ON_WORDS]) {
      for (const { en, zh } of Object.values(words)) {
        expect(en).toMatch(/^[ -~‘’“”—]+$/);
        expect(zh).toMatch(/[一-鿿]/);
        for (const text of [en, zh]) expect(text.split('`').length % 2).toBe(1);
      }
    }
  });
});
