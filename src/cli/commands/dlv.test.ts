import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { main } from '../main.ts';

const ORIGINS = '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$';
const FLAGS = [
  '--v=8',
  '--cloud-provider=',
  ORIGINS,
  '--feature-gates=A=true',
  '--feature-gates=B=true',
  '--service-account-lookup',
];
const PS = `root     3339334  8.0  3.9 1383460 633072 ?      Ssl  12:06  21:47 /usr/local/bin/kube-apiserver ${FLAGS.join(' ')}\n`;

async function dlv(args: readonly string[] = [], file = PS, build = '') {
  const io = ioOf({ 'ps.txt': file, '-': file, 'build.txt': build });
  const exit = await main(['dlv', ...args, 'ps.txt'], io);
  return { exit, ...io.told() };
}

interface Json {
  readonly argv: readonly string[];
  readonly args: readonly string[];
  readonly command: Readonly<Record<string, string>>;
  readonly listen: string;
  readonly problems: readonly { readonly code: string; readonly words: string }[];
  readonly [key: string]: unknown;
}

const json = async (args: readonly string[] = [], file?: string): Promise<Json> =>
  JSON.parse((await dlv(['--json', ...args], file)).out) as Json;

describe('kb dlv --json', () => {
  it('has the arguments in their order, twins and empty values kept', async () => {
    const { argv, args, source, executable } = await json();
    expect({ source, executable, args }).toEqual({
      source: 'ps',
      executable: '/usr/local/bin/kube-apiserver',
      args: FLAGS,
    });
    expect(argv).toEqual(['/usr/local/bin/kube-apiserver', ...FLAGS]);
  });

  it('has the command for each shell', async () => {
    const { command } = await json();
    expect(Object.keys(command)).toEqual(['bash', 'zsh', 'fish', 'powershell']);
    expect(command['bash']).toMatch(
      /^dlv --listen=127\.0\.0\.1:2345 .* exec \/usr\/local\/bin\/kube-apiserver -- --v=8 /,
    );
    expect(command['bash']).toContain(` -- --v=8 --cloud-provider= '${ORIGINS}' --feature-gates=A=true `);
  });

  it.for(['bash', 'zsh', 'fish'])(
    'has a command that %s passes on as it is meant',
    async (shell, { skip }) => {
      const path = realProgram(shell);
      if (!path) return skip(`${shell} is not installed`);
      const { command, argv } = await json();
      const show =
        shell === 'fish' ? 'function dlv; printf "%s\\n" $argv; end' : 'dlv() { printf "%s\\n" "$@"; }';
      const { stdout } = spawnSync(path, ['-c', `${show}\n${command[shell]}`], { encoding: 'utf8' });
      const words = stdout.split('\n').slice(0, -1);
      expect(words.slice(words.indexOf('exec') + 1).filter((word) => word !== '--')).toEqual(argv);
    },
  );

  it('has the way there and the way back', async () => {
    const { tunnel, vscode, goland, restore } = await json(['--node', 'root@10.50.8.27', '--port', '2400']);
    expect(tunnel).toBe('ssh -N -L 2400:127.0.0.1:2400 root@10.50.8.27');
    expect(vscode).toMatchObject({ request: 'attach', host: '127.0.0.1', port: 2400 });
    expect(goland).toContain('port="2400"');
    expect(restore).toMatchObject({
      keeper: 'static-pod',
      stop: expect.any(String),
      restore: expect.any(String),
    });
  });

  it('does as it is told: another binary, a program that waits, every interface', async () => {
    const { command, listen, executable } = await json([
      '--binary',
      '/root/kube-apiserver',
      '--wait',
      '--every-interface',
    ]);
    expect({ listen, executable }).toEqual({ listen: ':2345', executable: '/root/kube-apiserver' });
    expect(command['bash']).toMatch(
      /^dlv --listen=:2345 (?!.*--continue).* exec \/root\/kube-apiserver -- --v=8 /,
    );
  });

  it('has secrets as they are, since somebody runs it', async () => {
    const { args } = await json([], 'kube-apiserver --token=abcdef --v=2\n');
    expect(args).toEqual(['--token=abcdef', '--v=2']);
  });

  it('attaches, reads a dump, or leaves the start to the IDE', async () => {
    const attach = await json(['--mode', 'attach']);
    expect(attach.command['bash']).toMatch(/ attach 3339334$/);
    const core = await json(['--mode', 'core', '--pid', '7']);
    expect(core['before']).toEqual(['gcore -o /root/kube-apiserver.core 7']);
    expect(core['paused']).toEqual([]);
    const dap = await json(['--mode', 'dap']);
    expect(dap['vscode']).toMatchObject({ request: 'launch', mode: 'exec', args: FLAGS });
    expect(dap.command['fish']).toBe('dlv --listen=127.0.0.1:2345 dap');
  });

  it('has what tools say about the binary, and what Delve printed', async () => {
    const build = 'x: go1.15.5\n\tbuild\t-ldflags="-s -w"\nUnknown API version: 3\n';
    const { out } = await dlv(['--json', '--build', 'build.txt', '--delve', '1.21.2'], PS, build);
    const { findings } = JSON.parse(out) as { findings: { id: string }[] };
    expect(findings.map(({ id }) => id)).toEqual(['stripped', 'optimised', 'go-window', 'api-version']);
  });

  it('has what a breakpoint costs, with the sources of the numbers', async () => {
    const { paused } = (await json()) as unknown as { paused: { after: number; source: string }[] };
    expect(paused.map(({ after }) => after)).toEqual([0, 10, 15, 40, 45]);
    expect(paused.every(({ source }) => source !== '')).toBe(true);
  });

  it('takes the component out of a whole listing', async () => {
    const rest = 'root         1  0.0  0.1 168140 11232 ?        Ss   Nov20   0:03 /sbin/init splash\n';
    expect((await json([], `${rest}${PS}${rest}`))['executable']).toBe('/usr/local/bin/kube-apiserver');
  });

  it('names what a listing has lost', async () => {
    const { problems } = await json([], '13128 pts/2    00:00:32 kube-apiserver\n');
    expect(problems.map(({ code }) => code)).toEqual(['name-only']);
    expect(problems[0]?.words).toContain('no arguments');
  });
});

