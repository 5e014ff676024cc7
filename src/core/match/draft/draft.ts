import { type Severity, decodePart } from '../../log/index.ts';
import { readMappedGoString } from '../../text/index.ts';
import { type CompiledPack, ownerOf } from '../compile.ts';
import { compileOne } from '../compile-one.ts';
import { findPattern } from '../find-pattern.ts';
import { type PatternProblem, lintPattern } from '../lint-pattern.ts';
import type { Hit } from '../hits.ts';
import { judge } from '../judge.ts';
import { isPatternError, parsePattern } from '../pattern.ts';
import { rarityOf } from '../rarity.ts';
import { type ChosenLine, chooseLine } from './choose-line.ts';
import { endingAt } from './ending.ts';
import { nearMiss, otherValues } from './samples.ts';
import { toPattern } from './to-pattern.ts';
import { type Piece, splitVariables } from './variables.ts';

/** A signature that could be written for a paste, with what an author has to know of it. */
export interface Draft {
  /** The line that it was drafted from, and its number. */
  readonly line: string;
  readonly number: number;
  readonly id: string;
  readonly level?: Severity;
  readonly head: string;
  readonly tail?: { readonly id: string; readonly pattern: string };
  /** The literal by which it is found, and how rare it is, in bits. */
  readonly anchor: { readonly text: string; readonly rarity: number };
  /** Lines that it must match: the pasted one, and the same with other values. */
  readonly hit: readonly string[];
  /** A line that is like it and that it must not match. */
  readonly miss: string;
  readonly problems: readonly PatternProblem[];
  readonly conflicts: readonly Conflict[];
}

/** Where the draft meets a runbook that is there already. */
export interface Conflict {
  /** `known`: a signature has this line already; `takes`: the draft takes this sample of the runbook. */
  readonly kind: 'known' | 'takes';
  readonly runbook: string;
  readonly slug: string;
  /** The signature, or the sample. */
  readonly name: string;
}

/** A sample of a runbook that is there already. */
export interface KnownSample {
  readonly runbook: string;
  readonly slug: string;
  readonly name: string;
  readonly text: string;
}

export interface DraftOptions {
  /** Draft from this line, 1-based; else from the worst that is not known. */
  readonly line?: number;
  readonly samples?: readonly KnownSample[];
}

/** Turns a paste into the proposal of a signature; `undefined` if no line of it has words of its own. */
export function draftSignature(
  pack: CompiledPack,
  text: string,
  { line: number, samples = [] }: DraftOptions = {},
): Draft | undefined {
  const chosen = chooseLine(pack, text, number);
  if (!chosen) return undefined;
  const message = readMessage(chosen);
  const headPattern = toPattern(message.head);
  const parsed = parsePattern(headPattern.source);
  if (headPattern.source === '' || isPatternError(parsed)) return undefined;
  const tailPattern = message.tail && toPattern(message.tail);
  const hasTail = tailPattern !== undefined && tailPattern.source.trim() !== '';
  const rarest = parsed.anchor.text;
  const name = slugOf(rarest);
  const draft = {
    line: chosen.text,
    number: chosen.judged.number,
    id: `sig-${name}`,
    ...(chosen.header?.severity && chosen.header.severity !== 'trace'
      ? { level: chosen.header.severity }
      : {}),
    head: headPattern.source,
    ...(hasTail ? { tail: { id: `t-${slugOf(tailPattern.source)}`, pattern: tailPattern.source } } : {}),
    anchor: { text: rarest, rarity: rarityOf(rarest) },
    hit: [chosen.text, otherValues(chosen.text, [...message.head, ...(message.tail ?? [])])],
    miss: nearMiss(chosen.text, rarest),
  };
  const problems = [
    ...lintPattern(draft.head, 'head'),
    ...(draft.tail ? lintPattern(draft.tail.pattern, 'tail') : []),
  ];
  return { ...draft, problems, conflicts: conflictsOf(pack, draft, samples) };
}

/** The message as the matcher will see it, in pieces: behind the header, decoded where it was quoted, with its error. */
function readMessage({ text, header }: ChosenLine): Message {
  if (!header) return split(unescaped(text.trim()));
  const { span, encoding } = header.message;
  if (encoding === 'plain') return split(unescaped(text.slice(span.from).trimEnd()));
  const message = decodePart(text, header.message).text;
  const error = header.fields.find(({ key }) => key === 'error' || key === 'err');
  if (!error || error.value.span.from < span.to) return split(message);
  // "msg":"…", whatever stands between, "error":"…"
  const { head, tail } = split(decodePart(text, error.value).text);
  const key = text.lastIndexOf(error.key, error.value.span.from) - 1;
  const between: Piece[] = [
    { kind: 'literal', text: text.slice(span.to, span.to + 1) },
    { kind: 'hole', type: '*', text: text.slice(span.to + 1, key) },
    { kind: 'literal', text: text.slice(key, error.value.span.from) },
  ];
  const near =
    key - span.to < 3
      ? [{ kind: 'literal' as const, text: text.slice(span.to, error.value.span.from) }]
      : between;
  return { head: [...splitVariables(message), ...near, ...head], ...(tail ? { tail } : {}) };
}

interface Message {
  readonly head: readonly Piece[];
  readonly tail?: readonly Piece[];
}

/** `err="Get \\"https://…\\": EOF"`: the matcher looks behind escapes as well. */
const unescaped = (text: string): string =>
  text.includes('\\') ? readMappedGoString(text, { from: 0, to: text.length }).text : text;

const literalsOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'literal' ? [piece.text] : []));

/** What an error ends in picks the branch: the innermost error is the tail, unless nothing is left for the head. */
function split(message: string): Message {
  const at = endingAt(message);
  const whole = { head: splitVariables(message) };
  if (at <= 0) return whole;
  const head = splitVariables(message.slice(0, at));
  const tail = splitVariables(message.slice(at));
  const worth = literalsOf(tail).some((text) => /[a-z]{3}/i.test(text));
  return worth && lintPattern(toPattern(head).source, 'head').length === 0 ? { head, tail } : whole;
}

const MAX_SLUG_WORDS = 4;

/** `Unable to perform initial IP allocation` becomes `unable-perform-initial-ip`. */
function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/<[^>]*>/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !['to', 'the', 'of', 'is', 'for'].includes(word));
  return words.slice(0, MAX_SLUG_WORDS).join('-') || 'drafted';
}

function conflictsOf(
  pack: CompiledPack,
  draft: Pick<Draft, 'line' | 'head'>,
  samples: readonly KnownSample[],
): Conflict[] {
  const known = exactHits(pack, draft.line).map(({ compiled }): Conflict => ({
    kind: 'known',
    runbook: ownerOf(compiled),
    slug: compiled.runbook?.slug ?? '',
    name: compiled.signature.id,
  }));
  const own = compileOne([draft.head]);
  const taken = samples.flatMap(({ text, ...sample }): Conflict[] =>
    exactHits(own, text).length > 0 ? [{ kind: 'takes', ...sample }] : [],
  );
  return [...known, ...taken];
}

/** What is only similar is somebody else's. */
const exactHits = (pack: CompiledPack, text: string): readonly Hit[] =>
  judge(pack, text).hits.filter(({ similarity }) => similarity === undefined);

/** Whether a line has the draft's wording. */
export function hasHead({ head }: Pick<Draft, 'head'>, line: string): boolean {
  const pattern = parsePattern(head);
  return !isPatternError(pattern) && findPattern(pattern, line) !== undefined;
}
