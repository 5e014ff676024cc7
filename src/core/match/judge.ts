import {
  type VersionHint,
  type VersionMark,
  inferVersions,
  isApiServiceHeader,
  readApiServiceRow,
} from '../kube/index.ts';
import { type LogHeader, readHeader } from '../log/index.ts';
import { isSessionLine, readCommandLine } from '../shell/index.ts';
import { type Stack, createStackReader } from '../stack/index.ts';
import { type Line, type Span, createLineSplitter } from '../text/index.ts';
import type { CompiledPack } from './compile.ts';
import { type Fact, apiServiceFact, healthCheckFacts, processFact } from './facts.ts';
import { type Hit, factHits, findHits } from './hits.ts';
import type { Verdict } from './pack.ts';
import { type Match, rank, weigh } from './rank.ts';

/** What a line was read as. */
export type LineKind = 'klog' | 'go-stack' | 'apiservice' | 'process' | 'session' | 'blank' | 'plain';

/** A line with what it means. Its span ends behind the terminator: the spans of all lines joined give the paste. */
export interface JudgedLine extends Span {
  readonly number: number;
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

export interface Judgement {
  readonly detected: readonly Detected[];
  readonly lines: readonly JudgedLine[];
  /** Everything that any signature found, also what draws nobody to its runbook. */
  readonly hits: readonly Hit[];
  readonly matches: readonly Match[];
  readonly versions?: VersionHint;
  readonly stacks: readonly Stack[];
  readonly length: number;
}

export interface Judge {
  /** Reads on. The result does not depend on where the chunks were cut. */
  push(chunk: string): void;
  end(): Judgement;
}

interface Reading {
  readonly line: Line;
  readonly kind: LineKind;
  readonly hits: readonly Hit[];
  readonly header?: LogHeader;
}

/** Reads a paste line by line and judges each. Pure: the same pack and bytes give the same judgement. */
export function createJudge(pack: CompiledPack): Judge {
  const splitter = createLineSplitter();
  const stackReader = createStackReader();
  const stacks: Stack[] = [];
  const marks: VersionMark[] = [];
  const hits: Hit[] = [];
  const judged: JudgedLine[] = [];
  /** The record that lines without a header belong to. */
  let record: { hit?: Hit; verdict: Verdict } | undefined;

  const keepStack = (stack: Stack | undefined): void => {
    if (!stack) return;
    stacks.push(stack);
    marks.push(...stackMarks(stack));
  };

  const readLine = (line: Line): void => {
    const header = readHeader(line.text);
    const { taken, ended } = stackReader.push(line);
    keepStack(ended);
    const reading = read(pack, line, header, taken);
    hits.push(...reading.hits);
    if (header) marks.push(headerMark(line, header));
    const { verdict, hit } = decide(reading, record);
    if (reading.kind === 'klog') record = { verdict, ...(hit ? { hit } : {}) };
    else if (reading.kind !== 'go-stack' && reading.kind !== 'plain') record = undefined;
    const { number, from, end } = line;
    judged.push({ number, from, to: end, kind: reading.kind, verdict, ...(hit ? { hit } : {}) });
  };

  return {
    push(chunk) {
      for (const line of splitter.push(chunk)) readLine(line);
    },
    end() {
      for (const line of splitter.end()) readLine(line);
      keepStack(stackReader.end());
      const versions = inferVersions(marks);
      return {
        detected: countKinds(judged),
        lines: judged,
        hits,
        matches: rank(hits, versions),
        ...(versions ? { versions } : {}),
        stacks,
        length: judged.at(-1)?.to ?? 0,
      };
    },
  };
}

/** Judges a paste that is there at once. */
export function judge(pack: CompiledPack, text: string): Judgement {
  const reader = createJudge(pack);
  reader.push(text);
  return reader.end();
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
    } else if (isSessionLine(line.text)) kind = 'session';
  }
  const all = [...hits, ...facts.flatMap((fact) => factHits(pack, fact, line, level))];
  return { line, kind, hits: all, ...(header ? { header } : {}) };
}

/** The strongest hit of the line decides; without one, the record that it continues, then what it was read as. */
function decide(
  { kind, hits, header }: Reading,
  record: { hit?: Hit; verdict: Verdict } | undefined,
): { verdict: Verdict; hit?: Hit } {
  const best = strongest(hits);
  if (best) return { verdict: best.compiled.signature.role, hit: best };
  if (header) {
    return { verdict: header.severity === 'info' || header.severity === 'debug' ? 'info' : 'unknown' };
  }
  if (record && (kind === 'go-stack' || kind === 'plain')) return record;
  return { verdict: kind === 'plain' || kind === 'go-stack' ? 'unknown' : 'info' };
}

const strongest = (hits: readonly Hit[]): Hit | undefined =>
  hits.length === 0 ? undefined : hits.reduce((a, b) => (weigh(b) > weigh(a) ? b : a));

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

function countKinds(lines: readonly JudgedLine[]): Detected[] {
  const counts = new Map<Detected['kind'], number>();
  for (const { kind } of lines) {
    if (kind !== 'blank') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, lines: count })).sort((a, b) => b.lines - a.lines);
}
