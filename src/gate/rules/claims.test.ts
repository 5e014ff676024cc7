import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';
import { CONFIDENCES } from './claims.ts';

const PAGES = 'runbooks/first/*.mdx';

const told = (...edits: Edit[]): string => toldBy('claims', ...edits);

describe('a claim', () => {
  it.each<[string, Edit, string, string]>([
    [
      'says how sure it is, in a word that is known',
      change(PAGES, 'confidence="proven"', 'confidence="certain"'),
      'expected a confidence, found `certain`',
      'use one of proven, reproduced, observed, correlated, guess, false',
    ],
    [
      'says how sure it is',
      change(PAGES, ' confidence="proven"', ''),
      'expected a confidence, found ``',
      'use one of proven, reproduced, observed, correlated, guess, false',
    ],
    [
      'shows why',
      change(PAGES, ' evidence="ev-log" refs="ref-source"', ''),
      'no evidence',
      'name it: `evidence="ev-…"` or `refs="ref-…"`; without any it is `confidence="guess"`',
    ],
    [
      'names evidence of the page',
      change(PAGES, 'evidence="ev-log"', 'evidence="ev-log ev-other"'),
      'there is no evidence `ev-other` on the page',
      'add `<Evidence id="…">`, or name another',
    ],
    [
      'names references that there are',
      change(PAGES, 'refs="ref-source"', 'refs="ref-other ref-source"'),
      'there is no reference `ref-other`',
      'add it to `references` in runbook.yaml',
    ],
  ])('%s', (_, edit, message, remedy) => {
    expect(told(edit)).toBe(printed('claims', ...inBoth(95, `claim \`c-disk\`: ${message}`, remedy)));
  });

  it.each(CONFIDENCES)('may be called %s', (confidence) => {
    expect(told(change(PAGES, 'confidence="proven"', `confidence="${confidence}"`))).toBe(NOTHING);
  });

  it.each(['evidence="ev-log"', 'refs="ref-source"'])('may show one thing only: %s', (one) => {
    expect(told(change(PAGES, 'evidence="ev-log" refs="ref-source"', one))).toBe(NOTHING);
  });

  it.each(['proven', 'false', 'correlated'])(
    'may not stand alone as %s, which only a guess may',
    (confidence) => {
      expect(told(change(PAGES, 'confidence="guess"', `confidence="${confidence}"`))).toContain(
        'claim `c-guess`: no evidence',
      );
    },
  );
});
