import { expect, it } from 'vitest';
import { shift, textOf } from './span.ts';
import { unreachable } from './unreachable.ts';

it('a span covers its text, and a shifted one the same text further on', () => {
  const text = '0123456789';
  const span = { from: 2, to: 4 };
  expect(textOf(text, span)).toBe('23');
  expect(textOf(`xyz${text}`, shift(span, 3))).toBe('23');
});

it('a union member that nobody handles says which one it was', () => {
  expect(() => unreachable({ kind: 'new' } as never)).toThrow('not handled: {"kind":"new"}');
});
