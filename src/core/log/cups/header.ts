import { CODE } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

/** Emergency, alert, critical, error, warning, notice, info, debug, and debug2. */
const LEVELS: Readonly<Record<string, Severity>> = {
  X: 'fatal',
  A: 'fatal',
  C: 'fatal',
  E: 'error',
  W: 'warning',
  N: 'info',
  I: 'info',
  D: 'debug',
  d: 'trace',
};

/** The letters that a line of it starts with. */
export const CUPS_LEVELS = Object.keys(LEVELS).join('');

/**
 * Reads a line of CUPS's error log:
 *
 *     > E [21/Nov/2026:08:18:33 +0000] Unknown directive BrowseOrder on line 22 of /etc/cups/cupsd.conf.
 *       ^ level                        ^ message
 *
 * Source: [CUPS 2.4, error_log](https://www.cups.org/doc/man-cupsd-logs.html).
 */
export function readCupsHeader(line: string): LogHeader | undefined {
  const severity = LEVELS[line.charAt(0)];
  if (!severity || !line.startsWith(' [', 1)) return undefined;
  const stamp = readTimestamp(line, 3);
  if (!stamp || line.charCodeAt(stamp.to) !== CODE.closeBracket) return undefined;
  return makeHeader('cups', restOf(line, skipBlanks(line, stamp.to + 1)), { severity, time: stamp.time });
}
