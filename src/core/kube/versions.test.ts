import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type VersionHint,
  type VersionMark,
  createVersionReader,
  fitsVersions,
  versionEvidence,
} from './versions.ts';
import table from './version-table.json' with { type: 'json' };

const span = { from: 3, to: 9 };
const mark = (file: string, line: number, message: string): VersionMark => ({ file, line, message, span });
const SERVING = mark('secure_serving.go', 202, 'Serving securely on [::]:6443');
const CHECKERS = mark('healthz.go', 123, 'Installing health checkers for (/healthz): "ping"');

function hintOf(...marks: VersionMark[]): VersionHint | undefined {
  const reader = createVersionReader();
  marks.forEach(reader.push);
  return reader.end();
}

describe('the release that a source line tells', () => {
  it.each([
    [SERVING, ['1.19.15–1.19.16', '1.20.11–1.20.15', '1.21.5–1.21.14']],
    [CHECKERS, ['1.16.0–1.16.12', '1.17.0–1.17.8']],
    [mark('controller.go', 116, 'loading OpenAPI spec for "x"'), ['1.19.0–1.27.16']],
    [
      mark('leaderelection.go', 243, 'attempting to acquire leader lease kube-system/kube-scheduler...'),
      ['1.19.0–1.21.14'],
    ],
    [
      mark('apf_controller.go', 274, 'Starting API Priority and Fairness config controller'),
      ['1.20.12–1.20.15'],
    ],
  ])('of $file:$line is one of these: %j', (one, ranges) => {
    expect(hintOf(one)?.ranges).toEqual(ranges);
  });

  it('is shown with the line that told it', () => {
    expect(hintOf(SERVING)?.evidence).toMatchObject([{ place: 'secure_serving.go:202', span }]);
  });

  it('is the same when the folder of the file is printed', () => {
    expect(hintOf({ ...SERVING, file: 'server/secure_serving.go' })).toEqual(hintOf(SERVING));
  });

  it('is told by a frame, if the function is the same', () => {
    const frame = { file: '/go/src/k8s.io/klog/v2/klog.go', line: 1026, span };
    expect(hintOf({ ...frame, symbol: 'k8s.io/klog/v2.stacks' })?.ranges).toContain('1.20.0–1.20.15');
    expect(hintOf({ ...frame, symbol: 'k8s.io/klog/v2.other' })).toBeUndefined();
  });

  it.each([
    ['another message', mark('secure_serving.go', 202, 'Stopped listening')],
    ['another line', mark('secure_serving.go', 1, 'Serving securely on [::]:6443')],
    ['another file', mark('serving.go', 202, 'Serving securely on [::]:6443')],
    ['no message', { file: 'secure_serving.go', line: 202, span }],
  ])('is not guessed at for %s', (_, one) => {
    expect(hintOf(one)).toBeUndefined();
  });

  it('fits all lines of a paste', () => {
    const older = mark('controller.go', 114, 'loading OpenAPI spec for "x"');
    expect(hintOf(older, CHECKERS)?.ranges).toEqual(['1.16.0–1.16.12', '1.17.0–1.17.8']);
    expect(hintOf(SERVING, mark('controller.go', 116, 'loading OpenAPI spec for "x"'))?.ranges).toEqual(
      hintOf(SERVING)?.ranges,
    );
  });

  it('is none when two lines contradict each other, and both are shown', () => {
    const hint = hintOf(SERVING, CHECKERS);
    expect(hint?.ranges).toEqual([]);
    expect(hint?.evidence).toHaveLength(2);
  });

  it('counts a line that is logged again and again once', () => {
    expect(hintOf(SERVING, SERVING, SERVING)).toEqual(hintOf(SERVING));
  });

  it('does not depend on the order of the lines', () => {
    const places = table.places.flatMap(({ file, lines, text }) =>
      text ? Object.keys(lines).map((line) => mark(file, Number(line), text)) : [],
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...places), { maxLength: 4 }), (marks) => {
        const sorted = (hint: VersionHint | undefined): unknown => hint && hint.ranges.toSorted();
        expect(sorted(hintOf(...marks))).toEqual(sorted(hintOf(...marks.toReversed())));
      }),
    );
  });
});

describe('the table of source lines', () => {
  it('has ranges that go upwards, of one minor release after the other', () => {
    for (const { lines } of table.places) {
      for (const ranges of Object.values(lines as Readonly<Record<string, readonly string[]>>)) {
        const ends = ranges.flatMap((range) => range.split('-'));
        for (const end of ends) expect(end).toMatch(/^1\.\d+\.\d+$/);
        const numbers = ends.map((end) => end.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }
  });

  it('finds each of its own places', () => {
    for (const { file, lines, text, symbol } of table.places as readonly {
      file: string;
      lines: object;
      text?: string;
      symbol?: string;
    }[]) {
      for (const line of Object.keys(lines)) {
        const own = {
          file,
          line: Number(line),
          span,
          ...(text ? { message: `x ${text} y` } : {}),
          ...(symbol ? { symbol } : {}),
        };
        expect(versionEvidence(own)?.ranges).not.toEqual([]);
      }
    }
  });
});

describe('whether a release fits', () => {
  it.each([
    [['1.20.0-1.20.15'], true],
    [['1.20.15'], true],
    [['1.20.0-1.20.10'], false],
    [['1.18.0-1.18.9', '1.21.14-1.30.0'], true],
    [['1.22.0-1.99.0'], false],
  ])('%j with 1.20.11–1.20.15 and its like: %s', (wanted, fits) => {
    expect(fitsVersions(hintOf(SERVING), wanted)).toBe(fits);
  });

  it('is not known without a hint, without a wish, or when the hint contradicts itself', () => {
    expect(fitsVersions(undefined, ['1.20.0'])).toBeUndefined();
    expect(fitsVersions(hintOf(SERVING), [])).toBeUndefined();
    expect(fitsVersions(hintOf(SERVING, CHECKERS), ['1.20.0'])).toBeUndefined();
  });
});
