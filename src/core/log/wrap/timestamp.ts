import { CODE, isBlank, plainText, runEnd } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Wrapper } from './layer.ts';
import { fractionDigits, readIsoStamp } from './stamp.ts';

const LEVELS: ReadonlySet<string> = new Set([
  'TRACE',
  'DEBUG',
  'INFO',
  'WARN',
  'WARNING',
  'ERROR',
  'FATAL',
  'CRITICAL',
]);

/**
 * `kubectl logs --timestamps` and `docker logs -t`: a time of nine fractional digits and one blank in front of every
 * line, `2026-11-21T08:18:33.966400123Z I1121 …`. Other tools print fewer digits (GitHub Actions seven), and so do many
 * programs themselves: then something known has to follow, and with a level behind the time the line is the program's.
 *
 * Source: k8s.io/kubernetes `pkg/kubelet/types/constants.go`, `RFC3339NanoFixed` (v1.31).
 */
export const TIMESTAMP: Wrapper = {
  id: 'timestamp',
  name: 'kubectl or docker timestamps',
  starts: '0123456789',
  peel(line) {
    const stamp = readIsoStamp(line);
    if (stamp?.time.offset === undefined) return undefined;
    const { time, to } = stamp;
    if (to < line.length && line.charCodeAt(to) !== CODE.space) return undefined;
    const from = Math.min(line.length, to + 1);
    if (LEVELS.has(wordAt(line, from))) return undefined;
    const doubtful = fractionDigits(line) !== 9 && !beginsRecord(line, from);
    return { layer: { kind: 'timestamp', time }, content: plainText(line.slice(from), from), doubtful };
  },
};

/** The word behind a time and blanks, if it is as short as a level is. */
function wordAt(line: string, from: number): string {
  const start = runEnd(line, from, Math.min(line.length, from + 4), isBlank);
  const limit = Math.min(line.length, start + 10);
  return line.slice(
    start,
    runEnd(line, start, limit, (code) => !isBlank(code)),
  );
}
