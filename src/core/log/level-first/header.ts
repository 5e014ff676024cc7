import { CODE, isBlank, isUpper } from '../../text/index.ts';
import { behindLevel } from '../find-level.ts';
import type { LogHeader, Severity } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line that starts with its level and that no other format knows:
 *
 *     > [WARNING] Deprecated '--logger=capnslog' flag is set     etcd, before its logger is there
 *     > SEVERE: cannot bind                                      java.util.logging, second line
 *     > INFO  [2026-11-21 08:18:33,123] com.acme.Server: msg     Dropwizard
 *     > INFO   | jvm 1    | 2026/11/21 08:18:33 | msg            Java Service Wrapper
 *
 * Without a bracket the level is asked for in upper case, with a colon, bar or bracket behind it: `Error: …` is what
 * commands print.
 */
export function readLevelFirstHeader(line: string): LogHeader | undefined {
  const bracketed = line.charCodeAt(0) === CODE.openBracket;
  const level = bracketed ? readLevelWord(line, skipBlanks(line, 1)) : levelAt(line);
  if (!level) return undefined;
  if (bracketed) return readBracketed(line, level.severity, level.to);

  const mark = skipBlanks(line, level.to);
  const code = line.charCodeAt(mark);
  if (code === CODE.colon && mark === level.to && isBlank(line.charCodeAt(mark + 1))) {
    return makeHeader(
      JAVA_ONLY.has(line.slice(0, level.to)) ? 'java-util-logging' : 'level-first',
      restOf(line, skipBlanks(line, mark + 1)),
      {
        severity: level.severity,
      },
    );
  }
  if (mark === level.to || (code !== CODE.openBracket && code !== BAR)) return undefined;
  if (code === BAR) return readBarred(line, level.severity, mark);
  const stamp = readTimestamp(line, mark + 1);
  if (stamp && line.charCodeAt(stamp.to) === CODE.closeBracket) {
    const from = skipBlanks(line, stamp.to + 1);
    return makeHeader('level-first', restOf(line, from), { severity: level.severity, time: stamp.time });
  }
  return makeHeader('level-first', restOf(line, mark), { severity: level.severity });
}

const BAR = 124;

/** `[INFO] msg`, `[INFO][name] msg`, `[INFO ] msg` and `[ INFO 2026-11-21 08:18:33 main] msg` */
function readBracketed(line: string, severity: Severity, to: number): LogHeader | undefined {
  const close = skipBlanks(line, to);
  if (line.charCodeAt(close) === CODE.closeBracket) {
    const behind = line.charCodeAt(close + 1);
    const ends =
      Number.isNaN(behind) || isBlank(behind) || behind === CODE.colon || behind === CODE.openBracket;
    return ends ? makeHeader('level-first', restOf(line, behindLevel(line, close)), { severity }) : undefined;
  }
  const stamp = close > to ? readTimestamp(line, close) : undefined;
  const end = stamp ? line.indexOf('] ', stamp.to) : -1;
  if (!stamp || end < 0 || end > stamp.to + MAX_THREAD) return undefined;
  return makeHeader('level-first', restOf(line, skipBlanks(line, end + 1)), { severity, time: stamp.time });
}

const MAX_THREAD = 80;

/** Columns behind bars: the message is the last of the first four. */
function readBarred(line: string, severity: Severity, bar: number): LogHeader {
  let at = bar;
  let time: LogHeader['time'];
  for (let column = 0; column < 3; column++) {
    const from = skipBlanks(line, at + 1);
    const stamp = readTimestamp(line, from);
    const next = line.indexOf(' | ', from);
    if (stamp) time ??= stamp.time;
    if (next < 0 || next > from + MAX_THREAD)
      return makeHeader('level-first', restOf(line, from), { severity, time });
    at = next + 1;
  }
  return makeHeader('level-first', restOf(line, skipBlanks(line, at + 1)), { severity, time });
}

const JAVA: Readonly<Record<string, Severity>> = {
  SEVERE: 'error',
  CONFIG: 'debug',
  FINE: 'debug',
  FINER: 'trace',
  FINEST: 'trace',
};
const JAVA_ONLY: ReadonlySet<string> = new Set(Object.keys(JAVA));

function levelAt(line: string): { severity: Severity; to: number } | undefined {
  let to = 0;
  while (to < 14 && isUpper(line.charCodeAt(to))) to++;
  if (to < 3 || to > 13) return undefined;
  const severity = JAVA[line.slice(0, to)];
  if (severity) return { severity, to };
  const word = readLevelWord(line, 0);
  // `NOTE: …` is prose more often than not.
  return word?.to === to && !line.startsWith('NOTE') ? word : undefined;
}
