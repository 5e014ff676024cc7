import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import type { Answer } from '../../core/match/index.ts';
import type { Report } from '../printers/match-report.ts';
import { drawable } from '../../core/text/index.ts';
import type { Decoded } from '../command.ts';
import { main } from '../main.ts';
import { answerText } from '../printers/match-text.ts';

/** A line of each kind: what is known, what is noise, what nobody knows. */
const LOG = [
  'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443',
  'E0614 19:57:00.000000       1 other.go:1] nobody knows this line',
  'F0614 19:57:01.269085       1 controller.go:161] Unable to perform initial IP allocation check: unable to refresh the service IP block: Get "https://localhost:6443/api/v1/services": dial tcp: i/o timeout',
  '',
].join('\n');

async function match(args: readonly string[], file: string | readonly string[] = LOG) {
  const io = ioOf({ 'boot.log': file, '-': file });
  const exit = await main(['match', ...args], io);
  return { exit, ...io.told() };
}

const json = async (file?: string | readonly string[]): Promise<Answer> =>
  JSON.parse((await match(['--json', 'boot.log'], file)).out) as Answer;

describe('kb match', () => {
  it('ends with 0 where a runbook fits, and with 1 where none does', async () => {
    expect((await match(['boot.log'])).exit).toBe(0);
    expect((await match(['boot.log'], 'nothing to see\n')).exit).toBe(1);
    expect((await match(['boot.log'], '')).exit).toBe(1);
  });

  it('reads standard input for a dash, in whatever chunks it comes', async () => {
    const whole = await match(['-']);
    expect(whole.exit).toBe(0);
    expect((await match(['-'], LOG.split(/(?<=.)/su))).out).toBe(whole.out);
  });

  it('says nothing on the error stream', async () => {
    expect((await match(['boot.log'])).error).toBe('');
    expect((await match(['boot.log'], 'x')).error).toBe('');
  });
});

describe('kb match --json', () => {
  it('is one line of JSON with the promised keys', async () => {
    const { out } = await match(['--json', 'boot.log']);
    expect(out).toMatch(/^\{.*\}\n$/);
    const answer = await json();
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['detected', 'matches', 'lines', 'versions']));
    const [best] = answer.matches;
    expect(best).toMatchObject({
      runbook: 'APISRV-BOOT-001',
      slug: 'apiserver-localhost-dns',
      score: expect.any(Number),
      step: expect.stringMatching(/^s-/),
      signature: expect.stringMatching(/^sig-/),
      reason: expect.stringContaining(
        'Line 3 (fatal) says `Unable to perform initial IP allocation check: `',
      ),
      lines: expect.arrayContaining([3]),
    });
  });

  it('has the span and the verdict of every line, and whose it is', async () => {
    const { lines } = await json();
    expect(lines.map(({ from, to }) => LOG.slice(from, to)).join('')).toBe(LOG);
    expect(lines.map(({ verdict, runbook }) => [verdict, runbook])).toEqual([
      ['noise', 'APISRV-BOOT-001'],
      ['unknown', undefined],
      ['cause', 'APISRV-BOOT-001'],
    ]);
  });

  it('has no match, no releases and still every line where nothing is known', async () => {
    const answer = await json('nothing to see\r\nhere\n');
    expect(answer).toEqual({
      detected: [{ kind: 'plain', lines: 2 }],
      matches: [],
      explained: [],
      nearest: [],
      lines: [
        { from: 0, to: 16, verdict: 'unknown' },
        { from: 16, to: 21, verdict: 'unknown' },
      ],
      versions: null,
    });
  });
});

