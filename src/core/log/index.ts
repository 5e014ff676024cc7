export { type LogEntry, toLogEntry } from './entry.ts';
export { innermost, readErrorChain } from './errors/chain.ts';
export {
  DIAL_FAILURES,
  type DialFailure,
  type DialFailureKind,
  readDialFailure,
} from './errors/dial-failure.ts';
export { dialFailureWords } from './errors/dial-words.ts';
export type { ErrorKind, ErrorLink } from './errors/link.ts';
export { ERROR_KIND_WORDS } from './errors/words.ts';
export { type ConnectionReport, type SeenFailure, createFailureReader } from './failures.ts';
export type { Template, TemplateSummary } from './fold/templates.ts';
export { type ExactLines, createExactLines } from './klog/exact/exact-lines.ts';
export { placeHash } from './klog/exact/place-hash.ts';
export { LOG_FORMATS, type LogFormat, readHeader } from './formats.ts';
export type {
  ClockTime,
  Encoding,
  Field,
  LogFormatId,
  LogHeader,
  Part,
  Severity,
  SourceLine,
} from './header.ts';
export { isEntity } from './wrap/entities.ts';
export { type KeyValue, type KlogBody, type ValueForm, readKlogBody } from './klog/body.ts';
export { readKlogHeader } from './klog/header.ts';
export {
  type KlogFile,
  type KlogRoutes,
  type KlogRouting,
  type KlogSeverity,
  routeKlog,
} from './klog/routing.ts';
export { decodePart } from './part.ts';
export { type LogReader, type LogSummary, createLogReader } from './read.ts';
export { type LogRecord, type RecordKind, isGap, isWhole, recordSeverity } from './records.ts';
export { type LogRow, createRowFolder } from './rows.ts';
export { type Count, SEVERITIES } from './summary.ts';
export type { TimeConstant } from './time/constants.ts';
export type { Gap } from './time/gaps.ts';
export type { Interval } from './time/intervals.ts';
export type { ConstantMatch } from './time/match-constants.ts';
export { durationWords, gapWords, intervalWords } from './time/words.ts';
export { innerStack, mayHoldStack } from './wrap/inner-stack.ts';
export type { Layer, Peeled, ProgramLine, Wrapper, WrapperId } from './wrap/layer.ts';
export { type Unwrapper, createUnwrapper } from './wrap/unwrap.ts';
export { WRAPPERS } from './wrap/wrappers.ts';
