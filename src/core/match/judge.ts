import {
  type VersionHint,
  type VersionMark,
  createVersionReader,
  isApiServiceHeader,
  readApiServiceRow,
} from '../kube/index.ts';
import { type LogHeader, readHeader } from '../log/index.ts';
import { isSessionLine, readCommandLine } from '../shell/index.ts';
import { type Stack, createStackReader } from '../stack/index.ts';
import { type Line, type Span, createLineSplitter } from '../text/index.ts';
import type { CompiledPack, CompiledSignature } from './compile.ts';
import { type Fact, apiServiceFact, healthCheckFacts, processFact } from './facts.ts';
import { type Hit, factHits, findHits } from './hits.ts';
import type { Verdict } from './pack.ts';
import { type Match, rank, weigh } from './rank.ts';

/** What a line was read as. */
export type LineKind = 'klog' | 'go-stack' | 'apiservice' | 'process' | 'session' | 'gap' | 'blank' | 'plain';

/** A line with what it means. Its span ends behind the terminator: the spans of all lines joined give the paste. */
export interface JudgedLine extends Span {
  readonly number: number;
  /** Without the terminator. */
  readonly text: string;
  readonly kind: LineKind;
  readonly verdict: Verdict;
  /** The hit that gave the verdict; a continuation line has that of its record. */
  readonly hit?: Hit;
}

/** How much of the paste each reader understood. */
export interface Detected {
  readonly kind: Exclude<LineKind, 'blank'>;
  readonly lines: number;
}

/** What the paste means as a whole. */
export interface Summary {
  readonly detected: readonly Detected[];
  /** What signatures found, also what draws nobody to its runbook; at most {@link MAX_HITS} of each. */
  readonly hits: readonly Hit[];
  readonly matches: readonly Match[];
  readonly versions?: VersionHint;
}

export interface Judgement extends Summary {
  readonly lines: readonly JudgedLine[];
}

export interface Judge {
  /** Reads on, and gives the lines that this chunk completes. They do not depend on where the chunks were cut. */
  push(chunk: string): JudgedLine[];
  /** The last line, if it is open, and the summary. */
  end(): Judgement;
}

/** A back-off loop repeats its line for hours: so many hits of one signature say all that it has to say. */
const MAX_HITS = 100;

interface Reading {
  readonly line: Line;
  readonly kind: LineKind;
  readonly hits: readonly Hit[];
  readonly header?: LogHeader;
}

/** A record goes on for so many lines before what is known of it is told: a dump may run on for thousands. */
const MAX_OPEN = 200;

/**
 * Reads a paste line by line and judges each; lines of one record are judged together. Pure: the same pack and bytes
 * give the same judgement. What it keeps is bounded by the number of signatures, not by the paste.
 */
export function createJudge(pack: CompiledPack): Judge {
  const splitter = createLineSplitter();
  const stackReader = createStackReader();
  const versions = createVersionReader();
  const hits = new Map<CompiledSignature, Hit[]>();
  const kinds = new Map<Detected['kind'], number>();
  /** A log line with the lines that continue it. */
  let open: { readings: Reading[]; verdict: RecordVerdict } | undefined;

  const keep = (hit: Hit): void => {
    const own = hits.get(hit.compiled) ?? [];
    if (own.length < MAX_HITS) own.push(hit);
    hits.set(hit.compiled, own);
  };

  const flush = (): JudgedLine[] => {
    const { readings, verdict } = open ?? { readings: [], verdict: undefined };
    if (open) open.readings = [];
    return readings.map((reading) => toJudged(reading, verdict));
  };

  const close = (): JudgedLine[] => {
    const lines = flush();
    open = undefined;
    return lines;
  };

  const readLine = (line: Line): JudgedLine[] => {
    const header = readHeader(line.text);
    const { taken, ended } = stackReader.push(line);
    if (ended) stackMarks(ended).forEach(versions.push);
    if (header) versions.push(headerMark(line, header));
    const reading = read(pack, line, header, taken);
    const { kind } = reading;
    reading.hits.forEach(keep);
    if (kind !== 'blank') kinds.set(kind, (kinds.get(kind) ?? 0) + 1);

    const continues = open && (kind === 'go-stack' || kind === 'plain');
    const done = continues ? [] : close();
    if (header) open = { readings: [reading], verdict: recordVerdict(undefined, reading) };
    else if (continues && open) {
      open.readings.push(reading);
      open.verdict = recordVerdict(open.verdict, reading);
      if (open.readings.length >= MAX_OPEN) done.push(...flush());
    } else done.push(toJudged(reading, undefined));
    return done;
  };

  return {
    push: (chunk) => splitter.push(chunk).flatMap(readLine),
    end() {
      const lines = [...splitter.end().flatMap(readLine), ...close()];
      const last = stackReader.end();
      if (last) stackMarks(last).forEach(versions.push);
      const hint = versions.end();
      const all = [...hits.values()].flat();
      return {
        lines,
        detected: [...kinds]
          .map(([kind, count]) => ({ kind, lines: count }))
          .sort((a, b) => b.lines - a.lines),
        hits: all,
        matches: rank(all, hint),
        ...(hint ? { versions: hint } : {}),
      };
    },
  };
}

