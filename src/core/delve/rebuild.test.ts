import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LISTINGS } from '../../../tests/support/listings.ts';
import { type CommandLine, SHELLS, problemWords, readCommandLines, splitWords } from '../shell/index.ts';
import local from '../shell/argv/samples/local.json' with { type: 'json' };
import remote from '../shell/argv/samples/remote.json' with { type: 'json' };
import { DEFAULT_DELVE } from './options.ts';
import { rebuildUnderDelve, withoutDelve } from './rebuild.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../shell/argv/samples/${name}`, import.meta.url), 'utf8');

function commandOf(text: string): CommandLine {
  const [command, ...more] = readCommandLines(text);
  if (!command || more.length > 0) throw new Error('expected one command line');
  return command;
}

const rebuilt = (text: string, options = {}): ReturnType<typeof rebuildUnderDelve> =>
  rebuildUnderDelve(commandOf(text), { ...DEFAULT_DELVE, ...options });

const wordsOf = (line: string): string[] => splitWords(line).words.map(({ text }) => text);
const behindSeparator = (words: readonly string[]): string[] => words.slice(words.indexOf('--') + 1);

const CORS = '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$';
const [LOCAL_PATH = '', ...LOCAL_ARGS] = local.filter((word) => word !== '');
const REMOTE_ARGS = remote.slice(1);

describe('the apiserver of hack/local-up-cluster.sh under Delve', () => {
  const built = rebuilt(sample('ps-aux-local.txt'));

  it('is started from the same path, with its 39 flags in their order', () => {
    expect(built.executable).toBe(LOCAL_PATH);
    expect(built.args).toEqual(LOCAL_ARGS);
    expect(built.args).toHaveLength(39);
  });

  it('keeps the seven flags that are set to nothing, and drops the three empty arguments', () => {
    expect(built.args.filter((argument) => argument.endsWith('='))).toHaveLength(7);
    expect(built.dropped).toBe(3);
  });

  it.each(SHELLS)('has its regular expression in single quotes for %s', (shell) => {
    expect(built.command[shell].endsWith(` '${CORS}'`)).toBe(true);
    if (shell !== 'powershell') expect(built.command[shell].split("'")).toHaveLength(3);
  });

  it('is given what the author of the write-up typed', () => {
    const typed = behindSeparator(wordsOf(sample('dlv-local.txt')));
    expect(behindSeparator(wordsOf(built.command.bash))).toEqual(typed);
    expect(typed).toHaveLength(39);
  });

  it('has nothing said against it', () => {
    expect(built.problems).toEqual([]);
  });
});

describe('the apiserver of a cluster under Delve', () => {
  const built = rebuilt(sample('ps-aux-remote.txt'), { binary: '/root/kube-apiserver' });

  it('is the debuggable binary with the 36 flags of the one that ran', () => {
    expect(built.executable).toBe('/root/kube-apiserver');
    expect(built.args).toEqual(REMOTE_ARGS);
    expect(built.args).toHaveLength(36);
  });

  it('keeps the flag that is given twice, and the one without a value', () => {
    expect(built.args.filter((argument) => argument.startsWith('--feature-gates='))).toEqual([
      '--feature-gates=RemoveSelfLink=false',
      '--feature-gates=BoundServiceAccountTokenVolume=false',
    ]);
    expect(built.args).toContain('--service-account-lookup');
  });

  it('is given what the author of the write-up typed', () => {
    const typed = wordsOf(sample('dlv-remote.txt'));
    expect(behindSeparator(wordsOf(built.command.zsh))).toEqual(behindSeparator(typed));
    expect(typed[typed.indexOf('exec') + 1]).toBe(built.executable);
  });
});

describe.each([
  ['local', local],
  ['remote', remote],
])('the %s apiserver', (_, argv) => {
  it.each(Object.keys(LISTINGS))('is rebuilt the same from %s', (name) => {
    const built = rebuilt(LISTINGS[name]?.(argv) ?? '');
    expect([built.executable, ...built.args]).toEqual(argv.filter((word) => word !== ''));
    expect(built.dropped).toBe(argv.filter((word) => word === '').length);
    expect(built.problems).toEqual([]);
  });
});

describe('Delve', () => {
  const text = 'kubelet --v=2';

  it('listens on the loopback alone, unless every interface is asked for', () => {
    expect(rebuilt(text).words).toContain('--listen=127.0.0.1:2345');
    expect(rebuilt(text, { everyInterface: true, port: 99 })).toMatchObject({ listen: ':99' });
    expect(rebuilt(text, { everyInterface: true, port: 99 }).words).toContain('--listen=:99');
  });

  it('lets the program run on, which it does only for several clients', () => {
    expect(rebuilt(text).words).toEqual(
      expect.arrayContaining(['--accept-multiclient=true', '--continue=true']),
    );
  });

  it('can be told to wait for a client', () => {
    const { words } = rebuilt(text, { runOn: false });
    expect(words.some((word) => word.startsWith('--continue') || word.startsWith('--accept'))).toBe(false);
  });

  it('is headless, speaks the second version of its interface, and leaves all behind the separator alone', () => {
    const { words } = rebuilt('/bin/x --headless=false exec -- --listen=:1');
    const at = words.indexOf('--');
    expect(words.slice(0, at)).toEqual(expect.arrayContaining(['--headless=true', '--api-version=2']));
    expect(words.slice(at - 2)).toEqual([
      'exec',
      '/bin/x',
      '--',
      '--headless=false',
      'exec',
      '--',
      '--listen=:1',
    ]);
  });

  it('is not started under another Delve', () => {
    const built = rebuilt(sample('dlv-local.txt'));
    expect(built.executable).toBe(LOCAL_PATH);
    expect(built.args).toEqual(LOCAL_ARGS);
    expect(built.words.filter((word) => word === 'exec')).toHaveLength(1);
  });

  it.each([
    ['/usr/bin/dlv exec ./h --headless -- a', ['./h', 'a']],
    ['/root/go/bin/dlv --headless exec ./h', ['./h']],
    ['/usr/bin/dlv exec ./h -- -- b', ['./h', '--', 'b']],
    ['/usr/bin/dlv attach --headless 123', []],
    ['/opt/mydlv --a exec b', ['/opt/mydlv', '--a', 'exec', 'b']],
  ])('of %s ran %j', (line, argv) => {
    expect(withoutDelve(commandOf(line)).argv.map((argument) => argument.text)).toEqual(argv);
  });
});

