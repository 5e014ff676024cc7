import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { textOf } from '../../text/index.ts';
import type { ApiService } from './api-service.ts';
import { type ApiServiceList, readApiServices } from './list.ts';
import { apiServiceProblemWords } from './problem-words.ts';

const sample = (name: string): string => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

const TABLE = sample('apiservices.txt');
const JSON_LIST = sample('apiservices.json');
const YAML_LIST = sample('apiservices.yaml');
const DESCRIBED = sample('apiservices-describe.txt');

/** `v1beta1.metrics.k8s.io kube-system/metrics-server False MissingEndpoints` */
const told = ({ name, local, service, available, reason = '' }: ApiService): string =>
  [name, local ? 'Local' : service ? `${service.namespace}/${service.name}` : '', available, reason]
    .join(' ')
    .trimEnd();

const SIX = [
  'v1. Local True',
  'v1.apps Local True',
  'v1beta1.custom.metrics.k8s.io monitoring/prometheus-adapter False FailedDiscoveryCheck',
  'v1beta1.external.metrics.k8s.io keda/keda-metrics-apiserver False ServiceNotFound',
  'v1beta1.metrics.k8s.io kube-system/metrics-server False MissingEndpoints',
  'v1.new.example.com default/new Unknown',
];
/** The object has the reasons that the table hides. */
const SIX_OBJECTS = ['v1. Local True Local', 'v1.apps Local True Local', ...SIX.slice(2)];

const read = (text: string): string[] => readApiServices(text).services.map(told);
const words = ({ problems }: ApiServiceList): string[] =>
  problems.map((problem) => apiServiceProblemWords(problem, 'en'));

describe('the APIServices that kubectl printed', () => {
  it.each([
    ['as a table', TABLE, SIX],
    ['with labels', sample('apiservices-labels.txt'), SIX],
    ['without the header', TABLE.slice(TABLE.indexOf('\n') + 1), SIX],
    ['behind a prompt', `$ kubectl get apiservice -o wide\n${TABLE}`, SIX],
    ['behind the prompt of a host', `[root@m-1 ~]# kubectl get apiservice\n${TABLE}`, SIX],
    ['with tabs', TABLE.replace(/ {2,}/g, '\t'), SIX],
    ['with collapsed blanks', TABLE.replace(/ +/g, ' '), SIX],
    ['with the line ends of Windows', TABLE.replaceAll('\n', '\r\n'), SIX],
    ['quoted in a chat', TABLE.replace(/^/gm, '> '), SIX],
    ['as a table of Markdown', TABLE.replace(/ {2,}/g, ' | ').replace(/^(.+?)$/gm, '| $1 |'), SIX],
    ['numbered', TABLE.replace(/^v/gm, '12 v'), SIX],
    ['with the kind in front', TABLE.replace(/^v/gm, 'apiservice.apiregistration.k8s.io/v'), SIX],
    ['as JSON', JSON_LIST, SIX_OBJECTS],
    ['as JSON on one line', JSON.stringify(JSON.parse(JSON_LIST)), SIX_OBJECTS],
    ['as JSON behind its command', `$ kubectl get apiservice -o json\n${JSON_LIST}$ \n`, SIX_OBJECTS],
    ['as YAML', YAML_LIST, SIX_OBJECTS],
    ['as indented YAML', YAML_LIST.replace(/^/gm, '    '), SIX_OBJECTS],
    ['as YAML with the line ends of Windows', YAML_LIST.replaceAll('\n', '\r\n'), SIX_OBJECTS],
    ['described', DESCRIBED, [SIX[4], SIX[2]]],
  ])('are read %s, all of it understood', (_, text, services) => {
    const list = readApiServices(text);
    expect(list.services.map(told)).toEqual(services);
    expect(words(list)).toEqual([]);
    expect(list.unread).toEqual([]);
  });

  it.each([
    ['YAML', YAML_LIST],
    ['JSON', JSON_LIST],
    ['describe', DESCRIBED],
  ])('have in %s their message, unfolded, their port, and since when', (_, text) => {
    const metrics = readApiServices(text).services.find(({ group }) => group === 'metrics.k8s.io');
    expect(metrics).toMatchObject({
      message:
        'endpoints for service/metrics-server in "kube-system" have no addresses with port name "https"',
      since: '2026-11-21T08:55:11Z',
      service: { port: 443 },
    });
    const custom = readApiServices(text).services.find(({ group }) => group === 'custom.metrics.k8s.io');
    expect(custom?.message).toMatch(/^failing .+ dial tcp 10\.96\.12\.3:443: i\/o timeout$/);
  });

  it('are one where two outputs tell the same, with what each of them told', () => {
    const list = readApiServices(`${TABLE}\n${DESCRIBED}`);
    expect(list.services.map(told)).toEqual(SIX);
    expect(list.services[4]).toMatchObject({ age: '15m', message: expect.stringContaining('no addresses') });
    expect(list.sources).toEqual(['table', 'yaml']);
  });

  it('stand where their spans say', () => {
    for (const text of [TABLE, JSON_LIST, YAML_LIST, DESCRIBED]) {
      for (const { name, nameSpan, span } of readApiServices(text).services) {
        expect(textOf(text, nameSpan)).toBe(name);
        expect(span.from).toBeLessThanOrEqual(nameSpan.from);
      }
    }
  });
});

