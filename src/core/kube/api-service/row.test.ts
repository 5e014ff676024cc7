import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { type Line, splitLines } from '../../text/index.ts';
import type { ApiService } from './api-service.ts';
import { AVAILABILITY_REASONS } from './reasons.ts';
import { isApiServiceHeader, readApiServiceRow } from './row.ts';
import table from '../samples/apiservice-rows.json' with { type: 'json' };

interface Sample {
  readonly row: string;
  readonly available: string;
  readonly reason: string | null;
  readonly name?: string;
  readonly version?: string;
  readonly group?: string;
  readonly service?: string;
  readonly local?: boolean;
  readonly age?: string;
}

const lineOf = (text: string): Line => ({ number: 1, from: 0, to: text.length, end: text.length, text });
const read = (text: string): ApiService | undefined => readApiServiceRow(lineOf(text));

const ROW = 'v1beta1.metrics.k8s.io   kube-system/metrics-server   False (MissingEndpoints)   15m';
const METRICS = {
  name: 'v1beta1.metrics.k8s.io',
  version: 'v1beta1',
  group: 'metrics.k8s.io',
  local: false,
  service: { namespace: 'kube-system', name: 'metrics-server' },
  available: 'False',
  reason: 'MissingEndpoints',
  age: '15m',
};

describe('a row of kubectl get apiservice', () => {
  it.each(table as readonly Sample[])('is read as kubectl printed it: $row', (sample) => {
    const { row, reason, service, local = false, available, ...rest } = sample;
    const found = read(row);
    expect(found).toMatchObject({ ...rest, available, local });
    expect(found?.reason ?? null).toBe(reason);
    if (service) expect(`${found?.service?.namespace}/${found?.service?.name}`).toBe(service);
  });

  it.each([
    ['as it is', ROW],
    ['with TABs', ROW.replace(/ {3}/g, '\t')],
    ['with its runs of blanks collapsed by a web page', ROW.replace(/ +/g, ' ')],
    ['indented', `    ${ROW}`],
  ])('is the same %s', (_, text) => {
    expect(read(text)).toMatchObject(METRICS);
  });

  it('without its age is read, too', () => {
    const found = read('v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints)');
    expect(found).toMatchObject({ available: 'False', reason: 'MissingEndpoints' });
    expect(found).not.toHaveProperty('age');
  });

  it('of the core group has a name that ends in its dot, and is served by kube-apiserver itself', () => {
    const found = read('v1.   Local   True   120d');
    expect(found).toMatchObject({
      name: 'v1.',
      version: 'v1',
      group: '',
      local: true,
      available: 'True',
      age: '120d',
    });
    expect(found).not.toHaveProperty('service');
    expect(found).not.toHaveProperty('reason');
  });

  it('shows a reason that is not known as it stands', () => {
    expect(read('v1.x.io a/b Unknown (NewReason) 5s')?.reason).toBe('NewReason');
    expect(AVAILABILITY_REASONS).not.toContain('NewReason');
  });

  it('knows where its name stands in the paste', () => {
    const text = `x\n  ${ROW}\n`;
    const [, line] = splitLines(text);
    const found = line && readApiServiceRow(line);
    expect(found && text.slice(found.nameSpan.from, found.nameSpan.to)).toBe(METRICS.name);
    expect(found && text.slice(found.span.from, found.span.to)).toBe(`  ${ROW}`);
  });

  it.each([
    ['the header', 'NAME   SERVICE   AVAILABLE   AGE'],
    ['a prompt', '$ kubectl get apiservice'],
    ['a row of nodes', 'node-1   Ready   <none>   37m   v1.20.2'],
    ['no version', 'metrics.k8s.io a/b False 5s'],
    ['a version without number', 'v.x a/b True 5s'],
    ['another stage', 'v1gamma1.x a/b True 5s'],
    ['a stage without number', 'v1beta.x a/b True 5s'],
    ['no dot', 'v1 Local True 5s'],
    ['a group with other characters', 'v1.x_y/z a/b True 5s'],
    ['a service without namespace', 'v1.x /b True 5s'],
    ['a service without name', 'v1.x a/ True 5s'],
    ['another status', 'v1.x a/b Maybe 5s'],
    ['too many columns', `${ROW} more words`],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('never makes the reader throw, and is printed as it is read', () => {
    fc.assert(
      fc.property(
        hostileText(['v1.', 'v1beta1.x', ' Local ', ' a/b ', ' True ', ' False ', '(X)', ' 5s']),
        (text) => {
          const found = read(text);
          if (!found) return;
          expect(found.name).toBe(`${found.version}.${found.group}`);
          expect(text.slice(found.nameSpan.from, found.nameSpan.to)).toBe(found.name);
        },
      ),
    );
  });

  it.each(['v1.x a/b ', 'a.', '\t', '('])('costs time in proportion to its length: %j', (piece) => {
    expect(growth(read, (size) => piece.repeat(size), 10_000)).toBeLessThan(LINEAR);
  });
});

describe('the header row', () => {
  it.each([
    'NAME   SERVICE   AVAILABLE   AGE',
    'NAME SERVICE AVAILABLE AGE',
    '  NAME\tSERVICE\tAVAILABLE\tAGE ',
  ])('is known whatever its spacing: %j', (text) => {
    expect(isApiServiceHeader(text)).toBe(true);
  });

  it.each(['NAME   STATUS   ROLES   AGE', ROW, ''])('is none: %j', (text) => {
    expect(isApiServiceHeader(text)).toBe(false);
  });
});
