/** What of WebAssembly is used: the types of the language itself do not have it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** What an instance of a module exports that works on bytes. */
export interface WithMemory {
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** Memory grows by pages of so many bytes. */
export const PAGE = 1 << 16;

/** What was compiled, by its digits; `undefined` what could not be: a policy would tell of each further try. */
const modules = new Map<string, object | undefined>();

/**
 * A new instance of a module that is written as hexadecimal digits and imports nothing; it is compiled once. Its memory
 * is made as large as `pages` where the module itself asks for less. `undefined` where WebAssembly, or what the module uses
 * of it, is not to be had, or a policy forbids it.
 */
export function instantiate<Exports extends WithMemory>(digits: string, pages = 0): Exports | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  if (!modules.has(digits)) modules.set(digits, compile(digits));
  const module = modules.get(digits);
  return module && attempt(() => withPages(new WebAssembly.Instance(module).exports as Exports, pages));
}

function withPages<Exports extends WithMemory>(exports: Exports, pages: number): Exports {
  const memory = exports.memory as WithMemory['memory'] & { grow(by: number): number };
  const missing = pages - memory.buffer.byteLength / PAGE;
  if (missing > 0) memory.grow(missing);
  return exports;
}

function compile(digits: string): object | undefined {
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return attempt(() => new WebAssembly.Module(bytes));
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
