import type { Severity } from '../../log/index.ts';
import { type Span, spanIn } from '../../text/index.ts';
import type { CompiledSignature } from '../compile.ts';
import { type Capture, type PatternMatch, findPattern } from '../find-pattern.ts';
import { type Hit, isExcepted } from '../hits.ts';
import { type LooseHead, createLooseHeads } from './loose-patterns.ts';
import type { RecordPassage } from './record-passage.ts';

/** Finds wordings in the last lines of a record that blanks, line ends and typography do not hide. */
export type LooseFinder = (passage: RecordPassage, level: Severity | undefined) => readonly Hit[];

/** No value that a log names is longer; without blanks nothing else ends one. */
const MAX_VALUE = 200;

/** Three blanks stand between the columns of a table, and in no sentence. */
const COLUMNS = '   ';

/**
 * Hits that end in the last row of the passage. Words and punctuation are those of the wording, all of them and in their
 * order; only what {@link loosen} takes away may differ. A row end inside of `<*>` counts only in a sentence: rows of a
 * table are none.
 */
export function createLooseFinder(signatures: readonly CompiledSignature[]): LooseFinder {
  const headsIn = createLooseHeads(signatures);
  return (passage, level) => {
    const found = new Map<CompiledSignature, Hit>();
    for (const head of headsIn(passage.text)) {
      const known = found.get(head.compiled);
      if (known && known.specificity >= head.head.pattern.literals) continue;
      const hit = findHead(head, passage, level);
      if (hit) found.set(head.compiled, hit);
    }
    return [...found.values()];
  };
}

function findHead(loose: LooseHead, passage: RecordPassage, level: Severity | undefined): Hit | undefined {
  // A wording that ends in an earlier row was found there.
  let match = findSaid(loose.pattern, passage, 0);
  while (match && match.span.to <= passage.last) match = findSaid(loose.pattern, passage, match.span.to);
  if (!match) return undefined;
  const { to: headEnd } = match.span;
  const tail = loose.tails
    .map((one) => ({ ...one, match: findSaid(one.pattern, passage, headEnd) }))
    .find((one) => one.match);
  const to = tail?.match?.span.to ?? headEnd;
  const row = passage.rows.at(-1);
  if (!row) return undefined;
  const { compiled, head } = loose;
  if (passage.rows.some(({ line }) => isExcepted(compiled, line.text))) return undefined;
  const known = level ?? compiled.signature.level;
  const tailMatch = tail?.match;
  return {
    compiled,
    line: row.line.number,
    span: joined(passage.spansOf(match.span.from, to)),
    literals: [...match.literals, ...(tailMatch?.literals ?? [])].flatMap(({ from, to: end }) =>
      passage.spansOf(from, end),
    ),
    specificity: head.pattern.literals + (tail?.tail.pattern.literals ?? 0),
    captures: [...match.captures, ...(tailMatch?.captures ?? [])].flatMap((capture) =>
      captureOf(capture, passage),
    ),
    head: head.pattern,
    ...(tail && tailMatch
      ? {
          tail: {
            tail: tail.tail.tail,
            pattern: tail.tail.pattern,
            span: joined(passage.spansOf(tailMatch.span.from, tailMatch.span.to)),
          },
        }
      : {}),
    tailMissing: compiled.tails.length > 0 && !tail,
    versions: head.versions,
    ...(known ? { level: known } : {}),
  };
}

/** The first match whose holes hold values, and whose gaps are gaps of a sentence. */
function findSaid(
  pattern: LooseHead['pattern'],
  passage: RecordPassage,
  from: number,
): PatternMatch | undefined {
  const match = findPattern(pattern, passage.text, from);
  if (!match) return undefined;
  const holes = match.literals.slice(1).map(({ from: to }, index): Span => ({
    from: match.literals[index]?.to ?? to,
    to,
  }));
  return holes.every((hole) => hole.to - hole.from <= MAX_VALUE && !crossesColumns(hole, passage))
    ? match
    : undefined;
}

function crossesColumns(hole: Span, { rows }: RecordPassage): boolean {
  const touched = rows.filter(({ at, loose }) => at < hole.to && at + loose.text.length > hole.from);
  return touched.length > 1 && touched.some(({ line }) => line.text.trim().includes(COLUMNS));
}

/** A value that stands as it was printed: in one row, with nothing taken away inside of it or in doubt at its ends. */
function captureOf({ name, span, value }: Capture, { rows }: RecordPassage): Capture[] {
  const row = rows.find(({ at, loose }) => span.from >= at && span.to <= at + loose.text.length);
  const first = row?.loose.at[span.from - row.at];
  const last = row?.loose.at[span.to - row.at - 1];
  if (!row || first === undefined || last === undefined || last - first + 1 !== value.length) return [];
  const { text } = row.line;
  if (isValuePart(text.charAt(first - 1)) || isValuePart(text.charAt(last + 1))) return [];
  return [
    { name, value: text.slice(first, last + 1), span: spanIn(row.line, { from: first, to: last + 1 }) },
  ];
}

const isValuePart = (character: string): boolean => /[A-Za-z0-9-]/.test(character);

const joined = (spans: readonly Span[]): Span => ({ from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0 });
