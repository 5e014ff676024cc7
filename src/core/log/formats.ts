import { readAccessLogHeader } from './access-log/header.ts';
import { readTimedAccessHeader } from './access-log/timed-header.ts';
import { readApacheHeader } from './apache/header.ts';
import { readCapnslogHeader } from './capnslog/header.ts';
import { readCorednsHeader } from './coredns/header.ts';
import { CUPS_LEVELS, readCupsHeader } from './cups/header.ts';
import { readGoLogHeader } from './go-log/header.ts';
import { readHaproxyHeader } from './haproxy/header.ts';
import type { LogFormatId, LogHeader } from './header.ts';
import { readHadoopHeader } from './java/hadoop-header.ts';
import { readJavaHeader } from './java/header.ts';
import { readJavaUtilLoggingHeader } from './java-util-logging/header.ts';
import { readJsonHeader } from './json/header.ts';
import { readKlogHeader } from './klog/header.ts';
import { readLevelFirstHeader } from './level-first/header.ts';
import { readLogfmtHeader } from './logfmt/header.ts';
import { readLogrusTtyHeader } from './logrus-tty/header.ts';
import { readMysqlHeader } from './mysql/header.ts';
import { readNginxHeader } from './nginx/header.ts';
import { readPostgresqlHeader } from './postgresql/header.ts';
import { readPythonBasicHeader } from './python/basic-header.ts';
import { readPythonHeader } from './python/header.ts';
import { readRedisHeader } from './redis/header.ts';
import { readRustHeader } from './rust/header.ts';
import { readSyslogHeader } from './syslog/header.ts';
import { type Stamp, leadingStamp } from './timestamp.ts';
import { readNamedTimestampHeader, readTimestampedHeader } from './timestamped/header.ts';
import { readWinstonHeader, readWinstonSimpleHeader } from './winston/header.ts';
import { readZapConsoleHeader, readZapEpochHeader } from './zap-console/header.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const TIME = Symbol('time');

/** Reads a line's header; formats that start with a time are given the one that the line starts with. */
export type HeaderReader = (line: string, stamp?: Stamp) => LogHeader | undefined;

export interface LogFormat {
  readonly id: LogFormatId;
  /** As shown to a reader of the console. */
  readonly name: string;
  /** The characters that a line of it starts with; `TIME` for a timestamp, also behind a `[`. */
  readonly starts: string | typeof TIME;
  /** Of several dialects the same one, which tells them apart. */
  readonly readHeader: HeaderReader;
}

const JSON_LINE = { starts: '{', readHeader: readJsonHeader } as const;
const LOGFMT_LINE = { starts: LOWER + UPPER + '@_', readHeader: readLogfmtHeader } as const;

/**
 * Every line format that is read, in the order in which they are tried on a line. To add one: a folder beside `klog/`
 * with its reader, test and samples, an id in `header.ts`, and a row here. A line is tried only with formats that start
 * as it does, so that most lines that are no log lines are refused after a look at their first character.
 */