describe('a piece of it', () => {
  it.each([
    ['JSON', JSON_LIST, 'the end'],
    ['YAML', YAML_LIST, ''],
  ])('of %s, cut at every line, gives what stands before the cut', (_, text, end) => {
    const lines = text.split('\n');
    let most = 0;
    for (let count = 1; count < lines.length - 3; count += 7) {
      const list = readApiServices(lines.slice(0, count).join('\n'));
      const names = list.services.map(({ name }) => name);
      expect(names).toEqual(SIX.map((one) => one.split(' ')[0]).slice(0, names.length));
      expect(list.unread).toEqual([]);
      if (end !== '' && count > 1) expect(words(list).join()).toContain(`found ${end}`);
      most = Math.max(most, names.length);
    }
    expect(most).toBe(6);
  });

  it.each([
    ['JSON', JSON_LIST],
    ['YAML', YAML_LIST],
  ])('of %s whose beginning is cut gives what stands behind the cut', (_, text) => {
    const at = text.indexOf('keda-metrics-apiserver');
    const from = text.indexOf('\n', at) + 1;
    const names = read(text.slice(from));
    expect(names).toEqual([SIX[3], SIX[4], SIX[5]]);
  });

  it('that is a condition alone has no name, and its reason', () => {
    const condition =
      'status:\n  conditions:\n  - lastTransitionTime: "2026-11-21T08:55:11Z"\n    message: endpoints for service/metrics-server in "kube-system" have no addresses\n      with port name "https"\n    reason: MissingEndpoints\n    status: "False"\n    type: Available\n';
    expect(readApiServices(condition).services).toMatchObject([
      {
        name: '',
        available: 'False',
        reason: 'MissingEndpoints',
        message: expect.stringMatching(/"https"$/),
      },
    ]);
  });

  it.each([
    [
      'v1beta1.metrics.k8s.io   kube-system/metrics-server   False (MissingEndp',
      'expected `)` after `(MissingEndp`, found the end',
    ],
    [
      'v1beta1.metrics.k8s.io   kube-system/metrics-server',
      'expected `True`, `False` or `Unknown` after `kube-system/metrics-server`, found the end',
    ],
    [
      'v1beta1.metrics.k8s.io   kube-system/metrics-server   Fal',
      'expected `True`, `False` or `Unknown` after `kube-system/metrics-server`, found `Fal`',
    ],
    [
      'apiservice.apiregistration.k8s.io/v1beta1.metrics.k8s.io',
      'expected `Local` or `namespace/name` after `v1beta1.metrics.k8s.io`, found the end',
    ],
    ['v1.apps   Local   True   5d   what', 'expected the end of the row after `5d`, found `what`'],
  ])('that is a row cut or spoilt says what is missing: %s', (row, message) => {
    const list = readApiServices(`${row}\n`);
    expect(list.services).toEqual([]);
    expect(words(list)).toEqual([message]);
  });
});

