import { CODE, isBlank, isLower } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { bracketEnd, restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of winston, npm's logger of Node, in the formats of its documentation; fluentd prints the like:
 *
 *     > 2026-11-21T08:18:33.123Z [info]: msg
 *     > 2026-11-21T08:18:33.123Z [server] info: msg
 *     > info: msg {"service":"user-service"}
 *
 * `error: ` and `warn: ` in front of a line are what commands print as well: without a time, `error` is read so only if
 * an object with the line's other fields stands at its end.
 *
 * Source: [logform](https://github.com/winstonjs/logform) `simple.js`, `printf` of the winston 3 README.
 */
export function readWinstonHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0) return undefined;
  const { to, time } = stamp;
  if (!isBlank(line.charCodeAt(to))) return undefined;
  let at = skipBlanks(line, to);
  let logger: string | undefined;
  if (line.charCodeAt(at) === CODE.openBracket) {
    const level = levelAt(line, at + 1);
    if (level && line.startsWith(']: ', level.to)) {
      return makeHeader('winston', restOf(line, level.to + 3), { severity: level.severity, time });
    }
    const end = bracketEnd(line, at);
    if (end === undefined || line.charCodeAt(end) !== CODE.space) return undefined;
    logger = line.slice(at + 1, end - 1);
    at = end + 1;
  }
  const level = levelAt(line, at);
  if (!level || !line.startsWith(': ', level.to)) return undefined;
  return makeHeader('winston', restOf(line, level.to + 2), { severity: level.severity, time, logger });
}

/** The same without a time: winston's `simple`. */
export function readWinstonSimpleHeader(line: string): LogHeader | undefined {
  if (!isLower(line.charCodeAt(0))) return undefined;
  const level = levelAt(line, 0);
  if (!level || !line.startsWith(': ', level.to)) return undefined;
  if (level.severity === 'error' && !line.endsWith('}')) return undefined;
  return makeHeader('winston', restOf(line, level.to + 2), { severity: level.severity });
}

/** A level of npm in lower case, `http` among them: others are written in other ways. */
function levelAt(line: string, from: number): { severity: Severity; to: number } | undefined {
  if (!isLower(line.charCodeAt(from))) return undefined;
  if (line.startsWith('http', from)) return { severity: 'info', to: from + 4 };
  const level = readLevelWord(line, from);
  return level && LEVELS.includes(line.slice(from, level.to)) ? level : undefined;
}

const LEVELS = ['error', 'warn', 'info', 'verbose', 'debug', 'silly', 'trace', 'fatal'];