export const LOG_FORMATS: readonly LogFormat[] = [
  { id: 'klog', name: 'klog text', starts: 'IWEF', readHeader: (line) => readKlogHeader(line) },
  { id: 'klog-json', name: 'klog JSON', ...JSON_LINE },
  { id: 'zap', name: 'zap JSON', ...JSON_LINE },
  { id: 'slog-json', name: 'slog JSON', ...JSON_LINE },
  { id: 'logrus-json', name: 'logrus JSON', ...JSON_LINE },
  { id: 'journald-json', name: 'journald JSON', ...JSON_LINE },
  { id: 'pino', name: 'pino', ...JSON_LINE },
  { id: 'bunyan', name: 'bunyan', ...JSON_LINE },
  { id: 'json', name: 'JSON', ...JSON_LINE },
  { id: 'logrus', name: 'logrus text', ...LOGFMT_LINE },
  { id: 'slog', name: 'slog text', ...LOGFMT_LINE },
  { id: 'logfmt', name: 'logfmt', ...LOGFMT_LINE },
  { id: 'logrus-tty', name: 'logrus in a terminal', starts: 'TDIWEFP', readHeader: readLogrusTtyHeader },
  { id: 'capnslog', name: 'capnslog (etcd up to 3.4)', starts: TIME, readHeader: readCapnslogHeader },
  { id: 'nginx', name: 'nginx error log', starts: TIME, readHeader: readNginxHeader },
  { id: 'go-log', name: 'Go log', starts: TIME, readHeader: readGoLogHeader },
  { id: 'zap-console', name: 'zap console', starts: TIME, readHeader: readZapConsoleHeader },
  { id: 'zap-console', name: 'zap console', starts: DIGITS, readHeader: readZapEpochHeader },
  { id: 'apache', name: 'Apache error log', starts: TIME, readHeader: readApacheHeader },
  { id: 'cups', name: 'CUPS error log', starts: CUPS_LEVELS, readHeader: readCupsHeader },
  { id: 'mysql', name: 'MySQL error log', starts: TIME, readHeader: readMysqlHeader },
  { id: 'postgresql', name: 'PostgreSQL', starts: TIME, readHeader: readPostgresqlHeader },
  { id: 'python', name: 'Python logging', starts: TIME, readHeader: readPythonHeader },
  { id: 'python', name: 'Python logging', starts: 'DIWEC', readHeader: readPythonBasicHeader },
  { id: 'gunicorn', name: 'gunicorn', starts: TIME, readHeader: readPythonHeader },
  { id: 'rust', name: 'Rust env_logger or tracing', starts: TIME, readHeader: readRustHeader },
  { id: 'winston', name: 'winston', starts: TIME, readHeader: readWinstonHeader },
  { id: 'winston', name: 'winston', starts: 'ewivhdstf', readHeader: readWinstonSimpleHeader },
  {
    id: 'java-util-logging',
    name: 'java.util.logging',
    starts: TIME,
    readHeader: readJavaUtilLoggingHeader,
  },
  { id: 'syslog', name: 'syslog', starts: TIME, readHeader: readSyslogHeader },
  { id: 'syslog', name: 'syslog', starts: '<', readHeader: readSyslogHeader },
  { id: 'spring-boot', name: 'Spring Boot', starts: TIME, readHeader: readJavaHeader },
  { id: 'java', name: 'Java logger', starts: TIME, readHeader: readJavaHeader },
  { id: 'java', name: 'Java logger', starts: DIGITS, readHeader: readHadoopHeader },
  { id: 'redis', name: 'Redis', starts: `${DIGITS}[`, readHeader: readRedisHeader },
  { id: 'haproxy', name: 'HAProxy', starts: `${DIGITS}[`, readHeader: readHaproxyHeader },
  { id: 'coredns', name: 'CoreDNS', starts: '[', readHeader: readCorednsHeader },
  {
    id: 'access-log',
    name: 'access log',
    starts: `${DIGITS}${LOWER}:-`,
    readHeader: readAccessLogHeader,
  },
  {
    id: 'level-first',
    name: 'level and message',
    starts: `${UPPER}[`,
    readHeader: readLevelFirstHeader,
  },
  { id: 'access-log', name: 'access log', starts: TIME, readHeader: readTimedAccessHeader },
  { id: 'timestamped', name: 'time and message', starts: TIME, readHeader: readTimestampedHeader },
  { id: 'timestamped', name: 'time and message', starts: '[(', readHeader: readNamedTimestampHeader },
];

const readersOf = (fits: (starts: LogFormat['starts']) => boolean): readonly HeaderReader[] => [
  ...new Set(LOG_FORMATS.filter(({ starts }) => fits(starts)).map(({ readHeader }) => readHeader)),
];

const TIMED = readersOf((starts) => starts === TIME);

/** By the code of a line's first character. */
const BY_START: readonly (readonly HeaderReader[])[] = Array.from({ length: 128 }, (_, code) =>
  readersOf((starts) => starts !== TIME && starts.includes(String.fromCharCode(code))),
);

const NONE: readonly HeaderReader[] = [];

/** The header of a line in the first format that fits. */
export function readHeader(line: string): LogHeader | undefined {
  const stamp = leadingStamp(line);
  for (const read of stamp ? TIMED : NONE) {
    const header = read(line, stamp);
    if (header) return header;
  }
  for (const read of BY_START[line.charCodeAt(0)] ?? NONE) {
    const header = read(line);
    if (header) return header;
  }
  return undefined;
}
