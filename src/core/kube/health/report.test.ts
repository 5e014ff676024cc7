import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { splitLines } from '../../text/index.ts';
import { PROBE_MEANINGS } from './probe-words.ts';
import { PROBE_KINDS, readProbes } from './probes.ts';
import { PRINTED_WORDS, registrationWords } from './registration-words.ts';
import { type HealthCheckReport, healthCheckReport } from './report.ts';

const START = readFileSync(new URL('../samples/duplicate-etcd.log', import.meta.url), 'utf8');

const FORBIDDEN = `{
  "kind": "Status",
  "apiVersion": "v1",
  "metadata": {

  },
  "status": "Failure",
  "message": "forbidden: User \\"system:anonymous\\" cannot get path \\"/readyz/etcd\\"",
  "reason": "Forbidden",
  "details": {

  },
  "code": 403
}
`;

const report = (text: string): HealthCheckReport => healthCheckReport(text, 'en');
const list = (path: string, ...names: string[]): string =>
  `I1015 22:11:14.282792   13889 healthz.go:123] Installing health checkers for (${path}): ${names.map((name) => JSON.stringify(name)).join(',')}\n`;
const error = (path: string): string =>
  `E1015 22:11:14.283023   13889 pathrecorder.go:107] registered "${path}" from goroutine 1 [running]:\n`;

describe('the log of the write-up', () => {
  const told = report(START);

  it('proves the duplicate: etcd stands twice in the list of /healthz, and its path is reported once', () => {
    expect(told).toMatchObject({
      verdict: 'proven',
      expected: [{ path: '/healthz/etcd', name: 'etcd', count: 2, expected: 1, found: 1 }],
      reported: [{ path: '/healthz/etcd', form: 'registered', times: 1, line: 2 }],
    });
    expect(told.lists[0]?.repeated).toEqual(['etcd']);
  });

  it('names the release of apiserver-builder in a frame', () => {
    expect(told.builder).toBe('1.17.0');
    expect(told.findings).toEqual(['duplicate-proven', 'builder-1-17']);
  });

  it('has no line that is something else', () => {
    expect(told.unread).toBe(0);
  });

  it('with etcd once in the list proves no duplicate', () => {
    const once = report(START.replace('"etcd","etcd"', '"etcd"'));
    expect(once.verdict).toBe('other-owner');
    expect(once.expected).toEqual([]);
    expect(once.findings).toEqual(['two-owners', 'builder-1-17']);
  });
});

describe('the rule of k − 1', () => {
  it.each([
    ['/livez', '/livez/etcd'],
    ['/readyz', '/readyz/etcd'],
  ])('expects of a list of %s with etcd twice one error for %s', (path, expected) => {
    expect(report(list(path, 'ping', 'log', 'etcd', 'etcd')).expected).toEqual([
      { path: expected, name: 'etcd', count: 2, expected: 1, found: 0 },
    ]);
  });

  it('compares it with the errors that there are', () => {
    const text = list('/healthz', 'a', 'a', 'a') + error('/healthz/a') + error('/healthz/a');
    expect(report(text).expected).toMatchObject([{ count: 3, expected: 2, found: 2 }]);
  });

  it('expects nothing of a list without a repeated name', () => {
    const told = report(list('/readyz', 'ping', 'log', 'etcd', 'informer-sync'));
    expect(told).toMatchObject({ verdict: 'clean', expected: [], findings: ['no-duplicate'] });
  });

  it('cannot be applied where no list was logged: verbosity below 5', () => {
    const told = report(error('/healthz/etcd'));
    expect(told).toMatchObject({ verdict: 'no-list', expected: [], findings: ['no-list'] });
    expect(registrationWords(told.registrations, 'en')).toContain('only logged with -v=5 and up');
  });

  it('reads a list whose quotes a log in JSON has escaped, and a name that has a quote of its own', () => {
    const inJson = `{"ts":1,"msg":"Installing health checkers for (/healthz): \\"etcd\\",\\"etcd\\""}\n`;
    expect(report(inJson).lists).toEqual([{ path: '/healthz', names: ['etcd', 'etcd'], repeated: ['etcd'] }]);
    const weird = list('/healthz', 'ping', 'we"ird,name');
    expect(report(weird).lists[0]?.names).toEqual(['ping', 'we"ird,name']);
  });
});

describe('which registration is printed', () => {
  it('up to 0.23 the first alone, since 0.24 both', () => {
    const newer =
      'E0101 00:00:00.000000       1 pathrecorder.go:110] duplicate path registration of "/healthz/etcd": original registration from goroutine 1 [running]:\n';
    expect(report(error('/healthz/etcd')).reported[0]?.form).toBe('registered');
    expect(report(newer).reported[0]?.form).toBe('duplicate');
    expect(PRINTED_WORDS.registered.en).toContain('first registration');
    expect(PRINTED_WORDS.duplicate.en).toContain('new registration from');
  });
});

