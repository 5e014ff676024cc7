import { describe, expect, it } from 'vitest';
import { NOTHING, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const PAGES = 'runbooks/first/*.mdx';

describe('a variable', () => {
  it('is declared', () => {
    expect(toldBy('variables', change(PAGES, 'df {{disk}}', 'df {{disc}}'))).toBe(
      printed(
        'variables',
        ...inBoth(
          37,
          '`{{disc}}` is not declared',
          'add it to `vars` in content/runbooks/first/runbook.yaml',
        ),
      ),
    );
  });

  it('is used', () => {
    const declared = change(YAML, 'vars:\n', 'vars:\n  - { name: pod, type: name, example: etcd-0 }\n');
    const labels = [
      change('runbooks/first/en.mdx', 'vars: {', 'vars: { pod: Pod,'),
      change('runbooks/first/zh.mdx', 'vars: {', 'vars: { pod: Pod,'),
    ];
    expect(toldBy('variables', declared, ...labels)).toBe(
      printed('variables', [`${YAML}:56`, 'no command uses `{{pod}}`', 'use it, or take it out']),
    );
  });

  it('has a label in both languages', () => {
    expect(toldBy('variables', change('runbooks/first/zh.mdx', 'ctx: 上下文, ', ''))).toBe(
      printed('variables', [
        'runbooks/first/zh.mdx:1',
        'the variable `ctx` has no label',
        'add `vars: { ctx: … }` to the head: the words that ask for it',
      ]),
    );
  });

  it('may be used in a way back only', () => {
    const rest = [
      change(PAGES, 'df {{disk}}', 'df'),
      change(PAGES, 'rm {{disk}}', 'rm'),
      change(PAGES, 'df {{disk}}', 'df'),
    ];
    expect(toldBy('variables', ...rest)).toBe(NOTHING);
    expect(toldBy('variables', ...rest, change(PAGES, 'touch {{disk}}', 'touch'))).toContain(
      'no command uses `{{disk}}`',
    );
  });
});
