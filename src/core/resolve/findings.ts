import { isLoopback, readIpAddress } from './ip-address.ts';
import type { Lookup } from './simulate.ts';

/** What a simulated lookup shows, by ids that steps of a runbook name. */
export const RESOLVE_FINDINGS = [
  'not-decided-by-go',
  'dns-before-files',
  'no-hosts-line',
  'option-hides-order',
  'lookup-times-out',
  'race',
  'slow-lookup',
  'name-not-in-hosts',
  'foreign-answer',
  'answered-from-hosts',
] as const;

export type ResolveFinding = (typeof RESOLVE_FINDINGS)[number];

/** A lookup that keeps a caller waiting so long, in seconds, is slow. */
const SLOW = 1;

/** The findings of a lookup of `name`, in the order of {@link RESOLVE_FINDINGS}. */
export function findingsOf(name: string, lookup: Omit<Lookup, 'queries'>): ResolveFinding[] {
  const { order, reason, result, needs, inHosts } = lookup;
  const timedOut = result.kind === 'timeout';
  const holds: Readonly<Record<ResolveFinding, boolean>> = {
    'not-decided-by-go': result.kind === 'libc',
    'dns-before-files': order === 'dns,files' || order === 'dns',
    'no-hosts-line': reason === 'no-hosts-line',
    'option-hides-order': order === 'files,dns' && reason === 'resolv-unknown',
    'lookup-times-out': timedOut,
    race: timedOut && result.race,
    'slow-lookup': !timedOut && needs >= SLOW,
    'name-not-in-hosts': !inHosts && readIpAddress(name) === undefined,
    'foreign-answer': isForeign(name, lookup),
    'answered-from-hosts': result.kind === 'addresses' && result.from === 'hosts' && needs === 0,
  };
  return RESOLVE_FINDINGS.filter((finding) => holds[finding]);
}

/** DNS sends whoever asks for `localhost` to another machine. */
function isForeign(name: string, { result }: Pick<Lookup, 'result'>): boolean {
  if (name.toLowerCase() !== 'localhost' || result.kind !== 'addresses' || result.from !== 'dns')
    return false;
  return result.addresses.some((address) => {
    const read = readIpAddress(address);
    return read !== undefined && !isLoopback(read);
  });
}
