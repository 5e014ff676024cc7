import type { LogFormatId, LogHeader } from './header.ts';
import { readKlogHeader } from './klog/header.ts';

export interface LogFormat {
  readonly id: LogFormatId;
  /** As shown to a reader of the console. */
  readonly name: string;
  readonly readHeader: (line: string) => LogHeader | undefined;
}

/**
 * Every line format that is read, in the order in which they are tried on a line.
 * To add one: a folder beside `klog/` with its reader, test and samples, an id in `header.ts`, and a row here.
 */
export const LOG_FORMATS: readonly LogFormat[] = [
  { id: 'klog', name: 'klog text', readHeader: readKlogHeader },
];

/** The header of a line in the first format that fits. */
export function readHeader(line: string): LogHeader | undefined {
  for (const format of LOG_FORMATS) {
    const header = format.readHeader(line);
    if (header) return header;
  }
  return undefined;
}
