/** What Go's net package prints in front of the error of a connection: `dial tcp 10.0.0.7:443: …`. */
const NETWORK = ['dial ', 'read ', 'write ', 'lookup '].flatMap((verb) =>
  ['tcp', 'udp', 'unix'].map((network) => verb + network),
);

/** A shorter piece is no message: `EOF` is one, `1` or `.` is none. */
const MIN_ENDING = 3;

/**
 * Where the innermost error of a message begins, that decides the branch: at the connection that failed, else behind the last
 * `: ` of the chain. 0 if the message wraps nothing. One look at each `: `.
 *
 *     > failed to list *v1.Pod: Get "https://10.0.0.7:6443/api": dial tcp 10.0.0.7:6443: connect: connection refused
 *                                                               ^
 */
export function endingAt(message: string): number {
  let last = 0;
  for (let at = message.indexOf(': '); at >= 0; at = message.indexOf(': ', at + 1)) {
    const start = at + 2;
    if (NETWORK.some((words) => message.startsWith(words, start))) return start;
    if (message.length - start >= MIN_ENDING) last = start;
  }
  return last;
}
