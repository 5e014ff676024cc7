import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { readCast } from './read.ts';
import { type Transcript, transcribe } from './transcript.ts';

/** Events at 0, 1, 2 … seconds: output, or a marker that begins with `#`. */
function transcript(...events: string[]): Transcript {
  const lines = events.map((data, index) =>
    JSON.stringify(data.startsWith('#') ? [index, 'm', data.slice(1)] : [index, 'o', data]),
  );
  const { cast } = readCast(['{"version":2,"width":20,"height":5}', ...lines].join('\n'));
  if (!cast) throw new Error('no recording');
  return transcribe(cast);
}

const texts = ({ lines }: Transcript): string[] => lines.map(({ text }) => text);

describe('a transcript', () => {
  it('has neither colours nor motion', () => {
    expect(texts(transcript('\x1b[1;32m$ \x1b[0mls\r\n', '\x1b[34mbin\x1b[0m  etc\r\n'))).toEqual([
      '$ ls',
      'bin  etc',
    ]);
  });

  it('joins the lines that the terminal wrapped, with their blanks', () => {
    const long = 'kubectl get pods -n kube-system -o wide';
    expect(texts(transcript(`$ ${long}\r\n`, 'ok'))).toEqual([`$ ${long}`, 'ok']);
  });

  it('does not join lines that only are as long as the terminal', () => {
    expect(texts(transcript('12345678901234567890\r\n', 'next'))).toEqual(['12345678901234567890', 'next']);
  });

  it('says when a line was last written to', () => {
    const { lines } = transcript('0%', '\r50%', '\r100%\r\n', 'done');
    expect(lines).toEqual([
      { text: '100%', at: 2e6 },
      { text: 'done', at: 3e6 },
    ]);
  });

  it('sets a marker before the line that comes next', () => {
    const { lines, marks } = transcript(
      '$ ',
      '#s-tail',
      'grep x\r\n',
      'found\r\n$ ',
      '#s-end',
      'exit\r\n',
      '#after',
    );
    expect(lines.map(({ text }) => text)).toEqual(['$ grep x', 'found', '$ exit']);
    expect(marks).toEqual([
      { label: 's-tail', at: 1e6, line: 0 },
      { label: 's-end', at: 4e6, line: 2 },
      { label: 'after', at: 6e6, line: 3 },
    ]);
  });

  it('sets a marker whose row was cleared away where the next one stands', () => {
    const { marks } = transcript(
      'a\r\nb\r\n',
      '#gone',
      '\x1b[A\x1b[M\x1b[2;4r\x1b[2;1H\x1b[M',
      'x\r\n',
      '#there',
      'y',
    );
    expect(marks.map(({ label }) => label)).toEqual(['gone', 'there']);
    expect(marks[0]?.line).toBeLessThanOrEqual(marks[1]?.line ?? 0);
  });

  it('leaves out what acts, and counts it', () => {
    const { lines, leftOut } = transcript(
      'a\x1b]52;c;cm0=\x07b\x1b]0;',
      'owned\x07c',
      '\x1b]8;;https://evil.example\x07d\x1b]8;;\x07',
    );
    expect(lines.map(({ text }) => text)).toEqual(['abcd']);
    expect(leftOut).toEqual({ clipboard: 1, title: 1, link: 2 });
  });
});

describe('any recording', () => {
  const keywords = [
    '\x1b[2J',
    '\x1b[H',
    '\x1b[K',
    '\x1b[A',
    '\x1b[999L',
    '\x1b[999T',
    '\x1b]52;',
    '\x1b[2;3r',
    '\x1b[?1049h',
    '\r\n',
    '中',
    '#m',
    '#s-tail',
  ];

  it('has a transcript without controls, with its markers in their order and within it', () => {
    fc.assert(
      fc.property(fc.array(hostileText(keywords, 8), { maxLength: 12 }), (events) => {
        const { lines, marks } = transcript(...events);
        // eslint-disable-next-line no-control-regex
        for (const { text } of lines) expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
        const places = marks.map(({ line }) => line);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) expect(place <= lines.length).toBe(true);
      }),
    );
  });

  it.each([
    ['lines', (size: number) => 'x\r\n'.repeat(size / 3)],
    ['one line', (size: number) => 'x'.repeat(size)],
    ['cleared screens', (size: number) => '\x1b[2Jx'.repeat(size / 5)],
    ['empty cleared screens', (size: number) => '\x1b[2J'.repeat(size / 4)],
    ['inserted rows', (size: number) => '\x1b[999L'.repeat(size / 6)],
    ['scrolling in a region', (size: number) => `\x1b[1;3r\x1b[3;1H${'\n'.repeat(size)}`],
    ['full-screen programs', (size: number) => '\x1b[?1049hx\x1b[?1049l'.repeat(size / 17)],
    ['blanks', (size: number) => '\x1b[999Cx\r\n'.repeat(size / 9)],
    ['accents', (size: number) => `e${'\u0301'.repeat(size)}`],
  ])('costs no more than its length: %s', (_, make) => {
    expect(growth((text) => transcript(text).lines.length, make, 10_000)).toBeLessThan(LINEAR);
  });

  it('that is there to keep a reader busy is given up, and what came before is kept', () => {
    const busy = '\\u001b[999L'.repeat(20_000);
    const { cast } = readCast(
      `{"version":2,"width":500,"height":500}\n[0, "o", "before\\r\\n\\u001b[2J"]\n[1, "o", "${busy}"]\n[2, "o", "after"]`,
    );
    const { lines, cutAt } = transcribe(cast as NonNullable<typeof cast>);
    expect([lines.map(({ text }) => text), cutAt]).toEqual([['before'], 1]);
  });

  it('with many markers costs no more than its length', () => {
    const make = (size: number): string => '#m\n'.repeat(size / 3);
    expect(growth((text) => transcript(...text.split('\n')).marks.length, make, 10_000)).toBeLessThan(LINEAR);
  });
});
