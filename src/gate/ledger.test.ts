import { describe, expect, it } from 'vitest';
import {
  type Edit,
  NOTHING,
  change,
  printed,
  remove,
  told,
  withContent,
  write,
} from '../../tests/support/content.ts';
import { LEDGER, enterIds, readLedger } from './index.ts';

const FILE = 'step-ledger.json';
const PAGES = 'runbooks/first/*.mdx';

const STATES = 'each id is "published", { "alias": id } or { "retired": why }';

/** The step `s-save` gets another name, everywhere. */
const renamed: readonly Edit[] = [
  change(PAGES, 'id="s-save"', 'id="s-store"'),
  change(PAGES, 'backup="s-save"', 'backup="s-store"'),
  change(FILE, '"TEST-BOOT-001#s-save"', '"TEST-BOOT-001#s-store": "published",\n    "TEST-BOOT-001#s-save"'),
];

const savedAs = (state: string): Edit => change(FILE, '#s-save": "published"', `#s-save": ${state}`);

describe('an id that was published', () => {
  it('does not vanish without a word', () => {
    expect(told(...renamed)).toBe(
      printed('ledger', [
        `${FILE}:1`,
        '`TEST-BOOT-001#s-save` was published and is gone',
        'bring it back, or write { "alias": "the id that took over" } or { "retired": "why" } in its place',
      ]),
    );
  });

  it('may be an alias of the one that took over', () => {
    expect(told(...renamed, savedAs('{ "alias": "TEST-BOOT-001#s-store" }'))).toBe(NOTHING);
  });

  it('is no alias of one that is not there', () => {
    expect(told(...renamed, savedAs('{ "alias": "TEST-BOOT-001#s-sotre" }'))).toBe(
      printed('ledger', [
        `${FILE}:1`,
        '`TEST-BOOT-001#s-save` is an alias of `TEST-BOOT-001#s-sotre`, which does not exist',
        'name an id that is published',
      ]),
    );
  });

  it('may be retired, with a reason', () => {
    expect(told(...renamed, savedAs('{ "retired": "nobody saves data any more" }'))).toBe(NOTHING);
    expect(told(...renamed, savedAs('{ "retired": "old" }'))).toContain(STATES);
  });
});

describe('an id that is new', () => {
  it('is to be entered', () => {
    expect(told(change(FILE, '    "TEST-BOOT-001#c-disk": "published",\n', ''))).toBe(
      printed('ledger', [
        `${FILE}:1`,
        '1 published ids are not entered, `TEST-BOOT-001#c-disk` first',
        'run `npm run format`, which enters new ids, and commit the ledger',
      ]),
    );
  });

  it('is entered beside the others, of which none is taken out or changed', () => {
    const before = {
      ids: {
        'TEST-BOOT-001#s-old': { alias: 'TEST-BOOT-001#s-look' },
        'TEST-BOOT-001#s-look': { retired: 'it came back since' },
        'GONE-BOOT-001': 'published' as const,
      },
    };
    const { ids } = withContent([], (content) => enterIds(content, before));
    expect(ids).toMatchObject(before.ids);
    expect(Object.keys(ids)).toEqual(Object.keys(ids).sort());
    expect(Object.keys(ids)).toEqual(
      expect.arrayContaining([
        'PM-2026-001',
        'TEST-BOOT-001',
        'TEST-BOOT-001#sig-slow',
        'TEST-BOOT-002#s-see',
      ]),
    );
  });

  it('is all there is where no ledger was written yet', () => {
    expect(told(remove(FILE))).toContain('14 published ids are not entered, `PM-2026-001` first');
    withContent([remove(FILE)], (content) => {
      const { ledger } = readLedger(content.root);
      expect(ledger && Object.keys(enterIds(content, ledger).ids)).toHaveLength(14);
    });
  });
});

describe('a ledger', () => {
  it.each([
    ['cut', '{"ids":'],
    ['of another shape', '[]'],
    ['with an unknown state', '{"ids":{"TEST-BOOT-001":"gone"}}'],
    ['with further keys', '{"ids":{},"version":2}'],
  ])('that is %s is told with what it may hold', (_, text) => {
    const findings = told(write(FILE, text));
    expect(findings).toMatch(new RegExp(`^1 mistake in the content:\n\n${LEDGER}:1  \\[ledger\\] .+`));
    expect(findings).toContain(`→ ${STATES}`);
  });

  it('is asked only once nothing else is wrong', () => {
    expect(told(remove(FILE), change(PAGES, 'timebox="2m"', ''))).not.toContain('[ledger]');
  });
});
