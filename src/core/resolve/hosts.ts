import { type ConfigProblems, lineSpans, lowerAscii, withoutComment, wordsIn } from './config-lines.ts';
import { readIpAddress } from './ip-address.ts';

/** /etc/hosts: the addresses of each name, in the order of the file. */
export interface HostsFile {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly problems: ConfigProblems;
}

/**
 * Reads `127.0.0.1 localhost localhost.localdomain # comment`, as Go does: names in lower case, a line whose first word
 * is no address is skipped. Format: hosts(5); reader: [src/net/hosts.go](https://github.com/golang/go/blob/go1.19.8/src/net/hosts.go#L51).
 */
export function readHosts(file: string): HostsFile {
  const names = new Map<string, string[]>();
  const problems: ConfigProblems = [];
  for (const line of lineSpans(file)) {
    const [first, ...more] = wordsIn(file, withoutComment(file, line));
    if (!first) continue;
    const address = readIpAddress(first.text);
    if (!address) problems.push({ code: 'not-an-address', span: first.span, facts: { found: first.text } });
    else if (more.length === 0)
      problems.push({ code: 'no-name', span: first.span, facts: { found: first.text } });
    else {
      for (const { text } of more) {
        const key = absolute(lowerAscii(text));
        const known = names.get(key);
        if (known) known.push(address.text);
        else names.set(key, [address.text]);
      }
    }
  }
  return { names, problems };
}

/** The addresses of a name. A name with a dot is the same with one at its end; `localhost.` is not `localhost` for Go. */
export const lookUpHost = ({ names }: HostsFile, name: string): readonly string[] =>
  names.get(absolute(lowerAscii(name))) ?? [];

const absolute = (name: string): string => (name.includes('.') && !name.endsWith('.') ? `${name}.` : name);
