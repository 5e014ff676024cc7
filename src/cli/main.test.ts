import { describe, expect, it } from 'vitest';
import { type Told, ioOf } from '../../tests/support/io.ts';
import { main } from './main.ts';

interface Ran extends Told {
  readonly exit: number;
}

async function kb(args: readonly string[], files?: Parameters<typeof ioOf>[0]): Promise<Ran> {
  const io = ioOf(files);
  const exit = await main(args, io);
  return { exit, ...io.told() };
}

describe('kb', () => {
  it.each(['--help', 'help'])('tells with `%s` what it can do, and how it ends', async (flag) => {
    const { exit, out, error } = await kb([flag]);
    expect(exit).toBe(0);
    expect(error).toBe('');
    expect(out).toMatchInlineSnapshot(`
      "kb: the answers of Faultbook, in a terminal. Nothing is sent anywhere.

        kb match [--explain] [--json|--ndjson] [--language en|zh] FILE|FOLDER|- …
            the runbook and step that a log belongs to
        kb read [--json] [--severity LEAST] FILE|-
            what a log says: formats, severities, gaps in time, errors, and what was not understood
        kb stack [--json] [--level exact|pointers|frames|place] [--state STATE] FILE|-
            the stacks of a log or dump: why, who waits where, which frames are yours, links to the lines
        kb dlv [--json] [--mode exec|attach|core|dap] [--shell bash|zsh|fish|powershell] [--binary PATH] [--pid N] [--node USER@HOST] [--port N] [--wait] [--every-interface] [--build FILE] [--delve VERSION] FILE|-
            a process's command line, rebuilt under Delve
        kb draft [--line N] [--json] [--language en|zh] FILE|-
            a signature drafted from a log, as YAML for a runbook, with the runbooks that it meets
        kb lint [--advice] [--json] [DIR]
            the mistakes of runbooks: file, line, rule, and how to mend it
        kb flags [--json] [--component NAME] [--version VERSION] FILE|-
            a component's flags, judged by its version, and the corrected command line
        kb visibility [--json] [--component NAME] [--version VERSION] FILE|-
            which severities of a log reach the terminal or a file, by the logging flags
        kb skew [--json] --apiserver VERSION [--apiserver VERSION …] kubelet=VERSION …
            whether the versions of components are within the supported skew of kube-apiserver
        kb resolve [--json] [--go 1.15] [--cgo] [--netdns go|cgo] [--environment] [--name localhost] [--hostname NAME]
            [--hosts FILE] [--resolv FILE] [--nsswitch FILE] [--servers silent,nxdomain,…] [--answer ADDRESS]
            [--limit SECONDS|none] [FILE|-: output of head -n 20 /etc/{nsswitch.conf,resolv.conf,hosts}]
            what Go's resolver does for a name: order, queries, clock, and where a limit cuts it
        kb loopback [--json] [--bind ADDRESS] [--no-ipv6-sockets] FILE|-
            the host at which kube-apiserver reaches itself, from \`ip addr\` or Go’s list of addresses
        kb dial [--json] FILE|-
            how failed connections end (dial tcp …), and what each ending proves
        kb gaps [--json] FILE|-
            the waits between the lines of a log, and the limits that are as long
        kb cast [--json] FILE|-
            what a recorded terminal (asciicast 2 or 3) has shown, as plain text
        kb apiservice [--json] [--context NAME] [--server URL] [--shell bash|zsh|fish] FILE|-
            kubectl get apiservice as table, JSON or YAML: what is not available, why, what breaks, what to do
        kb board [--json] [--server HOST:PORT] [--up ADDRESS,…] [--down ADDRESS,…] [--balancer up|down] [--readyz] [--context NAME] [--shell bash|zsh|fish] FILE|-
            an inventory and which apiservers answer: what kubectl sees, which server to use, addresses told twice
        kb health-checks [--json] FILE|-
            health checks that were added twice, which registration is printed, what a status code proves

      exit status: 0 found, 1 nothing found, 2 wrong use
      "
    `);
  });

  it('tells the same to somebody who types it alone, who wanted something else', async () => {
    const { exit, out } = await kb([]);
    expect(exit).toBe(2);
    expect(out).toBe((await kb(['help'])).out);
  });

  it('names a command that it does not have', async () => {
    const { exit, out, error } = await kb(['mach', 'x.log']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toMatch(/^kb: expected a command, found `mach`\n\nkb: the answers of Faultbook/);
  });
});

describe.each([
  ['match', 'FILE|FOLDER|- …', 'expected a file, a folder, or - for standard input'],
  ['dlv', 'FILE|-', 'expected one file, or - for standard input'],
])('kb %s', (name, inputs, expected) => {
  const escaped = inputs.replaceAll('|', String.raw`\|`);

  it('tells how it is used', async () => {
    const { exit, out, error } = await kb([name, '--help']);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toMatch(new RegExp(`^usage: kb ${name} .*${escaped}\n {4}\\S`));
  });

  it.each([
    ['no file', [], expected],
    ['an option that it does not have', ['--jsno', 'a.log'], "Unknown option '--jsno'"],
    ['a file that is not there', ['gone.log'], "ENOENT: no such file or directory, open 'gone.log'"],
  ])('tells how it is used where it is given %s', async (_, args, message) => {
    const { exit, out, error } = await kb([name, ...args], { 'a.log': '', 'b.log': '' });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(error).toContain(`kb ${name}: ${message}`);
    expect(error).toMatch(new RegExp(`\nusage: kb ${name} .*${escaped}\n$`));
  });

  it('lets a mistake of its own through, which is no wrong use', async () => {
    const io = { ...ioOf({ x: '' }), readInput: () => brokenInput(), readDecoded: () => brokenInput() };
    await expect(main([name, 'x'], io)).rejects.toThrow('our own mistake');
  });
});

describe.each(['read', 'stack', 'dlv', 'draft'])('kb %s', (name) => {
  it('takes one file', async () => {
    const { exit, error } = await kb([name, 'a.log', 'b.log'], { 'a.log': '', 'b.log': '' });
    expect(exit).toBe(2);
    expect(error).toContain(`kb ${name}: expected one file, or - for standard input`);
  });
});

const brokenInput = (): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new TypeError('our own mistake')) }),
});
