import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, inBoth, printed, told, toldBy } from '../../../tests/support/content.ts';
import { SECTIONS } from './steps.ts';

const EN = 'runbooks/first/en.mdx';
const PAGES = 'runbooks/first/*.mdx';
const ORDER = `the order is ${SECTIONS.join(', ')}`;

const rename = (file: string, from: string, to: string): Edit[] => [
  change(file, `<${from}>`, `<${to}>`),
  change(file, `</${from}>`, `</${to}>`),
];

describe('a page', () => {
  it.each(SECTIONS)('has the section <%s>', (name) => {
    expect(told(...rename(EN, name, 'Detour'))).toContain(
      `${EN}:1  [structure] expected a section \`<${name}>\`, found none\n    → write it; ${ORDER}\n`,
    );
  });

  it('has its sections in the order in which a reader in trouble needs them', () => {
    const swapped = [
      ...rename(PAGES, 'AppliesTo', 'Later'),
      ...rename(PAGES, 'Impact', 'AppliesTo'),
      ...rename(PAGES, 'Later', 'Impact'),
    ];
    expect(told(...swapped)).toBe(
      printed('structure', ...inBoth(23, 'section `<AppliesTo>` is out of order', ORDER)),
    );
  });

  it('has its evidence as text', () => {
    expect(told(change(PAGES, '<Prevent>', '<Prevent>![log](https://example.com/log.png) '))).toBe(
      printed(
        'structure',
        ...inBoth(
          103,
          'an image as evidence cannot be searched or copied',
          'write the text that it shows, as `<Evidence>`',
        ),
      ),
    );
  });
});

describe('a step', () => {
  it.each<[string, Edit, number, string, string]>([
    [
      'has a title',
      change(PAGES, /title="[^"]+" /, ''),
      33,
      'step `s-look` has no title',
      'start it with a verb',
    ],
    [
      'has a time box',
      change(PAGES, ' timebox="2m"', ''),
      33,
      'step `s-look` has no time box',
      'add `timebox="5m"`: after that, go on or escalate',
    ],
    [
      'has a time box with a unit',
      change(PAGES, 'timebox="2m"', 'timebox="2"'),
      33,
      'step `s-look` has no time box',
      'add `timebox="5m"`: after that, go on or escalate',
    ],
    [
      'has a command or a widget',
      change(PAGES, /<Cmd where="laptop">[^]*?<\/Cmd>/, ''),
      47,
      'step `s-save` has neither command nor widget',
      'a step that says "check" must say with what: add `<Cmd>`',
    ],
    [
      'says what is to be seen',
      change(PAGES, /<Expect match="100%">.*<\/Expect>/, ''),
      33,
      'step `s-look` does not say what is to be seen',
      'add `<Expect>`',
    ],
    [
      'says where to go when something else is seen, if it reads only',
      change(PAGES, /<Else goto="TEST-BOOT-002#s-see">.*<\/Else>/, ''),
      47,
      'step `s-save` does not say what to do when something else is seen',
      'add `<Else goto="s-…">`',
    ],
  ])('%s', (_, edit, line, message, remedy) => {
    expect(toldBy('structure', edit)).toBe(printed('structure', ...inBoth(line, message, remedy)));
  });

  it('may have a widget in place of a command', () => {
    const file = 'runbooks/second/*.mdx';
    expect(told(change(file, '<StackReader', '<DelveRebuilder'))).toBe(NOTHING);
    expect(told(change(file, /<StackReader.*\/>/, ''))).toContain('has neither command nor widget');
  });

  it('needs no way on where it changes something: it has a way back', () => {
    expect(told()).toBe(NOTHING);
    expect(told(change(PAGES, 'danger={4}', 'danger={1}'))).toContain(
      'step `s-remove` does not say what to do',
    );
  });
});
