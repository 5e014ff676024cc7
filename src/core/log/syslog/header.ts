import { CODE, isBlank, isLetter, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { severityOfPriority, severityOfWord } from '../severity.ts';
import { type Stamp, leadingStamp, readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks, wordEnd } from '../tokens.ts';
import { readIdent } from './ident.ts';
import { readRfc5424 } from './rfc5424.ts';

/**
 * Reads a line of syslog, as files and journalctl hold it, and as it goes over the wire:
 *
 *     > Nov 21 08:18:33 node-1 kubelet[812]: text                   RFC 3164, `journalctl -o short`
 *     > 2026-11-21T08:18:33.966+00:00 node-1 kubelet[812]: text     rsyslog today, `-o short-iso`
 *     > <30>Nov 21 08:18:33 node-1 kubelet[812]: text               with its priority
 *     > <30>1 2026-11-21T08:18:33Z node-1 kubelet 812 - - text      RFC 5424
 *
 * Only a priority says how bad a line is. Behind a date without a year any text is taken for syslog, behind another
 * only `name:` or `name[pid]:`.
 *
 * Sources: [RFC 3164](https://www.rfc-editor.org/rfc/rfc3164#section-4),
 * [RFC 5424](https://www.rfc-editor.org/rfc/rfc5424#section-6), journalctl(1).
 */
export function readSyslogHeader(line: string, stamp?: Stamp): LogHeader | undefined {
  if (line.charCodeAt(0) !== CODE.less) {
    const own = stamp ?? leadingStamp(line);
    return own && line.charCodeAt(0) !== CODE.openBracket ? readBehind(line, own, undefined) : undefined;
  }
  const priority = readNumber(line, 1);
  if (!priority || priority.value > 191 || line.charCodeAt(priority.to) !== CODE.greater) return undefined;
  const severity = severityOfPriority(priority.value);
  const from = priority.to + 1;
  const behind = readTimestamp(line, from);
  return behind ? readBehind(line, behind, severity) : readRfc5424(line, from, severity);
}

/** Host, program, text. */
function readBehind(
  line: string,
  { time, to }: Stamp,
  severity: Severity | undefined,
): LogHeader | undefined {
  if (!isBlank(line.charCodeAt(to)) || time.month === undefined) return undefined;
  const host = skipBlanks(line, to);
  const hostEnd = wordEnd(line, host);
  if (!isHost(line, host, hostEnd)) return undefined;
  const text = skipBlanks(line, hostEnd);
  const dated = time.year !== undefined;
  const ident = readIdent(line, text, dated);
  if (!ident && dated) return undefined;
  // RFC 3339 only: other dates with a year in front of `a b:` are no syslog.
  if (dated && line.charCodeAt(to - 1) !== 90 && time.offset === undefined) return undefined;
  return makeHeader(ident?.name === 'haproxy' ? 'haproxy' : 'syslog', restOf(line, ident?.to ?? text), {
    severity,
    time,
    process: ident?.process,
    logger: ident?.name,
  });
}

/** A name or an address. A word in brackets, a level or a time is none. */
function isHost(line: string, from: number, to: number): boolean {
  if (to === from || line.charCodeAt(to - 1) === CODE.colon) return false;
  for (let at = from; at < to; at++) {
    const code = line.charCodeAt(at);
    const isName = isLetter(code) || code > 127 || code === CODE.minus || code === CODE.underscore;
    if (!isName && !(code >= 46 && code <= 58 && code !== CODE.slash)) return false;
  }
  return severityOfWord(line.slice(from, to)) === undefined;
}
