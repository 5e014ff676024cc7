import { describe, expect, it } from 'vitest';
import {
  type Edit,
  type Mistake,
  NOTHING,
  change,
  printed,
  remove,
  told,
  write,
} from '../../tests/support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const PAGE = 'runbooks/first/en.mdx';
const POSTMORTEM = 'postmortems/outage/postmortem.yaml';

const SCHEMA = 'see `src/gate/schema.ts` for what may stand here';
const SYNTAX = 'mend the YAML at this line; indentation and quotes are the usual reasons';
const MDX = 'close what is open here; a literal `<` or `{` in prose is written in backquotes';

describe('content as it should be', () => {
  it('is told nothing', () => {
    expect(told()).toBe(NOTHING);
  });
});

describe('a value that the schema does not know', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'a word that is none of a list',
      change(YAML, 'phase: boot', 'phase: bootstrap'),
      `${YAML}:3`,
      '`phase`: Invalid option: expected one of "boot"|"join"|"steady"|"scale"|"upgrade"|"shutdown"|"debug"',
      SCHEMA,
    ],
    [
      'the id of a runbook that is none',
      change(YAML, 'id: TEST-BOOT-001', 'id: test-boot-1'),
      `${YAML}:1`,
      '`id`: expected an id such as `APISRV-BOOT-001`',
      SCHEMA,
    ],
    [
      'the id of a signature that is none',
      change(YAML, 'id: sig-broken', 'id: broken'),
      `${YAML}:18`,
      '`signatures.0.id`: expected an id such as `sig-some-words`',
      SCHEMA,
    ],
    [
      'a range of versions that is none',
      change(YAML, "['1.20.0-1.20.15']", "['1.20']"),
      `${YAML}:15`,
      '`versions.0`: expected a range of releases such as `1.20.0-1.20.15`',
      SCHEMA,
    ],
    [
      'a value deep inside of a signature',
      change(YAML, 'level: info', 'level: notice'),
      `${YAML}:36`,
      '`signatures.1.level`: Invalid option: expected one of "debug"|"info"|"warning"|"error"|"fatal"',
      SCHEMA,
    ],
    [
      'an address that is none',
      change(YAML, 'https://example.com/source', 'example source'),
      `${YAML}:62`,
      '`references.0.url`: Invalid URL',
      SCHEMA,
    ],
    [
      'a fact that no reader finds',
      change('runbooks/second/runbook.yaml', '    heads:\n', '    fact: { kind: moon.full }\n    heads:\n'),
      'runbooks/second/runbook.yaml:18',
      '`signatures.0.fact.kind`: Invalid option: expected one of "process"|"apiservice.unavailable"|"health-check.duplicate"|"namespace.terminating"',
      SCHEMA,
    ],
    [
      'a list in the head of a page, whose lines are counted in the file',
      change(PAGE, '[first thing down, first thing does not start]', '[first thing down]'),
      `${PAGE}:4`,
      '`aka`: Too small: expected array to have >=2 items',
      SCHEMA,
    ],
    [
      'the id of a postmortem that is none',
      change(POSTMORTEM, 'PM-2026-001', 'outage'),
      `${POSTMORTEM}:1`,
      '`id`: expected an id such as `PM-2022-001`',
      SCHEMA,
    ],
    [
      'a sample in words that does not say how it was made',
      change(YAML, 'made: written for this test', 'made: somehow'),
      `${YAML}:29`,
      '`signatures.0.hit.1.made`: expected how the sample was made',
      SCHEMA,
    ],
    [
      'a file whose making is told in one language',
      change(YAML, '{ en: written for this test, zh: 为本测试而写 }', '{ en: written for this test }'),
      `${YAML}:50`,
      '`samples.0.made.zh`: Invalid input: expected string, received undefined',
      SCHEMA,
    ],
    [
      'a signature with one sample only',
      change(
        YAML,
        "      - text: 'the first thing is broken: nobody knows why'\n        made: written for this test\n",
        '',
      ),
      `${YAML}:27`,
      '`signatures.0.hit`: expected at least two samples that match',
      SCHEMA,
    ],
    [
      'a signature without a near miss',
      change(
        YAML,
        "    miss:\n      - text: 'the first thing works'\n        made: written for this test\n",
        '    miss: []\n',
      ),
      `${YAML}:30`,
      '`signatures.0.miss`: expected at least one near miss',
      SCHEMA,
    ],
  ])('is told with its place, its line and what may stand there: %s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('schema', mistake));
  });

  it('may be a key that nobody reads, such as a misspelled one', () => {
    expect(told(change(YAML, 'severity:', 'severty:'))).toBe(
      printed(
        'schema',
        [`${YAML}:1`, '`severity`: Invalid option: expected one of "sev1"|"sev2"|"sev3"|"sev4"', SCHEMA],
        [`${YAML}:1`, '`the file`: Unrecognized key: "severty"', SCHEMA],
      ),
    );
  });
});

