import { CODE, isBlank, isDigit } from '../../text/index.ts';
import { clockOfEpoch } from '../epoch.ts';
import type { Field, LogHeader } from '../header.ts';
import { partOf, scanJsonObject } from '../json-object.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { readPlace } from '../source-place.ts';
import { type Stamp, leadingStamp } from '../timestamp.ts';
import { skipBlanks, wordEnd } from '../tokens.ts';

/**
 * Reads a line of zap's console encoder, as controller-runtime sets it up in development too:
 *
 *     > 2026-11-21T08:18:33.966Z<TAB>INFO<TAB>setup<TAB>main.go:12<TAB>starting manager<TAB>{"port": 8080}
 *       ^ or 1.795249413966e+09      ^ level  ^ logger  ^ caller       ^ message            ^ fields
 *
 * Logger, caller and fields may be missing. Terminals and web pages turn a TAB into a run of blanks; two are asked for.
 * Source: go.uber.org/zap `zapcore/console_encoder.go` (v1.27).
 */
export function readZapConsoleHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  return stamp?.from === 0 ? readBehind(line, stamp) : undefined;
}

/** The same with the time as seconds since 1970: `1.795249413966e+09`, the default of zap in production. */
export function readZapEpochHeader(line: string): LogHeader | undefined {
  if (!isDigit(line.charCodeAt(0)) || line.charCodeAt(1) !== CODE.dot) return undefined;
  const to = wordEnd(line, 0);
  const time = clockOfEpoch(line.slice(0, to));
  return time && readBehind(line, { time, from: 0, to });
}

function readBehind(line: string, head: Stamp): LogHeader | undefined {
  const levelAt = gapEnd(line, head.to);
  const level = levelAt === undefined ? undefined : readLevelWord(line, levelAt);
  const text = level && gapEnd(line, level.to);
  if (text === undefined) return undefined;

  const fields = fieldsFrom(line, text);
  const end = fields?.from ?? line.length;
  const { logger, source, message } = columns(line, text, end);
  return makeHeader(
    'zap-console',
    { span: { from: message, to: Math.max(message, end) }, encoding: 'plain' },
    { severity: level?.severity, time: head.time, source, logger, fields: fields?.fields ?? [] },
  );
}

/** Behind a TAB or what became of it: two blanks at least. */
function gapEnd(line: string, from: number): number | undefined {
  const to = skipBlanks(line, from);
  return to - from >= 2 || line.charCodeAt(from) === CODE.tab ? to : undefined;
}

/** Logger and caller are words in front of the message; of one word alone it is not known, so it is the message. */
function columns(line: string, from: number, end: number) {
  let at = from;
  let logger: string | undefined;
  for (let column = 0; column < 2; column++) {
    const to = wordEnd(line, at);
    const next = to < end ? gapEnd(line, to) : undefined;
    if (next === undefined || next >= end) break;
    const source = readPlace(line, at, to);
    if (source) return { logger, source, message: next };
    if (column > 0) break;
    logger = line.slice(at, to);
    at = next;
  }
  return { logger, source: undefined, message: at };
}

/** The object at the end of the line, and where the message in front of it ends. */
function fieldsFrom(line: string, text: number): { fields: Field[]; from: number } | undefined {
  for (let at = line.indexOf('{', text); at > text; at = line.indexOf('{', at + 1)) {
    if (!isBlank(line.charCodeAt(at - 1))) continue;
    const object = scanJsonObject(line, at);
    if (!object || (object.to ?? line.length) < line.length) return undefined;
    let from = at;
    while (from > text && isBlank(line.charCodeAt(from - 1))) from--;
    const fields = object.members.map((member) => ({ key: member.key, value: partOf(member) }));
    return { fields, from };
  }
  return undefined;
}
