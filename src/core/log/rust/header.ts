import { CODE, isBlank, isDigit, isLower, isUpper } from '../../text/index.ts';
import { readLevelWord } from '../level-text.ts';
import type { LogHeader } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { MAX_TOKEN, bracketEnd, restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of Rust's env_logger or tracing-subscriber:
 *
 *     > [2026-11-21T08:18:33Z INFO  acme::server] msg                          env_logger
 *     > 2026-11-21T08:18:33.123456Z  INFO request{id=7}: acme::server: msg     tracing, spans in front of the target
 *     > 2026-11-21T08:18:33.123456Z WARN [acme] msg                            simple_logger
 *
 * Sources: env_logger `fmt/mod.rs` `DefaultFormat` (0.11), tracing-subscriber `fmt/format/mod.rs` `Full` (0.3),
 * simple_logger (4).
 */
export function readRustHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp || line.charCodeAt(stamp.to - 1) !== 90 || !isBlank(line.charCodeAt(stamp.to))) return undefined;
  const level = readLevelWord(line, skipBlanks(line, stamp.to));
  if (!level || !isUpper(line.charCodeAt(level.from)) || !isBlank(line.charCodeAt(level.to)))
    return undefined;
  const from = skipBlanks(line, level.to);
  const target = stamp.from === 1 ? inBracket(line, from) : targetAt(line, from);
  if (!target) return undefined;
  return makeHeader('rust', restOf(line, target.to), {
    severity: level.severity,
    time: stamp.time,
    logger: target.name,
  });
}

interface Target {
  readonly name: string;
  readonly to: number;
}

/** `acme::server] msg`; nothing in front of the bracket if the target is switched off. */
function inBracket(line: string, from: number): Target | undefined {
  const end = pathEnd(line, from);
  if (line.charCodeAt(end) !== CODE.closeBracket) return undefined;
  return { name: line.slice(from, end), to: skipBlanks(line, end + 1) };
}

/** `[acme] msg`, or `outer{a=1}:inner: acme::server: msg`: what stands in front of the last `: ` of such words. */
function targetAt(line: string, from: number): Target | undefined {
  if (line.charCodeAt(from) === CODE.openBracket) {
    const end = pathEnd(line, from + 1);
    const closed = line.charCodeAt(end) === CODE.closeBracket && end > from + 1;
    return closed ? { name: line.slice(from + 1, end), to: skipBlanks(line, end + 1) } : undefined;
  }
  let target: Target | undefined;
  let at = from;
  while (at < from + MAX_TOKEN) {
    const end = pathEnd(line, at);
    if (end === at) break;
    const spanned = line.charCodeAt(end) === CODE.openBrace ? bracketEnd(line, end) : undefined;
    const colon = spanned ?? end;
    // `::` belongs to the path, so what ends it is `: ` or the `:` behind the fields of a span.
    const closes = line.charCodeAt(colon) === CODE.colon;
    const last = line.charCodeAt(end - 1) === CODE.colon && spanned === undefined;
    if (!closes && !last) break;
    const next = closes ? colon + 1 : end;
    if (!isBlank(line.charCodeAt(next))) {
      if (spanned === undefined) break;
      at = next;
      continue;
    }
    // A span's name is followed by its fields or by a further name: the target is the first without fields.
    if (spanned === undefined) {
      target = { name: line.slice(at, last ? end - 1 : end), to: skipBlanks(line, next) };
      break;
    }
    at = skipBlanks(line, next);
  }
  return target;
}

/** Lower case, digits, `_` and `:`: `acme::server`. */
function pathEnd(line: string, from: number): number {
  let at = from;
  while (at < from + MAX_TOKEN && isPathPart(line.charCodeAt(at))) at++;
  return at;
}

const isPathPart = (code: number): boolean =>
  isLower(code) ||
  isUpper(code) ||
  isDigit(code) ||
  code === CODE.underscore ||
  code === CODE.colon ||
  code === CODE.minus;