/** Judges a paste that is there at once. */
export function judge(pack: CompiledPack, text: string): Judgement {
  const reader = createJudge(pack);
  const lines = reader.push(text);
  const end = reader.end();
  return { ...end, lines: [...lines, ...end.lines] };
}

function read(pack: CompiledPack, line: Line, header: LogHeader | undefined, inStack: boolean): Reading {
  const level = header?.severity;
  const hits = findHits(pack, line, level);
  const facts: Fact[] = healthCheckFacts(line);
  let kind: LineKind = header ? 'klog' : inStack ? 'go-stack' : 'plain';
  if (line.text.trim() === '') kind = 'blank';
  if (kind === 'plain') {
    const command = readCommandLine(line);
    if (readApiServiceRow(line) || isApiServiceHeader(line.text)) {
      kind = 'apiservice';
      const fact = apiServiceFact(line);
      if (fact) facts.push(fact);
    } else if (command) {
      kind = 'process';
      facts.push(processFact(command));
    } else if (isGap(line.text)) kind = 'gap';
    else if (isSessionLine(line.text)) kind = 'session';
  }
  const all = [...hits, ...facts.flatMap((fact) => factHits(pack, fact, line, level))];
  return { line, kind, hits: all, ...(header ? { header } : {}) };
}

/** Dots where somebody left lines out: what stands behind them continues nothing. */
const isGap = (line: string): boolean => line.startsWith('...') || line.startsWith('…');

/** What a record means: its strongest hit so far, else what its severity says. */
interface RecordVerdict {
  readonly verdict: Verdict;
  readonly hit?: Hit;
}

function recordVerdict(before: RecordVerdict | undefined, { hits, header }: Reading): RecordVerdict {
  const best = strongest(before?.hit ? [before.hit, ...hits] : hits);
  if (best) return { verdict: best.compiled.signature.role, hit: best };
  if (before) return before;
  const quiet = header?.severity === 'info' || header?.severity === 'debug';
  return { verdict: quiet ? 'info' : 'unknown' };
}

/** The strongest hit of the line decides; without one, the record that it belongs to, then what it was read as. */
function toJudged(reading: Reading, record: RecordVerdict | undefined): JudgedLine {
  const { line, kind, hits } = reading;
  const best = strongest(hits);
  const own = best ? { verdict: best.compiled.signature.role, hit: best } : undefined;
  const lonely: Verdict = kind === 'plain' || kind === 'go-stack' ? 'unknown' : 'info';
  const { number, from, end, text } = line;
  return { number, from, to: end, text, kind, ...(own ?? record ?? { verdict: lonely }) };
}

const strongest = (hits: readonly Hit[]): Hit | undefined =>
  hits.length === 0 ? undefined : hits.reduce((a, b) => (outweighs(b, a) ? b : a));

/** Equal hits of one line go by the runbook's id, so that the order of a pack decides nothing. */
function outweighs(a: Hit, b: Hit): boolean {
  const difference = weigh(a) - weigh(b);
  const sameLine = a.line === b.line;
  return difference > 0 || (difference === 0 && sameLine && a.compiled.runbook.id < b.compiled.runbook.id);
}

function headerMark(line: Line, { source, message }: LogHeader): VersionMark {
  return {
    file: source.file,
    line: source.line,
    message: line.text.slice(message.from),
    span: { from: line.from + source.span.from, to: line.from + source.span.to },
  };
}

const stackMarks = (stack: Stack): VersionMark[] =>
  stack.goroutines.flatMap(({ frames }) =>
    frames.flatMap(({ file, line, symbol, span }) =>
      file && line ? [{ file, line, symbol: `${symbol.package}.${symbol.function}`, span }] : [],
    ),
  );
