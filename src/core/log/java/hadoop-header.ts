import { CODE, isBlank, isDigit, readNumber } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { restOf, skipBlanks, wordEnd } from '../tokens.ts';

/**
 * Reads a line of Hadoop's early daemons, whose date has neither marks nor a century:
 *
 *     > 261121 081833 26595 INFO dfs.DataNode$PacketResponder: Received block blk_-568 of size 67108864
 *       yymmdd hhmmss ^ thread   ^ logger                      ^ message
 *
 * The thread may be missing. Source: log4j's `%d{yyMMdd HHmmss} %t %p %c: %m` of Hadoop 0.20 `conf/log4j.properties`.
 */
export function readHadoopHeader(line: string): LogHeader | undefined {
  if (!isBlank(line.charCodeAt(6)) || !isBlank(line.charCodeAt(13))) return undefined;
  const [year, month, day, hour, minute, second] = [0, 2, 4, 7, 9, 11].map((at) => pair(line, at));
  if (year === undefined || !month || !day || hour === undefined) return undefined;
  if (minute === undefined || second === undefined) return undefined;
  if (month > 12 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const thread = readNumber(line, 14);
  const level = readLevelWord(line, thread ? skipBlanks(line, thread.to) : 14);
  if (!level || !isBlank(line.charCodeAt(level.to))) return undefined;
  const from = skipBlanks(line, level.to);
  const to = wordEnd(line, from);
  const logger = line.slice(from, to - 1);
  if (to <= from + 1 || line.charCodeAt(to - 1) !== CODE.colon || !logger.includes('.')) return undefined;
  return makeHeader('java', restOf(line, skipBlanks(line, to)), {
    severity: level.severity,
    time: { year: 2000 + year, month, day, hour, minute, second, micros: 0 },
    process: thread?.value,
    logger,
  });
}

const pair = (line: string, at: number): number | undefined =>
  isDigit(line.charCodeAt(at)) && isDigit(line.charCodeAt(at + 1))
    ? readNumber(line, at, at + 2)?.value
    : undefined;
