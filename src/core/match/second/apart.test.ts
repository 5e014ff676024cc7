import { expect, it } from 'vitest';
import { apartWords } from './apart.ts';

it('names the words that a near miss lacks', () => {
  expect(
    apartWords('x509: certificate has expired', ['x509: certificate signed by unknown authority']),
  ).toEqual(['expired']);
});

it('says nothing about a miss that is far', () => {
  expect(apartWords('x509: certificate has expired', ['no such host'])).toEqual([]);
});

it('says that words cannot tell where a near miss has them all', () => {
  expect(apartWords('response code: 503', ['response code: 404'])).toEqual(['']);
});

it('looks at each line of a near miss, and names a list once', () => {
  expect(apartWords('pleg was last seen', ['a\npleg was first seen\npleg was never seen'])).toEqual(['last']);
});
