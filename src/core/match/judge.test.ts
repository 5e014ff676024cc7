import { describe, expect, it } from 'vitest';
import { packWith } from '../../../tests/support/pack.ts';
import { textOf } from '../text/index.ts';
import { type Judgement, judge } from './judge.ts';

const klog = (letter: string, message: string): string =>
  `${letter}0614 19:56:31.263446       1 x.go:1] ${message}`;

const pack = packWith(
  { id: 'sig-cause', role: 'cause', heads: ['the check failed for good'] },
  { id: 'sig-after', role: 'consequence', heads: ['because of the failed check'] },
  { id: 'sig-noise', role: 'noise', heads: ['nothing to worry about'] },
  { id: 'sig-table', role: 'cause', fact: { kind: 'apiservice.unavailable', values: [] } },
  { id: 'sig-process', role: 'info', fact: { kind: 'process', values: ['kubelet'] } },
  { id: 'sig-twice', role: 'cause', fact: { kind: 'health-check.duplicate', values: [] } },
);

const shown = ({ lines }: Judgement): string[] => lines.map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('each line', () => {
  it.each([
    ['a wording, in a log line', klog('E', 'the check failed for good'), 'klog cause'],
    ['a wording, outside of a log', 'the check failed for good', 'plain cause'],
    ['a consequence', klog('E', 'because of the failed check'), 'klog consequence'],
    ['explained noise', klog('E', 'nothing to worry about'), 'klog noise'],
    ['a log line that informs', klog('I', 'started'), 'klog info'],
    ['a warning that no signature knows', klog('W', 'strange'), 'klog unknown'],
    ['an error that no signature knows', klog('E', 'strange'), 'klog unknown'],
    ['prose', 'then it went down', 'plain unknown'],
    ['a blank line', '   ', 'blank info'],
    ['a command', 'kubelet --v=2', 'process info'],
    ['a prompt', '$ kubectl get nodes', 'session info'],
    [
      'an unavailable APIService',
      'v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m',
      'apiservice cause',
    ],
    ['an available one', 'v1beta1.metrics.k8s.io kube-system/metrics-server True 15m', 'apiservice info'],
    ['the head of that table', 'NAME   SERVICE   AVAILABLE   AGE', 'apiservice info'],
    [
      'a list with one check twice',
      klog('I', 'Installing health checkers for (/livez): "etcd","etcd"'),
      'klog cause',
    ],
    [
      'a list with each check once',
      klog('I', 'Installing health checkers for (/livez): "ping","etcd"'),
      'klog info',
    ],
  ])('has a verdict: %s', (_, text, expected) => {
    expect(shown(judge(pack, text))).toEqual([expected]);
  });

  it('has its number, its text without terminator and a span with it, and the spans tile the paste', () => {
    const paste = 'one\r\n\r\ntwo\nthree\rstill three';
    const { lines } = judge(pack, paste);
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, ''],
      [3, 'two'],
      [4, 'three\rstill three'],
    ]);
    expect(lines.map((line) => textOf(paste, line))).toEqual([
      'one\r\n',
      '\r\n',
      'two\n',
      'three\rstill three',
    ]);
  });

  it('is judged by its strongest hit', () => {
    const { lines } = judge(
      pack,
      klog('E', 'nothing to worry about because of the failed check: the check failed for good'),
    );
    expect(lines[0]?.hit?.compiled.signature.id).toBe('sig-cause');
  });
});

