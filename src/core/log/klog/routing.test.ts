import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { compareKlogVersions } from './flags.ts';
import { KLOG_SEVERITIES, type KlogRoutes, type KlogSeverity, routeKlog } from './routing.ts';
import dumps from './samples/fatal.json' with { type: 'json' };
import table from './samples/routing.json' with { type: 'json' };

const wordsOf = (flags: string): string[] => flags.split(' ').filter(Boolean);

const LETTERS: Readonly<Record<KlogSeverity, string>> = { info: 'I', warning: 'W', error: 'E', fatal: 'F' };
const lettersOf = (severities: readonly KlogSeverity[], printed = 'IWE'): string =>
  severities
    .map((severity) => LETTERS[severity])
    .filter((letter) => printed.includes(letter))
    .join('');

/** What can be counted of a program that prints I (an empty one among them), W and E: its lines with a header. */
function observed(klog: string, flags: string): { status: number; stderr: string; files: string } {
  const routing = routeKlog(klog, wordsOf(flags));
  const silent = { stderr: '', files: '' };
  if (routing.kind === 'refused') return { status: routing.status, ...silent };
  if (routing.emptyMessage === 'panics') return { status: 2, ...silent };
  if (routing.header === 'none') return { status: 0, ...silent };
  const files = routing.files
    .map(({ name, takes }) => `${name === 'LF' ? 'one' : name}:${lettersOf(takes)}`)
    .filter((file) => !file.endsWith(':'));
  return { status: 0, stderr: lettersOf(routing.stderr), files: files.toSorted().join(' ') };
}

function routes(klog: string, flags: string): KlogRoutes {
  const routing = routeKlog(klog, wordsOf(flags));
  if (routing.kind === 'refused') throw new Error(`refused: ${routing.flag}`);
  return routing;
}

describe('where klog prints', () => {
  it.each(table)('is what a program with $klog did: "$flags"', ({ klog, flags, status, stderr, files }) => {
    expect(observed(klog, flags)).toEqual({ status, stderr, files });
  });

  it.each(dumps)('is what Fatal did with $klog: "$flags"', ({ klog, flags, stderr, dump, files }) => {
    const made = routes(klog, flags);
    expect(lettersOf(made.stderr, 'IWEF')).toBe(stderr);
    expect(made.fatal.stderr).toBe(dump);
    const dumped = made.fatal.files === 'all' ? made.files.map(({ name }) => name).join(' ') : '';
    expect(dumped).toBe(files);
  });

  it('hides a warning from the terminal when files are asked for, and both usual cures show it again', () => {
    expect(routes('v2.4.0', '--logtostderr=false').stderr).not.toContain('warning');
    for (const cure of ['--logtostderr=true', '--logtostderr=false --stderrthreshold=INFO']) {
      expect(routes('v2.4.0', cure).stderr).toContain('warning');
    }
  });

  it('says which flags change nothing beside the others', () => {
    const { ignored } = routes('v2.4.0', '--stderrthreshold=FATAL --log_dir=/var/log --v=2');
    expect(ignored).toEqual(['stderrthreshold', 'log_dir']);
    expect(routes('v2.4.0', '--logtostderr=false --log_file=a --log_dir=b').ignored).toEqual(['log_dir']);
    expect(routes('v2.4.0', '--logtostderr=false --alsologtostderr --stderrthreshold=0').ignored).toEqual([
      'stderrthreshold',
    ]);
  });

  it.each([
    ['a name with dashes', '--add-dir-header', { header: 'directory' }],
    ['a value of its own word', '--logtostderr=f -log_dir /var/log', { directory: '/var/log' }],
    ['the last of two', '-v=4 -v 2', { verbosity: 2 }],
    ['a flag of the program', '--kubeconfig /etc/k -skip_headers', { header: 'none' }],
    ['words behind the end of flags', '-- -skip_headers', { header: 'file' }],
  ])('is read with %s', (_, flags, expected) => {
    expect(routes('v2.60.1', flags)).toMatchObject(expected);
  });

  it('needs no header for add_dir_header in v1, which is bound to the wrong variable', () => {
    expect(routes('v1.0.0', '-add_dir_header').header).toBe('none');
    expect(routes('v2.0.0', '-add_dir_header').header).toBe('directory');
  });

  it.each([
    ['-stderrthreshold=loud', 'stderrthreshold'],
    ['-logtostderr=yes', 'logtostderr'],
    ['-v=', 'v'],
    ['-v=2x', 'v'],
  ])('is nowhere with %s: the program does not start', (flags, flag) => {
    expect(routeKlog('v2.60.1', wordsOf(flags))).toEqual({
      kind: 'refused',
      reason: 'bad-value',
      flag,
      status: 2,
    });
  });

  it('of alsologtostderr has a threshold of its own since v2.140.0', () => {
    const flags = '-logtostderr=false -alsologtostderr -alsologtostderrthreshold=WARNING';
    expect(routes('v2.140.0', flags).stderr).toEqual(['warning', 'error', 'fatal']);
    expect(routeKlog('v2.130.1', wordsOf(flags))).toMatchObject({ kind: 'refused', reason: 'unknown-flag' });
  });

  it('never throws, and a file takes its own severity', () => {
    const words = fc.array(
      hostileText(
        ['-', '--', 'logtostderr', 'alsologtostderr', 'stderrthreshold', 'v', '=false', '=1', '__proto__'],
        4,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom('v1.0.0', 'v2.4.0', 'v2.140.0', '', 'vx'), words, (version, given) => {
        const routing = routeKlog(version, given);
        if (routing.kind === 'refused') return;
        for (const { name, takes } of routing.files) {
          const own = KLOG_SEVERITIES.find((severity) => severity.toUpperCase() === name);
          if (own) expect(takes).toContain(own);
        }
      }),
    );
  });
});

describe('versions of klog', () => {
  it('are ordered by their numbers', () => {
    const sorted = ['v1.0.0', 'v2.4.0', 'v2.30.0', 'v2.100.1', 'v2.140.0'];
    expect(sorted.toReversed().toSorted(compareKlogVersions)).toEqual(sorted);
  });
});
