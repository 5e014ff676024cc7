import { describe, expect, it } from 'vitest';
import { packWith } from '../../../tests/support/pack.ts';
import { textOf } from '../text/index.ts';
import { type Judgement, createJudge, judge } from './judge.ts';
import { linesOf } from './quiet-lines.ts';

const klog = (letter: string, message: string): string =>
  `${letter}0614 19:56:31.263446       1 x.go:1] ${message}`;

const pod = (name: string, line: string): string => `[pod/${name}/main] ${line}`;

const pack = packWith(
  { id: 'sig-cause', role: 'cause', heads: ['the check failed for good'] },
  { id: 'sig-quoted', role: 'consequence', heads: ['Get "<*:url>": dial tcp'] },
);

const shown = ({ lines }: Judgement): string[] => lines.map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('lines of several pods in turns', () => {
  it('continue the record of their own pod', () => {
    const paste = [
      pod('a', klog('E', 'loading failed:')),
      pod('b', klog('I', 'started')),
      pod('a', '  the check failed for good'),
      pod('b', '  with what follows'),
    ].join('\n');
    expect(shown(judge(pack, paste))).toEqual(['klog cause', 'klog info', 'plain cause', 'plain info']);
  });

  it('do not break each other’s stacks', () => {
    const stack = ['goroutine 1 [running]:', 'main.main()', '\t/src/main.go:25 +0x10d'];
    const paste = stack.flatMap((line) => [pod('a', line), pod('b', line)]).join('\n');
    expect(shown(judge(pack, paste))).toEqual(Array.from({ length: 6 }, () => 'go-stack unknown'));
  });

  it('do not wait for a pod that says nothing any more', () => {
    const reader = createJudge(pack);
    const others = `${pod('b', klog('I', 'running'))}\n`.repeat(300);
    const told = linesOf(reader.push(`${pod('a', klog('E', 'quiet'))}\n${others}`));
    expect(told.length).toBeGreaterThan(100);
    expect(told[0]?.text).toContain('quiet');
  });
});

describe('a line that a runtime wrote in parts', () => {
  const part = (tag: string, text: string): string => `2026-06-14T11:57:01.269085123Z stderr ${tag} ${text}`;
  const paste = [
    part('P', klog('E', 'it says that the che')),
    part('F', 'ck failed for good'),
    part('F', klog('I', 'started')),
  ].join('\n');

  it('is judged as a whole: each part has its verdict', () => {
    expect(shown(judge(pack, paste))).toEqual(['klog cause', 'klog cause', 'klog info']);
  });

  it('is marked where the words stand, in both parts', () => {
    const [hit] = judge(pack, paste).hits;
    expect(hit?.line).toBe(1);
    expect(hit && textOf(paste, hit.span)).toMatch(/^the che\n.* F ck failed for good$/s);
  });

  it('waits for its rest behind lines of other pods', () => {
    const other = part('F', klog('I', 'other')).replace('stderr', 'stdout');
    const [first = '', second = '', third = ''] = paste.split('\n');
    const mixed = [first, other, second, third].join('\n');
    expect(shown(judge(pack, mixed))).toEqual(['klog cause', 'klog info', 'klog cause', 'klog info']);
  });
});

describe('words behind escapes', () => {
  it('are found in a quoted value, and lead back to where they stand', () => {
    const line = klog('E', String.raw`"Failed" err="Get \"https://a\": dial tcp: i/o timeout"`);
    const { lines, hits } = judge(pack, line);
    expect(lines[0]?.verdict).toBe('consequence');
    expect(hits[0]?.captures).toMatchObject([{ name: 'url', value: 'https://a' }]);
    const [capture] = hits[0]?.captures ?? [];
    expect(capture && textOf(line, capture.span)).toBe('https://a');
  });

  it('are found in a message of JSON', () => {
    const line = '{"level":"error","ts":"2026-06-14T11:57:02Z","msg":"Get \\"https://a\\": dial tcp"}';
    expect(judge(pack, line).hits[0]?.captures).toMatchObject([{ value: 'https://a' }]);
  });
});

describe('a line around the log', () => {
  it('is told as such, and is no question', () => {
    const paste = ['```', klog('I', 'started'), '```'].join('\n');
    expect(shown(judge(pack, paste))).toEqual(['wrapper info', 'klog info', 'wrapper info']);
  });
});

describe('a line that is too long to be held', () => {
  const long = `${klog('E', 'x'.repeat(9_000_000))} the check failed for good`;

  it('is one line, found in up to its end, and says that only a part is shown', () => {
    const paste = `${long}\n${klog('I', 'started')}`;
    const { lines } = judge(pack, paste);
    expect(lines.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'cause'],
      [2, 'info'],
    ]);
    expect(lines[0]).toMatchObject({ from: 0, to: long.length + 1, cut: true });
    expect(lines[0]?.text.length).toBeLessThan(long.length);
  });
});