describe('what a person reads', () => {
  it('is the runbook with its reason and first step, then the lines that say something', async () => {
    const { out } = await match(['boot.log']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^APISRV-BOOT-001 {2}apiserver-localhost-dns {2}\(\d+\)$/);
    expect(lines[1]).toMatch(/^ {2}why {4}Line 3 \(fatal\) says `Unable to perform/);
    expect(lines[2]).toMatch(/^ {2}first {2}s-[\w-]+: .+ \(danger [0-4]\)$/);
    expect(out).toContain('port = 6443 (line 3)');
    expect(out).toMatch(/^fits {2}Kubernetes 1\.\d+\.\d+.*\(secure_serving\.go:202\)$/m);
    expect(out).toMatch(/^read {2}3 lines: cause 1, noise 1, unknown 1 \(klog text 3\)$/m);
    expect(out).toMatch(
      /^ {5}2 {2}unknown {6}E0614 19:57:00.000000 {7}1 other.go:1\] nobody knows this line$/m,
    );
  });

  it('leaves out lines that only inform, and those that continue a record', async () => {
    const quiet = 'I0614 19:56:30.000000       1 quiet.go:1] all is well\n';
    const { out } = await match(['boot.log'], `${quiet}${LOG}goroutine 1 [running]:\nmain.main()\n`);
    expect(out).toMatch(/^read {2}6 lines: /m);
    expect(out.match(/^ +\d+ {2}(?=\w)/gm)).toEqual(['     2  ', '     3  ', '     4  ']);
  });

  it('cuts a long line for the screen', async () => {
    const { out } = await match(['boot.log']);
    expect(out).toMatch(/^ {5}3 {2}cause {8}F0614 .{134}…$/m);
  });

  it('says so where nothing is known', async () => {
    const { out } = await match(['boot.log'], 'nothing to see\n');
    expect(out).toMatch(/^not known: no signature is in it\nread {2}1 line: unknown 1 \(plain text 1\)\n/);
  });

  it('names what the noise registry explains away, and when it is not harmless', async () => {
    const { exit, out } = await match(
      ['boot.log'],
      'E0614 19:57:00.000000       1 dns.go:136] Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: 10.0.0.2 10.0.0.3 10.0.0.4\n',
    );
    expect(exit).toBe(1);
    expect(out).toContain('noise  n-nameserver-limits  Nameserver limits were exceeded (line 1)\n');
    expect(out).toContain('      not harmless if a name resolves on the node and not in a pod');
  });

  it('cannot move the cursor of the terminal', async () => {
    const { out } = await match(
      ['boot.log'],
      'E0614 19:57:00.000000       1 x.go:1] \u001b[2Jgone \u0007\u009b31m\n',
    );
    expect(out).toContain('·[2Jgone ··31m');
    for (const line of out.split('\n')) expect(drawable(line)).toBe(line);
  });

  it('names other runbooks that fit, and that they fit as well', () => {
    const one = {
      runbook: 'A-BOOT-001',
      slug: 'a',
      score: 50,
      step: 's-a',
      signature: 'sig-a',
      reason: 'Because of a.',
      lines: [1],
      captures: [],
      ambiguous: true,
    };
    const other = { ...one, runbook: 'B-BOOT-001', slug: 'b', reason: 'Because of b.' };
    const report: Report = {
      detected: [],
      matches: [one, other],
      explained: [],
      nearest: [],
      versions: null,
    };
    const text = answerText(report, [], 'en', Infinity);
    expect(text).toContain('  first  s-a:  (danger ?)');
    expect(text).toContain('  ambiguous: another runbook fits as well');
    expect(text).toContain('also  B-BOOT-001  b  (50)  Because of b.');
  });

  it('labels what is only similar, and names what comes nearest where nothing is known', () => {
    const near = { runbook: 'B-BOOT-001', slug: 'b', signature: 'sig-b', line: 7, share: 0.4 };
    const none: Report = { detected: [], matches: [], explained: [], nearest: [near], versions: null };
    expect(answerText(none, [], 'en', Infinity)).toEqual([
      'not known: no signature is in it',
      'nearest, but not near enough  B-BOOT-001  b  sig-b  (line 7, 40 % of the wording)',
    ]);
    const match = {
      runbook: 'A-BOOT-001',
      slug: 'a',
      score: 50,
      step: 's-a',
      signature: 'sig-a',
      reason: 'Because.',
      lines: [1],
      captures: [],
      ambiguous: false,
      similar: 0.5,
    };
    const similar: Report = { detected: [], matches: [match], explained: [], nearest: [], versions: null };
    expect(answerText(similar, [], 'en', Infinity)[0]).toBe('A-BOOT-001  a  (50)  similar, not exact');
  });

  it('says where source lines contradict each other', () => {
    const versions = {
      product: 'kubernetes',
      ranges: [],
      evidence: [{ place: 'a.go:1', ranges: [], span: { from: 0, to: 1 } }],
    };
    const text = answerText(
      { detected: [], matches: [], explained: [], nearest: [], versions },
      [],
      'en',
      Infinity,
    );
    expect(text).toContain('fits  Kubernetes no release: the source lines contradict each other (a.go:1)');
  });

  it('keeps to the width of a terminal', async () => {
    const io = { ...ioOf({ 'boot.log': LOG }), columns: 60 };
    await main(['match', 'boot.log'], io);
    const lines = io
      .told()
      .out.split('\n')
      .filter((line) => !/^ {9}\S/.test(line) && !line.startsWith('fits'));
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines.length).toBeGreaterThan(7);
  });

  it('is in the language that is asked for, lines and commands aside', async () => {
    const { out } = await match(['--language', 'zh', 'boot.log']);
    expect(out).toMatch(/^ {2}原因 {3}第 3 行（致命）写着 `Unable to perform/m);
    expect(out).toMatch(/^读入 {2}3 行: 原因 1, 噪声 1, 未知 1 \(klog 文本 3\)$/m);
    expect((await match(['--language', 'fr', 'boot.log'])).exit).toBe(2);
  });
});

