import { CODE, isBlank, isDigit, runEnd } from '../../text/index.ts';
import type { Frame, Symbol } from '../frame.ts';
import { isScriptName } from './script-name.ts';
import { classifyNodePath } from './location.ts';

export interface NodeFrame {
  readonly frame: Omit<Frame, 'span'>;
  /** What stands behind it: ` {` opens the error's own properties, `,` parts it from the next error of a list. */
  readonly after: '' | '{' | ',' | '}';
}

/**
 * Reads one frame of V8:
 *
 *     at async Server.handle [as onRequest] (file:///srv/app.mjs:12:7)
 *     at /srv/app.js:12:7
 *
 * `undefined` for anything else, such as a sentence that begins with "at". Source: V8 13 `call-site-info.cc`
 * (SerializeCallSiteInfo), https://v8.dev/docs/stack-trace-api.
 */
export function readNodeFrame(text: string): NodeFrame | undefined {
  const at = runEnd(text, 0, text.length, isBlank);
  if (at === 0 || !text.startsWith('at ', at)) return undefined;
  const whole = text.slice(at + 3).trimEnd();
  const { call, after } = splitEnd(whole);
  const open = call.endsWith(')') ? openingParenthesis(call) : -1;
  if (open > 1 && call.charCodeAt(open - 1) === CODE.space) {
    const place = readPlace(call.slice(open + 1, -1));
    return place && { frame: toFrame(call.slice(0, open - 1), place), after };
  }
  const name = call.startsWith('async ') ? 'async <anonymous>' : '<anonymous>';
  const place = readPlace(call.startsWith('async ') ? call.slice('async '.length) : call);
  // `at 02:00:01` is a time.
  return place && isPath(place.file) ? { frame: toFrame(name, place), after } : undefined;
}

/**
 * Reads one frame of Firefox or Safari: `f@https://example.com/app.js:12:7`.
 */
export function readBrowserFrame(text: string): NodeFrame | undefined {
  const line = text.trim();
  const at = line.indexOf('@');
  if (at < 0 || !isDigit(line.charCodeAt(line.length - 1)) || line.includes(' ')) return undefined;
  const url = line.slice(at + 1);
  if (!SCHEMES.some((scheme) => url.startsWith(scheme))) return undefined;
  const place = readPlace(url);
  return place?.column === undefined
    ? undefined
    : { frame: toFrame(line.slice(0, at) || '<anonymous>', place), after: '' };
}

const SCHEMES = [
  'http://',
  'https://',
  'file://',
  'moz-extension://',
  'resource://',
  'chrome://',
  'webpack://',
];

function splitEnd(text: string): { call: string; after: NodeFrame['after'] } {
  const last = text.charAt(text.length - 1);
  if (last === '{' && text.endsWith(' {')) return { call: text.slice(0, -2), after: '{' };
  if (last === ',') return { call: text.slice(0, -1), after: ',' };
  // What Node prints on one line ends with the brace of the list around it.
  if (last === '}' && text.endsWith(' }')) return { call: text.slice(0, -2), after: '}' };
  return { call: text, after: '' };
}

/** The parenthesis that matches the last one: the place of an `eval` has some of its own. */
function openingParenthesis(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === CODE.closeParen) depth++;
    else if (code === CODE.openParen && --depth === 0) return at;
  }
  return -1;
}

const isPath = (file: string | undefined): boolean =>
  file === undefined ||
  file.includes('/') ||
  file.includes('\\') ||
  file.startsWith('node:') ||
  isScriptName(file);

interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const WITHOUT_FILE = ['<anonymous>', 'native', 'unknown location'];

/** `/srv/app.js:12:7`, `node:fs:573:18`, `<anonymous>`, `index 0` of `Promise.all`, `eval at f (…), <anonymous>:1:1`. */
function readPlace(text: string): Place | undefined {
  if (WITHOUT_FILE.includes(text)) return {};
  if (text.startsWith('index ') && runEnd(text, 6, text.length, isDigit) === text.length) return {};
  if (text.startsWith('eval at ')) return readEval(text);
  const column = lastNumber(text, text.length);
  if (!column) return undefined;
  const line = lastNumber(text, column.from);
  if (!line || line.from === 0) {
    const wasm = text.includes('wasm-function[');
    return wasm ? { file: text } : undefined;
  }
  const file = text.slice(0, line.from);
  return file === '<anonymous>' ? {} : { file, line: line.value, column: column.value };
}

/** Of `eval at f (/srv/app.js:12:22), <anonymous>:1:1` the place of the call of `eval`: the innermost parentheses. */
function readEval(text: string): Place {
  const open = text.lastIndexOf('(');
  const close = text.indexOf(')', open);
  return open < 0 || close < 0 ? {} : (readPlace(text.slice(open + 1, close)) ?? {});
}

/** The number behind the last colon in front of `to`. */
function lastNumber(text: string, to: number): { value: number; from: number } | undefined {
  let at = to;
  while (at > 0 && to - at < 10 && isDigit(text.charCodeAt(at - 1))) at--;
  if (at === to || text.charCodeAt(at - 1) !== CODE.colon) return undefined;
  return { value: Number(text.slice(at, to)), from: at - 1 };
}

function toFrame(name: string, { file, line, column }: Place): Omit<Frame, 'span'> {
  return {
    symbol: nodeSymbol(name),
    args: '',
    inlined: false,
    ...(file === undefined ? {} : { file, location: classifyNodePath(file) }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** `async Server.handle [as onRequest]` → `Server`, `handle`. */
function nodeSymbol(raw: string): Symbol {
  let name = raw;
  for (const word of ['async ', 'new ', 'get ', 'set '])
    if (name.startsWith(word)) name = name.slice(word.length);
  const alias = name.indexOf(' [as ');
  if (alias > 0) name = name.slice(0, alias);
  const dot = lastDot(name);
  return {
    raw,
    package: '',
    ...(dot > 0 ? { receiver: name.slice(0, dot) } : {}),
    pointerReceiver: false,
    function: name.slice(dot + 1),
    methodValue: false,
    generic: false,
  };
}

/** The dot in front of the function; `Module._extensions..js` begins with one itself, `[Symbol.iterator]` has one inside. */
function lastDot(name: string): number {
  const bracket = name.endsWith(']') ? name.lastIndexOf('[') : -1;
  const dot = bracket < 0 ? name.lastIndexOf('.') : bracket - 1;
  if (bracket >= 0) return name.charCodeAt(dot) === CODE.dot ? dot : -1;
  return dot > 1 && name.charCodeAt(dot - 1) === CODE.dot ? dot - 1 : dot;
}
