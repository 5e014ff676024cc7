import { type Frame, type Goroutine, type Stack, frameKeys } from '../../stack/index.ts';
import type { Span } from '../../text/index.ts';
import { type CompiledPack, type CompiledSignature, ownerOf } from '../compile.ts';
import type { Hit } from '../hits.ts';
import { SIMILAR_AT_BEST } from '../similar.ts';
import type { StackPlace } from '../source-stacks.ts';
import { type Alignment, type FrameKeys, alignExactly, alignLoosely } from './align.ts';
import type { StackKey, StackPattern } from './stack-pattern.ts';

/** Looks for the stacks of signatures in those of a paste. */
export interface StackFinder {
  /** What stands in a stack that has ended, each signature once. */
  push(stack: Stack, lines: StackPlace['lines']): readonly Hit[];
  /** What is similar to a stack of a signature and not it, at most one for each runbook. */
  similar(): readonly Hit[];
}

/** A dump that is longer repeats what it says. */
const MAX_GOROUTINES = 1_000;

/** Go itself prints 100 frames of a goroutine. */
const MAX_FRAMES = 200;

/** So many patterns are tried on one goroutine. */
const MAX_TRIED = 64;

/** So much of a stack has to be there, by weight. A guess: half of two keys is one, which is no stack. */
const MIN_SHARE = 0.6;

/** What a key says, by whose code it is; where any function will do it says half. */
const OWNER_WEIGHT = { program: 1, library: 0.3, runtime: 0.1 } as const;
const ANY_WEIGHT = 0.5;

/** A stack of a signature, with what its keys weigh. */
interface Known {
  readonly compiled: CompiledSignature;
  readonly pattern: StackPattern;
  readonly weightOf: (key: StackKey) => number;
  readonly total: number;
}

/** By the key that tells most of each. */
type StackIndex = ReadonlyMap<string, readonly Known[]>;

const prepared = new WeakMap<CompiledPack, StackIndex>();

/** A finder for one paste. What a pack needs for it is prepared once. */
export function createStackFinder(pack: CompiledPack): StackFinder {
  const index = prepared.get(pack) ?? createIndex(pack);
  prepared.set(pack, index);
  const near = new Map<string, Hit>();

  const keepNear = (hit: Hit): void => {
    const id = ownerOf(hit.compiled);
    if ((near.get(id)?.similarity ?? 0) < (hit.similarity ?? 0)) near.set(id, hit);
  };

  return {
    push(stack, lines) {
      if (index.size === 0) return NONE;
      const found = new Map<CompiledSignature, Hit>();
      for (const goroutine of stack.goroutines.slice(0, MAX_GOROUTINES)) {
        const frames = foldedFrames(goroutine);
        const keys = frames.map((frame) => frame.keys);
        for (const known of candidates(index, keys)) {
          if (found.has(known.compiled)) continue;
          const exact = alignExactly(known.pattern.keys, keys);
          const places = exact ?? alignLoosely(known.pattern.keys, keys, known.weightOf);
          const hit = toHit(known, places, frames, lines, stack);
          if (exact && hit) found.set(known.compiled, hit);
          else if (hit && known.compiled.runbook && (hit.similarity ?? 0) >= MIN_SHARE * SIMILAR_AT_BEST)
            keepNear(hit);
        }
      }
      return found.size === 0 ? NONE : [...found.values()];
    },
    similar: () => [...near.values()],
  };
}

const NONE: readonly Hit[] = [];

