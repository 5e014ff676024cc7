import { describe, expect, it } from 'vitest';
import { change, withContent } from '../../tests/support/content.ts';
import { compilePack, judge, openPack } from '../core/match/index.ts';
import { buildPack } from './index.ts';

const pack = withContent([], buildPack);
const [first, second] = pack.runbooks;

describe('the pack', () => {
  it('holds what the matcher needs of a runbook, in both languages, and nothing more', () => {
    expect(first).toEqual({
      id: 'TEST-BOOT-001',
      slug: 'first',
      title: { en: 'First thing broken', zh: '第一个东西坏了' },
      summary: {
        en: 'The first thing does not start because its disk is full.',
        zh: '磁盘满了，第一个东西起不来。',
      },
      severity: 'sev3',
      versions: ['1.20.0-1.20.15'],
      variables: ['ctx', 'disk'],
      steps: expect.any(Array),
      tells: { 'TEST-BOOT-002': { en: 'The second thing says second.', zh: '第二个东西写着第二。' } },
      signatures: expect.any(Array),
    });
  });

  it('holds each step with its commands, without those of its way back', () => {
    expect(first?.steps).toEqual([
      {
        id: 's-look',
        title: { en: 'Look at the disk', zh: '查看磁盘' },
        danger: 0,
        timebox: '2m',
        commands: [{ where: 'node', shell: 'bash', code: 'df {{disk}}' }],
      },
      {
        id: 's-save',
        title: { en: 'Save the data', zh: '保存数据' },
        danger: 1,
        timebox: '5m',
        commands: [{ where: 'laptop', shell: 'bash', code: 'kubectl --context {{ctx}} get pod -A -o yaml' }],
      },
      {
        id: 's-remove',
        title: { en: 'Remove the data', zh: '删除数据' },
        danger: 4,
        timebox: '10m',
        commands: [{ where: 'node', shell: 'bash', code: 'rm {{disk}}' }],
      },
    ]);
  });

  it('holds each signature with the words that explain it and its tails, and no samples', () => {
    expect(first?.signatures).toEqual([
      {
        id: 'sig-broken',
        role: 'cause',
        level: 'fatal',
        heads: [{ pattern: 'the first thing is broken: ', versions: [], apart: ['broken'] }],
        tails: [
          {
            id: 't-disk',
            pattern: 'disk <str:disk> is full',
            step: 's-remove',
            why: { en: 'Its disk is full.', zh: '磁盘满了。' },
          },
        ],
        step: 's-look',
        why: { en: 'It ends with this line.', zh: '以这一行结束。' },
      },
      {
        id: 'sig-slow',
        role: 'noise',
        level: 'info',
        heads: [{ pattern: 'the first thing is slow', versions: [], apart: ['slow'] }],
        tails: [],
        step: 's-look',
        why: { en: 'It is always slow.', zh: '它总是慢。' },
      },
    ]);
  });

  it('leaves out what a signature does not say, and keeps what it says otherwise than its runbook', () => {
    expect(second?.signatures[0]).not.toHaveProperty('level');
    expect(second?.signatures[0]).not.toHaveProperty('fact');
    expect(second?.signatures[0]).not.toHaveProperty('versions');
    const own = change('runbooks/first/runbook.yaml', '    level: info', '    versions: []');
    expect(withContent([own], buildPack).runbooks[0]?.signatures[1]?.versions).toEqual([]);
  });

  it('comes back from a file as it was, and answers', () => {
    const opened = openPack(JSON.stringify(pack));
    expect(opened).toEqual(pack);
    if ('refused' in opened) throw new Error(opened.refused);
    const { matches } = judge(compilePack(opened), 'the first thing is broken: disk /dev/sdb is full');
    expect(matches.map(({ runbook, step }) => [runbook.id, step])).toEqual([['TEST-BOOT-001', 's-remove']]);
  });
});
