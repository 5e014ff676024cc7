import { CODE, isBlank, isDigit, quotedEnd, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks, wordEnd } from '../tokens.ts';

/**
 * Reads what stands behind the priority of an RFC 5424 line; `-` is the sign for what is not known:
 *
 *     > 1 2026-11-21T08:18:33.966Z node-1 kubelet 812 ID47 [meta@32473 sequenceId="1"] text
 *       ^ version                  ^ host ^ app   ^ pid    ^ structured data           ^ message
 */
export function readRfc5424(
  line: string,
  from: number,
  severity: Severity | undefined,
): LogHeader | undefined {
  if (!isDigit(line.charCodeAt(from)) || line.charCodeAt(from + 1) !== CODE.space) return undefined;
  const stamp = readTimestamp(line, from + 2);
  if (!stamp && !line.startsWith('- ', from + 2)) return undefined;
  const words: { from: number; to: number }[] = [];
  let at = skipBlanks(line, stamp ? stamp.to : from + 3);
  for (let count = 0; count < 4; count++) {
    const to = wordEnd(line, at);
    if (to === at) return undefined;
    words.push({ from: at, to });
    at = skipBlanks(line, to);
  }
  const [, app, pid] = words.map((word) => line.slice(word.from, word.to));
  const process = pid === undefined ? undefined : readNumber(pid, 0);
  return makeHeader('syslog', restOf(line, behindData(line, at)), {
    severity,
    time: stamp?.time,
    process: process && process.to === pid?.length ? process.value : undefined,
    logger: app === '-' ? undefined : app,
  });
}

/** Behind `-` or `[id key="value"][id …]`, and the byte order mark that may open the message. */
function behindData(line: string, from: number): number {
  let at = from;
  if (line.charCodeAt(at) === CODE.minus) at++;
  else while (line.charCodeAt(at) === CODE.openBracket) at = elementEnd(line, at);
  if (isBlank(line.charCodeAt(at))) at++;
  return line.charCodeAt(at) === 0xfe_ff ? at + 1 : at;
}

/** Values are quoted, so a bracket in one closes nothing. */
function elementEnd(line: string, from: number): number {
  for (let at = from + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.closeBracket) return at + 1;
    if (code === CODE.quote) at = (quotedEnd(line, at) ?? line.length) - 1;
  }
  return line.length;
}
