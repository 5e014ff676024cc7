import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { type Line, splitLines } from '../../text/index.ts';
import { type ApiServiceMention, readApiServiceMention } from './mentions.ts';

const read = (text: string): ApiServiceMention | undefined => {
  const [line] = splitLines(text);
  return line && readApiServiceMention(line);
};

const names = (text: string): unknown => read(text)?.apis.map(({ name, error }) => [name, error]);

const UNABLE = 'the server is currently unable to handle the request';
const TWO = `unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: ${UNABLE}, nosvc.example.com/v1: ${UNABLE}`;

describe('an error of discovery', () => {
  it('of kubectl api-resources names each group with its error', () => {
    expect(read(`error: ${TWO}`)).toMatchObject({ kind: 'discovery' });
    expect(names(`error: ${TWO}`)).toEqual([
      ['v1beta1.metrics.k8s.io', UNABLE],
      ['v1.nosvc.example.com', UNABLE],
    ]);
  });

  it('in the condition of a namespace says how many groups fail', () => {
    const condition = `    message: 'Discovery failed for some groups, 2 failing: ${TWO}'`;
    expect(read(condition)).toMatchObject({ kind: 'namespace', failing: 2 });
    expect(read(condition)?.apis).toHaveLength(2);
  });

  it.each([
    [
      'with a comma in it',
      'a.io/v1: x, y, b.io/v2: z',
      [
        ['v1.a.io', 'x, y'],
        ['v2.b.io', 'z'],
      ],
    ],
    ['of the core group', 'v1: x', [['v1.', 'x']]],
    [
      'of stale groups',
      'metrics.k8s.io/v1beta1: stale GroupVersion discovery: metrics.k8s.io/v1beta1',
      [['v1beta1.metrics.k8s.io', 'stale GroupVersion discovery: metrics.k8s.io/v1beta1']],
    ],
  ])('%s is told apart', (_, groups, expected) => {
    expect(names(`unable to retrieve the complete list of server APIs: ${groups}`)).toEqual(expected);
  });

  it('knows where its groups stand', () => {
    const text = `error: ${TWO}`;
    expect(read(text)?.apis.map(({ span }) => text.slice(span.from, span.to))).toEqual([
      'metrics.k8s.io/v1beta1',
      'nosvc.example.com/v1',
    ]);
  });
});

describe('the line of the OpenAPI controller', () => {
  const BODY =
    'failed with: failed to retrieve openAPI spec, http error: ResponseCode: 503, Body: service unavailable';

  it.each([
    [
      'of 1.17, on one line',
      `E0826 04:25:37.762890       1 controller.go:114] loading OpenAPI spec for "v1beta1.metrics.k8s.io" ${BODY}, Header: map[Content-Type:[text/plain; charset=utf-8] X-Content-Type-Options:[nosniff]]`,
    ],
    [
      'of 1.20, the first of two lines',
      `E1121 09:02:49.986474   15225 controller.go:116] loading OpenAPI spec for "v1beta1.metrics.k8s.io" ${BODY}`,
    ],
    [
      'of 1.34, quoted in a value',
      `E1121 09:02:49.986474       1 controller.go:102] "Unhandled Error" err="loading OpenAPI spec for \\"v1beta1.metrics.k8s.io\\" ${BODY}"`,
    ],
  ])('%s names the API and the status', (_, text) => {
    expect(read(text)).toMatchObject({
      kind: 'openapi',
      http: 503,
      apis: [{ name: 'v1beta1.metrics.k8s.io' }],
    });
    const api = read(text)?.apis[0];
    expect(api && text.slice(api.span.from, api.span.to)).toBe('v1beta1.metrics.k8s.io');
  });
});

describe('another line', () => {
  it.each([
    '',
    'unable to retrieve the complete list of server APIs: ',
    'unable to retrieve the complete list of server APIs: Unauthorized',
    'loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: OpenAPI spec does not exist',
    'loading OpenAPI spec for "no version" failed with: ResponseCode: 503',
    'loading OpenAPI spec for v1.x failed with: ResponseCode: 503',
    'loading OpenAPI spec for "v1.x" failed with: ResponseCode: x',
  ])('is none: %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  const lineOf = (text: string): Line => ({ number: 1, from: 0, to: text.length, end: text.length, text });

  it('never makes the reader throw', () => {
    const keywords = [
      'unable to retrieve the complete list of server APIs: ',
      'a.io/v1: ',
      ', ',
      'loading OpenAPI spec for ',
      '"v1.x"',
      '\\"',
      'ResponseCode: ',
      'Discovery failed for some groups, ',
    ];
    fc.assert(
      fc.property(hostileText(keywords), (text) => {
        for (const { name, span } of readApiServiceMention(lineOf(text))?.apis ?? []) {
          expect(name).toMatch(/^v\d/);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each(['a.io/v1: x, ', ', ', ': ', '\\"'])('costs time in proportion to its length: %j', (piece) => {
    const make = (size: number): Line =>
      lineOf(
        `unable to retrieve the complete list of server APIs: a/v1: ${piece.repeat(size / piece.length)}`,
      );
    expect(
      growth(
        (text) => readApiServiceMention(lineOf(text)),
        (size) => make(size).text,
        10_000,
      ),
    ).toBeLessThan(LINEAR);
  });
});
