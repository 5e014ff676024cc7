import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, printed, toldBy } from '../../../tests/support/content.ts';

const ZH = 'runbooks/first/zh.mdx';
const EN = 'content/runbooks/first/en.mdx';
const REMEDY = 'both languages hold the same structure; change the one that is wrong';

const told = (edit: Edit): string => toldBy('parity', edit);

describe('the Chinese page', () => {
  it.each<[string, Edit, string, string, string]>([
    [
      'sections',
      change(ZH, /<(\/?)Impact>(.*)<\/Impact>/, '<Detour>无</Detour>'),
      'sections',
      'Impact',
      'Detour',
    ],
    [
      'danger',
      change(ZH, 'danger={0}', 'danger={1}'),
      'steps (id, danger, time box)',
      's-look danger 0 2m',
      's-look danger 1 2m',
    ],
    [
      'time boxes',
      change(ZH, 'timebox="5m"', 'timebox="6m"'),
      'steps (id, danger, time box)',
      's-save danger 1 5m',
      's-save danger 1 6m',
    ],
    [
      'commands',
      change(ZH, 'df {{disk}}', 'df -h {{disk}}'),
      'commands',
      'node bash: df {{disk}}',
      'node bash: df -h {{disk}}',
    ],
    [
      'places where commands run',
      change(ZH, 'where="laptop"', 'where="node"'),
      'commands',
      'laptop bash: kubectl --context {{ctx}} get pod -A -o yaml',
      'node bash: kubectl --context {{ctx}} get pod -A -o yaml',
    ],
    [
      'expected output',
      change(ZH, 'match="100%"', 'match="99%"'),
      'expected output',
      's-look: 100%',
      's-look: 99%',
    ],
    [
      'expected output in words',
      change(ZH, ' match="100%"', ''),
      'expected output',
      's-look: 100%',
      's-look: in words',
    ],
    [
      'branches',
      change(ZH, 'goto="escalate"', 'goto="done"'),
      'branches',
      's-look → escalate',
      's-look → done',
    ],
    [
      'ways back',
      change(ZH, /<Rollback>[^]*<\/Rollback>/, '<NoRollback because="没有" />'),
      'ways back',
      's-remove: rollback',
      's-remove: no rollback',
    ],
    [
      'widgets',
      change(ZH, '<Expect match="100%">', '<StackReader sample="broken.log" />\n\n<Expect match="100%">'),
      'widgets',
      'nothing',
      's-look: StackReader',
    ],
    [
      'evidence',
      change(ZH, 'lines="1-2"', 'lines="2"'),
      'evidence',
      'ev-log broken.log:1-2',
      'ev-log broken.log:2',
    ],
    [
      'confidence',
      change(ZH, 'confidence="proven"', 'confidence="observed"'),
      'claims',
      'c-disk proven [ev-log] [ref-source]',
      'c-disk observed [ev-log] [ref-source]',
    ],
    ['claims', change(ZH, /<Claim id="c-guess".*<\/Claim>/, ''), 'claims', 'c-guess guess [] []', 'nothing'],
    [
      'the triage tree',
      change(ZH, '<A to="s-remove">', '<A to="s-save">'),
      'triage tree',
      'q-disk → s-remove, TEST-BOOT-002',
      'q-disk → s-save, TEST-BOOT-002',
    ],
    [
      'harmless lines',
      change(ZH, 'signature="sig-slow"', 'signature="sig-broken"'),
      'harmless lines',
      'sig-slow',
      'sig-broken',
    ],
  ])('has the same %s as the English one', (_, edit, what, english, chinese) => {
    expect(told(edit)).toContain(
      `content/${ZH}:1  [parity] ${what} differ from ${EN}: expected \`${english}\`, found \`${chinese}\`\n    → ${REMEDY}\n`,
    );
  });

  it('is told only of the first difference of a kind, on one line', () => {
    const both = change(ZH, 'df {{disk}}', 'df \\\n  -h');
    expect(told(both)).toBe(
      printed('parity', [
        `${ZH}:1`,
        `commands differ from ${EN}: expected \`node bash: df {{disk}}\`, found \`node bash: df \\⏎  -h\``,
        REMEDY,
      ]),
    );
  });

  it('has words of its own', () => {
    expect(told(change(ZH, '都用不了。', '一切都停了。'))).toBe(NOTHING);
    expect(told(change(ZH, 'title="查看磁盘"', 'title="看看磁盘"'))).toBe(NOTHING);
  });
});
