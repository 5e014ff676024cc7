import { afterEach, expect, it, vi } from 'vitest';
import { instantiate } from './web-assembly.ts';

/** A module that has one page of memory, and exports it as `memory`. */
const MODULE = '0061736d010000000503010001070a01066d656d6f72790200';

afterEach(() => vi.unstubAllGlobals());

it('gives each caller an instance of its own', () => {
  const [one, other] = [instantiate(MODULE), instantiate(MODULE)];
  expect(one?.memory.buffer.byteLength).toBe(1 << 16);
  expect(other?.memory.buffer).not.toBe(one?.memory.buffer);
});

it('gives nothing where WebAssembly is missing, or knows less than the module uses', () => {
  expect(instantiate(`${MODULE}ff`)).toBeUndefined();
  vi.stubGlobal('WebAssembly', undefined);
  expect(instantiate(MODULE)).toBeUndefined();
});

it('is refused by a policy once, and asks no further', () => {
  const refuse = vi.fn(function refuse() {
    throw new Error('blocked by the policy');
  });
  vi.stubGlobal('WebAssembly', { Module: refuse });
  const digits = `${MODULE}00`;
  expect(instantiate(digits)).toBeUndefined();
  expect(instantiate(digits)).toBeUndefined();
  expect(refuse).toHaveBeenCalledOnce();
});
