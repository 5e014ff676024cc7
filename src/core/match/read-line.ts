import { isApiServiceHeader, readApiServiceRow } from '../kube/index.ts';
import { type LogFormatId, type LogHeader, type ProgramLine, isGap } from '../log/index.ts';
import { isSessionLine, readCommandLine } from '../shell/index.ts';
import {
  type Line,
  type MappedText,
  isBlank,
  isDigit,
  readMappedGoString,
  runEnd,
  spanIn,
  throughMapped,
} from '../text/index.ts';
import type { CompiledPack } from './compile.ts';
import { type Fact, apiServiceFact, healthCheckFacts, namespaceFact, processFact } from './facts.ts';
import { type FoundAnchors, type Hit, factHits, findHits } from './hits.ts';

/**
 * What a line was read as: a log format by its id, a part of a stack, or one of the other things that people paste;
 * `wrapper` is what stands around lines, such as a fence of Markdown.
 */
export type LineKind =
  | LogFormatId
  | 'go-stack'
  | 'stack'
  | 'apiservice'
  | 'process'
  | 'session'
  | 'gap'
  | 'wrapper'
  | 'blank'
  | 'plain';

/** What one line of a program says. */
export interface Reading {
  readonly line: ProgramLine;
  readonly kind: LineKind;
  readonly hits: readonly Hit[];
  readonly header: LogHeader | undefined;
}

/** Longer than the arguments of any process that is looked at; a line of NULs would be as many of them. */
const MAX_COMMAND = 1 << 18;

/** Reads one line: its kind, and which signatures its words and its facts are of. */
export function readLine(
  pack: CompiledPack,
  line: ProgramLine,
  header: LogHeader | undefined,
  stack: 'go-stack' | 'stack' | undefined,
  anchors?: FoundAnchors,
): Reading {
  const level = header?.severity;
  const facts: Fact[] = healthCheckFacts(inItself(line));
  let kind: LineKind = header?.format ?? stack ?? 'plain';
  if (!header && line.text.trim() === '') kind = line.layers.at(-1)?.kind === 'fence' ? 'wrapper' : 'blank';
  if (kind === 'plain') {
    const own = inItself(line);
    const unmarked = withoutMark(own);
    // The mark of a list is no program; what looks like a numbered line may be a row of ps.
    const isListed = unmarked !== own && !isDigit(own.text.trimStart().charCodeAt(0));
    const command = own.text.length <= MAX_COMMAND ? readCommandLine(isListed ? unmarked : own) : undefined;
    const namespace = namespaceFact(unmarked);
    if (readApiServiceRow(own) || isApiServiceHeader(line.text)) {
      kind = 'apiservice';
      const fact = apiServiceFact(own);
      if (fact) facts.push(fact);
    } else if (namespace) facts.push(namespace);
    else if (command) {
      kind = 'process';
      facts.push(processFact(command));
    } else if (isGap(line.text)) kind = 'gap';
    else if (isSessionLine(line.text)) kind = 'session';
  }
  const words = wordHits(pack, line, level, anchors);
  const found = facts.flatMap((fact) => factHits(pack, ledBack(line, fact), line, level));
  return { line, kind, hits: found.length > 0 ? [...words, ...found] : words, header };
}

/** Longer lines are searched as they are printed only. */
const MAX_DECODED = 1 << 16;

/** Wordings as printed, and behind the escapes of a quoted value: `err="Get \"https://…\": dial tcp"`. */
export function wordHits(
  pack: CompiledPack,
  line: Line,
  level: LogHeader['severity'],
  anchors?: FoundAnchors,
): readonly Hit[] {
  const printed = findHits(pack, line, level, anchors);
  if (line.text.length > MAX_DECODED || !line.text.includes('\\')) return printed;
  const decoded = findHits(pack, decodedLine(line), level);
  if (decoded.length === 0) return printed;
  const better = new Map(printed.map((hit) => [hit.compiled, hit]));
  for (const hit of decoded) {
    const known = better.get(hit.compiled);
    if (!known || hit.specificity > known.specificity) better.set(hit.compiled, hit);
  }
  return [...better.values()];
}

function decodedLine(line: Line): Line {
  const decoded = readMappedGoString(line.text, { from: 0, to: line.text.length });
  const inner: MappedText = {
    text: line.text,
    pieces: line.origin ?? [{ at: 0, from: line.from, to: line.from + line.text.length }],
  };
  const { text, pieces } = throughMapped(decoded, inner);
  return { ...line, text, origin: pieces };
}

/** The line with spans of its own text, for readers that know of no wrapper. */
const inItself = (line: ProgramLine): Line =>
  line.origin
    ? { number: line.number, from: 0, to: line.text.length, end: line.text.length, text: line.text }
    : line;

/** A list, a reply or a numbered page marks its lines: `- `, `> `, `12  `. */
function withoutMark(line: Line): Line {
  const start = runEnd(line.text, 0, line.text.length, isBlank);
  let at = runEnd(line.text, start, start + 5, isDigit);
  if (at === start) at = runEnd(line.text, start, start + 4, isMark);
  const from = runEnd(line.text, at, line.text.length, isBlank);
  return at === start || from === at
    ? line
    : { ...line, from: line.from + from, text: line.text.slice(from) };
}

const isMark = (code: number): boolean => '>-*|• '.includes(String.fromCharCode(code));

/** What was read in the line itself, in spans of the paste. */
function ledBack(line: ProgramLine, fact: Fact): Fact {
  if (!line.origin) return fact;
  const captures = fact.captures.map((capture) => ({ ...capture, span: spanIn(line, capture.span) }));
  return { ...fact, span: spanIn(line, fact.span), captures };
}
