import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, printed, toldBy, write } from '../../../tests/support/content.ts';
import { parseLines } from './samples.ts';

const FIRST = 'runbooks/first/runbook.yaml';
const SECOND = 'runbooks/second/runbook.yaml';
const LOG = 'runbooks/first/samples/broken.log';
const MADE = '{ en: written for this test, zh: 为本测试而写 }';

const told = (...edits: Edit[]): string => toldBy('samples', ...edits);

describe('a sample', () => {
  it('says how it was made', () => {
    expect(told(write('runbooks/first/samples/new.log', 'x\n'))).toBe(
      printed('samples', [
        `${FIRST}:49`,
        '`samples/new.log` does not say how it was made',
        'declare it under `samples`, with `made`',
      ]),
    );
  });

  it('is there if it is declared', () => {
    const entry = `samples:\n  - file: gone.log\n    made: ${MADE}\n`;
    expect(told(change(FIRST, 'samples:\n', entry))).toBe(
      printed('samples', [
        `${FIRST}:49`,
        '`samples/gone.log` is not there',
        'add the file, or take the entry out',
      ]),
    );
  });

  it('may lie beside a folder, which is not looked into', () => {
    const makeFolder: Edit = (folder) => mkdirSync(join(folder, 'runbooks/second/samples/old'));
    expect(told(makeFolder)).toBe(NOTHING);
  });
});

describe('a sample that another runbook takes', () => {
  const taken = [
    change(LOG, 'I0614', 'the second thing is broken, louder than all\nI0614'),
    change(SECOND, "'the second thing is broken'", "'the second thing is broken, louder than all'"),
    change('runbooks/second/samples/second.log', 'is broken', 'is broken, louder than all'),
    change(SECOND, "'E: the second thing is broken'", "'E: the second thing is broken, louder than all'"),
  ];
  const mistake = [
    `${FIRST}:49`,
    '`samples/broken.log` is taken by `sig-second` of `second`',
    'make that signature more specific, or say that it may: `shared_with: [slug]` there, or `also: [slug]` here',
  ] as const;

  it('is told with the signature that takes it', () => {
    expect(told(...taken)).toBe(printed('samples', mistake));
  });

  it('is let through if its runbook says so', () => {
    expect(told(...taken, change(FIRST, 'try: true', 'also: [second]'))).toBe(NOTHING);
    expect(told(...taken, change(FIRST, 'try: true', 'also: [third]'))).toBe(printed('samples', mistake));
  });

  it('is let through if the signature says so', () => {
    expect(told(...taken, change(SECOND, '    hit:', '    shared_with: [first]\n    hit:'))).toBe(NOTHING);
    expect(told(...taken, change(SECOND, '    hit:', '    shared_with: [third]\n    hit:'))).toBe(
      printed('samples', mistake),
    );
  });

  it('brings its own runbook first, unless it says that it does not', () => {
    const weak = change(LOG, 'F0614', 'I0614');
    const strong = change(
      SECOND,
      '    role: cause',
      '    role: cause\n    level: fatal\n    shared_with: [first]',
    );
    const first = '`samples/broken.log` brings `second` first';
    expect(told(...taken, weak, strong)).toBe(
      printed('samples', [`${FIRST}:49`, first, 'make a signature more specific, or say so: `also: [slug]`']),
    );
    expect(told(...taken, weak, strong, change(FIRST, 'try: true', 'also: [second]'))).toBe(NOTHING);
  });
});

describe('evidence', () => {
  const PAGES = 'runbooks/first/*.mdx';
  const EN = 'runbooks/first/en.mdx';

  it.each([
    [
      'lines that the sample has',
      change(PAGES, 'lines="1-2"', 'lines="2-3"'),
      '2-3',
      '`samples/broken.log` has 2 lines',
    ],
    [
      'lines in their order',
      change(PAGES, 'lines="1-2"', 'lines="2-1"'),
      '2-1',
      '`samples/broken.log` has 2 lines',
    ],
    [
      'lines by their numbers',
      change(PAGES, 'lines="1-2"', 'lines="all"'),
      'all',
      '`samples/broken.log` has 2 lines',
    ],
    ['some lines', change(PAGES, ' lines="1-2"', ''), '', '`samples/broken.log` has 2 lines'],
    [
      'a sample that is there',
      change(PAGES, 'sample="broken.log"', 'sample="borken.log"'),
      '1-2',
      'there is no `samples/borken.log`',
    ],
  ])('quotes %s', (_, edit, lines, expected) => {
    expect(told(edit)).toBe(
      printed('samples', [
        `${EN}:19`,
        `evidence \`ev-log\` quotes \`${lines}\`, but ${expected}`,
        'quote lines as `lines="3"` or `lines="3-7"`',
      ]),
    );
  });

  it('may quote the last line, alone', () => {
    expect(told(change(PAGES, 'lines="1-2"', 'lines="2"'))).toBe(NOTHING);
  });
});

describe('lines that are quoted', () => {
  it.each([
    ['3', { from: 3, to: 3 }],
    ['3-7', { from: 3, to: 7 }],
    ['7-7', { from: 7, to: 7 }],
    ['0', undefined],
    ['0-2', undefined],
    ['7-3', undefined],
    ['3-', undefined],
    ['-3', undefined],
    ['3,7', undefined],
    [' 3', undefined],
    ['', undefined],
  ])('are read from `%s`', (text, lines) => {
    expect(parseLines(text)).toEqual(lines);
  });
});
