import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realProgram } from '../../../../tests/support/real-program.ts';
import { readCommandLines } from './read.ts';

/** What a shell script passes on when its variables are empty, and what breaks a careless reader. */
const ARGS = [
  '--authorization-mode=Node,RBAC',
  '',
  '--cloud-provider=',
  '--cloud-config=',
  '',
  '',
  '--v=3',
  `--q='x'`,
  '--cors=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$',
  '--e=a=b',
  '--feature-gates=A=1',
  '--feature-gates=B=1',
];
const IDLE = ['-e', 'setTimeout(()=>{},60000)', '--'];
const ARGV = ['kube-apiserver', ...IDLE, ...ARGS];

let child: ChildProcess;

beforeAll(async () => {
  child = spawn(process.execPath, ARGV.slice(1), { argv0: ARGV[0], stdio: 'ignore' });
  await once(child, 'spawn');
});

afterAll(() => {
  child.kill();
});

const read = (text: string): string[][] =>
  readCommandLines(text).map(({ argv }) => argv.map((argument) => argument.text));

/** Other systems' ps has other columns. */
const linuxPs = (): string | undefined => (process.platform === 'linux' ? realProgram('ps') : undefined);

describe('a process that runs here', () => {
  it('has in /proc the arguments that it was started with', (ctx) => {
    const path = `/proc/${child.pid}/cmdline`;
    if (!existsSync(path)) return ctx.skip('there is no /proc');
    expect(read(readFileSync(path, 'utf8'))).toEqual([ARGV]);
    const cat = realProgram('cat');
    if (!cat) return ctx.skip('cat is not installed');
    expect(read(spawnSync(cat, ['-v', path], { encoding: 'utf8' }).stdout)).toEqual([ARGV]);
  });

  it.for([['aux'], ['-ef'], ['-ww', '-eo', 'pid,args']])(
    'shows them in ps %s, the empty ones hidden in runs of blanks',
    (options, ctx) => {
      const ps = linuxPs();
      if (!ps) return ctx.skip('ps of Linux is not installed');
      const { COLUMNS: _, ...env } = process.env;
      const { stdout } = spawnSync(ps, options, { env: { ...env, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' });
      const own = readCommandLines(stdout).find(({ pid }) => pid === child.pid);
      expect(own?.argv.map(({ text }) => text)).toEqual(ARGV);
    },
  );

  it('is cut without a mark where a terminal is narrow, and that is seen', (ctx) => {
    const ps = linuxPs();
    if (!ps) return ctx.skip('ps of Linux is not installed');
    const { stdout } = spawnSync(ps, ['-ef'], { env: { ...process.env, COLUMNS: '80' }, encoding: 'utf8' });
    const own = readCommandLines(stdout).find(({ pid }) => pid === child.pid);
    expect(own?.problems).toMatchObject([{ code: 'cut', facts: { width: 80 } }]);
  });
});
