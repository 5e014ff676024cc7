import { CODE, isBlank, isDigit, readNumber, runEnd } from '../../text/index.ts';
import type { Frame, Symbol } from '../frame.ts';
import type { Location } from '../location.ts';

type JvmFrame = Omit<Frame, 'span'>;

/**
 * Reads one frame of a Java, Kotlin, Scala … stack:
 *
 *     at java.base/java.util.List.of(List.java:12) ~[?:?]
 *        ^ module  ^ package  ^ class ^ method      ^ jar and version, as log4j and logback add them
 *
 * `undefined` for anything else, such as a sentence that begins with "at", or a frame of .NET. Sources: Java 17
 * `StackTraceElement.toString` (https://docs.oracle.com/en/java/javase/17/docs/api/), HotSpot
 * `javaClasses.cpp` (print_stack_element), logback 1.4 `ThrowableProxyUtil`.
 */
export function readJvmFrame(text: string): JvmFrame | undefined {
  const at = runEnd(text, 0, text.length, isBlank);
  if (!text.startsWith('at ', at)) return undefined;
  const from = runEnd(text, at + 3, text.length, isBlank);
  const open = text.indexOf('(', from);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  if (open <= from || close < 0 || !isName(text, from, open)) return undefined;
  const place = readPlace(text.slice(open + 1, close));
  const jar = readJar(text, close + 1);
  if (!place || jar === undefined) return undefined;

  const { module, name } = splitModule(text.slice(from, open));
  const symbol = jvmSymbol(text.slice(from, open), name);
  if (!symbol) return undefined;
  const origin = jar || place.module || module;
  return {
    symbol,
    args: '',
    inlined: false,
    ...(place.file ? { file: place.file } : {}),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(origin ? { module: origin } : {}),
    location: locate(symbol, place.file, place.module ?? module, jar),
  };
}

/** A name has no blanks, and a class. */
function isName(text: string, from: number, to: number): boolean {
  let dots = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code <= CODE.space || code === CODE.quote || code === CODE.colon) return false;
    if (code === CODE.dot) dots++;
  }
  return dots > 0;
}

/** What stands in front of a class: `java.base/`, `app//`, `app/com.example@1.2/`. A hidden class has a `/0x…` of its own. */
function splitModule(name: string): { module: string | undefined; name: string } {
  let from = 0;
  let module: string | undefined;
  for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', from)) {
    if (isDigit(name.charCodeAt(slash + 1))) break;
    module = name.slice(from, slash) || module;
    from = slash + 1;
  }
  return { module, name: name.slice(from) };
}

function jvmSymbol(raw: string, name: string): Symbol | undefined {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || dot === name.length - 1) return undefined;
  const type = name.slice(0, dot);
  const hidden = type.indexOf('/');
  const packageEnd = type.lastIndexOf('.', hidden < 0 ? type.length : hidden);
  const method = name.slice(dot + 1);
  const { head, closure } = splitLambda(method);
  return {
    raw,
    package: packageEnd > 0 ? type.slice(0, packageEnd) : '',
    receiver: type.slice(packageEnd + 1),
    pointerReceiver: false,
    function: head,
    ...(closure ? { closure } : {}),
    methodValue: false,
    generic: false,
  };
}

/** `lambda$main$0` is the first lambda inside of `main`. */
function splitLambda(method: string): { head: string; closure?: string } {
  const start = 'lambda$';
  const end = method.lastIndexOf('$');
  if (!method.startsWith(start) || end <= start.length) return { head: method };
  return { head: method.slice(start.length, end), closure: `lambda$${method.slice(end + 1)}` };
}

const ENDINGS = ['.java', '.kt', '.kts', '.scala', '.groovy', '.clj', '.cljc', '.jsp', '.rb', '.py', '.js'];

/** `List.java:12`, `java.base@17.0.15/Object.java:338`, `Native Method`, `Unknown Source`, `SourceFile:3`. */
function readPlace(place: string): { file?: string; line?: number; module?: string } | undefined {
  const slash = place.lastIndexOf('/');
  const module = slash > 0 ? { module: place.slice(0, slash) } : {};
  const name = place.slice(slash + 1);
  if (name === 'Native Method' || name === 'Unknown Source' || name === '<generated>') return module;
  const colon = name.lastIndexOf(':');
  if (colon >= 0) {
    const line = readNumber(name, colon + 1);
    if (!line || line.to !== name.length) return undefined;
    return { ...module, ...(colon > 0 ? { file: name.slice(0, colon) } : {}), line: line.value };
  }
  return name === 'SourceFile' || ENDINGS.some((ending) => name.endsWith(ending))
    ? { ...module, file: name }
    : undefined;
}

/** `~[spring-core-5.3.9.jar:5.3.9]` behind the parenthesis; empty if nothing is there or nothing is known. */
function readJar(text: string, from: number): string | undefined {
  let at = runEnd(text, from, text.length, isBlank);
  if (at === text.length) return '';
  if (text.charAt(at) === '~') at++;
  const end = text.trimEnd().length;
  if (text.charAt(at) !== '[' || text.charAt(end - 1) !== ']') return undefined;
  const inside = text.slice(at + 1, end - 1);
  return inside.startsWith('?:') || inside.startsWith('na:') || !inside.includes(':') ? '' : inside;
}

const OWN_PACKAGES = ['java.', 'javax.', 'jdk.', 'sun.', 'com.sun.'];

function locate(symbol: Symbol, file: string | undefined, module: string | undefined, jar: string): Location {
  const folder = symbol.package === '' ? '' : `${symbol.package.replaceAll('.', '/')}/`;
  const path = folder + (file ?? symbol.receiver ?? '');
  const at = module?.indexOf('@') ?? -1;
  const version = module && at > 0 ? module.slice(at + 1) : '';
  const own =
    module?.startsWith('java.') ||
    module?.startsWith('jdk.') ||
    OWN_PACKAGES.some((start) => symbol.raw.startsWith(start));
  if (own) return { kind: 'runtime', language: 'java', file: path, ...(version ? { version } : {}) };
  const colon = jar.lastIndexOf(':');
  if (colon < 0 || jar.startsWith('classes')) return { kind: 'local', file: path };
  const release = jar.slice(colon + 1);
  const known = release !== '' && release !== '?' && release !== 'na';
  return {
    kind: 'package',
    language: 'java',
    name: jar.slice(0, colon).replaceAll('!/', ''),
    ...(known ? { version: release } : {}),
    file: path,
  };
}
