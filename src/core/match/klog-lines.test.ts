import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWith } from '../../../tests/support/pack.ts';
import { createExactLines } from '../log/index.ts';
import type { AnchorPlace, CompiledHead } from './compile.ts';
import { type Judgement, createJudge, judge } from './judge.ts';
import { linesOf } from './quiet-lines.ts';
import type { JudgedLine } from './line-verdict.ts';
import { type KlogLines, type Run, createKlogLines } from './klog-lines.ts';

const INFO = 'I0614 19:56:31.263446       1 httplog.go:118] "HTTP" verb="GET" URI="/api?a=1&b=2" resp=200';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Versions = Parameters<typeof createKlogLines>[1];

const never: Versions = { open: () => new Map() };

/** The run at the start of a text. */
function runOf(text: string, places: readonly AnchorPlace[] = [], versions = never): Run {
  const lines = linesFrom(text, places, versions);
  return lines.read(0);
}

function linesFrom(text: string, places: readonly AnchorPlace[] = [], versions = never): KlogLines {
  const exact = createExactLines();
  if (!exact) throw new Error('expected WebAssembly');
  exact.enter(bytesOf(text));
  const lines = createKlogLines(exact, versions);
  lines.enter(text, places);
  return lines;
}

/** How many lines of the text are passed from its start. */
const passed = (text: string): number => runOf(text).ends.length;

const four = (line: string): string => [INFO, line, INFO, INFO, INFO, ''].join('\n');

describe('whole lines of klog', () => {
  it('are passed, but for the last two of a run', () => {
    const text = `${INFO}\n`.repeat(5);
    const run = runOf(text);
    expect(run).toEqual({
      source: '',
      ends: [1, 2, 3].map((count) => count * (INFO.length + 1)),
      telling: [],
      longest: INFO.length,
      to: text.length,
    });
  });

  it('end in front of a line that has not come whole', () => {
    expect(passed(`${INFO}\n`.repeat(3) + INFO)).toBe(1);
  });

  it.each([
    ['no log line', 'goroutine 1 [running]:'],
    ['escaped', `${INFO} err="a\\"b"`],
    ['coloured', `${INFO}\x1b[0m`],
    ['taken out of HTML', INFO.replace('&', '&amp;')],
    ['cut at its end', `${INFO}:`],
    ['of Windows', `${INFO}\r`],
    ['empty', ''],
    ['of month 13', INFO.replace('06', '13')],
    ['of a file without a name', INFO.replace('httplog.go', '')],
    ['without the end of its source', INFO.replace(']', '')],
    ['longer than anybody reads', INFO + 'x'.repeat(5_000)],
  ])('are none that are %s', (_, line) => {
    expect(passed(four(INFO))).toBe(3);
    expect(passed(four(line))).toBe(0);
  });

  it('tell which of them complain, and where anchors stand', () => {
    const text = [INFO, INFO.replace('I', 'W'), INFO, INFO, INFO.replace('I', 'F'), INFO, ''].join('\n');
    const at = 2 * (INFO.length + 1) + 50;
    const wordings = [{ order: 0, signature: 0, head: {} as CompiledHead }];
    const inside = { at, to: at + 8, wordings };
    const over = { at: 3 * (INFO.length + 1) - 4, to: 3 * (INFO.length + 1) + 4, wordings };
    const behind = { at: 5 * (INFO.length + 1) + 40, to: 5 * (INFO.length + 1) + 50, wordings };
    expect(runOf(text, [inside, over, behind])).toMatchObject({
      ends: { length: 4 },
      telling: [
        { index: 1, severity: 'warning', places: [] },
        { index: 2, severity: 'info', places: [inside] },
      ],
    });
  });

  it('are none in which a word of a fact stands', () => {
    const text = `${INFO}\n`.repeat(6);
    const at = 3 * (INFO.length + 1) + 50;
    const look = linesFrom(text, [{ at, to: at + 8, wordings: [] }]);
    expect(look.read(0)).toMatchObject({ ends: [INFO.length + 1], to: 3 * (INFO.length + 1) });
  });

  it('are told if their source line may be a mark of a version, until it has said all', () => {
    const text = `${INFO}\n`.repeat(4);
    const open = new Map([[118, ['a.go', 'httplog.go']]]);
    const marked = { severity: 'info', mayBeMark: true, places: [] };
    expect(runOf(text, [], { open: () => open }).telling).toMatchObject([marked, marked]);
    expect(runOf(text, [], { open: () => new Map([[118, ['a.go']]]) }).telling).toEqual([]);
    expect(runOf(text, [], { open: () => new Map([[119, ['httplog.go']]]) }).telling).toEqual([]);
  });

  it('go on behind one that is read with care', () => {
    const coloured = `${INFO}\x1b[0m\n`;
    const text = `${INFO}\n`.repeat(5) + coloured + `${INFO}\n`.repeat(5);
    const lines = linesFrom(text);
    const first = lines.read(0);
    expect(first.ends).toHaveLength(3);
    expect(lines.read(first.to + coloured.length)).toMatchObject({ ends: { length: 3 }, to: text.length });
  });
});

