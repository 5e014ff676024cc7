import { CODE, plainText } from '../../text/index.ts';
import type { Wrapper } from './layer.ts';
import { readIsoStamp } from './stamp.ts';

const PARTIAL = 80;
const FULL = 70;

/**
 * A container's log file as containerd and CRI-O write it:
 *
 *     > 2026-11-21T08:18:33.966400123Z stderr P I1121 08:18:33.966321       1 main.go:23] a long
 *       ^ RFC3339Nano                  ^      ^ tags: `P` goes on in the next line of the stream, `F` does not
 *
 * Only the first of the tags (`F:tag:tag`) counts. The text may be empty or start with blanks.
 *
 * Source: k8s.io/kubernetes `pkg/kubelet/kuberuntime/logs/logs.go`, `parseCRILog` (v1.31).
 */
export const CRI: Wrapper = {
  id: 'cri',
  name: 'CRI log file',
  starts: '0123456789',
  peel(line) {
    const stamp = readIsoStamp(line);
    if (stamp?.time.offset === undefined) return undefined;
    const isError = line.startsWith(' stderr ', stamp.to);
    if (!isError && !line.startsWith(' stdout ', stamp.to)) return undefined;
    const tag = stamp.to + 8;
    const kind = line.charCodeAt(tag);
    if (kind !== PARTIAL && kind !== FULL) return undefined;
    let end = tag + 1;
    if (line.charCodeAt(end) === CODE.colon)
      while (end < line.length && line.charCodeAt(end) !== CODE.space) end++;
    if (end < line.length && line.charCodeAt(end) !== CODE.space) return undefined;
    const from = Math.min(line.length, end + 1);
    return {
      layer: { kind: 'cri', time: stamp.time, stream: isError ? 'stderr' : 'stdout' },
      content: plainText(line.slice(from), from),
      partial: kind === PARTIAL,
    };
  },
};
