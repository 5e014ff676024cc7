import {
  type LoopbackPick,
  type LoopbackSettings,
  pickLoopback,
  readAddresses,
} from '../../core/resolve/index.ts';

export interface LoopbackInput {
  readonly text: string;
  readonly settings: LoopbackSettings;
}

export interface LoopbackReport {
  /** Undefined if the bind address is none. */
  readonly pick: LoopbackPick | undefined;
  /** Lines without an address, and none of a known listing's. */
  readonly unread: readonly number[];
}

export function pick({ text, settings }: LoopbackInput): LoopbackReport {
  const { addresses, unread } = readAddresses(text);
  return { pick: pickLoopback(addresses, settings), unread };
}

/** The picker's jobs. */
export const jobs = { pick };
