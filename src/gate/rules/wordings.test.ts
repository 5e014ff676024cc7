import { describe, expect, it } from 'vitest';
import {
  type Edit,
  type Mistake,
  NOTHING,
  change,
  ownContent,
  printed,
  toldBy,
} from '../../../tests/support/content.ts';
import { wordingsRule } from './wordings.ts';

const YAML = 'runbooks/first/runbook.yaml';

const told = (...edits: Edit[]): string => toldBy('wordings', ...edits);

describe('a wording', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'takes no line of an ordinary day',
      change(YAML, "'the first thing is broken: '", "'Caches are synced for '"),
      `${YAML}:23`,
      '`sig-broken` takes a line of an ordinary day: `I1121 09:00:00.000102       1 shared_informer.go:318] Caches are synced for garbage collector`',
      'make the head more specific: what only this failure says',
    ],
    [
      'is there once',
      change(
        YAML,
        "      - pattern: 'the first thing is slow'\n",
        "      - pattern: 'the first thing is slow'\n      - pattern: 'the first thing is slow'\n",
      ),
      `${YAML}:40`,
      '`sig-slow`: the wording `the first thing is slow` is there twice',
      'take one of them out, or tell them apart by tails',
    ],
    [
      'is of one signature',
      change(YAML, "'the first thing is slow'", "'the first thing is broken: '"),
      `${YAML}:39`,
      '`sig-slow`: the wording `the first thing is broken: ` is that of `sig-broken`',
      'take one of them out, or tell them apart by tails',
    ],
    [
      'names releases in their order',
      change(
        YAML,
        "'the first thing is slow'\n",
        "'the first thing is slow'\n        versions: ['1.20.9-1.20.10', '1.20.15-1.20.2']\n",
      ),
      `${YAML}:40`,
      '`sig-slow`: the releases `1.20.15-1.20.2` end before they begin',
      'write `1.20.2-1.20.15`',
    ],
    [
      'names releases of a signature in their order',
      change(YAML, '    role: noise', "    role: noise\n    versions: ['1.30.0-1.20.0']"),
      `${YAML}:36`,
      '`sig-slow`: the releases `1.30.0-1.20.0` end before they begin',
      'write `1.20.0-1.30.0`',
    ],
    [
      'has samples that say how they were made',
      change(YAML, 'made: written for this test', "made: 'TODO: how this line was made'"),
      `${YAML}:28`,
      '`sig-broken` does not say how `the first thing is broken: nobody knows why` was made',
      'replace the TODO: the program and version that printed it, or the format string with file and tag',
    ],
  ])('%s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('wordings', mistake));
  });

  it('may take a line of an ordinary day if it is noise', () => {
    expect(told(change(YAML, "'the first thing is slow'", "'Caches are synced for '"))).toBe(NOTHING);
  });

  it('is left to another rule if it does not read', () => {
    expect(told(change(YAML, "'the first thing is broken: '", "'the first <thing>'"))).toBe(NOTHING);
  });

  it('of our own runbooks keeps to all of it', () => {
    expect(wordingsRule(ownContent())).toEqual([]);
  });
});
