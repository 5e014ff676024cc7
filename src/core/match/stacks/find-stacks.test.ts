import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownContent } from '../../../../tests/support/content.ts';
import { packWith } from '../../../../tests/support/pack.ts';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { buildPack } from '../../../gate/index.ts';
import { textOf } from '../../text/index.ts';
import { compilePack } from '../compile.ts';
import { judge } from '../judge.ts';
import { reasonWords } from '../words.ts';

const own = compilePack(buildPack(ownContent()));
const content = new URL('../../../../content/runbooks/', import.meta.url);
const sample = (path: string): string => readFileSync(new URL(path, content), 'utf8');

/** A goroutine as Go prints it, each call with its place. */
const goroutine = (...calls: string[]): string =>
  ['goroutine 1 [running]:', ...calls.flatMap((call) => [`${call}(0x1)`, '\t/src/a.go:7 +0x1d'])].join('\n');

const START = 'example.com/app.(*Server).Start';
const STORE = 'example.com/app/store.Open';
const pack = packWith({ stack: [[STORE, '...', START, '...', 'main.main']] });

describe('the first registrant of a path', () => {
  const log = sample('apiserver-duplicate-health-check/samples/start.log');

  it('is known by its frames alone, without the lines in front', () => {
    const frames = log.split('\n').slice(2).join('\n');
    const { matches, lines } = judge(own, frames);
    expect(matches[0]).toMatchObject({ runbook: { id: 'APISRV-DEV-001' }, step: 's-list' });
    expect(matches[0]?.similarity).toBeUndefined();
    const best = matches[0]?.best;
    expect(best?.literals.map((span) => textOf(frames, span).split('(0x')[0])).toEqual([
      'runtime/debug.Stack',
      'k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).trackCallers',
    ]);
    expect(best?.line).toBe(1);
    expect(lines.slice(1).map(({ verdict }) => verdict)).not.toContain('unknown');
  });

  it('has its line where its frames stand in a log', () => {
    const hit = judge(own, log).hits.find(({ stack }) => stack);
    expect(hit).toMatchObject({ line: 3, compiled: { signature: { id: 'sig-registrant' } } });
  });
});

describe('the fatal line of the repair controller', () => {
  it('is known by the stack below it', () => {
    const calls = [
      'k8s.io/kubernetes/vendor/k8s.io/klog/v2.Fatalf',
      'k8s.io/kubernetes/pkg/controlplane.(*Controller).Start',
    ];
    expect(judge(own, goroutine(...calls)).matches[0]?.runbook.id).toBe('APISRV-BOOT-001');
  });

  it('is only similar where the controller runs and nothing is fatal', () => {
    const calls = [
      'net/http.(*persistConn).roundTrip',
      'k8s.io/kubernetes/pkg/controlplane.(*Controller).Start',
    ];
    const { hits, matches } = judge(own, goroutine(...calls));
    expect(hits).toEqual([]);
    expect(matches[0]?.similarity).toBeLessThanOrEqual(0.7);
  });
});

describe('a stack', () => {
  it('is known whatever stands between its calls, in closures, in whatever goroutine', () => {
    const text = `panic: x\n\n${goroutine('main.main')}\n\n${goroutine(`${STORE}.func1`, STORE, 'a.b/c.F', `${START}.func2.1`, 'main.main')}\nexit status 2\n`;
    const [match] = judge(pack, text).matches;
    expect(match?.best).toMatchObject({ line: 8, level: 'fatal' });
    expect(match && reasonWords(match, 'en')[0]).toBe(
      'From line 8 on the stack runs through `example.com/app/store.Open`, `example.com/app.(*Server).Start`, `main.main`.',
    );
  });

  it('is similar where most of its weight is there', () => {
    const { hits, matches } = judge(pack, goroutine(STORE, START));
    expect(hits).toEqual([]);
    expect(matches[0]?.similarity).toBeCloseTo(0.7 * (2 / 3), 5);
    expect(matches[0] && reasonWords(matches[0], 'zh')[0]).toContain('67 %');
  });

  it.each([
    ['of which too little is there', goroutine(STORE, 'main.main2')],
    ['whose calls stand the other way round', goroutine('main.main', START, STORE)],
    ['that is told in words', `${STORE} and ${START} and main.main`],
  ])('%s is none', (_, text) => {
    expect(judge(pack, text).hits).toEqual([]);
  });

  it('is found once, however often it repeats', () => {
    const text = Array.from({ length: 50 }, () => goroutine(STORE, START, 'main.main')).join('\n\n');
    expect(judge(pack, text).hits).toHaveLength(1);
  });

  it('takes time in proportion to its length', () => {
    const calls = [STORE, START, 'a.b/c.F'];
    const few = (size: number): string =>
      goroutine(...Array.from({ length: size }, (_, at) => calls[at % 3] ?? ''));
    const many = (size: number): string => Array.from({ length: size / 10 }, () => few(10)).join('\n\n');
    for (const text of [few, many])
      expect(growth((paste) => judge(pack, paste), text, 100)).toBeLessThan(LINEAR);
  });

  it('marks whole calls inside of the paste, of any frames', () => {
    const call = fc.constantFrom(STORE, START, 'main.main', 'a.b/c.F', 'panic', 'é', '...');
    fc.assert(
      fc.property(fc.array(call, { maxLength: 12 }), (calls) => {
        const text = goroutine(...calls);
        const marked = judge(pack, text).hits.flatMap(({ literals }) =>
          literals.map((one) => textOf(text, one)),
        );
        for (const one of marked)
          expect([STORE, START, 'main.main']).toContain(one.slice(0, -'(0x1)'.length));
      }),
    );
  });
});
