/** How programs show the arguments of a process: the other direction of what is read from a paste. */
export const LISTINGS: Readonly<Record<string, (argv: readonly string[]) => string>> = {
  'ps aux': (argv) =>
    [
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
      `root     3339334  8.0  3.9 1383460 633072 ?      Ssl  12:06  21:47 ${argv.join(' ')}`,
      'root     3341002  0.0  0.0 112812   972 pts/0    S+   12:31   0:00 grep --color=auto kube',
      '',
    ].join('\n'),
  'ps -ef': (argv) =>
    [
      'UID          PID    PPID  C STIME TTY          TIME CMD',
      `root     3339334       1  8 Nov21 ?        00:21:47 ${argv.join(' ')}`,
      'root     3341002 3340991  0 12:31 pts/0    00:00:00 grep --color=auto kube',
      '',
    ].join('\n'),
  'ps -eo pid,args': (argv) => `    PID COMMAND\n3339334 ${argv.join(' ')}\n`,
  'systemctl cat': (argv) => {
    const [program = '', ...args] = argv.map(systemdWord);
    return [
      '# /etc/systemd/system/program.service',
      '[Service]',
      `ExecStart=${[program, ...args].join(' \\\n  ')}`,
      'Restart=on-failure',
      '',
    ].join('\n');
  },
  'a static Pod': (argv) =>
    [
      'apiVersion: v1',
      'kind: Pod',
      'spec:',
      '  containers:',
      '  - command:',
      ...argv.map((word) => `    - ${yamlWord(word)}`),
      '    image: registry.k8s.io/program:v1.20.2',
      '    livenessProbe:',
      '      failureThreshold: 8',
      '',
    ].join('\n'),
  'docker inspect': ([path = '', ...args]) =>
    goJson([{ Id: 'c0ffee', Path: path, Args: args, Config: { Cmd: ['other'], Entrypoint: null } }]),
  'crictl inspect': (argv) =>
    goJson({ status: { id: 'c0ffee' }, info: { runtimeSpec: { process: { args: argv } } } }),
  '/proc/<pid>/cmdline': (argv) => argv.map((word) => `${word}\0`).join(''),
  'cat -v /proc/<pid>/cmdline': (argv) => `${argv.map((word) => `${word}^@`).join('')}[root@node-3 ~]# `,
};

/** A word of `ExecStart=` (systemd.service(5)). */
function systemdWord(word: string): string {
  const literal = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  if (/^[\w./:=,@%$+-]+$/.test(literal)) return literal;
  const escaped = literal.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped}"`;
}

/** A scalar of YAML: plain where that is surely a string. */
const yamlWord = (word: string): string =>
  /^[\w./-][\w./:=,@-]*$/.test(word) && !word.endsWith(':') ? word : `'${word.replaceAll("'", "''")}'`;

/** Go's encoder escapes what HTML gives a meaning. */
const goJson = (value: unknown): string =>
  JSON.stringify(value, null, 4).replace(
    /[<>&]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
