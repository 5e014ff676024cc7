import { describe, expect, it } from 'vitest';
import { type Edit, change, withContent } from '../../tests/support/content.ts';
import { adviseContent } from './advice.ts';

const YAML = 'runbooks/first/runbook.yaml';

const advised = (...edits: Edit[]): string[] =>
  withContent(edits, (content) =>
    adviseContent(content).map(({ file, line, message }) => `${file}:${line} ${message}`),
  );

describe('advice', () => {
  it('is none where every wording and tail is shown, and every capture fills a variable', () => {
    expect(advised()).toEqual([]);
  });

  it.each<[string, Edit, string]>([
    [
      'a wording that no sample shows',
      change(
        YAML,
        "      - pattern: 'the first thing is slow'\n",
        "      - pattern: 'the first thing is slow'\n      - pattern: 'the first thing is late'\n",
      ),
      `content/${YAML}:40 \`sig-slow\`: no sample shows the wording \`the first thing is late\``,
    ],
    [
      'a tail that no sample reaches',
      change(YAML, '    hit:', '      - { id: t-never, pattern: never, step: s-remove }\n    hit:'),
      `content/${YAML}:26 \`sig-broken\`: no sample ends in \`t-never\``,
    ],
    [
      'a capture that fills nothing',
      change(YAML, '<str:disk>', '<str:disc>'),
      `content/${YAML}:25 \`sig-broken\`: \`disc\` is captured and fills no variable`,
    ],
  ])('names %s', (_, edit, message) => {
    expect(advised(edit)).toEqual([message]);
  });
});
