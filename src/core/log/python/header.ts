import { CODE, isBlank, isDigit, isUpper, readNumber } from '../../text/index.ts';
import { readLevelWord } from '../level-text.ts';
import type { LogHeader } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { readPlace } from '../source-place.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, skipBlanks, skipBrackets, wordEnd } from '../tokens.ts';

const MAX_NAME = 100;

/**
 * Reads a line of Python's `logging` in its usual patterns, and of what is built on it:
 *
 *     > 2026-11-21 08:18:33,123 - acme.server - ERROR - msg            the tutorial's format
 *     > 2026-11-21 08:18:33.123 7 INFO nova.compute [req-1] msg        OpenStack
 *     > [2026-11-21 08:18:33 +0000] [7] [INFO] msg                     gunicorn
 *     > [2026-11-21 08:18:33,123] ERROR in app: msg                    Flask
 *     > [2026-11-21 08:18:33,123: INFO/MainProcess] msg                Celery
 *     > [2026-11-21T08:18:33.123+0000] {dag.py:12} INFO - msg          Airflow
 *
 * Sources: [logging how-to](https://docs.python.org/3/howto/logging.html), gunicorn `glogging.py` (21.2), oslo.log
 * `logging_context_format_string`, Flask `logging.py` (3.0), Celery `worker_log_format` (5.3).
 */
export function readPythonHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp || stamp.time.month === undefined) return undefined;
  const { to, time } = stamp;
  if (stamp.from === 0) {
    if (line.startsWith(' - ', to)) return readDashed(line, to + 3, time);
    return isDigit(line.charCodeAt(to + 1)) ? readOslo(line, to + 1, time) : undefined;
  }
  if (line.startsWith('] [', to)) return readGunicorn(line, to + 3, time);
  if (line.startsWith(': ', to)) return readCelery(line, to + 2, time);
  if (isUpper(line.charCodeAt(to + 2))) return readFlask(line, to, time);
  return line.startsWith('] {', to) ? readAirflow(line, to + 3, time) : undefined;
}

type Time = LogHeader['time'];

/** `acme.server - ERROR - msg`, `ERROR - msg` */
function readDashed(line: string, from: number, time: Time): LogHeader | undefined {
  const first = readLevelWord(line, from);
  if (first && line.startsWith(' - ', first.to)) {
    return makeHeader('python', restOf(line, first.to + 3), { severity: first.severity, time });
  }
  const dash = line.slice(from, from + MAX_NAME).indexOf(' - ');
  if (dash <= 0) return undefined;
  const level = readLevelWord(line, skipBlanks(line, from + dash + 3));
  const end = level && skipBlanks(line, level.to);
  if (!level || end === undefined || !line.startsWith('- ', end)) return undefined;
  const logger = line.slice(from, from + dash).trimEnd();
  return makeHeader('python', restOf(line, end + 2), { severity: level.severity, time, logger });
}

/** `7 INFO nova.compute [req-1] msg` */
function readOslo(line: string, from: number, time: Time): LogHeader | undefined {
  const pid = readNumber(line, from);
  const level = pid && readLevelWord(line, pid.to + 1);
  if (!level || !isUpper(line.charCodeAt(level.from)) || !isBlank(line.charCodeAt(level.to)))
    return undefined;
  const end = wordEnd(line, level.to + 1);
  if (!line.startsWith(' [', end)) return undefined;
  const logger = line.slice(level.to + 1, end);
  return makeHeader('python', restOf(line, skipBrackets(line, end + 1)), {
    severity: level.severity,
    time,
    process: pid?.value,
    logger,
  });
}

/** `7] [INFO] msg` */
function readGunicorn(line: string, from: number, time: Time): LogHeader | undefined {
  const pid = readNumber(line, from);
  if (!pid || !line.startsWith('] [', pid.to)) return undefined;
  const level = readLevelWord(line, pid.to + 3);
  if (!level || line.charCodeAt(level.to) !== CODE.closeBracket) return undefined;
  return makeHeader('gunicorn', restOf(line, skipBlanks(line, level.to + 1)), {
    severity: level.severity,
    time,
    process: pid.value,
  });
}

/** `INFO/MainProcess] msg` */
function readCelery(line: string, from: number, time: Time): LogHeader | undefined {
  const level = readLevelWord(line, from);
  if (!level || line.charCodeAt(level.to) !== CODE.slash) return undefined;
  const end = line.indexOf('] ', level.to);
  if (end < 0 || end > level.to + MAX_NAME) return undefined;
  const logger = line.slice(level.to + 1, end);
  return makeHeader('python', restOf(line, end + 2), { severity: level.severity, time, logger });
}

/** `] ERROR in app: msg` */
function readFlask(line: string, from: number, time: Time): LogHeader | undefined {
  const level = line.startsWith('] ', from) ? readLevelWord(line, from + 2) : undefined;
  if (!level || !line.startsWith(' in ', level.to)) return undefined;
  const end = wordEnd(line, level.to + 4);
  if (line.charCodeAt(end - 1) !== CODE.colon) return undefined;
  const logger = line.slice(level.to + 4, end - 1);
  return makeHeader('python', restOf(line, end + 1), { severity: level.severity, time, logger });
}

/** `dag.py:12} INFO - msg` */
function readAirflow(line: string, from: number, time: Time): LogHeader | undefined {
  const close = line.indexOf('} ', from);
  const source = close > 0 && close < from + MAX_NAME ? readPlace(line, from, close) : undefined;
  const level = source && readLevelWord(line, close + 2);
  if (!level || !line.startsWith(' - ', level.to)) return undefined;
  return makeHeader('python', restOf(line, level.to + 3), { severity: level.severity, time, source });
}
