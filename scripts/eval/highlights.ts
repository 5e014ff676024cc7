import { type CompiledPack, type Pattern, judge } from '../../src/core/match/index.ts';
import type { Span } from '../../src/core/text/index.ts';
import { type Random, pick } from '../bench/random.ts';

/** A line that was printed from a wording: where each of its literals stands is known by construction. */
export interface Marked {
  readonly text: string;
  readonly signature: string;
  readonly gold: readonly Span[];
}

/** What a hole of each type is filled with. */
const FILLS: Readonly<Record<string, readonly string[]>> = {
  int: ['7', '4150'],
  hex: ['8e9e05c52164694d', '0a1b2c'],
  uuid: ['8f14e45f-ceea-467f-a1d2-0123456789ab'],
  ip: ['10.0.0.7', '192.168.1.20'],
  port: ['6443', '2379'],
  dur: ['3m7.4s', '10s'],
  qty: ['2Gi', '500m'],
  q: ['"a"'],
  path: ['/etc/kubernetes/a.conf', 'a.example.com/v1'],
  url: ['https://10.0.0.7:6443/api'],
  pod: ['web-5c689d88bb-q7pzk'],
  node: ['node-7'],
  image: ['registry.corp/web:1.2'],
  str: ['shop', 'web-1'],
  '*': ['something in between', 'x'],
  '**': ['all the rest'],
};

const BEFORE: readonly string[] = [
  '',
  'E0614 19:57:01.269085       1 controller.go:161] ',
  'Jun 14 11:57:01 m1 kubelet[4711]: E0614 11:57:01.269085    4711 kubelet.go:161] ',
  '2026-06-14T11:57:01.269085123Z stderr F E0614 11:57:01.269085       1 reflector.go:138] ',
  '> ',
  '错误：',
];

const AFTER: readonly string[] = ['', ' (attempt 3)', '\nI0614 19:57:02.000000       1 main.go:1] next line'];

/** Every wording of a pack, printed `each` times with other values and other things around it. */
export function* markedLines({ signatures }: CompiledPack, each: number, random: Random): Iterable<Marked> {
  for (const { signature, runbook, heads } of signatures) {
    // The noise registry's wordings lead to no runbook.
    if (!runbook) continue;
    for (const { pattern } of heads) {
      for (let round = 0; round < each; round++) {
        const before = pick(BEFORE, random);
        const { text, gold } = print(pattern, before, random);
        yield { text: `${text}${pick(AFTER, random)}\n`, gold, signature: `${runbook.id} ${signature.id}` };
      }
    }
  }
}

function print({ tokens }: Pattern, before: string, random: Random): { text: string; gold: Span[] } {
  const gold: Span[] = [];
  let text = before;
  for (const token of tokens) {
    const from = text.length;
    text += token.kind === 'literal' ? token.text : pick(FILLS[token.type] ?? ['x'], random);
    if (token.kind === 'literal') gold.push({ from, to: text.length });
  }
  return { text, gold };
}

/** Whether the literals of the signature are marked exactly where they were printed. */
export function isMarkedRight(pack: CompiledPack, { text, gold, signature }: Marked): boolean {
  const hit = judge(pack, text).hits.find(
    ({ compiled }) => `${compiled.runbook?.id} ${compiled.signature.id}` === signature,
  );
  return (
    hit !== undefined &&
    gold.every(({ from, to }) => hit.literals.some((own) => own.from === from && own.to === to))
  );
}