describe('kb match --explain', () => {
  it('has line and column of every literal and hole, what was ignored, and what was asked', async () => {
    const { out } = await match(['--explain', 'boot.log']);
    expect(out).toContain('  because  sig-ip-allocation, cause\n');
    expect(out).toMatch(/^ {11}3:50 {5}literal {2}`Unable to perform initial IP allocation check: `$/m);
    expect(out).toMatch(/^ {11}3:160 {4}<port> {3}`6443` = port$/m);
    expect(out).toMatch(/^ {2}ignored {2}3:1 .*`F0614 19:57:01.269085 {7}1 controller.go:161\]`$/m);
    expect(out).toMatch(/^ {2}yes {6}logged as fatal, here fatal$/m);
    expect(out).toMatch(/^ {2}nearest {2}.+: expected `.+`, found `.+`$/m);
  });

  it('points at what it names, in every source', async () => {
    const io = ioOf({ 'a.log': LOG, 'b.log': `\n\n${LOG}` });
    await main(['match', '--json', '--explain', 'a.log', 'b.log'], io);
    const { explanations } = JSON.parse(io.told().out) as Report;
    expect(explanations?.length).toBeGreaterThan(0);
    for (const { source, parts, ignored } of explanations ?? []) {
      const lines = (source === 'a.log' ? LOG : `\n\n${LOG}`).split('\n');
      for (const { line = 0, column = 0, text } of [...parts, ...ignored])
        expect(lines[line - 1]?.slice(column - 1).startsWith(text)).toBe(true);
    }
  });
});