describe('a record of several lines', () => {
  it('has the verdict of its strongest line, whichever that is', () => {
    const paste = [
      klog('E', 'loading failed:'),
      '  the check failed for good',
      '  for the third time',
      klog('I', 'next record'),
    ].join('\n');
    const { lines } = judge(pack, paste);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['cause', 'cause', 'cause', 'info']);
    expect(lines.map(({ hit }) => hit?.line)).toEqual([2, 2, 2, undefined]);
  });

  it('leaves a line its own verdict where it has one', () => {
    const paste = [
      klog('E', 'because of the failed check'),
      '  nothing to worry about',
      '  the check failed for good',
      '  end',
    ].join('\n');
    const { lines } = judge(pack, paste);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['consequence', 'noise', 'cause', 'cause']);
  });

  it('takes the stack below a log line for a part of it', () => {
    const paste = [
      klog('F', 'the check failed for good'),
      'goroutine 2648 [running]:',
      'main.main()',
      '\t/src/main.go:25 +0x10d',
    ].join('\n');
    expect(shown(judge(pack, paste))).toEqual([
      'klog cause',
      'go-stack cause',
      'go-stack cause',
      'go-stack cause',
    ]);
  });

  it('ends at a blank line, so that a second paste below is not taken for a part of it', () => {
    const paste = [klog('E', 'the check failed for good'), '', 'a question about it'].join('\n');
    expect(judge(pack, paste).lines.map(({ verdict }) => verdict)).toEqual(['cause', 'info', 'unknown']);
  });

  it('stays information when it was logged as such and nobody knows it', () => {
    const paste = [klog('I', 'configuration:'), '  a: 1', '  b: 2'].join('\n');
    expect(judge(pack, paste).lines.map(({ verdict }) => verdict)).toEqual(['info', 'info', 'info']);
  });

  it('is told in pieces when it runs on, each with what is known by then', () => {
    const filler = Array.from({ length: 300 }, (_, index) => `  line ${index}`);
    const paste = [klog('E', 'dump:'), ...filler, '  the check failed for good', '  end'].join('\n');
    const verdicts = judge(pack, paste).lines.map(({ verdict }) => verdict);
    expect(verdicts).toHaveLength(303);
    expect(new Set(verdicts.slice(0, 200))).toEqual(new Set(['unknown']));
    expect(new Set(verdicts.slice(200))).toEqual(new Set(['cause']));
  });
});

describe('the paste as a whole', () => {
  const paste = [
    '$ kubectl get apiservice',
    'NAME   SERVICE   AVAILABLE   AGE',
    'v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m',
    '',
    klog('I', 'started'),
    klog('I', 'still there'),
    klog('E', 'strange'),
    'goroutine 1 [running]:',
    'main.main()',
    '\t/src/main.go:25 +0x10d',
    'kubelet --v=2',
    'prose',
  ].join('\n');

  it('is told by what its lines were read as, the most lines first, blank ones aside', () => {
    const { detected } = judge(pack, paste);
    expect(detected.map(({ kind, lines }) => [kind, lines])).toEqual([
      ['klog', 3],
      ['go-stack', 3],
      ['apiservice', 2],
      ['session', 1],
      ['process', 1],
      ['plain', 1],
    ]);
  });

  it('is nothing at all where nothing was pasted', () => {
    expect(judge(pack, '')).toEqual({ lines: [], detected: [], hits: [], matches: [], nearest: [] });
  });

  it('has the releases that its source lines fit, from headers and from frames', () => {
    const places = (text: string): string[] | undefined =>
      judge(pack, text).versions?.evidence.map(({ place }) => place);
    const header = 'I0614 19:56:31.263446       1 secure_serving.go:202] Serving securely on [::]:6443';
    expect(places(header)).toEqual(['secure_serving.go:202']);
    const frame = [
      'goroutine 1 [running]:',
      'k8s.io/kubernetes/vendor/k8s.io/klog/v2.stacks(0xc00000e001, 0xc012bccd80, 0xcc, 0x11a)',
      '\t/go/src/k8s.io/kubernetes/vendor/k8s.io/klog/v2/klog.go:1026 +0xb9',
    ].join('\n');
    expect(places(frame)).toEqual(['klog.go:1026']);
    expect(places(`${frame}\n\nthen it went down`)).toEqual(['klog.go:1026']);
    expect(places(`${header}\n${frame}`)).toEqual(['secure_serving.go:202', 'klog.go:1026']);
    expect(places(klog('E', 'strange'))).toBeUndefined();
  });

  it('keeps so many hits of one signature and no more, whatever a loop repeats', () => {
    const { hits, lines } = judge(pack, `${klog('E', 'because of the failed check')}\n`.repeat(5_000));
    expect(hits).toHaveLength(100);
    expect(lines.filter(({ verdict }) => verdict === 'consequence')).toHaveLength(5_000);
  });
});
