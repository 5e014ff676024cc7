import { type LogHeader, decodePart, readHeader } from '../../src/core/log/index.ts';

/** A header as a table of samples writes it down: only what the line names. */
export interface Described {
  readonly format: string;
  readonly severity?: string;
  /** `2026-11-21T08:18:33.123456+60`: only what the line names, the zone in minutes east of UTC. */
  readonly time?: string;
  readonly process?: number;
  /** `main.go:12` */
  readonly place?: string;
  readonly logger?: string;
  /** Decoded. */
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A line of a sample: what it shows, the line, what is read from it. */
export type SampleLine = readonly [name: string, line: string, expected: Described];

/** What is read from a line, through the door that tries every format. */
export const describeLine = (line: string): Described | undefined => describeHeader(line, readHeader(line));

export function describeHeader(line: string, header: LogHeader | undefined): Described | undefined {
  if (!header) return undefined;
  const { format, severity, time, process, source, logger, message, fields } = header;
  const decoded = fields.map(({ key, value }) => [key, decodePart(line, value).text] as const);
  return {
    format,
    ...(severity === undefined ? {} : { severity }),
    ...(time === undefined ? {} : { time: timeOf(time) }),
    ...(process === undefined ? {} : { process }),
    ...(source === undefined ? {} : { place: `${source.file}:${source.line}` }),
    ...(logger === undefined ? {} : { logger }),
    message: decodePart(line, message).text,
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(decoded) }),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function timeOf(time: NonNullable<LogHeader['time']>): string {
  const { year, month, day, hour, minute, second, micros, offset } = time;
  const date = month === undefined || day === undefined ? '' : `${two(month)}-${two(day)}T`;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  const zone = offset === undefined ? '' : offset === 0 ? 'Z' : `${offset > 0 ? '+' : ''}${offset}`;
  return `${year === undefined ? '' : `${year}-`}${date}${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone}`;
}
