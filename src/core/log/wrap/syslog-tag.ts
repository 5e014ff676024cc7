import { CODE, isDigit, isLetter, readNumber } from '../../text/index.ts';

/** Who sent a syslog message, and where its text starts. */
export interface SyslogTag {
  readonly host?: string;
  readonly service: string;
  readonly process?: number;
  readonly to: number;
}

/** Longer than a host name and than a program's name in brackets with its pid. */
const MAX_TAG = 300;

/**
 * `host kubelet[1234]: text`, `host kernel: text`, and without the host (`journalctl --no-hostname`) `kubelet[1234]: text`.
 * With `needsProcess` a tag without a pid is none.
 *
 * Source: [RFC 3164](https://www.rfc-editor.org/rfc/rfc3164#section-4.1.3), section 4.1.3.
 */
export function readSyslogTag(line: string, from: number, needsProcess: boolean): SyslogTag | undefined {
  const first = tokenEnd(line, from);
  const lonely = readIdent(line, from, first);
  if (lonely?.process !== undefined) return lonely;
  if (first === from || line.charCodeAt(first) !== CODE.space || !isHost(line, from, first)) return undefined;
  const second = tokenEnd(line, first + 1);
  const tag = readIdent(line, first + 1, second);
  if (!tag || (needsProcess && tag.process === undefined)) return undefined;
  return { host: line.slice(from, first), ...tag };
}

/** `kubelet[1234]:` or `kernel:`, one blank behind it or the end of the line. */
function readIdent(line: string, from: number, to: number): Omit<SyslogTag, 'host'> | undefined {
  if (to - from < 2 || line.charCodeAt(to - 1) !== CODE.colon) return undefined;
  const end = to - 1;
  const behind = Math.min(line.length, to + 1);
  if (line.charCodeAt(end - 1) !== CODE.closeBracket) return { service: line.slice(from, end), to: behind };
  const bracket = line.lastIndexOf('[', end);
  const process = bracket > from ? readNumber(line, bracket + 1) : undefined;
  if (process?.to !== end - 1) return undefined;
  return { service: line.slice(from, bracket), process: process.value, to: behind };
}

function tokenEnd(line: string, from: number): number {
  const limit = Math.min(line.length, from + MAX_TAG);
  let at = from;
  while (at < limit && line.charCodeAt(at) > CODE.space) at++;
  return at;
}

/** A host name or address. */
function isHost(line: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = line.charCodeAt(at);
    const isMark =
      code === CODE.minus || code === CODE.dot || code === CODE.underscore || code === CODE.colon;
    if (!isLetter(code) && !isDigit(code) && !isMark) return false;
  }
  return line.charCodeAt(to - 1) !== CODE.colon;
}
