import { describe, expect, it } from 'vitest';
import {
  type Edit,
  type Mistake,
  NOTHING,
  change,
  printed,
  remove,
  toldBy,
} from '../../../tests/support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const LANGUAGE = 'see `src/core/match/pattern.ts` for the language';

const told = (...edits: Edit[]): string => toldBy('signatures', ...edits);

describe('a signature', () => {
  it.each<[string, Edit, ...Mistake]>([
    [
      'has a pattern that reads',
      change(YAML, "'the first thing is broken: '", "'the first <thing> is broken'"),
      `${YAML}:23`,
      '`sig-broken`: expected a hole such as `<int>` or `<path:name>`, found `<thing`',
      LANGUAGE,
    ],
    [
      'has tails that read',
      change(YAML, "'disk <str:disk> is full'", "'<str:disk> is full'"),
      `${YAML}:25`,
      '`sig-broken`: expected the pattern to begin with literal text',
      LANGUAGE,
    ],
    [
      'is not so short that it stands in too many lines',
      change(YAML, "'the first thing is slow'", "'first <*> slow'"),
      `${YAML}:39`,
      '`sig-slow`: its longest literal `first ` is shorter than 8 characters',
      'take more of the message into the head: so short a text stands in too many lines',
    ],
    [
      'says more than what any program logs',
      change(YAML, "'the first thing is slow'", "'request failed: connection refused'"),
      `${YAML}:39`,
      '`sig-slow`: every word of `request failed: connection refused` is one that any program logs',
      'begin with what only this failure says, and make of this a tail',
    ],
    [
      'does not hold what is another one in the next log',
      change(YAML, "'the first thing is slow'", "'the first thing at 10.0.0.7 is slow'"),
      `${YAML}:39`,
      '`sig-slow`: `10.0.0.7` is another one in the next log',
      'write `<ip>` in its place',
    ],
    [
      'does not end in a hole that decides nothing',
      change(YAML, "'the first thing is slow'", "'the first thing is slow <*>'"),
      `${YAML}:39`,
      '`sig-slow`: ends in `<*>`, which decides nothing',
      'end with the last literal text, or name the hole',
    ],
    [
      'has a stack that names functions',
      change(
        YAML,
        "    heads:\n      - pattern: 'the first thing is slow'\n",
        '    stack: [[a.b/c.F, serve()]]\n',
      ),
      `${YAML}:38`,
      '`sig-slow`: expected a function such as `example.com/app/store.(*Store).Get` or `net/http.*`, found `serve()`',
      'write it as Go prints it, without arguments',
    ],
    [
      'says what it looks like',
      change(YAML, "    heads:\n      - pattern: 'the first thing is slow'\n", ''),
      `${YAML}:34`,
      '`sig-slow`: neither `heads` nor `stack` nor `fact`',
      'say what it looks like',
    ],
    [
      'matches its own words',
      change(YAML, "'the first thing is slow today'", "'the first thing was slow'"),
      `${YAML}:41`,
      '`sig-slow` does not match its own sample `the first thing was slow`',
      'mend the pattern or the sample',
    ],
    [
      'matches its own files',
      change('runbooks/first/samples/broken.log', 'is slow', 'was slow'),
      `${YAML}:41`,
      '`sig-slow` does not match its own sample `samples/broken.log`',
      'mend the pattern or the sample',
    ],
    [
      'matches none of its near misses',
      change(YAML, "'the first thing is fast'", "'I hear that the first thing is slow'"),
      `${YAML}:45`,
      '`sig-slow` matches `I hear that the first thing is slow`, which it must not',
      'make the pattern more specific: a longer head, a typed hole',
    ],
    [
      'names files that are there',
      change(YAML, '      - broken.log', '      - borken.log'),
      `${YAML}:27`,
      '`sig-broken` names `samples/borken.log`, which is not there',
      'add the file to `samples/`',
    ],
  ])('%s', (_, edit, ...mistake) => {
    expect(told(edit)).toBe(printed('signatures', mistake));
  });

  it('is explained in both languages, and so is each of its tails', () => {
    const why = (id: string, language: string): Mistake => [
      `runbooks/first/${language}.mdx:1`,
      `nothing says why \`${id}\` means what it means`,
      `add \`why: { ${id}: … }\` to the head: one sentence, shown with the match`,
    ];
    expect(told(change('runbooks/first/*.mdx', /\n {2}sig-slow: .*/, ''))).toBe(
      printed('signatures', why('sig-slow', 'en'), why('sig-slow', 'zh')),
    );
    expect(told(change('runbooks/first/zh.mdx', /\n {2}t-disk: .*/, ''))).toBe(
      printed('signatures', why('t-disk', 'zh')),
    );
  });

  it('may ask for a fact in place of a wording', () => {
    const fact = change(
      YAML,
      "heads:\n      - pattern: 'the first thing is slow'",
      'fact: { kind: process, values: [etcd] }',
    );
    const samples = [
      change(
        YAML,
        "      - broken.log\n      - text: 'the first thing is slow today'",
        "      - text: 'etcd --name a'\n        made: written for this test\n      - text: 'etcd -v'",
      ),
      change(YAML, "'the first thing is fast'", "'kubelet --v=2'"),
    ];
    expect(told(fact, ...samples)).toBe(NOTHING);
    expect(told(fact, ...samples, change(YAML, "'kubelet --v=2'", "'etcd --v=2'"))).toContain(
      'which it must not',
    );
  });

  it('may have short tails, which are looked for in its own line only', () => {
    expect(told(change(YAML, "'disk <str:disk> is full'", "'disk '"))).toBe(NOTHING);
  });

  it('is tried only once all patterns of its runbook read', () => {
    const broken = change(YAML, "'the first thing is broken: '", "'the first <thing> is broken'");
    const gone = remove('runbooks/first/samples/broken.log');
    expect(told(broken, gone)).not.toContain('is not there');
    expect(toldBy('samples', broken)).toBe(NOTHING);
  });
});
