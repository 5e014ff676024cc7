import {
  type MappedText,
  type Span,
  originOf,
  plainText,
  readMappedGoString,
  readMappedJsonString,
  throughMapped,
} from '../../text/index.ts';
import { classify } from './classify.ts';
import { findErrorField } from './error-field.ts';
import { jsonErrors } from './json-errors.ts';
import type { ErrorKind, ErrorLink } from './link.ts';
import { causedBy, exceptionCall, urlopenError } from './python.ts';
import { matchBrackets, splitList, splitWrapped, trim } from './split.ts';

/** Errors in errors in quotes in quotes: deeper ones stay as they are printed. */
const MAX_NESTING = 8;
const MAX_LINKS = 64;
/** A message that is longer is read up to here. */
const MAX_LENGTH = 100_000;

/**
 * Takes apart the errors that a message wraps, outermost first:
 *
 *     > failed to list: Get "https://10.0.0.1:443/api": dial tcp 10.0.0.1:443: connect: connection refused
 *       ^ message       ^ request                       ^ network             ^ syscall ^ errno
 *
 * Read are Go's `a: b: c`, gRPC's `rpc error: code = … desc = …`, fields (`err="…"`), errors in Go's or JSON's quotes,
 * JSON with an `error` or `message`, aggregates (`[a, b]` of Kubernetes, `2 errors occurred:` of go-multierror), Java's
 * `; nested exception is`, and Python's `('Connection aborted.', RemoteDisconnected('…'))`.
 * What is bracketed or quoted inside of an error stays whole. A message without errors is a chain of one link. At most
 * 64 links are given, the last then takes the rest.
 */
export function readErrorChain(message: string): ErrorLink[] {
  const links: ErrorLink[] = [];
  readField(
    { mapped: plainText(message, 0), nesting: 0, links },
    { from: 0, to: Math.min(message.length, MAX_LENGTH) },
    0,
  );
  return links;
}

/** The errors that wrap no other: one, or one for each part of an aggregate. What happened stands there. */
export const innermost = (chain: readonly ErrorLink[]): ErrorLink[] =>
  chain.filter(({ depth }, index) => (chain[index + 1]?.depth ?? 0) <= depth);

/** A text in which errors are read, and where they go. */
interface Reading {
  readonly mapped: MappedText;
  readonly nesting: number;
  readonly links: ErrorLink[];
}

/** Each reader takes the depth of its first link, and gives that of the next. */
type Depth = number;

function add(
  { mapped, links }: Reading,
  span: Span,
  depth: Depth,
  made?: { kind: ErrorKind; code?: string },
): Depth {
  if (span.to <= span.from || links.length >= MAX_LINKS) return depth;
  const text = mapped.text.slice(span.from, span.to);
  links.push({ ...(made ?? classify(text)), text, span: originOf(mapped, span), depth });
  return depth + 1;
}

/** `"Failed to update" err="timeout: x" pod="a"`: the message wraps the error of the field; other fields say nothing. */
function readField(reading: Reading, span: Span, depth: Depth): Depth {
  const field = findErrorField(reading.mapped.text, span);
  if (field === undefined) return readChain(reading, span, depth);
  const inner = readChain(reading, field.message, depth);
  return readChain(reading, field.value, inner);
}

function readChain(reading: Reading, whole: Span, depth: Depth): Depth {
  const { text } = reading.mapped;
  const spans = splitWrapped(text, whole);
  for (let index = 0; index < spans.length; index++) {
    let span = spans[index] ?? whole;
    if (reading.links.length === MAX_LINKS - 1) span = { from: span.from, to: whole.to };
    const own = text.slice(span.from, span.to);
    const next = spans[index + 1];
    const status = own === 'rpc error' && next ? readStatus(text, next) : undefined;
    if (status && next) {
      depth = add(reading, { from: span.from, to: status.to }, depth, { kind: 'rpc', code: status.code });
      spans[index + 1] = { from: status.description, to: next.to };
    } else if (next && own.startsWith('[Errno ') && text.charAt(next.from) === "'") {
      // Python names the file behind the error: `[Errno 2] No such file or directory: '/a'`
      depth = add(reading, { from: span.from, to: next.to }, depth, classify(own));
      index++;
    } else if (next && isCount(own)) {
      depth = add(reading, span, depth, { kind: 'aggregate' });
      return readEach(reading, bullets(text, { from: span.to + 1, to: whole.to }), depth);
    } else depth = readOne(reading, span, depth);
  }
  return depth;
}

/** `code = Unavailable desc = …`, behind `rpc error: ` ([status.Error](https://pkg.go.dev/google.golang.org/grpc/internal/status#Error.Error)). */
function readStatus(
  text: string,
  { from, to }: Span,
): { code: string; to: number; description: number } | undefined {
  const [code, description] = ['code = ', ' desc = '];
  if (!text.startsWith(code, from)) return undefined;
  const end = text.slice(from, Math.min(to, from + 60)).indexOf(description);
  if (end < 0) return undefined;
  return {
    code: text.slice(from + code.length, from + end),
    to: from + end,
    description: from + end + description.length,
  };
}

