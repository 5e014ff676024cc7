import { describe, expect, it } from 'vitest';
import { type Edit, type Mistake, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';

const PAGES = 'runbooks/first/*.mdx';

const SHAPE = 'use lower-case ASCII letters, digits and hyphens; the id is part of a permanent address';
const OWN = 'give it an id of its own';

describe('the id of a place on a page', () => {
  it.each<[string, Edit, number, string]>([
    [
      'a step',
      change(PAGES, 'id="s-look"', 'id="look"'),
      33,
      'expected an id such as `s-some-words`, found `look`',
    ],
    [
      'evidence',
      change(PAGES, 'id="ev-log"', 'id="ev-Log"'),
      19,
      'expected an id such as `ev-some-words`, found `ev-Log`',
    ],
    [
      'a claim',
      change(PAGES, 'id="c-guess"', 'id="c-"'),
      96,
      'expected an id such as `c-some-words`, found `c-`',
    ],
    [
      'a question',
      change(PAGES, 'id="q-disk"', 'id="q-磁盘"'),
      26,
      'expected an id such as `q-some-words`, found `q-磁盘`',
    ],
  ])('has the prefix and the shape of its kind: %s', (_, edit, line, message) => {
    expect(toldBy('ids', edit)).toBe(printed('ids', ...inBoth(line, message, SHAPE)));
  });

  it('is not missing', () => {
    expect(toldBy('ids', change(PAGES, ' id="c-guess"', ''))).toBe(
      printed('ids', ...inBoth(96, 'expected an id such as `c-some-words`, found ``', SHAPE)),
    );
  });

  it('stands once', () => {
    expect(toldBy('ids', change(PAGES, 'id="c-guess"', 'id="c-disk"'))).toBe(
      printed('ids', ...inBoth(96, '`c-disk` stands twice on the page', OWN)),
    );
  });
});

describe('the id of an entry', () => {
  it.each<[string, Edit[], ...Mistake]>([
    [
      'of a runbook, as where a folder was copied',
      [
        change('runbooks/second/runbook.yaml', 'TEST-BOOT-002', 'TEST-BOOT-001'),
        change('runbooks/first/*.mdx', '#s-see', '#s-look'),
      ],
      'runbooks/second/runbook.yaml:1',
      '`TEST-BOOT-001` is the id of content/runbooks/first/runbook.yaml already',
      'give it a number that was never used',
    ],
    [
      'of a signature',
      [change('runbooks/first/runbook.yaml', 'id: sig-slow', 'id: sig-broken')],
      'runbooks/first/runbook.yaml:34',
      'two signatures are called `sig-broken`',
      OWN,
    ],
  ])('is given once: %s', (_, edits, ...mistake) => {
    expect(toldBy('ids', ...edits)).toBe(printed('ids', mistake));
  });
});
