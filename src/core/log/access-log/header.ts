import { CODE, isBlank, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { type Stamp, readTimestamp } from '../timestamp.ts';
import { isAlphanumeric, restOf, skipBlanks } from '../tokens.ts';

/** Hosts, identity and user have room in front of the time. */
const MAX_FRONT = 150;

/**
 * Reads a line of an access log in the common or combined format of Apache and nginx:
 *
 *     > 10.0.0.7 - alice [21/Nov/2026:08:18:33 +0000] "GET /healthz HTTP/1.1" 503 19 "-" "kube-probe/1.27"
 *       ^ also behind a virtual host                  ^ message              ^ from 400 on an error
 *
 * Sources: [httpd 2.4](https://httpd.apache.org/docs/2.4/logs.html#accesslog), nginx `ngx_http_log_module.c`, `combined`.
 */
export function readAccessLogHeader(line: string): LogHeader | undefined {
  if (!startsWithHost(line)) return undefined;
  const stamp = bracketedStamp(line);
  if (!stamp) return undefined;
  const quote = skipBlanks(line, stamp.to + 1);
  if (line.charCodeAt(quote) !== CODE.quote) return undefined;
  const status = statusBehind(line, quote);
  if (status === undefined) return undefined;
  return makeHeader('access-log', restOf(line, quote), { severity: severityOf(status), time: stamp.time });
}

/** As lnav has it: whoever asked got an error, whosoever fault it was. */
export const severityOf = (status: number): Severity => (status >= 400 ? 'error' : 'info');

/** An address or a name of a host: a first word with a dot or a colon in it. Prose and paths are refused here. */
export function startsWithHost(line: string, from = 0): boolean {
  let marked = false;
  for (let at = from; at < from + MAX_FRONT; at++) {
    const code = line.charCodeAt(at);
    if (isBlank(code)) return marked || line.startsWith('localhost ', from) || line.startsWith('- ', from);
    if (code === CODE.dot || code === CODE.colon) marked = true;
    else if (!isAlphanumeric(code) && code !== CODE.minus && code !== CODE.underscore) return false;
  }
  return false;
}

function bracketedStamp(line: string): Stamp | undefined {
  for (let at = 0; at < MAX_FRONT && at < line.length; at++) {
    if (line.charCodeAt(at) !== CODE.openBracket || !isBlank(line.charCodeAt(at - 1))) continue;
    const stamp = readTimestamp(line, at + 1);
    return stamp && line.charCodeAt(stamp.to) === CODE.closeBracket ? stamp : undefined;
  }
  return undefined;
}

/** The number behind the quoted request; nginx escapes a quote in it as `\x22`, Apache as `\"`. */
function statusBehind(line: string, quote: number): number | undefined {
  for (let at = quote + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.backslash) at++;
    if (code !== CODE.quote) continue;
    const from = skipBlanks(line, at + 1);
    const status = readNumber(line, from);
    return status && status.to - from === 3 ? status.value : undefined;
  }
  return undefined;
}
