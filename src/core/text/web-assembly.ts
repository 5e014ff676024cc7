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

/** What was compiled, by its digits. */
const modules = new Map<string, object>();

/**
 * A new instance of a module that is written as hexadecimal digits and imports nothing; it is compiled once. `undefined`
 * where WebAssembly, or what the module uses of it, is not to be had, or a policy forbids it.
 */
export function instantiate<Exports extends WithMemory>(digits: string): Exports | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const module = modules.get(digits) ?? compile(digits);
    modules.set(digits, module);
    return new WebAssembly.Instance(module).exports as Exports;
  } catch {
    return undefined;
  }
}

const compile = (digits: string): object =>
  new WebAssembly.Module(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
