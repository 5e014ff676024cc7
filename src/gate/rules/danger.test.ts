import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';

const PAGES = 'runbooks/first/*.mdx';

const told = (...edits: Edit[]): string => toldBy('danger', ...edits);

const withoutRollback = change(PAGES, /<Rollback>[^]*<\/Rollback>/, '');

describe('a dangerous step', () => {
  it.each<[string, Edit[], number, string, string]>([
    [
      'says how dangerous it is',
      [change(PAGES, ' danger={0}', '')],
      33,
      'step `s-look`: expected `danger={0}` to `danger={4}`',
      'say how dangerous the step is; 0 reads only',
    ],
    [
      'says it on the scale',
      [change(PAGES, 'danger={0}', 'danger={5}')],
      33,
      'step `s-look`: expected `danger={0}` to `danger={4}`',
      'say how dangerous the step is; 0 reads only',
    ],
    [
      'has a way back from 2 on',
      [change(PAGES, 'danger={1}', 'danger={2}')],
      47,
      'step `s-save`: danger 2 without a way back',
      'add `<Rollback>` with the commands that undo it, or `<NoRollback because="…" />`',
    ],
    [
      'says who notices from 3 on',
      [change(PAGES, 'danger={4}', 'danger={3}'), change(PAGES, /<Notice.*\/>/, '')],
      59,
      'step `s-remove`: danger 3 without who notices',
      'add `<Notice who="…" />`: who feels it, and how',
    ],
    [
      'names at 4 the step that saves the data',
      [change(PAGES, ' backup="s-save"', '')],
      59,
      'step `s-remove`: danger 4 without a backup in front of it',
      'name the earlier step that saves the data: `backup="s-…"`',
    ],
    [
      'names one that comes before it, and not itself',
      [change(PAGES, 'backup="s-save"', 'backup="s-remove"')],
      59,
      'step `s-remove`: danger 4 without a backup in front of it',
      'name the earlier step that saves the data: `backup="s-…"`',
    ],
  ])('%s', (_, edits, line, message, remedy) => {
    expect(told(...edits)).toBe(printed('danger', ...inBoth(line, message, remedy)));
  });

  it('may say why there is no way back', () => {
    expect(told(withoutRollback)).toContain('step `s-remove`: danger 4 without a way back');
    const because = change(PAGES, '<Notice', '<NoRollback because="the data is gone" />\n\n<Notice');
    expect(told(withoutRollback, because)).toBe(NOTHING);
  });

  it('has to say why', () => {
    const because = change(PAGES, '<Notice', '<NoRollback />\n\n<Notice');
    expect(told(withoutRollback, because)).toContain('step `s-remove`: danger 4 without a way back');
  });

  it('needs nothing of that while it only reads', () => {
    expect(told(change(PAGES, 'danger={0}', 'danger={1}'))).toBe(NOTHING);
  });
});