describe('kb dlv', () => {
  it('prints each command of the way on a line of its own, said in comments', async () => {
    const { exit, out, error } = await dlv();
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out.split('\n').filter((line) => !line.startsWith('#') && line !== '')).toHaveLength(5);
    expect(out).toContain(`\ndlv --listen=127.0.0.1:2345 `);
    expect(out).toMatch(/^# \/usr\/local\/bin\/kube-apiserver with 6 arguments, from ps\n/);
  });

  it('warns of a port that everybody reaches', async () => {
    const warning = '# ! exposed: Whoever reaches this port can run any program';
    expect((await dlv()).out).not.toContain(warning);
    expect((await dlv(['--every-interface'])).out).toContain(warning);
  });

  it('masks secrets, and says so', async () => {
    const { out } = await dlv([], 'kube-apiserver --token=abcdef --v=2\n');
    expect(out).not.toContain('abcdef');
    expect(out).toContain('# ! secret values are masked here; --json has them\n');
  });

  it('quotes for the shell that is asked for', async () => {
    const [bash, fish] = await Promise.all([dlv(), dlv(['--shell', 'fish'])]);
    expect(bash.out).toContain(`'${ORIGINS}'`);
    expect(fish.out).toContain((await json()).command['fish']);
  });

  it('ends with 1 and what it looks for where there is no command line', async () => {
    expect(await dlv([], 'just words\n')).toEqual({
      exit: 1,
      out: '',
      error:
        'no command line found: expected a row of ps, /proc/<pid>/cmdline, ExecStart=, a manifest, inspect output\n',
    });
  });

  it.each([
    [['--shell', 'tcsh'], 'expected a shell of bash, zsh, fish, powershell, found `tcsh`'],
    [['--mode', 'trace'], 'expected a mode of exec, attach, core, dap, found `trace`'],
    [['--pid', 'x'], 'expected a process id from 0 to 4194304, found `x`'],
    [['--port', '0'], 'expected a port from 1 to 65535, found `0`'],
    [['--port', '65536'], 'expected a port from 1 to 65535, found `65536`'],
    [['--port', 'http'], 'expected a port from 1 to 65535, found `http`'],
    [['--port', '2345.5'], 'expected a port from 1 to 65535, found `2345.5`'],
  ])('refuses %j', async (args, message) => {
    const { exit, out, error } = await dlv(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toMatch(/\nusage: kb dlv /);
    expect(error).toContain(`kb dlv: ${message}\n`);
  });
});