/** `2 errors occurred` */
const isCount = (text: string): boolean =>
  text.length < 30 && (text.endsWith(' errors occurred') || text === '1 error occurred');

function bullets(text: string, { from, to }: Span): Span[] {
  const spans: Span[] = [];
  let at = text.indexOf('* ', from);
  while (at >= 0 && at < to && spans.length < MAX_LINKS) {
    const next = text.indexOf('\n\t* ', at);
    const end = next < 0 || next > to ? to : next;
    spans.push(trim(text, { from: at + 2, to: end }));
    at = next < 0 ? -1 : next + 2;
  }
  return spans;
}

/** Errors side by side, and below the link in front of them. */
function readEach(reading: Reading, spans: readonly Span[], depth: Depth): Depth {
  return spans.reduce(
    (deepest, span) => Math.max(deepest, readChain(reading, trim(reading.mapped.text, span), depth)),
    depth,
  );
}

/** What stands between two `: `. */
function readOne(reading: Reading, span: Span, depth: Depth): Depth {
  const { mapped, nesting } = reading;
  const { text } = mapped;
  const { from, to } = span;
  if (nesting >= MAX_NESTING || to - from < 3) return add(reading, span, depth);
  const deeper = { ...reading, nesting: nesting + 1 };
  const first = text.charAt(from);
  const inside = { from: from + 1, to: to - 1 };
  if (isQuoted(text, span)) {
    const inner = throughMapped(readMappedGoString(text, inside), mapped);
    return readField({ ...deeper, mapped: inner }, { from: 0, to: inner.text.length }, depth);
  }
  // gRPC up to 1.30: `connection error: desc = "transport: …"`
  if (text.startsWith('desc = "', from)) return readOne(reading, { from: from + 7, to }, depth);
  const isWhole = '[({'.includes(first) && matchBrackets(text, from, to).get(from) === to;
  if (isWhole && first === '{') return readJson(deeper, span, depth);
  if (isWhole) {
    const parts = splitList(text, inside);
    if (parts === undefined || (first === '(' && !parts.some((part) => isQuoted(text, part)))) {
      return add(reading, span, depth);
    }
    if (first === '(') return parts.reduce((below, part) => readPart(deeper, part, below), depth);
    if (reading.links.length >= MAX_LINKS) return depth;
    reading.links.push({ kind: 'aggregate', text: '[…]', span: originOf(mapped, span), depth });
    return readEach(deeper, parts, depth + 1);
  }
  const fields = text.slice(from, to).indexOf('\t{');
  // zap's console encoder: the fields behind the message, as JSON.
  if (fields > 0) {
    const below = readOne(deeper, { from, to: from + fields }, depth);
    return readJson(deeper, { from: from + fields + 1, to }, below);
  }
  const caused = causedBy(text, span) ?? urlopenError(text, span);
  if (caused) return readChain(deeper, caused.cause, readOne(deeper, caused.error, depth));
  const call = exceptionCall(text, span);
  if (call === undefined) return add(reading, span, depth);
  const below = add(reading, call.name, depth, {
    kind: 'exception',
    code: text.slice(call.name.from, call.name.to),
  });
  return readPart(deeper, call.argument, below);
}

/** An argument of an exception, or an element of a tuple: mostly a string. */
const readPart = (reading: Reading, span: Span, depth: Depth): Depth =>
  isQuoted(reading.mapped.text, span) ? readOne(reading, span, depth) : readChain(reading, span, depth);

/** A string of Go or JSON, or of Python in its own quotes, from end to end. */
function isQuoted(text: string, { from, to }: Span): boolean {
  const quote = text.charAt(from);
  if ((quote !== '"' && quote !== "'") || text.charAt(to - 1) !== quote) return false;
  for (let at = from + 1; at < to - 1; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) return false;
    if (at === to - 1) return false;
  }
  return true;
}

const isBehindTab = (text: string, { from }: Span): boolean => text.charAt(from - 1) === '\t';

function readJson(reading: Reading, span: Span, depth: Depth): Depth {
  const { mapped } = reading;
  const errors = jsonErrors(mapped.text, span);
  // Of fields behind a message only an error is of the chain.
  if (errors.length === 0)
    return depth > 0 && isBehindTab(mapped.text, span) ? depth : add(reading, span, depth);
  return errors.reduce((below, error) => {
    const inner = throughMapped(readMappedJsonString(mapped.text, error), mapped);
    return readField({ ...reading, mapped: inner }, { from: 0, to: inner.text.length }, below);
  }, depth);
}
