import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { rustSymbol } from './symbol.ts';

type Row = readonly [package_: string, receiver: string | undefined, name: string, closure?: string];

const SYMBOLS: Readonly<Record<string, Row>> = {
  'crash::main': ['crash', undefined, 'main'],
  'crash::main::hc09beeddb794d7ae': ['crash', undefined, 'main'],
  main: ['', undefined, 'main'],
  _start: ['', undefined, '_start'],
  'core::option::Option<T>::expect': ['core::option', 'Option<T>', 'expect'],
  'crash::main::{{closure}}::{{closure}}': ['crash', undefined, 'main', '{{closure}}::{{closure}}'],
  'std[e28293b1aa0f68bd]::panicking::default_hook::{closure#0}': [
    'std::panicking',
    undefined,
    'default_hook',
    '{closure#0}',
  ],
  'std::panicking::begin_panic::<&str>': ['std::panicking', undefined, 'begin_panic'],
  '<crash::S<A> as crash::T>::go::hd5a230d9d080ded9': ['crash', 'S<A>', 'go'],
  '<alloc::vec::Vec<T,A> as core::ops::index::Index<I>>::index': ['alloc::vec', 'Vec<T,A>', 'index'],
  'core::slice::index::<impl core::ops::index::Index<I> for [T]>::index': [
    'core::slice::index',
    '[T]',
    'index',
  ],
  '<<std[e28293b1aa0f68bd]::sys::backtrace::BacktraceLock>::print::DisplayBacktrace as core::fmt::Display>::fmt':
    ['std::sys::backtrace::BacktraceLock::print', 'DisplayBacktrace', 'fmt'],
  '<usize as core::slice::index::SliceIndex<[T]>>::index': ['', 'usize', 'index'],
  '<&dyn core::ops::Fn() -> i32 as core::ops::FnOnce>::call_once': [
    '',
    '&dyn core::ops::Fn() -> i32',
    'call_once',
  ],
  'core::ptr::drop_in_place<crash::main::D>': ['core::ptr', undefined, 'drop_in_place<crash::main::D>'],
};

describe('a symbol of Rust', () => {
  it.each(Object.entries(SYMBOLS))('%s is taken apart', (raw, [packageName, receiver, name, closure]) => {
    const symbol = rustSymbol(raw);
    expect([symbol.raw, symbol.package, symbol.receiver, symbol.function, symbol.closure]).toEqual([
      raw,
      packageName,
      receiver,
      name,
      closure,
    ]);
  });

  it.each([
    ['closures', (size: number) => `a::b${'::{{closure}}'.repeat(size)}`],
    ['open brackets', (size: number) => `a::${'<'.repeat(size)}::b`],
    ['hashes', (size: number) => `${'a[0123456789abcdef]::'.repeat(size)}b`],
    ['open hashes', (size: number) => '[0123456789ab'.repeat(size)],
    ['types', (size: number) => `${'<a as '.repeat(size)}::b`],
  ])('costs time in proportion to its length: %s', (_, make) => {
    expect(growth(rustSymbol, make, 5_000)).toBeLessThan(LINEAR);
  });
});