describe('YAML that does not parse', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'a list that is never closed is told where it opens',
      change(YAML, 'alerts: [FirstThingDown]', 'alerts: [FirstThingDown'),
      `${YAML}:7`,
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
      SYNTAX,
    ],
    [
      'a quote that is never closed is told where it opens',
      change(PAGE, 'title: First', 'title: "First'),
      `${PAGE}:2`,
      'Missing closing "quote',
      SYNTAX,
    ],
    [
      'a colon in plain text',
      change(PAGE, 'title: First thing broken', 'title: First thing: broken'),
      `${PAGE}:2`,
      'Nested mappings are not allowed in compact mappings',
      SYNTAX,
    ],
    [
      'a key that stands twice',
      change(YAML, 'phase: boot', 'id: TEST-BOOT-003'),
      `${YAML}:3`,
      'Map keys must be unique',
      SYNTAX,
    ],
    [
      'one wrong indentation, which breaks all that follows',
      change(YAML, '\ncomponent:', '\n component:'),
      `${YAML}:1`,
      'Nested mappings are not allowed in compact mappings',
      SYNTAX,
    ],
    [
      'a tab as indentation',
      change(YAML, '    affected', '\taffected'),
      `${YAML}:11`,
      'Tabs are not allowed as indentation',
      SYNTAX,
    ],
    [
      'plain text that begins with a star',
      change(PAGE, 'title: First thing broken', 'title: *First'),
      `${PAGE}:2`,
      '`*First` names nothing: text that begins with `*` needs quotes',
      SYNTAX,
    ],
  ])('gives one mistake: %s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('schema', mistake));
  });

  it('is an empty file, or a page without a head, as well', () => {
    const nothing = '`the file`: Invalid input: expected object, received null';
    expect(told(write(YAML, ''))).toBe(printed('schema', [`${YAML}:1`, nothing, SCHEMA]));
    expect(told(write(PAGE, '<Verdict>Bad.</Verdict>\n'))).toBe(
      printed('schema', [`${PAGE}:2`, nothing, SCHEMA]),
    );
  });
});

describe('MDX that does not parse', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'a component that is not closed',
      change(PAGE, '</Step>', ''),
      `${PAGE}:82`,
      'Unexpected closing tag `</Steps>`, expected corresponding closing tag for `<Step>` of line 33',
      MDX,
    ],
    [
      'a component that is closed by another name',
      change(PAGE, '</Expect>', '</Expct>'),
      `${PAGE}:42`,
      'Unexpected closing tag `</Expct>`, expected corresponding closing tag for `<Expect>` of line 42',
      MDX,
    ],
    [
      'a brace in prose',
      change(PAGE, 'Nothing works.', 'Nothing works, {'),
      `${PAGE}:23`,
      'Unexpected end of file in expression, expected a corresponding closing brace for `{`',
      MDX,
    ],
    [
      'an angle bracket in prose',
      change(PAGE, 'Nothing works.', 'The server <example.com does not answer.'),
      `${PAGE}:23`,
      'Unexpected character after `<`, expected a valid JSX tag (note: to create a link in MDX, use `[text](url)`)',
      MDX,
    ],
  ])('gives one mistake: %s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('mdx', mistake));
  });
});

describe('a file that is missing', () => {
  const remedy = 'a runbook is one folder with `runbook.yaml`, `en.mdx`, `zh.mdx` and `samples/`';
  it.each([YAML, PAGE, 'runbooks/first/zh.mdx', POSTMORTEM, 'postmortems/outage/zh.mdx'])(
    'is named: %s',
    (file) => {
      expect(told(remove(file))).toBe(
        printed('structure', [`${file}:1`, 'expected this file, found none', remedy]),
      );
    },
  );
});

describe('several mistakes', () => {
  const phase = change(YAML, 'phase: boot', 'phase: bootstrap');

  it('are told together, in the order of files and lines', () => {
    const second = change('runbooks/second/runbook.yaml', 'kind: noise', 'kind: loud');
    const text = told(second, change(YAML, 'severity: sev3', 'severity: sev9'), phase);
    expect(text.match(/^content\S+/gm)).toEqual([
      `content/${YAML}:3`,
      `content/${YAML}:6`,
      'content/runbooks/second/runbook.yaml:5',
    ]);
    expect(text).toMatch(/^3 mistakes in the content:/);
  });

  it('are told in two rounds where the first keep a file from being read', () => {
    const timebox = change('runbooks/first/*.mdx', 'timebox="2m"', 'timebox="soon"');
    expect(told(phase, timebox)).not.toContain('[structure]');
    expect(told(timebox)).toContain('[structure]');
  });
});
