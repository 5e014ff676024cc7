import { describe, expect, it } from 'vitest';
import { packOf, packWith, runbookOf } from '../../../../tests/support/pack.ts';
import { draftSignature, hasHead } from './draft.ts';

const pack = packOf(
  runbookOf('TEST-NET-001', { signatures: [{ id: 'sig-timeout', heads: ['the quota of the first thing'] }] }),
);

const LOG = [
  'I1121 09:00:00.000001       1 a.go:1] all is well',
  'W1121 09:00:01.000001       1 a.go:2] the quota of the first thing is near',
  'E1121 09:00:02.000001       1 a.go:3] the quota of the first thing is exceeded',
  'E1121 09:00:03.000001       1 lease.go:9] Failed to renew quota lease "q-1": Put "https://10.0.0.7:6443/apis?timeout=10s": dial tcp 10.0.0.7:6443: connect: connection refused',
  'E1121 09:00:04.000001       1 lease.go:9] Failed to renew quota lease "q-1": EOF',
  '',
].join('\n');

describe('a draft', () => {
  const draft = draftSignature(pack, LOG);

  it('is made of the first of the worst lines that no signature knows', () => {
    expect(draft).toMatchObject({ number: 4, level: 'error', id: 'sig-failed-renew-quota-lease' });
    expect(draft?.problems).toEqual([]);
    expect(draft?.conflicts).toEqual([]);
  });

  it('has the message in front as head, its values as holes, and how it ends as tail', () => {
    expect(draft?.head).toBe('Failed to renew quota lease "<str>": Put "https://<ip>:<port>/<path>": ');
    expect(draft?.tail?.pattern).toBe('dial tcp <ip>:<port>: connect: connection refused');
  });

  it('is found by the rarest of its literals, not the longest', () => {
    expect(draft?.anchor.text).toBe('Failed to renew quota lease "');
  });

  it('matches its samples, which have other values, and not its near miss', () => {
    if (!draft) throw new Error('expected a draft');
    const [first, second] = draft.hit;
    expect(second).not.toBe(first);
    for (const line of draft.hit) expect(hasHead(draft, line)).toBe(true);
    expect(hasHead(draft, draft.miss)).toBe(false);
    expect(draft.miss).toContain('something-else');
  });

  it('is made of another line if it is asked for', () => {
    expect(draftSignature(pack, LOG, { line: 3 })).toMatchObject({
      head: 'the quota of the first thing is exceeded',
      conflicts: [{ kind: 'known', runbook: 'TEST-NET-001', name: 'sig-timeout' }],
    });
    expect(draftSignature(pack, LOG, { line: 99 })).toBeUndefined();
  });

  it('tells which samples of other runbooks it takes', () => {
    const samples = [
      { runbook: 'TEST-A-001', slug: 'a', name: 'a.log', text: LOG },
      { runbook: 'TEST-B-001', slug: 'b', name: 'b.log', text: 'nothing of it\n' },
    ];
    expect(draftSignature(packWith(), LOG, { samples })?.conflicts).toEqual([
      { kind: 'takes', runbook: 'TEST-A-001', slug: 'a', name: 'a.log' },
    ]);
  });

  it('has the error of a JSON line beside its message', () => {
    const line =
      '{"level":"warn","ts":"2026-11-21T13:54:09.192Z","msg":"rejected connection","remote-addr":"10.0.0.7:48598","error":"tls: client offered quota"}';
    const found = draftSignature(packWith(), line);
    expect(found).toMatchObject({ head: 'rejected connection"<*>"error":"tls: client offered quota' });
    for (const hit of found?.hit ?? []) expect(found && hasHead(found, hit)).toBe(true);
  });

  it('says what is wrong with it: a line of words that any program logs', () => {
    const found = draftSignature(packWith(), 'error: connection refused');
    expect(found?.problems.map(({ code }) => code)).toEqual(['too-general']);
  });

  it('is none of a text without words', () => {
    expect(draftSignature(pack, '')).toBeUndefined();
    expect(draftSignature(pack, '\n \n')).toBeUndefined();
    expect(draftSignature(pack, '1 2 3\n')).toBeUndefined();
  });
});