describe('other things in the paste', () => {
  it('are left out by their kind, and said to be', () => {
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: metrics-server\nstatus:\n  conditions:\n  - status: "False"\n    type: Available\n    reason: MinimumReplicasUnavailable\n';
    const list = readApiServices(`${deployment}---\n${YAML_LIST}`);
    expect(list.services.map(told)).toEqual(SIX_OBJECTS);
    expect(words(list)).toEqual(['1 of kind `Deployment` left out: only APIServices are read here']);
    expect(read(deployment.replace('kind: Deployment\n', ''))).toEqual([]);
  });

  it('are told as lines that were not understood', () => {
    const { services, unread } = readApiServices(`hello\n${TABLE}what is this\nv1.2.3 was released\n`);
    expect(services).toHaveLength(6);
    expect(unread.map(({ text }) => text)).toEqual(['hello', 'what is this', 'v1.2.3 was released']);
  });

  it('in JSON that is spoilt do not hide what stands behind', () => {
    const spoilt = JSON_LIST.replace('"kind": "APIService"', '"kind": APIService');
    const list = readApiServices(spoilt);
    expect(words(list)[0]).toBe(
      'expected a value of JSON, found `APIService`; what stands before it was read',
    );
    expect(list.services.map(({ name }) => name)).toContain('v1.new.example.com');
  });

  it('in YAML that is spoilt are named, and do not hide what stands behind', () => {
    const list = readApiServices(
      YAML_LIST.replace('    name: v1.apps', '    what is this\n    name: v1.apps'),
    );
    expect(list.services).toHaveLength(6);
    expect(words(list)).toEqual([
      'expected a key with `:`, or `- `, found `what is this`; what stands before it was read',
    ]);
  });
});

describe('the reader of APIServices', () => {
  const KEYWORDS = [
    'v1.',
    'v1beta1.x',
    ' Local ',
    ' a/b ',
    ' True ',
    ' False ',
    '(X)',
    'apiVersion: v1\n',
    'items:\n',
    '- kind: APIService\n',
    '  metadata:\n    name: ',
    '    reason: ',
    '"items": [',
    '{"metadata": {"name": "v1.x"}}',
    '|\n  ',
    'unable to retrieve the complete list of server APIs: ',
    'x/v1: ',
  ];

  it('never throws, and its spans lie in the paste', () => {
    fc.assert(
      fc.property(hostileText(KEYWORDS, 60), (text) => {
        const { services, problems, unread, mentions } = readApiServices(text);
        const spans = [
          ...services.map(({ span }) => span),
          ...problems.map(({ span }) => span),
          ...unread,
          ...mentions.map(({ span }) => span),
        ];
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeLessThanOrEqual(to);
        }
        for (const problem of problems)
          expect(apiServiceProblemWords(problem, 'zh')).not.toContain('undefined');
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'v1.x a/b False (Y) 5s\n',
    'v1.x a/b\n',
    '{"items": [',
    '{"a": "',
    '"a": "\n',
    '"a": x\n',
    '- a: "\n',
    "a: '\n",
    'kind: |\n  x\n',
    'a:\n ',
    '- ',
    '[',
    '} ',
    'kind: x\n',
    'unable to retrieve the complete list of server APIs: x/v1: ',
    'x/v1: y, ',
  ])('costs time in proportion to the length: %j', (piece) => {
    expect(growth(readApiServices, (size) => piece.repeat(size / piece.length), 10_000)).toBeLessThan(LINEAR);
  });
});
