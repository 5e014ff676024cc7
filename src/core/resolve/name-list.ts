import type { ResolvConf } from './resolv-conf.ts';

/** A longer name cannot be asked for. */
const MAX_NAME = 254;

/**
 * The names that are asked one after the other: of `localhost` with `search example.com` first `localhost.example.com.`,
 * then `localhost.`; a name with `ndots` dots or more comes first itself.
 * [src/net/dnsclient_unix.go](https://github.com/golang/go/blob/go1.19.8/src/net/dnsclient_unix.go#L475), nameList.
 */
export function namesToAsk(name: string, { search, ndots }: Pick<ResolvConf, 'search' | 'ndots'>): string[] {
  if (name === '' || isOnion(name) || name.length > MAX_NAME) return [];
  if (name.endsWith('.')) return [name];
  const whole = `${name}.`;
  const longer = search
    .map((domain) => whole + domain)
    .filter((candidate) => candidate.length <= MAX_NAME && !isOnion(candidate));
  return dotsIn(name) >= ndots ? [whole, ...longer] : [...longer, whole];
}

function dotsIn(name: string): number {
  let count = 0;
  for (let at = 0; at < name.length; at++) if (name.charAt(at) === '.') count++;
  return count;
}

/** Never asked from DNS (RFC 7686). */
function isOnion(name: string): boolean {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return bare.toLowerCase().endsWith('.onion');
}
