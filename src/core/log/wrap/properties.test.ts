import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../../tests/support/hostile-text.ts';
import { createLineSplitter, spanIn } from '../../text/index.ts';
import type { ProgramLine } from './layer.ts';
import table from './samples/shapes.json' with { type: 'json' };
import { createUnwrapper } from './unwrap.ts';
import { WRAPPERS } from './wrappers.ts';

const KLOG = 'E1121 08:18:33.966321   32681 controller.go:116] loading failed';

/** What wrappers are made of, the lines of the samples among them. */
const PIECES = [
  '\n',
  '\n',
  KLOG,
  '2026-11-21T08:18:33.966400123Z ',
  '2026-11-21T08:18:33.9Z stdout P ',
  '2026-11-21T08:18:33.9Z stdout F ',
  '2026-11-21T08:18:33.9Z stderr P ',
  '2026-11-21T08:18:33.9Z stderr F ',
  '[pod/a/x] ',
  '[pod/b/y] ',
  'api-1  | ',
  'etcd-node1 etcd ',
  'Nov 21 08:18:33 node1 kubelet[1234]: ',
  '<13>1 2026-11-21T08:18:33Z node1 kubelet 1234 - - ',
  ' '.repeat(37),
  'kubelet.log:',
  'kubelet.log-12-',
  '==> a.log <==\n',
  '{"log":"',
  '\\n","stream":"stderr","time":"2026-11-21T08:18:33Z"}',
  '","stream":"stderr","time":"2026-11-21T08:18:33Z"}',
  '{"MESSAGE":[73,195,188,10],"_HOSTNAME":"n"}',
  '{"_HOSTNAME":"n","MESSAGE":"',
  '{"message":"',
  '"}',
  '"',
  'msg="',
  'panic: x\\n\\ngoroutine 1 [running]:\\n\\t/a.go:1',
  '\\u003c',
  '\\ud83d\\ude00',
  '#012#011/a.go:1',
  '> ',
  '```',
  '&quot;',
  '&lt;',
  '&amp;',
  '\x1b[31m',
  '\x1b]8;;',
  '\x07',
  '\u00a0',
  '：',
  'x'.repeat(60),
  ...table.flatMap(({ input }) => input),
];

const pieces = PIECES.filter((piece) => piece !== '\n');

/** Lines with wrappers in front of them, as well as wild mixtures. */
const paste = fc.oneof(
  hostileText(PIECES, 20),
  fc
    .array(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }), { maxLength: 15 })
    .map((lines) => lines.map((line) => line.join('')).join('\n')),
  // Few kinds of lines, so that parts of equal sources follow each other.
  fc
    .array(
      fc.constantFrom(...pieces.slice(1, 8).flatMap((stamp) => [`${stamp}abc`, `[pod/a/x] ${stamp}x`])),
      {
        maxLength: 12,
      },
    )
    .map((lines) => lines.join('\r\n')),
);

