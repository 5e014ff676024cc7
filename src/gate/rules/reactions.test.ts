import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, printed, told } from '../../../tests/support/content.ts';
import { WIDGETS } from '../extract.ts';
import { WIDGET_FINDINGS } from '../widget-findings.ts';

const YAML = 'runbooks/second/runbook.yaml';
const STACK = (WIDGET_FINDINGS['stack']?.findings ?? []).map((id) => `\`${id}\``).join(', ');
const NAMES = Object.keys(WIDGET_FINDINGS)
  .map((name) => `\`${name}\``)
  .join(', ');

/** The lines of `steps`; the first of them is line 31. */
const steps = (...rows: string[]): Edit =>
  change(YAML, 'references:\n', `steps:\n${rows.map((row) => `  ${row}\n`).join('')}references:\n`);

const GOOD = '- { id: s-see, recommended: { stack: [duplicate-proven] }, spared: { stack: [two-owners] } }';

describe('a step that reacts to findings', () => {
  it('is told nothing where step, widget and finding exist', () => {
    expect(told(steps(GOOD))).toBe(NOTHING);
  });

  it.each<[string, Edit[], number, string, string]>([
    [
      'is a step of the page',
      [steps('- { id: s-sea, recommended: { stack: [no-list] } }')],
      31,
      '`s-sea` is no step of this page',
      'mend the spelling, or take the row out',
    ],
    [
      'has one row',
      [steps(GOOD, '- { id: s-see, recommended: { stack: [no-list] } }')],
      32,
      '`s-see` has two rows',
      'write one: `recommended` and `spared` stand in it together',
    ],
    [
      'names a widget that tells findings',
      [steps('- id: s-see', '  recommended:', '    stock: [no-list]')],
      33,
      '`stock` is no widget that tells findings',
      `expected one of ${NAMES}`,
    ],
    [
      'names a widget that stands in the page',
      [
        steps('- id: s-see', '  spared:', '    stack: [no-list]'),
        change('runbooks/second/*.mdx', '<StackReader', '<DelveRebuilder'),
      ],
      33,
      'the widget `stack` is not on this page',
      'embed `<StackReader>`, or the step never reacts',
    ],
    [
      'names a finding that the widget can tell',
      [steps('- id: s-see', '  recommended:', '    stack:', '      - no-list', '      - nolist')],
      35,
      '`nolist` is no finding of `stack`',
      `expected one of ${STACK}`,
    ],
    [
      'is not recommended and spared by the same finding',
      [steps('- id: s-see', '  recommended: { stack: [no-list] }', '  spared:', '    stack: [no-list]')],
      34,
      '`no-list` both recommends and spares `s-see`',
      'decide which',
    ],
  ])('%s', (_, edits, line, message, remedy) => {
    expect(told(...edits)).toBe(printed('reactions', [`${YAML}:${line}`, message, remedy]));
  });

  it('says at least what it reacts to', () => {
    expect(told(steps('- { id: s-see, recommended: { stack: [] } }'))).toContain(
      `${YAML}:31  [schema] \`steps.0.recommended.stack\``,
    );
  });
});

describe('the table of findings', () => {
  it.each(Object.entries(WIDGET_FINDINGS))('has of %s each id once, and its component', (_, row) => {
    expect(WIDGETS).toContain(row.component);
    expect(new Set(row.findings).size).toBe(row.findings.length);
    for (const id of row.findings) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});