describe('what a status code proves', () => {
  it('403 as JSON is not evidence of registration', () => {
    const told = report(FORBIDDEN);
    expect(told.verdict).toBe('none');
    expect(told.findings).toEqual(['no-evidence']);
    expect(told.unread).toBe(0);
    expect(told.probes).toMatchObject([{ code: '403', path: '/readyz/etcd', line: 1 }]);
    expect(told.probes[0]?.provesNot).toMatch(/^Not evidence of registration/);
  });

  it.each([
    ['HTTP/1.1 401 Unauthorized\n', '401', 'no-evidence'],
    ['HTTP/2 403\n', '403', 'no-evidence'],
    ['HTTP/1.1 429 Too Many Requests\n', '429', 'no-evidence'],
    ['HTTP/1.1 404 Not Found\n', '404', 'path-missing'],
    ['HTTP/1.1 200 OK\n', '200', 'path-answers'],
    ['HTTP/1.1 500 Internal Server Error\n', '500', 'check-fails'],
    ['HTTP/1.1 302 Found\n', '302', undefined],
    [
      'Error from server (Forbidden): forbidden: User "x" cannot get path "/readyz/etcd"\n',
      '403',
      'no-evidence',
    ],
    ['error: You must be logged in to the server (Unauthorized)\n', '401', 'no-evidence'],
    [
      'Error from server (NotFound): the server could not find the requested resource\n',
      '404',
      'path-missing',
    ],
    ['$ kubectl get --raw /readyz/etcd\nok\n', '200', 'path-answers'],
    ['internal server error: etcd failed\n', '500', 'check-fails'],
    ['[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n', '500', 'check-fails'],
    ['[+]ping ok\n[+]etcd ok\nreadyz check passed\n', '200', 'path-answers'],
  ])('%j', (text, code, finding) => {
    const told = report(text);
    expect(told.probes.map((probe) => probe.code)).toEqual([code]);
    const ofProbes = told.findings.filter((one) => one !== 'no-duplicate');
    expect(ofProbes).toEqual(finding ? [finding] : []);
    expect(told.unread).toBe(0);
  });

  it('is one answer with its head and its body', () => {
    const curl = `$ curl -ki https://127.0.0.1:6443/readyz/etcd\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n${FORBIDDEN}`;
    const told = report(curl);
    expect(told.probes).toMatchObject([{ code: '403', path: '/readyz/etcd', line: 2 }]);
    expect(told.unread).toBe(0);
  });

  it('a verbose answer has the list in it: a name that stands twice was added twice', () => {
    const told = report('[+]ping ok\n[+]etcd ok\n[+]etcd ok\nreadyz check passed\n');
    expect(told).toMatchObject({
      verdict: 'repeated',
      expected: [{ path: '/readyz/etcd', count: 2, expected: 1, found: 0 }],
      findings: ['duplicate-expected', 'path-answers'],
    });
  });

  it('says the same in both languages, with a source', () => {
    for (const kind of PROBE_KINDS) {
      const { proves, provesNot, source } = PROBE_MEANINGS[kind];
      expect(`${proves.zh}${provesNot.zh}`).toMatch(/[一-鿿]/);
      expect(source).toMatch(/^https:\/\/github\.com\/kubernetes\/apiserver\/blob\/v0\.17\.3\/.+#L\d+-L\d+$/);
    }
  });
});

describe('the reader of health checks', () => {
  const KEYWORDS = [
    'HTTP/1.1 403 x\n',
    '[+]etcd ok\n',
    '[-]a failed\n',
    'readyz check passed\n',
    '{"kind":"Status","code":403}',
    '"/healthz/etcd"',
    'registered ',
    ' from ',
    list('/x', 'a', 'a'),
  ];

  it('never throws, and its spans lie in the paste', () => {
    fc.assert(
      fc.property(hostileText(KEYWORDS, 40), (text) => {
        const { probes } = readProbes(text, splitLines(text));
        for (const { span } of probes) {
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
        expect(healthCheckReport(text, 'zh').unread).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    'HTTP/1.1 403 x\n',
    '[+]etcd ok\n',
    '{"kind": "Status"\n',
    '{\n',
    error('/a/b'),
    list('/x', 'a'),
    '"etcd",',
  ])('costs time in proportion to the length: %j', (piece) => {
    expect(growth(report, (size) => piece.repeat(size / piece.length), 10_000)).toBeLessThan(LINEAR);
  });
});
