import { CODE, isBlank, readNumber } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { bracketEnd, restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of the error log of MySQL or MariaDB:
 *
 *     > 2026-11-21T08:18:33.123456Z 0 [Warning] [MY-010068] [Server] CA certificate ca.pem is self signed.
 *                                   ^ thread     ^ code      ^ subsystem
 *     > 2026-11-21  8:18:33 0 [Note] InnoDB: …               MariaDB
 *
 * Sources: [MySQL 8.0](https://dev.mysql.com/doc/refman/8.0/en/error-log-format.html),
 * [MariaDB](https://mariadb.com/kb/en/error-log/#format).
 */
export function readMysqlHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0 || !isBlank(line.charCodeAt(stamp.to))) return undefined;
  const thread = readNumber(line, stamp.to + 1);
  if (!thread || !line.startsWith(' [', thread.to)) return undefined;
  const isSystem = line.startsWith('System', thread.to + 2);
  const level = isSystem ? undefined : readLevelWord(line, thread.to + 2);
  const close = isSystem ? thread.to + 8 : level?.to;
  if (close === undefined || line.charCodeAt(close) !== CODE.closeBracket) return undefined;
  let at = skipBlanks(line, close + 1);
  let logger: string | undefined;
  if (line.startsWith('[MY-', at)) {
    at = skipBlanks(line, bracketEnd(line, at) ?? at);
    const end = bracketEnd(line, at);
    if (end !== undefined) {
      logger = line.slice(at + 1, end - 1);
      at = skipBlanks(line, end);
    }
  }
  return makeHeader('mysql', restOf(line, at), {
    severity: isSystem ? 'info' : level?.severity,
    time: stamp.time,
    logger,
  });
}