function createIndex({ signatures }: CompiledPack): StackIndex {
  const all = signatures
    .flatMap((compiled) => compiled.stacks.map((pattern) => ({ compiled, pattern })))
    .sort((a, b) => (nameOf(a.compiled) < nameOf(b.compiled) ? -1 : 1));
  const counts = new Map<string, number>();
  for (const { pattern } of all)
    for (const key of new Set(pattern.keys.map((one) => one.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const weightOf = ({ key, owner, any }: StackKey): number =>
    (1 + Math.log(all.length / (counts.get(key) ?? 1))) * OWNER_WEIGHT[owner] * (any ? ANY_WEIGHT : 1);

  const index = new Map<string, Known[]>();
  for (const { compiled, pattern } of all) {
    const total = pattern.keys.reduce((sum, key) => sum + weightOf(key), 0);
    const rarest = pattern.keys.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a));
    const known = { compiled, pattern, weightOf, total };
    const own = index.get(rarest.key);
    if (own) own.push(known);
    else index.set(rarest.key, [known]);
  }
  return index;
}

const nameOf = (compiled: CompiledSignature): string => `${ownerOf(compiled)} ${compiled.signature.id}`;

interface FoldedFrame {
  readonly keys: FrameKeys;
  readonly span: Span;
}

/** The calls and what started them, a function and its closures that call each other once. */
function foldedFrames({ frames, createdBy }: Goroutine): FoldedFrame[] {
  const folded: FoldedFrame[] = [];
  const add = ({ symbol, span }: Pick<Frame, 'symbol' | 'span'>): void => {
    const keys = frameKeys(symbol);
    if (folded.at(-1)?.keys[0] !== keys[0]) folded.push({ keys, span });
  };
  frames.slice(0, MAX_FRAMES).forEach(add);
  if (createdBy) add(createdBy);
  return folded;
}

function candidates(index: StackIndex, frames: readonly FrameKeys[]): Iterable<Known> {
  const found = new Set<Known>();
  for (const key of frames.flat()) {
    for (const known of index.get(key) ?? []) {
      if (found.size >= MAX_TRIED) return found;
      found.add(known);
    }
  }
  return found;
}

/** The line is that of the first call that fits; the pieces are the calls, and the span runs over all of them. */
function toHit(
  { compiled, pattern, weightOf, total }: Known,
  places: Alignment,
  frames: readonly FoldedFrame[],
  lines: StackPlace['lines'],
  { reason }: Stack,
): Hit | undefined {
  const fitting = places.flatMap((at, row) => {
    const [key, frame] = [pattern.keys[row], at === undefined ? undefined : frames[at]];
    return key && frame ? [{ key, ...callOf(frame.span, lines) }] : [];
  });
  const [first] = fitting;
  if (!first) return undefined;
  const weight = fitting.reduce((sum, { key }) => sum + weightOf(key), 0);
  const isExact = fitting.length === pattern.keys.length && alignedAsWritten(pattern, places);
  const dies = reason?.kind === 'panic' || reason?.kind === 'fatal';
  const level = dies ? 'fatal' : compiled.signature.level;
  return {
    compiled,
    line: first.number,
    span: { from: first.span.from, to: Math.max(...fitting.map(({ span }) => span.to)) },
    literals: fitting.map(({ span }) => span),
    specificity: fitting.reduce((sum, { key }) => sum + key.key.length, 0),
    captures: [],
    stack: pattern,
    tailMissing: false,
    versions: [],
    ...(level ? { level } : {}),
    ...(isExact ? {} : { similarity: SIMILAR_AT_BEST * Math.min(1, weight / total) }),
  };
}

/** Neighbours of the pattern are neighbours in the stack. */
const alignedAsWritten = ({ keys }: StackPattern, places: Alignment): boolean =>
  keys.every(({ afterGap }, row) => row === 0 || afterGap || places[row] === (places[row - 1] ?? -2) + 1);

/** The line of a frame on which its function stands. */
function callOf(span: Span, lines: StackPlace['lines']): { readonly number: number; readonly span: Span } {
  const line = lineAt(lines, span.from) ?? lines[0];
  if (!line) return { number: 1, span };
  return {
    number: line.number,
    span: { from: span.from, to: Math.max(span.from, Math.min(span.to, line.to)) },
  };
}

/** The last line that begins at the place or before it. */
function lineAt(lines: StackPlace['lines'], at: number): StackPlace['lines'][number] | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
