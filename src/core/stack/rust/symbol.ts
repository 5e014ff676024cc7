import { isHex, isLetter, isUpper, runEnd } from '../../text/index.ts';
import type { Symbol } from '../frame.ts';

/**
 * Splits the name of a Rust function:
 *
 *     <crash::S<A> as crash::T>::go::hd5a230d9d080ded9        crash · S<A> · go
 *     core::option::Option<T>::expect                        core::option · Option<T> · expect
 *     crash::main::{{closure}}                               crash · main · {{closure}}
 *
 * Source: rustc's symbol mangling, legacy (a hash at the end) and v0 (hashes of crates in brackets):
 * https://doc.rust-lang.org/rustc/symbol-mangling/index.html.
 */
export function rustSymbol(raw: string): Symbol {
  const generic = raw.includes('<');
  const base = { raw, pointerReceiver: false, methodValue: false, generic };
  const parts = splitPath(withoutCrateHashes(withoutHash(raw)));
  const closures: string[] = [];
  while (parts.length > 1) {
    const end = parts.at(-1) ?? '';
    if (end.startsWith('{')) closures.push(end);
    // `begin_panic::<&str>`: the types that a function was made for.
    else if (!end.startsWith('<') || end.startsWith('<impl ')) break;
    parts.pop();
  }
  const closure = closures.length > 0 ? { closure: closures.toReversed().join('::') } : {};
  const name = parts.pop() ?? '';
  const type = parts.at(-1);
  if (type === undefined) return { ...base, package: '', function: name, ...closure };
  if (type.startsWith('<')) {
    const owner = implementer(type);
    // `&dyn Fn() + Send`, `[T]`, `(A, B)`: a type without a name of its own.
    const path = isPathStart(owner) && !owner.startsWith('dyn ') ? splitPath(owner) : [owner];
    const receiver = path.pop() ?? '';
    const home = path.length > 0 ? path : parts.slice(0, -1);
    // A type that is declared inside of a method: `<<crash::S>::go::Inner as crash::T>::f`.
    const named = home.map((part) => (part.startsWith('<') ? implementer(part) : part));
    return { ...base, package: named.join('::'), receiver, function: name, ...closure };
  }
  if (isUpper(type.charCodeAt(0))) {
    return { ...base, package: parts.slice(0, -1).join('::'), receiver: type, function: name, ...closure };
  }
  return { ...base, package: parts.join('::'), function: name, ...closure };
}

/** A name, or a type that is declared inside of a method. */
const isPathStart = (owner: string): boolean => isLetter(owner.charCodeAt(0)) || owner.startsWith('<');

/** `::h0123456789abcdef` at the end. */
function withoutHash(name: string): string {
  const at = name.length - 19;
  return at > 0 && name.startsWith('::h', at) && runEnd(name, at + 3, name.length, isHex) === name.length
    ? name.slice(0, at)
    : name;
}

/** `std[e28293b1aa0f68bd]::rt` → `std::rt`. */
function withoutCrateHashes(name: string): string {
  if (!name.includes('[')) return name;
  const kept: string[] = [];
  let from = 0;
  for (let open = name.indexOf('['); open >= 0; open = name.indexOf('[', open + 1)) {
    const close = runEnd(name, open + 1, Math.min(name.length, open + 20), isHex);
    if (close - open < 12 || name.charAt(close) !== ']') continue;
    kept.push(name.slice(from, open));
    from = close + 1;
  }
  return from === 0 ? name : [...kept, name.slice(from)].join('');
}

/** The type that a method belongs to: `<crash::S<A> as crash::T>` → `crash::S<A>`, `<impl Index<I> for [T]>` → `[T]`. */
function implementer(bracketed: string): string {
  const inside = bracketed.slice(1, bracketed.endsWith('>') ? -1 : undefined);
  const as = indexOutside(inside, ' as ');
  if (as >= 0) return inside.slice(0, as);
  if (!inside.startsWith('impl ')) return inside;
  const target = indexOutside(inside, ' for ');
  return inside.slice(target < 0 ? 'impl '.length : target + ' for '.length);
}

/** Splits at each `::` that stands in no brackets. */
function splitPath(path: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    depth = depthBehind(path, at, depth);
    if (depth === 0 && path.startsWith('::', at)) {
      parts.push(path.slice(from, at));
      at++;
      from = at + 1;
    }
  }
  parts.push(path.slice(from));
  return parts;
}

function indexOutside(text: string, words: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth = depthBehind(text, at, depth);
    if (depth === 0 && text.startsWith(words, at)) return at;
  }
  return -1;
}

/** The arrow of `fn() -> T` closes nothing. */
function depthBehind(text: string, at: number, depth: number): number {
  const character = text.charAt(at);
  if ('<([{'.includes(character)) return depth + 1;
  if (!'>)]}'.includes(character) || (character === '>' && text.charAt(at - 1) === '-')) return depth;
  return Math.max(0, depth - 1);
}