describe('a judge that passes whole lines of klog', () => {
  const pack = packWith(
    { id: 'sig-cause', heads: ['check failed: '] },
    { id: 'sig-similar', heads: ['the wording of a node was refused by <*> twice'] },
    { id: 'sig-twice', fact: { kind: 'health-check.duplicate', values: [] } },
  );

  const line = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(INFO, `${INFO} and more`, INFO.replace('200', '404')) },
    fc.constantFrom(
      INFO.replace('"HTTP"', 'check failed: '),
      INFO.replace('"HTTP"', 'Installing health checkers for (/livez): "etcd","etcd"'),
      INFO.replace('httplog.go:118', 'secure_serving.go:202'),
      'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443',
      INFO.replace('I', 'E'),
      INFO.replace('I', 'W').replace('"HTTP"', 'check failed: "HTTP"'),
      INFO.replace('I', 'F').replace('"HTTP"', 'check  failed :'),
      'E0614 19:56:31.263446       1 runtime.go:78] Observed a panic: "nil map" (assignment to entry in nil map)',
      'E0614 19:56:31.263446       1 a.go:1] panic: check failed: twice check failed: ',
      'W0614 19:56:31.263446       1 reflector.go:424] the wording of a pod was refused by the API server',
      'E0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443',
      INFO.slice(0, 70),
      `${INFO} über 中文 💥 check failed: `,
      'b'.repeat(70),
      'c'.repeat(20),
      `[pod/kube-system/etcd-0/etcd] ${INFO}`,
      `2026-11-21T08:18:33.966400123Z stdout P ${INFO}`,
      `2026-11-21T08:18:33.966400123Z stdout F ${INFO}`,
      `2026-11-21T08:18:33.966400123+01:00 stderr F ${INFO.replace('I', 'E')}`,
      `2026-11-21T08:18:33.966400123Z ${INFO}`,
      `2026-11-21T08:18:33.966400123Z stdout F ${INFO.replace('"HTTP"', 'check failed: ')}`,
      `Nov 21 08:18:33 node1 kubelet[1234]: ${INFO}`,
      `> ${INFO}`,
      '==> kubelet.log <==',
      '-- Journal begins at Sat 2026-11-21 --',
      '```',
      '...',
      'panic: assignment to entry in nil map',
      'panic: bad [recovered]',
      'goroutine 1 [running]:',
      'main.main()',
      '\t/src/main.go:25 +0x10d',
      'Traceback (most recent call last):',
      '  File "a.py", line 1, in <module>',
      'java.io.IOException: disk',
      '\tat a.b.C.d(C.java:3)',
      'further words',
      '    indented',
      '',
    ),
  );

  const TIME = '2026-11-21T08:18:33.966400123Z';
  const klog = fc.constantFrom(
    INFO,
    `${INFO} and more`,
    INFO.replace('I', 'E'),
    INFO.replace('I', 'W').replace('"HTTP"', 'check failed: "HTTP"'),
    INFO.replace('"HTTP"', 'check failed: '),
  );

  /** One line, or several of a container. */
  const lines = fc.oneof(
    fc.array(line, { minLength: 1, maxLength: 1 }),
    fc
      .tuple(
        fc.constantFrom('', `${TIME} `, `${TIME} stdout F `, `${TIME} stderr F `),
        fc.array(klog, { maxLength: 8 }),
      )
      .map(([prefix, texts]) => texts.map((text) => prefix + text)),
  );

  const inPieces = (pieces: readonly string[]): Judgement => {
    const reader = createJudge(pack);
    const lines = pieces.flatMap((piece) => linesOf(reader.push(piece, bytesOf(piece))));
    const end = reader.end();
    return { ...end, lines: [...lines, ...end.lines] };
  };

  /** The text decoded from its bytes in pieces of one length, which may cut a character. */
  const decoded = (text: string, size: number): Judgement => {
    const reader = createJudge(pack);
    const decoder = new TextDecoder();
    const all = bytesOf(text);
    const lines: JudgedLine[] = [];
    for (let at = 0; at < all.length; at += size) {
      const bytes = all.subarray(at, at + size);
      lines.push(...linesOf(reader.push(decoder.decode(bytes, { stream: true }), bytes)));
    }
    const end = reader.end();
    return { ...end, lines: [...lines, ...end.lines] };
  };

  it('knows how wide they were, so that nothing behind them is taken for a row of a narrower terminal', () => {
    const rows = [INFO.replace('I', 'E').padEnd(100, 'a'), 'b'.repeat(100), 'ccc', INFO];
    const lines = [`${INFO} and much, much more`, INFO, INFO, INFO, ...rows].map((text) => `${text}\n`);
    expect(inPieces([lines.join('')])).toEqual(judge(pack, lines.join('')));
    expect(inPieces([lines.join('')]).lines.at(-2)).toMatchObject({ kind: 'plain' });
  });

  it('says what it says of each line for itself', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 20 }), fc.nat(3), (runs, each) => {
        const alone = runs.flat().map((text) => `${text}\n`);
        const some = alone.flatMap((_, at) =>
          at % (each + 1) === 0 ? [alone.slice(at, at + each + 1).join('')] : [],
        );
        const expected = inPieces(alone);
        expect(inPieces([alone.join('')])).toEqual(expected);
        expect(judge(pack, alone.join(''))).toEqual(expected);
        expect(inPieces(some)).toEqual(expected);
        expect(decoded(alone.join(''), 64 << (3 * each))).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
