import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const CAST = 'runbooks/first/casts/boot.cast';
const HEADER = '{"version": 3, "term": {"cols": 80, "rows": 24}}';

const told = (...edits: Edit[]): string => toldBy('casts', ...edits);

const record =
  (...lines: string[]): Edit =>
  (folder) => {
    mkdirSync(join(folder, 'runbooks/first/casts'));
    writeFileSync(join(folder, CAST), `${lines.join('\n')}\n`);
  };

const declare = (more = ''): Edit =>
  change(
    YAML,
    'confused_with:',
    `casts:\n  - file: boot.cast\n    made: { en: written for this test, zh: 为本测试而写 }\n${more}\nconfused_with:`,
  );

const play = change('runbooks/first/*.mdx', '<AppliesTo>', '<Terminal file="boot.cast" />\n\n<AppliesTo>');

describe('a recording', () => {
  it('that is declared, played and whole is let through', () => {
    expect(told(record(HEADER, '[0.1, "m", "s-look"]', '[0.5, "o", "x"]'), declare(), play)).toBe(NOTHING);
  });

  it('says how it was made', () => {
    expect(told(record(HEADER), play)).toBe(
      printed('casts', [
        `${YAML}:1`,
        '`casts/boot.cast` does not say how it was made',
        'declare it under `casts`, with `made`',
      ]),
    );
  });

  it('is there if it is declared', () => {
    expect(told(declare())).toBe(
      printed('casts', [
        `${YAML}:54`,
        '`casts/boot.cast` is not there',
        'add the file, or take the entry out',
      ]),
    );
  });

  it('is played', () => {
    expect(told(record(HEADER), declare())).toBe(
      printed('casts', [
        `${YAML}:54`,
        '`casts/boot.cast` is played nowhere',
        'embed it: `<Terminal file="boot.cast" />`',
      ]),
    );
  });

  it('that a page plays is there', () => {
    expect(told(play)).toBe(
      printed(
        'casts',
        ...inBoth(
          21,
          '`<Terminal file="boot.cast">` plays a recording that is not there',
          'record it as `casts/boot.cast`, or name another',
        ),
      ),
    );
  });
});

describe('what is in a recording', () => {
  const remedy = 'record it again, or mend the line: docs.asciinema.org/manual/asciicast/v3';

  it.each([
    [
      'a header',
      ['hello'],
      1,
      'expected a header such as {"version": 2, "width": 80, "height": 24} in the first line, found `hello`',
      remedy,
    ],
    [
      'events',
      [HEADER, '[0, "o", "x"]', 'hello'],
      3,
      'expected an event such as [1.5, "o", "text"], found `hello`',
      remedy,
    ],
    [
      'times in their order',
      [HEADER, '[-1, "o", "x"]'],
      2,
      'expected a time that is not before the line above, found `-1`',
      remedy,
    ],
    [
      'markers that name steps',
      [HEADER, '[0, "m", "s-nowhere"]'],
      2,
      'the marker `s-nowhere` names no step of this runbook',
      'use the id of a step, such as `s-tail`',
    ],
    [
      'nothing that acts',
      [HEADER, '[0, "o", "\\u001b]52;c;cm0=\\u0007\\u001b]0;t\\u0007"]'],
      1,
      'expected text and what draws it, found sequences that act: clipboard, title',
      'take them out: a reader never gets them, and whoever plays the file elsewhere would',
    ],
  ] as const)('is %s', (_, lines, line, message, mend) => {
    expect(told(record(...lines), declare(), play)).toBe(
      printed('casts', [`${CAST}:${line}`, message, mend]),
    );
  });

  it('says that it is reconstructed where runbook.yaml says so, and nowhere else', () => {
    const tagged = record('{"version": 3, "term": {"cols": 80, "rows": 24}, "tags": ["reconstructed"]}');
    const mistake = (value: boolean): string =>
      printed('casts', [
        `${CAST}:1`,
        `the header's tags and \`reconstructed: ${value}\` of runbook.yaml do not agree`,
        'say in both that it is reconstructed, `"tags": ["reconstructed"]` here, or in neither',
      ]);
    const yes = declare('    reconstructed: true\n');
    expect(told(tagged, yes, play)).toBe(NOTHING);
    expect(told(tagged, declare(), play)).toBe(mistake(false));
    expect(told(record(HEADER), yes, play)).toBe(mistake(true));
  });
});
