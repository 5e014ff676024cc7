import type { Span } from '../../text/index.ts';

/**
 * What an error in a chain was made by: `request` is an HTTP client's `Get "https://…"`, `network` Go's `net.OpError`
 * (`dial tcp 10.0.0.7:443`), `syscall` the name of a system call, `errno` what a system call said, `rpc` a gRPC status,
 * `server` kubectl's `Error from server (NotFound)`, `exception` a class of Java or Python, `aggregate` several errors
 * at once; everything else is a `message`.
 */
export type ErrorKind =
  'message' | 'request' | 'network' | 'syscall' | 'errno' | 'rpc' | 'server' | 'exception' | 'aggregate';

/** One error of a chain. */
export interface ErrorLink {
  readonly kind: ErrorKind;
  /** Its own words, decoded, without those of the errors that it wraps. */
  readonly text: string;
  /** Where they stand in the message that was read; of a quoted error, inside its quotes. */
  readonly span: Span;
  /** `Unavailable`, `ECONNREFUSED`, `NotFound`, `java.net.ConnectException`, `timeout`. */
  readonly code?: string;
  /** How many errors it is wrapped in. Errors of one aggregate have the same depth. */
  readonly depth: number;
}
