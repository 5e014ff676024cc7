import { CODE, isBlank } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { restOf } from '../tokens.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warning',
  ERROR: 'error',
  CRITICAL: 'fatal',
};

/** `CRITICAL` */
const LONGEST = 8;

const MAX_NAME = 100;

/**
 * Reads a line of Python's `logging` as `basicConfig` sets it up, without a time:
 *
 *     > ERROR:acme.server:cannot bind
 *
 * Source: Python `logging/__init__.py`, `BASIC_FORMAT` (3.11).
 */
export function readPythonBasicHeader(line: string): LogHeader | undefined {
  let colon = 0;
  while (colon <= LONGEST && line.charCodeAt(colon) !== CODE.colon) colon++;
  const severity = colon > LONGEST ? undefined : SEVERITIES[line.slice(0, colon)];
  if (!severity) return undefined;
  const from = colon + 1;
  for (let at = from; at < from + MAX_NAME && at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isBlank(code)) return undefined;
    if (code !== CODE.colon) continue;
    return at === from
      ? undefined
      : makeHeader('python', restOf(line, at + 1), { severity, logger: line.slice(from, at) });
  }
  return undefined;
}
