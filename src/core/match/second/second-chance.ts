import type { LogHeader } from '../../log/index.ts';
import { type Line, type Span, spanIn } from '../../text/index.ts';
import { type CompiledPack, ownerOf } from '../compile.ts';
import { type Hit, isTelling } from '../hits.ts';
import type { LineKind } from '../read-line.ts';
import { SIMILAR_AT_BEST } from '../similar.ts';
import { type LooseFinder, createLooseFinder } from './find-loosely.ts';
import { type NearWording, createNearIndex } from './near-index.ts';
import { MAX_ROW, createRecordPassage } from './record-passage.ts';
import { wordsOf } from './words.ts';

/** What is asked of a line's header. */
type Headed = Pick<LogHeader, 'severity'>;

/** What is made of lines in which no wording stands as it was printed. */
export interface SecondChance {
  /** A line in its order, with what was found in it; gives what stands in it loosely, it and the rows before it. */
  push(line: Line, kind: LineKind, header: Headed | undefined, found: readonly Hit[]): readonly Hit[];
  /** A line has come that says nothing and has a header: what stood before it is over. */
  clear(): void;
  /** What is similar to a wording and not it, at most one for each runbook: nothing where something was found. */
  similar(): readonly Hit[];
  /** The wordings of which most is there, best first, where it is not enough. */
  nearest(): readonly Hit[];
}

/** So many lines get a second look; nobody wraps and retypes more. */
const MAX_LOOSE = 5_000;
const MAX_NEAR = 1_000;

/** So much of a wording has to be there, by weight, and so much weight. Tuned on the samples and half of the pastes. */
const MIN_SHARE = 0.5;
const MIN_WEIGHT = 4;

/** Words of two rows may be those of two sentences: more of them has to be there. */
const MIN_SHARE_OF_ROWS = 0.65;

/** What is told where nothing is known, and no less. */
const MOST_NEAREST = 3;
const MIN_NEAREST = 0.25;

/** The best but one, of another runbook, has to be so much weaker, or both are shown. */
const MARGIN = 0.8;

const prepared = new WeakMap<CompiledPack, () => SecondChance>();

/** Second looks for a pack, which is prepared once. */
export function secondLook(pack: CompiledPack): () => SecondChance {
  const known = prepared.get(pack);
  if (known) return known;
  const made = createSecondLook(pack);
  prepared.set(pack, made);
  return made;
}

function createSecondLook(pack: CompiledPack): () => SecondChance {
  // What the noise registry explains away is gone for the reader, so only its very wording may do that.
  const signatures = pack.signatures.filter(({ runbook }) => runbook !== undefined);
  // Most pastes need neither.
  let looseFinder: LooseFinder | undefined;
  let nearIndex: ReturnType<typeof createNearIndex> | undefined;
  const findLoosely: LooseFinder = (...asked) => (looseFinder ??= createLooseFinder(signatures))(...asked);
  const nearIn: ReturnType<typeof createNearIndex> = (words) =>
    (nearIndex ??= createNearIndex(signatures))(words);

  return () => {
    const passage = createRecordPassage();
    const near = new Map<string, Hit>();
    const nearest = new Map<string, Hit>();
    let loosely = 0;
    let nearly = 0;
    let isFound = false;

    const lookNear = (level: LogHeader['severity'], count: number): void => {
      const rows = passage.rows.slice(-count);
      const row = rows.at(-1);
      if (!row) return;
      const text = rows.map(({ line }) => line.text).join('\n');
      const words = wordsOf(text);
      const all = nearIn(words);
      const [best, ...others] = all.filter((one) => isSimilar(one, count));
      if (!best) {
        for (const one of all.slice(0, MOST_NEAREST)) {
          const id = ownerOf(one.compiled);
          if (one.share < MIN_NEAREST || one.share <= (nearest.get(id)?.similarity ?? 0)) continue;
          nearest.set(id, nearHit(one, one.share, row.line, [], level));
        }
        return;
      }
      const strength = ({ share, weight }: NearWording): number => share * weight;
      const rivals = others.filter((one) => strength(one) >= MARGIN * strength(best));
      for (const one of [best, ...rivals]) {
        const id = ownerOf(one.compiled);
        const similarity = SIMILAR_AT_BEST * Math.min(1, one.share);
        const known = near.get(id);
        if (known && (known.similarity ?? 0) >= similarity) continue;
        const ownFrom = text.length - row.line.text.length;
        const spans = one.words.flatMap((index): Span[] => {
          const word = words[index];
          const hit = word && word.from >= ownFrom ? word : undefined;
          return hit ? [{ from: hit.from - ownFrom, to: hit.to - ownFrom }] : [];
        });
        near.set(id, nearHit(one, similarity, row.line, spans, level));
      }
    };

    return {
      push(line, kind, header, found) {
        const level = header?.severity;
        if (found.some(isTelling)) isFound = true;
        if (!isLookedAt(kind, level) || line.text.length > MAX_ROW) {
          passage.clear();
          return NONE;
        }
        if (header) passage.clear();
        passage.add(line);
        if (found.length > 0 || loosely >= MAX_LOOSE) return NONE;
        loosely++;
        const loose = findLoosely(passage, level);
        if (loose.some(isTelling)) isFound = true;
        if (!isFound && nearly < MAX_NEAR) {
          nearly++;
          lookNear(level, 1);
          if (passage.rows.length > 1) lookNear(level, 2);
        }
        return loose;
      },
      clear: passage.clear,
      similar: () => (isFound ? NONE : [...near.values()]),
      nearest: () =>
        [...nearest.values()]
          .sort((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1))
          .slice(0, MOST_NEAREST),
    };
  };
}

const NONE: readonly Hit[] = [];

const isSimilar = ({ share, weight }: NearWording, rows: number): boolean =>
  share >= (rows > 1 ? MIN_SHARE_OF_ROWS : MIN_SHARE) && weight >= MIN_WEIGHT;

const nameOf = ({ compiled }: Hit): string => `${ownerOf(compiled)} ${compiled.signature.id}`;

/** Lines that complain, or of which it is not known. */
function isLookedAt(kind: LineKind, level: LogHeader['severity']): boolean {
  if (level !== undefined) return level === 'warning' || level === 'error' || level === 'fatal';
  return !UNLOOKED.has(kind);
}

const UNLOOKED: ReadonlySet<LineKind> = new Set([
  'go-stack',
  'stack',
  'wrapper',
  'blank',
  'access-log',
  'apache',
  'nginx',
]);

function nearHit(
  { compiled, head }: NearWording,
  similarity: number,
  line: Line,
  words: readonly Span[],
  level: LogHeader['severity'],
): Hit {
  const literals = words.map((span) => spanIn(line, span));
  const known = level ?? compiled.signature.level;
  return {
    compiled,
    line: line.number,
    span: { from: line.from, to: line.to },
    literals,
    specificity: head.pattern.literals,
    captures: [],
    head: head.pattern,
    tailMissing: false,
    versions: head.versions,
    similarity,
    ...(known ? { level: known } : {}),
  };
}
