import type { ConfigFiles } from './simulate.ts';

const NAMES: Readonly<Record<string, keyof ConfigFiles>> = {
  hosts: 'hosts',
  'resolv.conf': 'resolvConf',
  'nsswitch.conf': 'nsswitch',
};

/**
 * The files of one paste, as `head -n 20 /etc/{nsswitch.conf,resolv.conf,hosts}` prints them:
 *
 *     > head: cannot open '/proc/4711/root/etc/nsswitch.conf' for reading: No such file or directory
 *     > ==> /proc/4711/root/etc/resolv.conf <==
 *     > nameserver 10.222.0.3
 *
 * Only files that it names are given; one that it could not open is `undefined`. `undefined` if it names none.
 */
export function splitHeadOutput(text: string): Partial<ConfigFiles> | undefined {
  const files: Record<string, string | undefined> = {};
  let open: keyof ConfigFiles | undefined;
  let lines: string[] = [];
  const close = (): void => {
    // head puts a blank line in front of the next file's title.
    if (open) files[open] = `${(lines.at(-1) === '' ? lines.slice(0, -1) : lines).join('\n')}\n`;
    open = undefined;
    lines = [];
  };
  for (const line of text.split('\n')) {
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
    const isTitle = bare.startsWith('==> ') && bare.endsWith(' <==');
    const missing = bare.startsWith('head: cannot open ') ? fileOf(quoted(bare)) : undefined;
    if (isTitle) {
      close();
      open = fileOf(bare.slice(4, -4));
    } else if (missing) {
      if (!(missing in files)) files[missing] = undefined;
    } else if (open) lines.push(bare);
  }
  close();
  return Object.keys(files).length === 0 ? undefined : (files as Partial<ConfigFiles>);
}

const fileOf = (path: string): keyof ConfigFiles | undefined => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
};

/** What stands between the first quote, of whatever language, and the last before ` for reading`. */
function quoted(line: string): string {
  const end = line.indexOf(' for reading');
  return line.slice('head: cannot open '.length + 1, end < 0 ? undefined : end - 1);
}
