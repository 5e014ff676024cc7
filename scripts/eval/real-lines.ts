import { spawnSync } from 'node:child_process';

/** Programs that are on most machines, and whose output has nothing to do with any runbook. */
const PROGRAMS: readonly (readonly [string, ...string[]])[] = [
  ['dpkg', '-l'],
  ['ls', '-lR', '/usr/lib/python3', '/usr/share/doc', '/usr/include'],
  ['git', 'log', '--stat', '-n', '300'],
  ['python3', '-X', 'importtime', '-c', 'import json, http.client, asyncio, unittest, xml.dom.minidom'],
  ['python3', '-c', 'import no_such_module'],
  ['node', '--v8-options'],
  ['node', '-e', 'require("node:net").connect(9, "127.0.0.1")'],
  ['bash', '-x', '-c', 'for i in 1 2 3; do no-such-command $i; done; cat /no/such/file'],
  ['git', 'clone', '/no/such/repository', '/tmp/no-such-place'],
  ['gcc', '-xc', '-Wall', '-fsyntax-only', '/etc/passwd'],
  ['openssl', 's_client', '-connect', '127.0.0.1:9'],
  ['curl', '-sv', 'https://127.0.0.1:9/'],
  ['ps', 'axww', '-o', 'pid,stat,time,comm'],
  ['cat', '/proc/meminfo', '/proc/cpuinfo', '/proc/mounts', '/proc/net/tcp'],
];

/** What they print, with the name of each; programs that are not here are left out. */
export function realPastes(): { readonly name: string; readonly text: string }[] {
  return PROGRAMS.flatMap(([program, ...args]) => {
    const { stdout, stderr, error } = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      timeout: 20_000,
      input: '',
    });
    const text = `${stdout ?? ''}${stderr ?? ''}`;
    return error || text === '' ? [] : [{ name: [program, ...args].join(' ').slice(0, 40), text }];
  });
}
