import type { ClockTime, Field, LogFormatId, LogHeader, Part, Severity, SourceLine } from './header.ts';

/** What a format may find in a line beside its message. */
export interface Found {
  readonly severity?: Severity | undefined;
  readonly time?: ClockTime | undefined;
  readonly process?: number | undefined;
  readonly source?: SourceLine | undefined;
  readonly logger?: string | undefined;
  readonly fields?: readonly Field[];
}

const NO_FIELDS: readonly Field[] = [];

/** A header that has only what was found. */
export function makeHeader(format: LogFormatId, message: Part, found: Found): LogHeader {
  const { severity, time, process, source, logger, fields = NO_FIELDS } = found;
  return {
    format,
    ...(severity === undefined ? undefined : { severity }),
    ...(time === undefined ? undefined : { time }),
    ...(process === undefined ? undefined : { process }),
    ...(source === undefined ? undefined : { source }),
    ...(logger === undefined || logger === '' ? undefined : { logger }),
    message,
    fields,
  };
}
