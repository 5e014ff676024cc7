import { isLinkLocal, isLoopback, isUnspecified, readIpAddress } from './ip-address.ts';
import type { LocalAddress } from './read-addresses.ts';

/** What the picked host says, by ids that steps of a runbook name. */
export const LOOPBACK_FINDINGS = ['falls-back-to-localhost', 'has-loopback', 'bound-to-address'] as const;

export type LoopbackFinding = (typeof LOOPBACK_FINDINGS)[number];

export interface LoopbackSettings {
  /** `--bind-address`. */
  readonly bind: string;
  /** The kernel makes IPv6 sockets: it was not started with `ipv6.disable=1`. */
  readonly ipv6Sockets: boolean;
}

export const DEFAULT_LOOPBACK: LoopbackSettings = { bind: '0.0.0.0', ipv6Sockets: true };

export interface LoopbackPick {
  /** Which host the client inside of the API server connects to: `::1`, `localhost`, `127.0.0.1`, `10.35.1.6`. */
  readonly host: string;
  /** `https://[::1]`, without port. */
  readonly url: string;
  /** It is a name, which the resolver must find. */
  readonly isName: boolean;
  /** The family that was looked for; `undefined` if one address is bound and nothing is looked for. */
  readonly wants: 'ipv4' | 'ipv6' | undefined;
  readonly finding: LoopbackFinding;
  readonly total: number;
  readonly linkLocal: number;
  readonly loopbacks: readonly string[];
}

/**
 * The host that kube-apiserver reaches itself at. A listener on `0.0.0.0` or `::` reports `[::]` where the kernel has
 * IPv6 sockets, whatever addresses there are; so the first loopback address of the IPv6 family is taken, and the word
 * `localhost` if there is none. `undefined` if `bind` is no address. Since Kubernetes 1.12:
 * [config_selfclient.go](https://github.com/kubernetes/apiserver/blob/v0.20.15/pkg/server/config_selfclient.go#L65-L97),
 * unchanged in v0.34.0.
 */
export function pickLoopback(
  addresses: readonly LocalAddress[],
  { bind, ipv6Sockets }: LoopbackSettings,
): LoopbackPick | undefined {
  const bound = readIpAddress(bind.startsWith('[') && bind.endsWith(']') ? bind.slice(1, -1) : bind);
  if (!bound) return undefined;
  const loopbacks = addresses.filter(isLoopback);
  const counted = {
    total: addresses.length,
    linkLocal: addresses.filter(isLinkLocal).length,
    loopbacks: loopbacks.map(({ text }) => text),
  };
  if (!isUnspecified(bound)) {
    const url = bound.family === 'ipv6' ? `https://[${bound.text}]` : `https://${bound.text}`;
    return {
      host: bound.text,
      url,
      isName: false,
      wants: undefined,
      finding: 'bound-to-address',
      ...counted,
    };
  }
  const wants = ipv6Sockets ? 'ipv6' : 'ipv4';
  const found = loopbacks.find(({ family }) => family === wants);
  if (!found)
    return {
      host: 'localhost',
      url: 'https://localhost',
      isName: true,
      wants,
      finding: 'falls-back-to-localhost',
      ...counted,
    };
  const url = wants === 'ipv6' ? `https://[${found.text}]` : `https://${found.text}`;
  return { host: found.text, url, isName: false, wants, finding: 'has-loopback', ...counted };
}
