import { type ConnectionReport, createFailureReader } from '../../core/log/index.ts';
import { createSourceStacks } from '../../core/match/index.ts';

/**
 * Reads the failed connections of a paste, and the waits in front of them. It is a job of the log reader's worker: one
 * of its own would carry every format of logs once more.
 */
export function readFailures(paste: string): ConnectionReport {
  const stacks = createSourceStacks();
  const reader = createFailureReader({ claims: (line) => stacks.push(line).stack !== undefined });
  reader.push(paste);
  return reader.end();
}
