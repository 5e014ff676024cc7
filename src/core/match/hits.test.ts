import { describe, expect, it } from 'vitest';
import { packOf, packWith, runbookOf } from '../../../tests/support/pack.ts';
import type { Severity } from '../log/index.ts';
import { type Line, splitLines, textOf } from '../text/index.ts';
import type { CompiledPack } from './compile.ts';
import { apiServiceFact } from './facts.ts';
import { type Hit, factHits, findHits } from './hits.ts';

function lineOf(text: string): Line {
  const line = splitLines(`first\n${text}`)[1];
  if (!line) throw new Error('two lines');
  return line;
}

const hitsOf = (pack: CompiledPack, text: string, level?: Severity): readonly Hit[] =>
  findHits(pack, lineOf(text), level);

describe('a signature in a line', () => {
  it('is found with spans and captures that count from the beginning of the paste', () => {
    const text = 'F1 check failed: Get "https://localhost:6443/api": dial tcp: i/o timeout';
    const paste = `first\n${text}`;
    const [hit] = hitsOf(
      packWith({
        heads: ['check failed: '],
        tails: [{ id: 't-dns', pattern: 'localhost:<port:port>/<*>: dial tcp: i/o timeout' }],
      }),
      text,
    );
    expect(hit?.line).toBe(2);
    expect(hit && textOf(paste, hit.span)).toBe(text.slice(3));
    expect(hit?.literals.map((span) => textOf(paste, span))).toEqual([
      'check failed: ',
      'localhost:',
      '/',
      ': dial tcp: i/o timeout',
    ]);
    expect(hit?.captures.map(({ name, value, span }) => [name, value, textOf(paste, span)])).toEqual([
      ['port', '6443', '6443'],
    ]);
    expect(hit?.tail && textOf(paste, hit.tail.span)).toBe('localhost:6443/api": dial tcp: i/o timeout');
  });

  it('is found once, in the first of its wordings that fits, with the versions of that wording', () => {
    const pack = packWith({
      heads: [
        { pattern: 'old words', versions: ['1.17.0-1.17.9'] },
        { pattern: 'new words', versions: ['1.20.0-1.20.9'] },
      ],
    });
    expect(hitsOf(pack, 'old words and new words').map(({ versions }) => versions)).toEqual([
      ['1.17.0-1.17.9'],
    ]);
    expect(hitsOf(pack, 'only new words').map(({ versions }) => versions)).toEqual([['1.20.0-1.20.9']]);
  });

  it('is found for every runbook that has it', () => {
    const signatures = [{ heads: ['same words'] }];
    const pack = packOf(runbookOf('A-BOOT-001', { signatures }), runbookOf('B-BOOT-001', { signatures }));
    expect(hitsOf(pack, 'the same words').map(({ compiled }) => compiled.runbook?.id)).toEqual([
      'A-BOOT-001',
      'B-BOOT-001',
    ]);
  });
});

describe('the tail of a line', () => {
  const pack = packWith({
    heads: ['check failed: '],
    tails: [
      { id: 't-special', pattern: 'dial tcp <ip>:<port>: ' },
      { id: 't-general', pattern: 'dial tcp' },
      { id: 't-etcd', pattern: 'etcdserver: ' },
    ],
  });

  it.each([
    [
      'is the first that fits in the order of the author',
      'check failed: dial tcp 10.0.0.1:80: refused',
      't-special',
    ],
    ['is a general one where no special one fits', 'check failed: dial tcp: i/o timeout', 't-general'],
    [
      'goes by that order and not by the place in the line',
      'check failed: etcdserver: x, dial tcp',
      't-general',
    ],
  ])('%s', (_, text, id) => {
    const [hit] = hitsOf(pack, text);
    expect(hit?.tail?.tail.id).toBe(id);
    expect(hit?.tailMissing).toBe(false);
  });

  it('is looked for behind the head only', () => {
    const [hit] = hitsOf(pack, 'dial tcp was tried. check failed: for no reason');
    expect(hit?.tail).toBeUndefined();
    expect(hit?.tailMissing).toBe(true);
  });

  it('is not missed by a signature that knows none', () => {
    expect(hitsOf(packWith({ heads: ['check failed: '] }), 'check failed: x')[0]?.tailMissing).toBe(false);
  });

  it('adds its literal characters to those of the head', () => {
    expect(hitsOf(pack, 'check failed: etcdserver: x')[0]?.specificity).toBe(
      'check failed: etcdserver: '.length,
    );
    expect(hitsOf(pack, 'check failed: x')[0]?.specificity).toBe('check failed: '.length);
  });
});

describe('the level of a hit', () => {
  it.each([
    ['is that of the line', 'warning' as const, 'fatal' as const, 'warning'],
    ['is that of the signature where the line shows none', undefined, 'fatal' as const, 'fatal'],
    ['is left open where neither says', undefined, undefined, undefined],
  ])('%s', (_, shown, declared, level) => {
    const pack = packWith({ heads: ['some words'], ...(declared ? { level: declared } : {}) });
    expect(hitsOf(pack, 'some words', shown)[0]?.level).toBe(level);
  });
});

describe('a signature that asks for a fact', () => {
  const line = lineOf('v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m');
  const fact = apiServiceFact(line);
  const ids = (pack: CompiledPack): string[] =>
    fact ? factHits(pack, fact, line, undefined).map(({ compiled }) => compiled.signature.id) : [];

  it('is met by a value that it names, and by any where it names none', () => {
    const kind = 'apiservice.unavailable';
    const pack = packWith(
      { id: 'sig-named', fact: { kind, values: ['EndpointsNotFound', 'MissingEndpoints'] } },
      { id: 'sig-other', fact: { kind, values: ['ServiceNotFound'] } },
      { id: 'sig-any', fact: { kind, values: [] } },
      { id: 'sig-process', fact: { kind: 'process', values: [] } },
      { id: 'sig-words', heads: ['MissingEndpoints'] },
    );
    expect(ids(pack)).toEqual(['sig-named', 'sig-any']);
  });

  it('takes the captures of the fact, and misses no tail', () => {
    const pack = packWith({ fact: { kind: 'apiservice.unavailable', values: [] } });
    const [hit] = fact ? factHits(pack, fact, line, undefined) : [];
    expect(hit?.captures.map(({ name }) => name)).toEqual(['apiservice', 'namespace', 'service']);
    expect(hit?.literals).toEqual([]);
    expect(hit?.tailMissing).toBe(false);
    expect(hit?.fact).toBe(fact);
  });
});
