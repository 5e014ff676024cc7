import { type CompiledHead, type CompiledSignature, ownerOf } from '../compile.ts';
import { COMMON } from './common-words.ts';
import { type Word, wordsOf } from './words.ts';

/** How much of a wording a text has. */
export interface NearWording {
  readonly compiled: CompiledSignature;
  readonly head: CompiledHead;
  /** From 0 to 1: the weight of its words and pairs of words that are there. */
  readonly share: number;
  /** The weight of what is there: little of a long wording says more than all of a short one. */
  readonly weight: number;
  /** The words that are there, by their place among those that were asked about. */
  readonly words: readonly number[];
}

const COMMON_WEIGHT = 0.3;
const PAIR_WEIGHT = 1.5;
const WORD_WEIGHT = 0.7;

/** The words of a wording and its pairs of neighbours, each with what it says. */
type Features = ReadonlyMap<string, number>;

interface Target {
  readonly compiled: CompiledSignature;
  readonly head: CompiledHead;
  readonly features: Features;
  readonly total: number;
}

/** Less than this is no wording of its own, but a few words of anybody. */
const MIN_TOTAL = 7;

/**
 * What a text has of the wordings of causes and consequences, best first: shares of their words and of pairs of
 * neighbouring words, each weighed by how few wordings have it. Costs one look per word and wording that has it.
 */
export function createNearIndex(
  signatures: readonly CompiledSignature[],
): (words: readonly Word[]) => readonly NearWording[] {
  const sources = signatures
    .filter(({ signature: { role } }) => role === 'cause' || role === 'consequence')
    .flatMap((compiled) => compiled.heads.map((head) => ({ compiled, head, names: namesOf(head) })));
  const holders = new Map<string, Set<string>>();
  for (const { compiled, names } of sources) {
    for (const name of names) {
      const own = holders.get(name) ?? new Set<string>();
      holders.set(name, own.add(ownerOf(compiled)));
    }
  }
  const runbooks = new Set(sources.map(({ compiled }) => ownerOf(compiled))).size;
  const weightOf = (name: string): number => {
    const rarity = Math.log2(1 + runbooks / (holders.get(name)?.size ?? 1)) / Math.log2(1 + runbooks);
    const words = name.split(' ');
    const said = words.reduce((sum, word) => sum + (COMMON.has(word) ? COMMON_WEIGHT : 1), 0) / words.length;
    return rarity * said * (words.length > 1 ? PAIR_WEIGHT : WORD_WEIGHT);
  };
  const targets: Target[] = sources
    .map(({ compiled, head, names }) => {
      const features = new Map([...names].map((name) => [name, weightOf(name)]));
      const total = [...features.values()].reduce((sum, weight) => sum + weight, 0);
      return { compiled, head, features, total };
    })
    .filter(({ total }) => total >= MIN_TOTAL);
  const byFeature = new Map<string, Target[]>();
  for (const target of targets) {
    for (const name of target.features.keys()) {
      const own = byFeature.get(name);
      if (own) own.push(target);
      else byFeature.set(name, [target]);
    }
  }

  return (words) => {
    const found = new Map<Target, { names: Set<string>; words: Set<number>; weight: number }>();
    const count = (name: string, ...places: number[]): void => {
      for (const target of byFeature.get(name) ?? []) {
        const entry = found.get(target) ?? { names: new Set(), words: new Set(), weight: 0 };
        found.set(target, entry);
        if (!entry.names.has(name)) {
          entry.names.add(name);
          entry.weight += target.features.get(name) ?? 0;
        }
        if (places.length > 1) places.forEach((place) => entry.words.add(place));
      }
    };
    words.forEach(({ word }, index) => {
      count(word, index);
      const next = words[index + 1];
      if (next) count(`${word} ${next.word}`, index, index + 1);
    });
    return [...found]
      .filter(([{ head }, { names, words: held }]) => held.size > 0 && isApart(head, names))
      .map(([{ compiled, head, total }, entry]) => ({
        compiled,
        head,
        share: entry.weight / total,
        weight: entry.weight,
        words: [...entry.words].sort((a, b) => a - b),
      }))
      .sort((a, b) => b.share * b.weight - a.share * a.weight || (idOf(a) < idOf(b) ? -1 : 1));
  };
}

/** Whether a text with these words is no near miss of the wording. */
const isApart = ({ apart }: CompiledHead, names: ReadonlySet<string>): boolean =>
  apart.every((list) => list.split(' ').some((word) => names.has(word)));

const idOf = ({ compiled, head }: NearWording): string =>
  `${ownerOf(compiled)} ${compiled.signature.id} ${head.pattern.source}`;

/** The words of a wording's literals, and pairs of words that no hole parts. */
function namesOf({ pattern }: CompiledHead): Set<string> {
  const names = new Set<string>();
  for (const token of pattern.tokens) {
    if (token.kind !== 'literal') continue;
    const words = wordsOf(token.text);
    words.forEach(({ word }, index) => {
      names.add(word);
      const next = words[index + 1];
      if (next) names.add(`${word} ${next.word}`);
    });
  }
  return names;
}
