import { CODE, readNumber } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of nginx's error log:
 *
 *     > 2026/11/21 08:18:33 [error] 12#12: *3 open() "/x" failed (2: No such file or directory), client: …
 *                            ^      ^pid    ^ number of the connection, then the message
 *
 * Source: nginx `src/core/ngx_log.c`, `ngx_log_error_core` (1.25).
 */
export function readNginxHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0 || !line.startsWith(' [', stamp.to)) return undefined;
  const level = readLevelWord(line, stamp.to + 2);
  if (!level || !line.startsWith('] ', level.to)) return undefined;
  const pid = readNumber(line, level.to + 2);
  if (!pid || line.charAt(pid.to) !== '#') return undefined;
  const thread = readNumber(line, pid.to + 1);
  if (!thread || line.charCodeAt(thread.to) !== CODE.colon) return undefined;
  let at = skipBlanks(line, thread.to + 1);
  const connection = line.charAt(at) === '*' ? readNumber(line, at + 1) : undefined;
  if (connection) at = skipBlanks(line, connection.to);
  return makeHeader('nginx', restOf(line, at), {
    severity: level.severity,
    time: stamp.time,
    process: pid.value,
  });
}
