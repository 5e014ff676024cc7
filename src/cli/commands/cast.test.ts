import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const HEADER = '{"version": 3, "term": {"cols": 20, "rows": 5}, "title": "one"}';
const CAST = [
  HEADER,
  '[0.5, "m", "s-\\u001b[31mtail"]',
  '[0.5, "o", "\\u001b[32m$ \\u001b[0mls\\r\\n"]',
  '[1, "o", "10%\\r100%\\r\\n\\u001b]52;c;cm0=\\u0007"]',
  '',
].join('\n');

async function cast(args: readonly string[] = [], file = CAST) {
  const io = ioOf({ 'one.cast': file });
  const exit = await main(['cast', ...args, 'one.cast'], io);
  return { exit, ...io.told() };
}

describe('kb cast', () => {
  it('prints what was shown, with markers as comments, and nothing that acts', async () => {
    expect(await cast()).toEqual({ exit: 0, out: '# s-·[31mtail\n$ ls\n100%\n', error: '' });
  });

  it('tells the same as JSON', async () => {
    const { exit, out } = await cast(['--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      version: 3,
      columns: 20,
      rows: 5,
      title: 'one',
      duration: 2_000_000,
      lines: [
        { text: '$ ls', at: 1_000_000 },
        { text: '100%', at: 2_000_000 },
      ],
      marks: [{ label: 's-\u001b[31mtail', at: 500_000, line: 0 }],
      leftOut: { clipboard: 1 },
      problems: [],
    });
  });

  it('shows on the error stream what it could not read, and prints the rest', async () => {
    const { exit, out, error } = await cast([], `${HEADER}\nhello\n[1, "o", "x"]\n`);
    expect({ exit, out }).toEqual({ exit: 0, out: 'x\n' });
    expect(error).toMatchInlineSnapshot(`
      "2 | hello
        | ^^^^^ expected an event such as [1.5, "o", "text"], found \`hello\`
      "
    `);
  });

  it('finds nothing in what is no recording', async () => {
    const { exit, out, error } = await cast([], 'hello\n');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toContain('expected a header such as');
  });

  it('needs one file', async () => {
    const io = ioOf({});
    expect(await main(['cast'], io)).toBe(2);
    expect(io.told().error).toContain(
      'expected one file, or - for standard input\nusage: kb cast [--json] FILE|-\n',
    );
  });
});
