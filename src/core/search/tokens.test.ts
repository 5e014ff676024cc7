import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { searchTokens } from './tokens.ts';

describe('the terms of a text', () => {
  it.each([
    ['Failed to list', ['failed', 'to', 'list']],
    [
      'pathrecorder.go:107] registered "/healthz/etcd"',
      ['pathrecorder.go', 'pathrecorder', 'go', 'registered', 'healthz', 'etcd'],
    ],
    ['kube-apiserver', ['kube-apiserver', 'kube', 'apiserver']],
    ['MissingEndpoints', ['missingendpoints', 'missing', 'endpoints']],
    ['APIService', ['apiservice', 'api', 'service']],
    ['v1beta1.metrics.k8s.io', ['v1beta1.metrics.k8s.io', 'v1beta1', 'metrics', 'k8s', 'io']],
    ['--require-kubeconfig=true', ['require-kubeconfig', 'require', 'kubeconfig', 'true']],
    ['(etcd)', ['etcd']],
    ['x509: certificate signed', ['x509', 'certificate', 'signed']],
    ['Überprüfung', ['überprüfung']],
  ])('of %j are its words and their parts', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });

  it.each([
    ['解析超时', ['解析', '析超', '超时']],
    ['域', ['域']],
    ['从DNS解析，超时', ['从', 'dns', '解析', '超时']],
  ])('of %j are pairs of characters', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });

  it.each([
    ['a number', '6443'],
    ['an address', '10.0.0.1:6443'],
    ['a time', '22:11:14.283023'],
    ['a severity with a date', 'E1015'],
    ['a hash', 'c0ffee12'],
    ['a pointer', '0xc0002b68c0'],
    ['punctuation', '— … “” → • ×'],
    ['nothing', ''],
  ])('leave out %s', (_, text) => {
    expect(searchTokens(text)).toEqual([]);
  });

  it('are the same behind the quotes and dashes that a word processor sets', () => {
    expect(searchTokens('“connection refused”—again…')).toEqual(searchTokens('"connection refused" - again'));
  });

  it('are the same in capitals', () => {
    expect(searchTokens('CONNECTION REFUSED')).toEqual(searchTokens('connection refused'));
  });

  it('of a pasted line are found in the page that quotes it', () => {
    const page = new Set(
      searchTokens('Look for `loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with`.'),
    );
    const line =
      'E0826 04:25:37.762890 1 controller.go:114] loading OpenAPI spec for "v1beta1.metrics.k8s.io"';
    const shared = searchTokens(line).filter((term) => page.has(term));
    expect(shared).toEqual(expect.arrayContaining(['loading', 'openapi', 'spec', 'v1beta1.metrics.k8s.io']));
  });

  it('hold no blank, no capital and no separator at an end', () => {
    fc.assert(
      fc.property(hostileText(['Word', 'aB', 'etcd-0', '中文', 'v1', 'x_y', '.go', '509']), (text) => {
        for (const token of searchTokens(text)) {
          expect(token).not.toBe('');
          expect(token).toBe(token.toLowerCase());
          expect(token).not.toMatch(/[\s"'()[\]{}<>=:/,!]|^[-._]|[-._]$/);
        }
      }),
    );
  });

  it('of two texts joined by a blank are those of each', () => {
    const text = hostileText(['word', 'aB', '中', 'x-y']);
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(searchTokens(`${a} ${b}`)).toEqual([...searchTokens(a), ...searchTokens(b)]);
      }),
    );
  });

  it.each([
    ['words', 'word '],
    ['parts of one name', 'a-'],
    ['humps', 'aB'],
    ['characters', '中'],
    ['separators', '-'],
    ['digits', '1'],
  ])('cost time in proportion to its length: %s', (_, piece) => {
    expect(growth(searchTokens, (size) => piece.repeat(size), 10_000)).toBeLessThan(LINEAR);
  });
});
