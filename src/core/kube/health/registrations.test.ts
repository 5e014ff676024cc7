import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { type Line, splitLines } from '../../text/index.ts';
import {
  type RegistrationVerdict,
  duplicateChecks,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
} from './registrations.ts';

const lineOf = (text: string): Line => ({ number: 1, from: 0, to: text.length, end: text.length, text });

/** What the lines of a log say about paths that were registered twice. */
function verdictOf(...texts: string[]): RegistrationVerdict {
  const lines = splitLines(texts.join('\n'));
  return judgeRegistrations(
    lines.flatMap((line) => readHealthCheckers(line) ?? []),
    lines.flatMap((line) => readRegistrationError(line) ?? []),
  );
}

const list = (path: string, ...names: string[]): string =>
  `I1015 22:11:14.282792   13889 healthz.go:123] Installing health checkers for (${path}): ${names.map((name) => JSON.stringify(name)).join(',')}`;
const error = (path: string): string =>
  `E1015 22:11:14.283023   13889 pathrecorder.go:107] registered "${path}" from goroutine 1 [running]:`;

describe('the list of health checks', () => {
  it.each([
    [list('/healthz', 'ping', 'log', 'etcd', 'etcd'), '/healthz', ['ping', 'log', 'etcd', 'etcd']],
    [list('/healthz', 'ping', 'we"ird,name'), '/healthz', ['ping', 'we"ird,name']],
    ['Installing health checkers for (/livez): "ping"', '/livez', ['ping']],
    [`${list('/readyz', 'a')},`, '/readyz', ['a']],
  ])('%s names them in order', (text, path, names) => {
    const found = readHealthCheckers(lineOf(text));
    expect(found?.path).toBe(path);
    expect(found?.names.map(({ name }) => name)).toEqual(names);
    expect(found?.names.map(({ span }) => text.slice(span.from, span.to))).toEqual(
      names.map((name) => JSON.stringify(name)),
    );
  });

  it.each([
    ['no list', 'No default health checks specified. Installing the ping handler.'],
    ['an empty list', 'Installing health checkers for (/healthz): '],
    ['a list that breaks off in its first name', 'Installing health checkers for (/healthz): "pi'],
    ['no path', 'Installing health checkers for all'],
  ])('is none: %s', (_, text) => {
    expect(readHealthCheckers(lineOf(text))).toBeUndefined();
  });

  it.each([
    [['ping', 'log', 'etcd', 'etcd'], [['etcd', 2, '/livez/etcd']]],
    [
      ['a', 'b', 'a', 'b', 'a'],
      [
        ['a', 3, '/livez/a'],
        ['b', 2, '/livez/b'],
      ],
    ],
    [['ping', 'log', 'etcd', 'informer-sync'], []],
  ])('%j repeats %j', (names, repeated) => {
    const found = readHealthCheckers(lineOf(list('/livez', ...names)));
    const duplicates = found ? duplicateChecks(found) : [];
    expect(duplicates.map(({ name, count, path }) => [name, count, path])).toEqual(repeated);
    for (const { spans, count } of duplicates) expect(spans).toHaveLength(count);
  });
});

describe('the error of a path registered twice', () => {
  it.each([
    [error('/healthz/etcd'), 'registered', '/healthz/etcd'],
    [
      'E0101 00:00:00.000000 1 pathrecorder.go:110] duplicate path registration of "/healthz/etcd": original registration from goroutine 1 [running]:',
      'duplicate',
      '/healthz/etcd',
    ],
    ['registered "/we\\"ird" from x', 'registered', '/we"ird'],
  ])('names the path: %s', (text, form, path) => {
    expect(readRegistrationError(lineOf(text))).toMatchObject({ form, path });
  });

  it.each([
    'registered "name" from x',
    'registered "/healthz/etcd"',
    'registered /x from',
    'registered "/x from',
    '',
  ])('is none: %j', (text) => {
    expect(readRegistrationError(lineOf(text))).toBeUndefined();
  });
});

describe('the verdict about registrations', () => {
  const twice = list('/healthz', 'ping', 'etcd', 'etcd');
  const once = list('/healthz', 'ping', 'etcd');

  it.each([
    ['proven', 'the list repeats the name of the path', [twice, error('/healthz/etcd')]],
    ['proven', 'the list comes after its error', [error('/healthz/etcd'), twice]],
    ['repeated', 'the list repeats a name, without an error line', [twice]],
    ['other-owner', 'the list names the check once', [once, error('/healthz/etcd')]],
    [
      'other-owner',
      'one of two paths has another cause',
      [twice, error('/healthz/etcd'), error('/healthz/log')],
    ],
    ['no-list', 'there is an error without any list', [error('/healthz/etcd')]],
    [
      'no-list',
      'the same error comes again, because the server starts again',
      [error('/livez/a'), error('/livez/a')],
    ],
    ['no-list', 'the list is of another path', [once, error('/readyz/etcd')]],
    ['clean', 'each name stands once', [once]],
    ['none', 'the paste is about something else', ['hello']],
  ])('is %s when %s', (kind, _, lines) => {
    expect(verdictOf(...lines).kind).toBe(kind);
  });

  it('names the paths that no list explains, each once', () => {
    const { unexplained, errors } = verdictOf(twice, error('/healthz/etcd'), error('/x/a'), error('/x/a'));
    expect(unexplained).toEqual(['/x/a']);
    expect(errors).toHaveLength(3);
  });

  it('explains an error for each of the three paths that a server reports', () => {
    const paths = ['/healthz', '/livez', '/readyz'];
    const lines = paths.flatMap((path) => [list(path, 'etcd', 'etcd'), error(`${path}/etcd`)]);
    const verdict = verdictOf(...lines);
    expect(verdict).toMatchObject({ kind: 'proven', unexplained: [] });
    expect(verdict.duplicates.map(({ path }) => path)).toEqual(paths.map((path) => `${path}/etcd`));
  });
});

it('no line makes a reader of health checks throw', () => {
  const keywords = [
    'Installing health checkers for (',
    '/healthz',
    '): ',
    '"etcd"',
    ',',
    'registered ',
    ' from ',
  ];
  fc.assert(
    fc.property(hostileText(keywords), (text) => {
      const found = readHealthCheckers(lineOf(text));
      if (found) for (const { count } of duplicateChecks(found)) expect(count).toBeGreaterThan(1);
      expect(readRegistrationError(lineOf(text))?.path.startsWith('/')).not.toBe(false);
    }),
  );
});
