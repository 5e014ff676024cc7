import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import type { Answer } from '../../core/match/index.ts';
import { drawable } from '../../core/text/index.ts';
import { main } from '../main.ts';
import { answerText } from './match.ts';

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
    expect(out).toMatch(/^not known: no signature is in it\nread {2}1 lines: unknown 1 \(plain text 1\)\n/);
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
    const answer: Answer = { detected: [], matches: [one, other], lines: [], versions: null };
    const text = answerText(answer, [], () => undefined);
    expect(text).toContain('  first  s-a:  (danger ?)\n  ambiguous: another runbook fits as well\n');
    expect(text).toContain('also  B-BOOT-001  b  (50)  Because of b.\n');
  });

  it('says where source lines contradict each other', () => {
    const versions = {
      product: 'kubernetes',
      ranges: [],
      evidence: [{ place: 'a.go:1', ranges: [], span: { from: 0, to: 1 } }],
    };
    const text = answerText({ detected: [], matches: [], lines: [], versions }, [], () => undefined);
    expect(text).toContain('fits  Kubernetes no release: the source lines contradict each other (a.go:1)\n');
  });
});