describe('kb match of several sources', () => {
  const FILES = {
    'bundle/kubelet.log': 'nothing to see\n',
    'bundle/logs/apiserver.log': LOG,
    'bundle/logs/core': '\0\u0001\u0002\0\0\0ELF\0\0\0',
    'bundle/logs/old.gz': '\u001f\ufffd\u0008\0abc',
    'one.log': LOG,
  };
  const run = async (...args: string[]) => {
    const io = ioOf(FILES);
    const exit = await main(['match', ...args], io);
    return { exit, ...io.told() };
  };

  it('names the source of each line, and what it skipped', async () => {
    const { exit, out } = await run('bundle');
    expect(exit).toBe(0);
    expect(out).toMatch(/^APISRV-BOOT-001 .* bundle\/logs\/apiserver\.log:/);
    expect(out).toMatch(/^bundle\/kubelet\.log: +1 {2}unknown +nothing to see$/m);
    expect(out).toMatch(/^bundle\/logs\/apiserver\.log: +3 {2}cause /m);
    expect(out).toContain('bundle/logs/core: skipped: not a text\n');
    expect(out).toContain('bundle/logs/old.gz: skipped: compressed, unpack it first\n');
    expect(out).toMatch(/^read {2}4 lines: /m);
  });

  it('ranks them together, as data', async () => {
    const report = JSON.parse((await run('--json', 'one.log', 'bundle')).out) as Report &
      Pick<Answer, 'lines'>;
    expect(report.sources?.map((one) => [one.source, 'skipped' in one ? one.skipped : one.lines])).toEqual([
      ['one.log', 3],
      ['bundle/kubelet.log', 1],
      ['bundle/logs/apiserver.log', 3],
      ['bundle/logs/core', 'binary'],
      ['bundle/logs/old.gz', 'compressed'],
    ]);
    const [best] = report.matches;
    expect(best).toMatchObject({ runbook: 'APISRV-BOOT-001', source: 'one.log' });
    expect(best?.places?.map(({ source }) => source)).toEqual(['one.log', 'bundle/logs/apiserver.log']);
    expect(report.lines).toHaveLength(7);
    for (const line of report.lines) expect(line).toHaveProperty('source');
  });

  it('reads a file that is named, whatever is in it', async () => {
    const { out } = await run('--json', 'bundle/logs/core');
    expect(JSON.parse(out)).toMatchObject({ matches: [] });
  });

  it('mixes files and standard input', async () => {
    const io = ioOf({ '-': LOG, 'a.log': 'x\n' });
    expect(await main(['match', '--json', 'a.log', '-'], io)).toBe(0);
    expect(JSON.parse(io.told().out)).toMatchObject({ matches: [{ source: '-' }] });
  });

  it('prints nothing before a file that is missing is told', async () => {
    const { exit, out, error } = await run('one.log', 'gone.log');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toContain("no such file or directory, open 'gone.log'");
  });
});

describe('kb match of a stream', () => {
  /** What has been printed by the time that each chunk has been read. */
  async function stream(args: readonly string[], chunks: readonly string[]): Promise<string[]> {
    const io = ioOf({});
    const seen: string[] = [];
    async function* input(): AsyncGenerator<Decoded> {
      for (const text of chunks) {
        yield { text };
        seen.push(io.told().out);
      }
    }
    await main(['match', ...args, '-'], { ...io, readDecoded: input });
    return [...seen, io.told().out];
  }
  const [first = '', second = '', third = ''] = LOG.split(/(?<=\n)/);

  it('tells a finding as soon as its line has come', async () => {
    const seen = await stream([], [first, second, third, third]);
    expect(seen[0]).toMatch(
      /^ {5}1 {2}noise .*\n {8}→ APISRV-BOOT-001 {2}apiserver-localhost-dns {2}s-ifaddr\n$/,
    );
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).toMatch(/\n {5}3 {2}cause .*\n {8}→ .* s-resolv\n$/);
    expect(seen[3]).toBe(seen[2]);
    expect(seen[4]).toContain('\nAPISRV-BOOT-001  apiserver-localhost-dns  (');
    expect(seen[4]?.match(/ cause {8}F0614/g)).toHaveLength(1);
  });

  it('tells one JSON object a line', async () => {
    const seen = await stream(['--ndjson'], [first, second, third]);
    const read = (text = ''): { type: string; runbook?: string; line?: number; text?: string }[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(read(seen[0])).toMatchObject([
      { type: 'finding', verdict: 'noise', line: 1, text: first.trimEnd() },
    ]);
    const all = read(seen.at(-1));
    expect(all.at(-1)).toMatchObject({ type: 'answer', matches: [{ runbook: 'APISRV-BOOT-001' }] });
    expect(all.filter(({ type }) => type === 'finding').map(({ line }) => line)).toEqual([1, 3, 3]);
  });

  it('keeps --json one object, and refuses both', async () => {
    expect(JSON.parse((await stream(['--json'], [first, third])).at(-1) ?? '')).toHaveProperty('lines');
    expect((await match(['--json', '--ndjson', '-'])).exit).toBe(2);
  });
});
