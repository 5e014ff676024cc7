import type { Severity } from './header.ts';

/**
 * Level words of loggers, as {@link Severity}. Words that are ordinary ones elsewhere (`LOG` of PostgreSQL, `CONFIG` of
 * java.util.logging, `http` of winston) stand in the tables of their formats.
 */
const WORDS: Readonly<Record<Severity, string>> = {
  trace: 'trace trac trc silly finest finer',
  debug: 'debug debu dbug dbg fine verbose',
  info: 'info inf information informational notice note',
  warning: 'warn warning wrn',
  // zap's DPanic panics in development only.
  error: 'error erro eror err severe fail dpanic',
  fatal: 'fatal fata ftl critical crit alert emerg emergency panic pani',
};

const SEVERITIES: ReadonlyMap<string, Severity> = new Map(
  Object.entries(WORDS).flatMap(([severity, words]) =>
    words.split(' ').map((word) => [word, severity as Severity] as const),
  ),
);

/** Whether two letters start a level word, so that other words are refused before they are cut out of their line. */
const STARTS = new Uint8Array(1 << 10);
for (const word of SEVERITIES.keys()) STARTS[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;

/** Five bits of each letter, case left aside. */
function pairOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

export const startsLevelWord = (first: number, second: number): boolean =>
  STARTS[pairOf(first, second)] === 1;

/** `informational` */
export const LONGEST_LEVEL = 13;

/** The severity that a level word names, in any case: `WARN`, `Warning`, `wrn`. */
export const severityOfWord = (word: string): Severity | undefined =>
  word.length < 3 || word.length > LONGEST_LEVEL ? undefined : SEVERITIES.get(word.toLowerCase());

/** emerg, alert, crit, err, warning, notice, info, debug: [RFC 5424](https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1). */
const SYSLOG: readonly Severity[] = ['fatal', 'fatal', 'fatal', 'error', 'warning', 'info', 'info', 'debug'];

/** The severity of a syslog priority: its lowest three bits, above them stands the facility. */
export const severityOfPriority = (priority: number): Severity | undefined => SYSLOG[priority & 7];

/**
 * The severity of a number as [pino](https://github.com/pinojs/pino/blob/main/docs/api.md#logger-level) and bunyan print
 * it: 10 for trace up to 60 for fatal; a custom level counts as the standard one below it.
 */
export function severityOfNumber(level: number): Severity | undefined {
  if (level < 10 || level >= 70) return undefined;
  return (['trace', 'debug', 'info', 'warning', 'error', 'fatal'] as const)[Math.floor(level / 10) - 1];
}
