import { CODE, isBlank } from '../../text/index.ts';
import { behindLevel, findLevel } from '../find-level.ts';
import type { LogHeader, SourceLine } from '../header.ts';
import type { LevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { readPlace } from '../source-place.ts';
import { readJavaHeader } from '../java/header.ts';
import { type Stamp, leadingStamp, readTimestamp } from '../timestamp.ts';
import {
  MAX_TOKEN,
  bracketEnd,
  isAlphanumeric,
  restOf,
  skipBlanks,
  skipBrackets,
  wordEnd,
} from '../tokens.ts';

/**
 * Reads any line that starts with a time, in a bracket or not, with a level within the next characters in one of the
 * places where loggers put it; with a date of year and day it needs no level:
 *
 *     > 2026-11-21T08:18:33.123Z | INFO  | state-manager | msg
 *     > [2026-11-21 08:18:33.123][8][info][config] [source/server.cc:168] msg                  Envoy
 *     > 2026-11-21 08:18:33 started
 */
export function readTimestampedHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp) return undefined;
  const level = findLevel(line, stamp.to);
  if (level) {
    const { severity } = level;
    const { source, logger, text } = readBehindLevel(line, stamp, level);
    return makeHeader('timestamped', restOf(line, text), { severity, time: stamp.time, source, logger });
  }
  if (stamp.time.year === undefined || stamp.time.month === undefined) return undefined;
  const bracketed = stamp.from === 1;
  const end = bracketed ? stamp.to + 1 : stamp.to;
  if (bracketed && line.charCodeAt(stamp.to) !== CODE.closeBracket) return undefined;
  const from = skipBlanks(line, end);
  if (from >= line.length || !isBlank(line.charCodeAt(end))) return undefined;
  return makeHeader('timestamped', restOf(line, from), { time: stamp.time });
}

interface Behind {
  readonly source?: SourceLine;
  readonly logger?: string;
  readonly text: number;
}

function readBehindLevel(line: string, stamp: Stamp, { from, to }: LevelWord): Behind {
  const before = line.charCodeAt(from - 1);
  if (before === CODE.equals || before === CODE.quote) return { text: skipBlanks(line, stamp.to) };
  // `[2011-04-01 15:14:34.203 main ERROR com.acme.Server] msg`: one bracket is around all of it.
  if (stamp.from === 1 && isBlank(line.charCodeAt(stamp.to))) {
    const close = line.indexOf('] ', to);
    if (close >= 0 && close < to + MAX_TOKEN) return { text: skipBlanks(line, close + 2) };
  }
  const close = skipBlanks(line, to);
  const glued = line.charCodeAt(close) === CODE.closeBracket ? bracketEnd(line, close + 1) : undefined;
  const logger = glued === undefined ? {} : { logger: line.slice(close + 2, glued - 1).trim() };
  const text = glued === undefined ? behindLevel(line, to) : skipBlanks(line, glued);
  const place = line.charCodeAt(text) === CODE.openBracket ? bracketEnd(line, text) : undefined;
  const source = place === undefined ? undefined : readPlace(line, text + 1, place - 1);
  // Brackets in front of a dash are no part of the message: `[main] [app.py:47] [trace_id=f6] - msg`.
  const last = skipBrackets(line, text);
  const dashed = last > text && (line.startsWith('- ', last) || line.startsWith(': ', last));
  if (dashed) return { ...logger, text: last + 2 };
  return source && place !== undefined
    ? { ...logger, source, text: skipBlanks(line, place) }
    : { ...logger, text: line.startsWith('- ', text) ? text + 2 : text };
}

const MAX_WORD = 60;

/**
 * The same with a name in front of the time, all in brackets or with brackets around the name:
 *
 *     > [otel.javaagent 2026-11-21 08:18:33:317 +0000] [main] INFO io.opentelemetry.Agent - msg
 *     > (sqlalchemy.pool): 2026-11-21 08:18:33,355 DEBUG msg
 */
export function readNamedTimestampHeader(line: string): LogHeader | undefined {
  const end = wordEnd(line, 1);
  if (end > MAX_WORD || !isAlphanumeric(line.charCodeAt(1))) return undefined;
  const stamp = isBlank(line.charCodeAt(end)) ? readTimestamp(line, end + 1) : undefined;
  return stamp && (readJavaHeader(line, stamp) ?? readTimestampedHeader(line, stamp));
}
