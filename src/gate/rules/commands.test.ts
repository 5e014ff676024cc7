import { describe, expect, it } from 'vitest';
import { type Edit, NOTHING, change, inBoth, printed, toldBy } from '../../../tests/support/content.ts';

const PAGES = 'runbooks/first/*.mdx';

/** The command of `s-look`, in line 37, becomes another one. */
const command = (code: string, fence = 'bash'): Edit =>
  change(PAGES, '```bash\ndf {{disk}}\n```', `\`\`\`${fence}\n${code}\n\`\`\``);

const told = (edit: Edit): string => toldBy('commands', edit);

describe('what is copied', () => {
  it.each<[string, Edit, number, string, string]>([
    [
      'stands in a fence',
      change(PAGES, /```bash\ndf \{\{disk\}\}\n```/, 'df'),
      36,
      '`<Cmd>` without a fenced command',
      'put the command into a fence: ```bash',
    ],
    [
      'is not empty',
      command('  '),
      37,
      '`<Cmd>` without a fenced command',
      'put the command into a fence: ```bash',
    ],
    [
      'is written for a shell',
      command('df', 'console'),
      37,
      "expected a shell as the fence's language, found `console`",
      'use one of bash, sh, zsh, fish',
    ],
    [
      'says for which shell',
      command('df', ''),
      37,
      "expected a shell as the fence's language, found ``",
      'use one of bash, sh, zsh, fish',
    ],
    [
      'says where to run it',
      change(PAGES, '<Cmd where="laptop">', '<Cmd where="desk">'),
      49,
      'expected where to run it, found `desk`',
      'use where="laptop" or "node" or "pod"',
    ],
    [
      'has no prompt',
      command('$ df'),
      37,
      'a prompt in front of `$ df`',
      'write the command alone; the page draws the prompt',
    ],
    [
      'has no prompt of a machine',
      command('[root@node-3 main]# df'),
      37,
      'a prompt in front of `[root@node-3 main]# df`',
      'write the command alone; the page draws the prompt',
    ],
    [
      'is one command',
      command('df\nls'),
      37,
      'expected one command, found 2 lines',
      'one command a copy: make it several steps or several `<Cmd>`; output belongs into `<Expect>`',
    ],
    [
      'has no output behind it',
      command('df \\\n  -h\nFilesystem Size\n/dev/sda 1T'),
      37,
      'expected one command, found 3 lines',
      'one command a copy: make it several steps or several `<Cmd>`; output belongs into `<Expect>`',
    ],
    [
      'opens no server to everybody',
      command('dlv exec --listen=:2345 ./x'),
      37,
      'a server bound to every interface',
      'bind 127.0.0.1 and reach it through `ssh -L`',
    ],
    [
      'opens none by its address either',
      command('kubectl --context {{ctx}} proxy --address=0.0.0.0'),
      37,
      'a server bound to every interface',
      'bind 127.0.0.1 and reach it through `ssh -L`',
    ],
    [
      'quotes what a shell would take for itself',
      command('x --cors-allowed-origins=/127.0.0.1(:[0-9]+)?$'),
      37,
      '`--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$` unquoted: no shell passes it on as it is',
      'put the argument into single quotes',
    ],
    [
      'names the cluster',
      command('kubectl get node'),
      37,
      '`kubectl` without a cluster',
      'add `--context {{ctx}}`: nobody should change the wrong cluster',
    ],
    [
      'names it behind a pipe as well',
      command('cat x | kubectl apply -f -'),
      37,
      '`kubectl` without a cluster',
      'add `--context {{ctx}}`: nobody should change the wrong cluster',
    ],
  ])('%s', (_, edit, line, message, remedy) => {
    expect(told(edit)).toBe(printed('commands', ...inBoth(line, message, remedy)));
  });

  it.each([
    ['a line that goes on', 'df \\\n  -h'],
    ['a here-document', "cat > /etc/x <<'EOF'\n$ not a prompt\nhosts: files dns\nEOF"],
    ['parentheses in quotes', 'x \'--origins=/127.0.0.1(:[0-9]+)?$\' "a (b)"'],
    ['a command inside of another one', 'kill $(pgrep -x kubelet)'],
    ['a server on loopback', 'dlv exec --listen=127.0.0.1:2345 ./x'],
    ['kubectl with its cluster', 'kubectl --context {{ctx}} get node'],
    ['a path that only ends in kubectl', '/usr/bin/not-kubectl get node'],
  ])('may be %s', (_, code) => {
    expect(told(command(code))).toBe(NOTHING);
  });

  it.each(['sh', 'zsh', 'fish'])('may be written for %s', (shell) => {
    expect(told(command('df', shell))).toBe(NOTHING);
  });

  it.each([
    ['a way back', 'touch {{disk}}', 72],
    ['the verification', 'df {{disk}}\n```\n</Cmd>\n\n<Expect match="1%">', 86],
  ])('is held to the same in %s', (_, code, line) => {
    expect(told(change(PAGES, `\`\`\`bash\n${code}`, `\`\`\`bash\n$ ${code}`))).toBe(
      printed(
        'commands',
        ...inBoth(
          line,
          `a prompt in front of \`$ ${code.split('\n')[0]}\``,
          'write the command alone; the page draws the prompt',
        ),
      ),
    );
  });
});