describe('Delve in other modes', () => {
  const ROW =
    'root     13128  4.6  1.0 1104416 334280 pts/2  Sl   15:15   1:01 /usr/local/bin/kube-apiserver --v=8';
  const words = (options: object, text = ROW): string => rebuilt(text, options).words.join(' ');

  it('attaches to the process of the listing, and needs no arguments for it', () => {
    expect(words({ mode: 'attach' })).toBe(
      'dlv --listen=127.0.0.1:2345 --headless=true --api-version=2 --accept-multiclient=true --continue=true attach 13128',
    );
    expect(words({ mode: 'attach', runOn: false, pid: 7, binary: '/root/x' })).toBe(
      'dlv --listen=127.0.0.1:2345 --headless=true --api-version=2 attach 7 /root/x',
    );
  });

  it('reads a dump, which gcore writes before', () => {
    const built = rebuilt(ROW, { mode: 'core' });
    expect(built.words.slice(-3)).toEqual([
      'core',
      '/usr/local/bin/kube-apiserver',
      '/root/kube-apiserver.core.13128',
    ]);
    expect(built.before).toEqual([['gcore', '-o', '/root/kube-apiserver.core', '13128']]);
    expect(built.words.some((word) => word.startsWith('--continue'))).toBe(false);
  });

  it('leaves the start to the IDE', () => {
    expect(words({ mode: 'dap' })).toBe('dlv --listen=127.0.0.1:2345 dap');
    expect(rebuilt(ROW, { mode: 'dap' }).args).toEqual(['--v=8']);
  });

  it('says what is missing', () => {
    expect(rebuilt(ROW, { mode: 'attach' }).missing).toEqual([]);
    expect(rebuilt('kube-apiserver --v=8', { mode: 'attach' }).missing).toEqual(['pid']);
    expect(rebuilt('kube-apiserver --v=8', { mode: 'core', pid: 3 }).missing).toEqual([]);
    expect(rebuilt('["--v=8"]', { mode: 'exec' }).missing).toEqual(['program']);
    expect(rebuilt('["--v=8"]', { mode: 'exec', binary: '/root/kube-apiserver' })).toMatchObject({
      missing: [],
      args: ['--v=8'],
    });
  });

  it('does not attach to the Delve that runs the program', () => {
    const row = ROW.replace('/usr/local/bin/kube-apiserver', 'dlv exec /root/kube-apiserver --');
    expect(rebuilt(row, { mode: 'attach' }).missing).toEqual(['pid']);
  });
});

describe('what is said about a secret', () => {
  it.each([
    'kube-apiserver --token=hunter2 hunter3 --v=2',
    'kube-apiserver —token=hunter2 --v=2',
    'kube-apiserver --v=2 --token=hunter2…',
  ])('does not quote it: %s', (line) => {
    const { problems } = rebuilt(line);
    expect(problems.length).toBeGreaterThan(0);
    const said = problems.map((problem) => problemWords(problem, 'en')).join(' ');
    expect(said).not.toContain('hunter');
  });

  it('quotes what is none', () => {
    const [problem] = rebuilt('kube-apiserver --token=hunter2 --etcd-prefix=/a b').problems;
    expect(problem && problemWords(problem, 'en')).toContain('`b`');
  });
});

describe('a warning', () => {
  const row = 'root     13128  4.6  1.0 1104416 334280 pts/2  Sl   15:15   1:01 ';

  it.each([
    ['the last flag is cut', `${row}kube-apiserver --v=2 --authorization-mo`, 'cut-flag'],
    ['the row is as wide as a terminal', `${row}kube-apiserver --etcd-servers=http`.padEnd(120, 'x'), 'cut'],
    ['the row ends in dots', `${row}kube-apiserver --etcd-servers=http…`, 'cut'],
    ['the listing has no arguments', '13541 pts/2    00:00:11 kube-apiserver', 'name-only'],
    ['a word follows a switch', 'kube-apiserver --service-account-lookup true', 'word-after-boolean'],
    ['a value has blanks', `${row}kube-apiserver --x=a b`, 'joined-value'],
    [
      'under Delve the last flag is cut',
      'dlv --headless exec ./kube-apiserver -- --authorization-mo',
      'cut-flag',
    ],
  ])('is given when %s', (_, text, code) => {
    expect(rebuilt(text).problems.map((problem) => problem.code)).toContain(code);
  });
});
