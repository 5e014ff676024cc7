import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { drawable } from '../../core/text/index.ts';
import { main } from '../main.ts';

const klog = (clock: string, letter: string, message: string): string =>
  `${letter}0614 ${clock}       1 server.go:12] ${message}`;

const LOG = [
  klog('19:56:31.263446', 'I', 'Serving securely on [::]:6443'),
  ...Array.from({ length: 20 }, (_, index) =>
    klog(
      `19:57:${String(index + 10).padStart(2, '0')}.264713`,
      'E',
      `try ${index}: failed to list: dial tcp: i/o timeout`,
    ),
  ),
  klog('19:58:01.269085', 'F', 'gave up'),
  'goroutine 1 [running]:',
  'main.main()',
  '\t/src/main.go:25 +0x10d',
  '',
  'what is this line',
  '',
].join('\n');

async function read(args: readonly string[], file: string | readonly string[] = LOG) {
  const io = ioOf({ 'boot.log': file, '-': file });
  const exit = await main(['read', ...args], io);
  return { exit, ...io.told() };
}

describe('kb read', () => {
  it('ends with 0 where a line is of a known format, and with 1 where none is', async () => {
    expect((await read(['boot.log'])).exit).toBe(0);
    expect((await read(['boot.log'], 'nothing to see\n')).exit).toBe(1);
    expect((await read(['boot.log'], '')).exit).toBe(1);
  });

  it('shows each record with its severity and innermost error, loops folded, and the summary at the end', async () => {
    const { out, error } = await read(['boot.log']);
    expect(error).toBe('');
    expect(out).toMatchInlineSnapshot(`
      "     1  06-14T19:56:31.263446  info     server.go:12  Serving securely on [::]:6443
           2  06-14T19:57:10.264713  error    server.go:12  try 0: failed to list: dial tcp: i/o timeout
              └ i/o timeout
              × 20, until 06-14T19:57:29.264713
          22  06-14T19:58:01.269085  fatal    server.go:12  gave up  (+4 lines)
          27  ?        what is this line

      read     27 lines, 23 records
      formats  klog 22
      levels   fatal 1, error 20, info 1
      time     06-14T19:56:31.263446 to 06-14T19:58:01.269085
      gap      39 s pass between lines 1 and 2.
      gap      32 s pass between lines 21 and 22.
      rhythm   \`try *: failed to list: dial tcp: i/o timeout\` comes every 1 s, 20 times.
      not understood: 1 line
          27  × 1  what is this line
      "
    `);
  });

  it('reads standard input for a dash, in whatever chunks it comes', async () => {
    const whole = await read(['-']);
    expect((await read(['-'], LOG.split(/(?<=.)/su))).out).toBe(whole.out);
    expect((await read(['--json', '-'], LOG.split(/(?<=.)/su))).out).toBe((await read(['--json', '-'])).out);
  });

  it('shows only what is bad enough when asked to, and counts all', async () => {
    const { out } = await read(['--severity', 'fatal', 'boot.log']);
    expect(out).toContain('gave up');
    expect(out).not.toContain('Serving securely');
    expect(out).toContain('fatal 1, error 20, info 1');
  });

  it.each([
    [['--severity', 'loud', 'boot.log'], 'expected one of fatal, error, warning'],
    [[], 'expected one file'],
    [['a', 'b'], 'expected one file'],
  ])('does not know the use %j', async (args, words) => {
    const { exit, error } = await read(args);
    expect(exit).toBe(2);
    expect(error).toContain(words);
    expect(error).toContain('usage: kb read');
  });

  it('draws control characters as dots, so that nothing acts', async () => {
    const { out } = await read(['boot.log'], klog('19:56:31.263446', 'E', 'x\u0007\u001b]0;title\u0007y'));
    expect(out).toBe(out.split('\n').map(drawable).join('\n'));
  });
});

describe('kb read --json', () => {
  it('is one line of JSON with the promised keys', async () => {
    const { out } = await read(['--json', 'boot.log']);
    expect(out).toMatch(/^\{.*\}\n$/);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      lines: 27,
      recordCount: 23,
      formats: [{ id: 'klog', count: 22 }],
      severities: [
        { id: 'fatal', count: 1 },
        { id: 'error', count: 20 },
        { id: 'info', count: 1 },
      ],
      folds: [{ line: 2, to: 21, records: 1, times: 20 }],
      unread: { count: 1, first: [{ number: 27, text: 'what is this line' }] },
      templates: { templates: [{ text: 'what is this line', count: 1 }] },
      tooLong: [],
    });
    expect(answer.records).toHaveLength(23);
    expect(answer.records[1]).toMatchObject({
      number: 2,
      severity: 'error',
      time: '06-14T19:57:10.264713',
      place: 'server.go:12',
      errors: [
        { text: 'try 0' },
        { text: 'failed to list' },
        { text: 'dial tcp' },
        { text: 'i/o timeout', innermost: true },
      ],
    });
    for (const { from, to } of answer.unread.first) expect(LOG.slice(from, to)).toBe('what is this line\n');
  });

  it('is whole also where nothing was read', async () => {
    expect(JSON.parse((await read(['--json', 'boot.log'], '')).out)).toMatchObject({ records: [], lines: 0 });
  });
});
