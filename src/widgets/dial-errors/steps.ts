import type { DialFailure, DialFailureKind } from '../../core/log/index.ts';

/** A step of a runbook. */
export interface StepPlace {
  readonly runbook: string;
  readonly step: string;
}

const BOOT = 'APISRV-BOOT-001';

/** Where an API server that cannot reach itself leads, by what the ending proves; an ending that is left out is not of its name. */
const OWN_STEPS: Partial<Readonly<Record<DialFailureKind, string>>> = {
  'lookup-timeout': 's-resolv',
  'lookup-server-timeout': 's-resolv',
  'lookup-refused': 's-resolv',
  'lookup-misbehaving': 's-resolv',
  'no-such-host': 's-resolv',
  'other-address': 's-resolv',
  'own-address-missing': 's-ifaddr',
  'network-unreachable': 's-ifaddr',
};

/**
 * The step that a failure leads to, if it is one of a program that cannot reach itself: of `localhost` or a loopback
 * address. Any other host is another story. A server that chose `::1` itself has lost it while it ran.
 */
export function stepOf({ kind, host, name, address }: DialFailure): StepPlace | undefined {
  const step = OWN_STEPS[kind];
  const own = [host, name, address].some(
    (one) => one === 'localhost' || one === '::1' || one?.startsWith('127.'),
  );
  const unknown = host === undefined && name === undefined && address === undefined;
  if (step === undefined || !(own || unknown)) return undefined;
  if (step === 's-ifaddr' && host === '::1') return { runbook: 'APISRV-BOOT-002', step: 's-enable-v6' };
  return { runbook: BOOT, step };
}