function unwrapAll(chunks: readonly string[]): ProgramLine[] {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const lines = [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
  return [...lines.flatMap((line) => unwrapper.push(line)), ...unwrapper.end()];
}

const partsOf = ({ physical, parts, from, end }: ProgramLine): readonly { from: number; to: number }[] =>
  physical === 0 ? [] : (parts ?? [{ from, to: end }]);

describe('taking off what is around lines', () => {
  it('loses nothing: the physical lines of all lines give the paste back, each once', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const lines = unwrapAll([text]);
        const parts = lines.flatMap(partsOf).toSorted((a, b) => a.from - b.from);
        expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        expect(parts.every(({ from }, index) => from === (parts[index - 1]?.to ?? 0))).toBe(true);
        expect(lines.reduce((sum, { physical }) => sum + physical, 0)).toBe(parts.length);
      }),
      { numRuns: 300 },
    );
  });

  it('leads each character back to its place, in order, and to itself where it was not escaped', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const line of unwrapAll([text])) {
          let last = 0;
          const isTypography = line.layers.some(({ kind }) => kind === 'typography');
          for (let at = 0; at < line.text.length; at++) {
            const span = spanIn(line, { from: at, to: at + 1 });
            expect(span.from).toBeGreaterThanOrEqual(last);
            expect(span.to).toBeGreaterThan(span.from);
            expect(span.to).toBeLessThanOrEqual(line.physical === 0 ? line.to : line.end);
            if (span.to - span.from === 1 && !isTypography)
              expect(text.charAt(span.from)).toBe(line.text.charAt(at));
            last = span.from;
          }
          for (const { span } of line.layers) {
            expect(span.from).toBeLessThanOrEqual(span.to);
            expect(span.to).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on where a file was cut while it was read', () => {
    fc.assert(
      fc.property(paste, cutPlaces, (text, cuts) => {
        expect(unwrapAll(cutText(text, cuts))).toEqual(unwrapAll([text]));
      }),
    );
  });

  it('gives lines, which have no newlines in them, and no more than eight layers', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const line of unwrapAll([text])) {
          expect(line.text).not.toContain('\n');
          expect(line.layers.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  it('is done by wrappers that take any line, whether they can start it or not', () => {
    fc.assert(
      fc.property(hostileText(PIECES), (line) => {
        for (const { peel, id } of WRAPPERS) {
          const peeled = peel(line);
          if (!peeled) continue;
          expect(peeled.layer.kind).toBe(id);
          expect(peeled.content.pieces[0]?.at).toBe(0);
          expect(peeled.content.pieces.at(-1)?.to ?? 0).toBeLessThanOrEqual(line.length);
        }
      }),
    );
  });

  it.each(table)('asks the wrappers that fit the first characters: $name', ({ input }) => {
    for (const line of input) {
      const fits = WRAPPERS.filter(({ peel }) => peel(line)?.doubtful === undefined && peel(line));
      // Only ANSI may hide a wrapper behind it.
      if (fits.length > 0 && !line.includes('\x1b'))
        expect(unwrapAll([line])[0]?.layers.length).toBeGreaterThan(0);
    }
  });
});

const STAMP = '2026-11-21T08:18:33.966400123Z';
const docker = (log: string): string => `{"log":"${log}","stream":"stderr","time":"${STAMP}"}\n`;

describe('taking off what is around lines costs time in proportion to the paste', () => {
  it.each<[string, (size: number) => string]>([
    ['klog lines', (size) => `${KLOG}\n`.repeat(size)],
    ['equal characters', (size) => 'x'.repeat(size * 10)],
    ['rows of one width', (size) => `${'word'.repeat(20)}\n`.repeat(size)],
    ['rows behind a record', (size) => `${KLOG}\n${'x'.repeat(KLOG.length)}\n`.repeat(size)],
    ['parts of one line', (size) => `${STAMP} stdout P x\n`.repeat(size)],
    [
      'parts of many containers',
      (size) => Array.from({ length: size }, (_, at) => `[pod/a/x${at}] ${STAMP} stdout P x\n`).join(''),
    ],
    ['escapes in lines', (size) => docker('\\u003c\\t'.repeat(100) + '\\n').repeat(size / 100)],
    ['escapes in one line', (size) => docker('\\n'.repeat(size / 2))],
    ['nested quotes', (size) => '>'.repeat(size)],
    ['nested prefixes', (size) => `${'[pod/a/x] '.repeat(50)}\n`.repeat(size / 50)],
    ['escapes in escapes', (size) => `"${'\\'.repeat(size * 4)}"`],
    ['open colours', (size) => '\x1b]'.repeat(size)],
    ['colours', (size) => '\x1b[1mx'.repeat(size)],
    ['entities', (size) => '&lt;'.repeat(size)],
    ['ampersands', (size) => '&lt;&'.repeat(size)],
    ['open brackets', (size) => '{"log":'.repeat(size)],
    ['a stack in syslog', (size) => `Nov 21 08:18:33 node1 a[1]: ${'#012#011'.repeat(size)}`],
    ['dashes', (size) => `${'a.b-1-'.repeat(60)}\n`.repeat(size / 60)],
    ['full-width colons', (size) => `${KLOG.replaceAll(':', '：')}${'：'.repeat(size)}`],
    ['bytes of journald', (size) => `{"_HOSTNAME":"n","MESSAGE":[${'73,'.repeat(size)}10]}`],
    ['new speakers', (size) => Array.from({ length: size }, (_, at) => `c${at}  | ${KLOG}\n`).join('')],
  ])('%s', (_, make) => {
    expect(growth((text) => unwrapAll([text]), make, 600)).toBeLessThan(LINEAR);
  });
});
