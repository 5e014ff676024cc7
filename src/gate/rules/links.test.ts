import { describe, expect, it } from 'vitest';
import {
  type Edit,
  type Mistake,
  NOTHING,
  change,
  inBoth,
  printed,
  toldBy,
} from '../../../tests/support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const PAGES = 'runbooks/first/*.mdx';
const POSTMORTEM = 'postmortems/outage/en.mdx';
const REMEDY =
  'mend the spelling; a place of this page is `#s-…`, another runbook `/r/<ID>/#s-…`, others `https://…`';

const told = (...edits: Edit[]): string => toldBy('links', ...edits);

describe('a place on a page that names another', () => {
  it.each<[string, Edit, number, string]>([
    ['a branch of a step', change(PAGES, 'goto="escalate"', 'goto="s-ask"'), 33, 's-ask'],
    [
      'a branch to another runbook',
      change(PAGES, 'TEST-BOOT-002#s-see', 'TEST-BOOT-002#s-look'),
      47,
      'TEST-BOOT-002#s-look',
    ],
    ['an answer', change(PAGES, 'to="s-remove"', 'to="s-delete"'), 27, 's-delete'],
    [
      'an answer that leads to a runbook',
      change(PAGES, 'to="TEST-BOOT-002"', 'to="TEST-BOOT-009"'),
      28,
      'TEST-BOOT-009',
    ],
    ['a link in prose', change(PAGES, '](#s-remove)', '](#s-delete)'), 34, '#s-delete'],
    [
      'a link to another runbook',
      change(PAGES, '/r/TEST-BOOT-002/#s-see', '/r/TEST-BOOT-002/#s-look'),
      103,
      '/r/TEST-BOOT-002/#s-look',
    ],
    [
      'a link by its address on the site',
      change(PAGES, '/r/TEST-BOOT-002/#s-see', '/en/runbooks/second/'),
      103,
      '/en/runbooks/second/',
    ],
    ['a link that is not encrypted', change(PAGES, 'https://', 'http://'), 103, 'http://example.com/source'],
    ['a harmless line', change(PAGES, 'signature="sig-slow"', 'signature="sig-sloow"'), 100, 'sig-sloow'],
  ])('names one that exists: %s', (_, edit, line, target) => {
    expect(told(edit)).toBe(printed('links', ...inBoth(line, `\`${target}\` does not exist`, REMEDY)));
  });

  it.each([
    ['done', change(PAGES, 'goto="escalate"', 'goto="done"')],
    ['a whole runbook', change(PAGES, 'TEST-BOOT-002#s-see', 'TEST-BOOT-002')],
    ['a question', change(PAGES, 'to="TEST-BOOT-002"', 'to="q-disk"')],
    ['evidence', change(PAGES, '](#s-remove)', '](#ev-log)')],
    ['a claim', change(PAGES, '](#s-remove)', '](#c-guess)')],
    ['a signature', change(PAGES, '](#s-remove)', '](#sig-slow)')],
  ])('may name %s', (_, edit) => {
    expect(told(edit)).toBe(NOTHING);
  });
});

describe('a place in the data that names another', () => {
  it.each<[string, Edit, number, string]>([
    ['the step of a signature', change(YAML, 'step: s-look', 'step: s-watch'), 21, 's-watch'],
    ['the step of a tail', change(YAML, 'step: s-remove', 'step: s-watch'), 25, 's-watch'],
    [
      'what it can be confused with',
      change(YAML, '[TEST-BOOT-002]', '[TEST-BOOT-002, TEST-BOOT-009]'),
      53,
      'TEST-BOOT-009',
    ],
    [
      'the reference of a product',
      change(YAML, 'reference: ref-source', 'reference: ref-other'),
      13,
      'ref-other',
    ],
  ])('names one that exists: %s', (_, edit, line, target) => {
    expect(told(edit)).toContain(
      printed('links', [`${YAML}:${line}`, `\`${target}\` does not exist`, REMEDY]).split('\n\n')[1],
    );
  });

  it('says in both languages how to tell apart what it can be confused with', () => {
    expect(told(change(PAGES, /tells: .*\n/, ''))).toBe(
      printed(
        'links',
        ...inBoth(
          1,
          'nothing tells `TEST-BOOT-002` apart',
          'add `tells: { TEST-BOOT-002: … }` to the head: the line or fact that decides',
        ),
      ),
    );
  });
});

describe('a postmortem', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'uses steps that exist',
      change(POSTMORTEM, 'step="s-look"', 'step="s-watch"'),
      `${POSTMORTEM}:9`,
      '`TEST-BOOT-001#s-watch` does not exist',
      REMEDY,
    ],
    [
      'uses runbooks that exist',
      change(POSTMORTEM, 'runbook="TEST-BOOT-001"', 'runbook="TEST-BOOT-009"'),
      `${POSTMORTEM}:9`,
      '`TEST-BOOT-009#s-look` does not exist',
      REMEDY,
    ],
    [
      'links to runbooks that exist',
      change(POSTMORTEM, '/r/TEST-BOOT-001/', '/r/TEST-BOOT-009/'),
      `${POSTMORTEM}:12`,
      '`/r/TEST-BOOT-009/` does not exist',
      REMEDY,
    ],
    [
      'has no places of its own to link to',
      change(POSTMORTEM, '/r/TEST-BOOT-001/', '#s-look'),
      `${POSTMORTEM}:12`,
      '`#s-look` does not exist',
      REMEDY,
    ],
    [
      'lists runbooks that exist',
      change('postmortems/outage/postmortem.yaml', '[TEST-BOOT-001]', '[TEST-BOOT-009]'),
      'postmortems/outage/postmortem.yaml:4',
      '`TEST-BOOT-009` does not exist',
      REMEDY,
    ],
  ])('%s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('links', mistake));
  });
});
