import type { Span } from '../text/index.ts';
import { innermost, readErrorChain } from './errors/chain.ts';
import type { ErrorKind } from './errors/link.ts';
import type { LogFormatId, Severity } from './header.ts';
import { readKlogBody } from './klog/body.ts';
import { decodePart } from './part.ts';
import {
  type LogRecord,
  type RecordKind,
  recordKind,
  recordMessage,
  recordSeverity,
  recordSpan,
  recordTime,
} from './records.ts';
import { timeText } from './time-text.ts';
import type { Layer } from './wrap/layer.ts';

/** One error of those that a message wraps. */
export interface EntryError {
  readonly kind: ErrorKind;
  readonly text: string;
  readonly code?: string;
  /** How many errors it is wrapped in. */
  readonly depth: number;
  /** It wraps no other: what happened stands there. */
  readonly innermost: boolean;
}

/** A record as plain data: what crosses from worker to page, and what `kb read --json` prints. */
export interface LogEntry extends Span {
  /** Of its first line in the paste. */
  readonly number: number;
  /** How many lines of the program it has. */
  readonly lines: number;
  readonly kind: RecordKind;
  readonly format?: LogFormatId;
  readonly severity?: Severity;
  /** As far as the log names it: `2026-06-14T19:57:01.269085+08:00`, `06-14T19:57:01.269085` or `19:57:01`. */
  readonly time?: string;
  readonly process?: number;
  readonly logger?: string;
  /** `controller.go:161` */
  readonly place?: string;
  /** Decoded, with its continuation lines; without the fields of a structured line. */
  readonly message: string;
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  /** The errors that message and fields wrap, outermost first; empty if there is only the message. */
  readonly errors: readonly EntryError[];
  /** Which pod, container and stream it came from; `''` if no wrapper says so. */
  readonly source: string;
  readonly layers: readonly Layer[];
}

/** The record as plain data. */
export function toLogEntry(record: LogRecord): LogEntry {
  const { header, lines } = record;
  const first = lines[0];
  const severity = recordSeverity(record);
  const time = recordTime(record);
  return {
    ...recordSpan(record),
    number: first?.number ?? 0,
    lines: lines.length,
    kind: recordKind(record),
    ...(header ? { format: header.format } : {}),
    ...(severity ? { severity } : {}),
    ...(time ? { time: timeText(time) } : {}),
    ...(header?.process === undefined ? {} : { process: header.process }),
    ...(header?.logger === undefined ? {} : { logger: header.logger }),
    ...(header?.source ? { place: `${header.source.file}:${header.source.line}` } : {}),
    ...bodyOf(record),
    source: first?.source ?? '',
    layers: first?.layers ?? [],
  };
}

/** klog's fields stand in its message; other formats delimit theirs themselves. */
function bodyOf(record: LogRecord): Pick<LogEntry, 'message' | 'fields' | 'errors'> {
  const { header, lines, claimedFrom } = record;
  const message = recordMessage(record).trimEnd();
  // The frames below an error are none.
  const ownLines = record.claimed ? 1 : claimedFrom;
  const said =
    ownLines === undefined ? message : recordMessage({ ...record, lines: lines.slice(0, ownLines) });
  if (header?.format === 'klog' && header.fields.length === 0) {
    const { message: own, fields, rest } = readKlogBody(message);
    const behind = rest ? message.slice(rest.from, rest.to) : '';
    return {
      message: behind === '' ? own : `${own} ${behind}`,
      fields: fields.map(({ key, value }) => ({ key, value })),
      errors: errorsOf(said.trimEnd()),
    };
  }
  const line = lines[0]?.text ?? '';
  const fields = (header?.fields ?? []).map(({ key, value }) => ({
    key,
    value: decodePart(line, value).text,
  }));
  const error = fields.find(({ key }) => ERROR_KEYS.has(key))?.value;
  return { message, fields, errors: errorsOf(said, error) };
}

/** Names of the field that holds an error, in formats that delimit their fields. */
const ERROR_KEYS: ReadonlySet<string> = new Set(['err', 'error']);

/** The chain of a message, and of the error that a field beside it holds: the message wraps that. */
function errorsOf(message: string, error?: string): readonly EntryError[] {
  const outer = readErrorChain(message);
  const below = error === undefined ? 0 : (outer.at(-1)?.depth ?? -1) + 1;
  const inner = error === undefined ? [] : readErrorChain(error);
  const chain = [...outer, ...inner.map((link) => ({ ...link, depth: link.depth + below }))];
  if (chain.length < 2) return [];
  const deepest = new Set(innermost(chain));
  return chain.map((link) => {
    const { kind, text, code, depth } = link;
    return { kind, text, ...(code === undefined ? {} : { code }), depth, innermost: deepest.has(link) };
  });
}
