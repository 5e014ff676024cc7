import type { Span } from '../../text/index.ts';

/** What the aggregator knows of one API, from a table's row or from the object itself. */
export interface ApiService {
  /** `<version>.<group>`; the core group's name ends in the dot. Empty if the piece that was pasted does not tell it. */
  readonly name: string;
  readonly version: string;
  readonly group: string;
  /** Served by kube-apiserver itself: SERVICE says `Local`. */
  readonly local: boolean;
  /** Absent for a local one. */
  readonly service?: { readonly namespace: string; readonly name: string; readonly port?: number };
  readonly available: Availability;
  /** Verbatim; unknown ones are not guessed at. The table hides it where the status is True. */
  readonly reason?: string;
  /** Only the object has it. */
  readonly message?: string;
  /** As the table prints it: `15m`. */
  readonly age?: string;
  /** When `available` became what it is; only the object has it. */
  readonly since?: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

export type Availability = 'True' | 'False' | 'Unknown';
