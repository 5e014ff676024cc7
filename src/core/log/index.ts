export { LOG_FORMATS, type LogFormat, readHeader } from './formats.ts';
export type { ClockTime, LogFormatId, LogHeader, Severity, SourceLine } from './header.ts';
export { type KeyValue, type KlogBody, type ValueForm, readKlogBody } from './klog/body.ts';
export { readKlogHeader } from './klog/header.ts';
export {
  type LogRecord,
  type RecordReader,
  createRecordReader,
  recordMessage,
  recordSpan,
} from './records.ts';
