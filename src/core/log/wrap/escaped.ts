import {
  CODE,
  type MappedText,
  isBlank,
  quotedEnd,
  readMappedGoString,
  readMappedJsonString,
  runEnd,
} from '../../text/index.ts';
import { type JsonObject, scanJsonObject } from '../json-object.ts';
import { readKlogHeader } from '../klog/header.ts';
import { scanLogfmt } from '../logfmt.ts';
import { decodePart } from '../part.ts';
import { beginsRecord } from './begins-record.ts';
import { withoutNewline } from './docker-json.ts';
import { memberOf, wordOf } from './json-word.ts';
import type { Layer, Peeled, Wrapper } from './layer.ts';
import { readIsoStamp } from './stamp.ts';

/** Where shippers (fluentd, filebeat, vector, Loki, Cloud Logging, GELF) put the line, in the order of trust. */
const TEXT_KEYS = ['log', 'message', 'msg', 'textPayload', 'line', 'full_message', 'body', '_msg'];

const TIME_KEYS = ['@timestamp', 'timestamp', 'time', 'ts'];

/** zap, slog, logrus and klog have these beside `msg`. */
const FORMAT_KEYS = ['level', 'v', 'severity'];

/** What starts behind the newline in a text that holds a stack. */
const STACK_LINES = ['goroutine ', '\t/', '\tat ', '    at ', '  File "', 'created by '];

/** How lines start that hold a stack with `\n` and `\t` written out. */
const BARE_STARTS = ['panic: ', 'fatal error: ', 'goroutine ', 'runtime error', 'Traceback '];

/**
 * A log line inside of a string: a JSON string on a line of its own, a member of a shipper's JSON object, a value of
 * logfmt, a stack with its `\n` written out.
 *
 *     > {"@timestamp":"2026-…","kubernetes":{"pod_name":"a"},"message":"I1121 08:18:33.966321       1 main.go:23] info"}
 *     > level=error msg="panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:5 +0x1d"
 *
 * The text has to have a klog header or a stack: other JSON and logfmt lines are formats of their own.
 */
export const ESCAPED: Wrapper = {
  id: 'escaped',
  name: 'escaped text',
  starts: ' {"abcdefghijklmnopqrstuvwxyzT',
  behindWord: '= :',
  peel(line) {
    const first = line.charCodeAt(0);
    if (first === CODE.openBrace) return fromObject(line);
    if (first === CODE.quote) return fromString(line, 0);
    if (first === CODE.space) return fromItem(line);
    return fromLogfmt(line) ?? fromBare(line);
  },
};

function fromObject(line: string): Peeled | undefined {
  const object = mayHoldLine(line) ? scanJsonObject(line, 0) : undefined;
  if (object?.to !== line.length) return undefined;
  const isFormat = FORMAT_KEYS.some((key) => memberOf(object, key));
  for (const key of TEXT_KEYS) {
    const value = memberOf(object, key);
    if (value?.kind !== 'string') continue;
    const content = withoutNewline(readMappedJsonString(line, value.span));
    // zap and klog JSON may hold a stack in `msg`: their own reader knows.
    if (isKlog(content) || (!isFormat && isWorthIt(content)))
      return { layer: shipperLayer(line, object), content };
  }
  return undefined;
}

/** `"I1121 …\n"`, a comma behind it if it was one of a list: then what follows may be any line. */
function fromString(line: string, from: number): Peeled | undefined {
  const end = quotedEnd(line, from);
  if (end === undefined || (end !== line.length && line.slice(end) !== ',')) return undefined;
  const content = withoutNewline(readMappedJsonString(line, { from: from + 1, to: end - 1 }));
  const doubtful = !beginsRecord(content.text) && !holdsStack(content.text);
  return { layer: { kind: 'escaped' }, content, doubtful };
}

/** One line of a list that is printed line by line: `    "I1121 …",`. */
function fromItem(line: string): Peeled | undefined {
  const from = runEnd(line, 0, MAX_INDENTATION, isBlank);
  return line.charCodeAt(from) === CODE.quote ? fromString(line, from) : undefined;
}

const MAX_INDENTATION = 80;

/** `level=error msg="…"`: the value of the first of the text keys that holds a line. */
function fromLogfmt(line: string): Peeled | undefined {
  if (!mayHoldLine(line)) return undefined;
  for (const { key, value } of scanLogfmt(line, 0)) {
    if (value.encoding === 'plain' || !TEXT_KEYS.includes(key)) continue;
    const content = withoutNewline(decodePart(line, value));
    if (isWorthIt(content)) return { layer: { kind: 'escaped' }, content };
  }
  return undefined;
}

function fromBare(line: string): Peeled | undefined {
  if (!BARE_STARTS.some((start) => line.startsWith(start)) || !line.includes('\\n')) return undefined;
  const content = withoutNewline(readMappedGoString(line, { from: 0, to: line.length }));
  return holdsStack(content.text) ? { layer: { kind: 'escaped' }, content } : undefined;
}

function shipperLayer(line: string, object: JsonObject): Omit<Layer, 'span'> {
  const kubernetes = scanJsonObject(line, memberOf(object, 'kubernetes')?.span.from ?? line.length);
  const name = (key: string): string | undefined => kubernetes && wordOf(line, kubernetes, key);
  const namespace = name('namespace_name') ?? name('namespace');
  const pod = name('pod_name');
  const container = name('container_name');
  const stream = wordOf(line, object, 'stream');
  const stamp = TIME_KEYS.map((key) => readIsoStamp(wordOf(line, object, key) ?? '')).find(Boolean);
  return {
    kind: 'escaped',
    ...(stamp ? { time: stamp.time } : {}),
    ...(namespace === undefined ? {} : { namespace }),
    ...(pod === undefined ? {} : { pod }),
    ...(container === undefined ? {} : { container }),
    ...(stream === 'stdout' || stream === 'stderr' ? { stream } : {}),
  };
}

/** Whether it is worth to look for the member: a klog header has `] `, a stack newlines. */
const mayHoldLine = (line: string): boolean => line.includes('] ') || line.includes('\\n');

const isKlog = ({ text }: MappedText): boolean => readKlogHeader(text.slice(0, 400)) !== undefined;

const isWorthIt = (content: MappedText): boolean => isKlog(content) || holdsStack(content.text);

/** Whether a line of the text can only be a stack's, and is not its first. */
export function holdsStack(text: string): boolean {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (STACK_LINES.some((start) => text.startsWith(start, at + 1))) return true;
  }
  return false;
}
