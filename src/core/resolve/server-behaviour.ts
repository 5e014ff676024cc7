/** What a nameserver does with every query. All but `silent` takes no time here. */
export const SERVER_BEHAVIOURS = [
  'silent',
  'answers',
  'nxdomain',
  'nodata',
  'servfail',
  'refused',
  'closed',
  'no-route',
] as const;

/**
 * - `silent`: the packets are dropped, by a firewall or since the machine is off;
 * - `answers`: it has the addresses of any name;
 * - `nxdomain`, `nodata`: no such name, or none of this type;
 * - `servfail`, `refused`: it answers that it cannot, or will not;
 * - `closed`: nothing listens on port 53, and the kernel there says so;
 * - `no-route`: the own kernel has no way there.
 */
export type Behaviour = (typeof SERVER_BEHAVIOURS)[number];

export type ServerBehaviour =
  | { readonly kind: Exclude<Behaviour, 'answers'> }
  | { readonly kind: 'answers'; readonly addresses: readonly string[] };
