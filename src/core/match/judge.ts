import { type VersionHint, createVersionReader } from '../kube/index.ts';
import {
  type LogHeader,
  type ProgramLine,
  createUnwrapper,
  isWhole,
  readHeader,
  readKlogHeader,
} from '../log/index.ts';
import type { Stack } from '../stack/index.ts';
import { type Line, asciiBytes, createLineSplitter } from '../text/index.ts';
import type { CompiledPack, CompiledSignature } from './compile.ts';
import { createChunkScan } from './chunk-scan.ts';
import { type Hit, findHits, isTelling, keptHit } from './hits.ts';
import type { TellingLine } from './klog-lines.ts';
import { judgeRun } from './klog-run.ts';
import { type JudgedLine, type RecordVerdict, recordVerdict } from './line-verdict.ts';
import { createOpenRecords } from './open-records.ts';
import { type Judged, linesOf } from './quiet-lines.ts';
import { type Match, rank } from './rank.ts';
import { type LineKind, readLine, wordHits } from './read-line.ts';
import { createSourceStacks } from './source-stacks.ts';
import { createStackFinder } from './stacks/find-stacks.ts';
import { secondLook } from './second/second-chance.ts';
import { headerMark, stackMarks } from './version-marks.ts';
import { type OpenRecord, createWaitingLines } from './waiting-lines.ts';

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
  /** Where nothing matched: the wordings of which most is there, not enough to be called similar. */
  readonly nearest: readonly Hit[];
  readonly versions?: VersionHint;
}

export interface Judgement extends Summary {
  readonly lines: readonly JudgedLine[];
}

export interface Judge {
  /**
   * Reads on, and gives the lines that this chunk completes. They do not depend on where the chunks were cut; how many
   * quiet ones come as one does. Whoever has the bytes that the chunk was decoded from gives them as well: they are read
   * faster.
   */
  push(chunk: string, bytes?: Uint8Array): Judged[];
  /** What the paste means as far as it has been read. */
  soFar(): Summary;
  /** The last lines, and the summary. */
  end(): Judgement;
}

/** A back-off loop repeats its line for hours: so many hits of one signature say all that it has to say. */
const MAX_HITS = 100;

/**
 * Reads a paste line by line and judges each; lines of one record are judged together, those of each pod for
 * themselves. Pure: the same pack and bytes give the same judgement. What it keeps is bounded by the number of
 * signatures, not by the paste.
 */
export function createJudge(pack: CompiledPack): Judge {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const stacks = createSourceStacks();
  const versions = createVersionReader();
  const scan = createChunkScan(pack, versions);
  const waiting = createWaitingLines();
  const second = secondLook(pack)();
  const known = createStackFinder(pack);
  const hits = new Map<CompiledSignature, Hit[]>();
  const kinds = new Map<Detected['kind'], number>();
  /** How much of the paste has come. */
  let length = 0;
  const records = createOpenRecords();

  const keep = (hit: Hit): void => {
    const own = hits.get(hit.compiled);
    if (!own) hits.set(hit.compiled, [keptHit(hit)]);
    else if (own.length < MAX_HITS) own.push(keptHit(hit));
  };

  const mark = (stack: Stack): void => {
    stackMarks(stack).forEach(versions.push);
    const { source, lines } = stacks.placeOf(stack);
    const found = known.push(stack, lines).map((hit) => placed(hit, waiting.numberAt));
    found.forEach(keep);
    const record = records.get(source);
    if (!record) return;
    // Lines of another message may have come between those of the stack.
    const own = found.filter(({ literals }) => record.from <= (literals.at(-1)?.from ?? 0));
    if (own.length > 0) record.verdict = recordVerdict(record.verdict, { hits: own });
  };

  const pushMark = (line: Line, header: LogHeader): void => {
    const place = headerMark(line, header, versions.knows);
    if (place) versions.push(place);
  };

  const judgeLine = (line: ProgramLine): void => {
    const header = line.header ?? readHeader(line.text);
    const { stack, ended } = stacks.push(line);
    ended.forEach(mark);
    if (header) pushMark(line, header);
    const reading = readLine(pack, line, header, stack, scan.anchors(line));
    const { kind } = reading;
    const printed =
      line.physical > 1 ? reading.hits.map((hit) => placed(hit, waiting.numberAt)) : reading.hits;
    const loose = second.push(line, kind, header, printed);
    const found = loose.length > 0 ? [...printed, ...loose] : printed;
    found.forEach(keep);

    const before = records.get(line.source);
    const inStack = kind === 'go-stack' || kind === 'stack';
    const continues = before && (inStack || (kind === 'plain' && !before.whole));
    let record: OpenRecord | undefined;
    if (continues) {
      record = before;
      record.verdict = recordVerdict(record.verdict, { hits: found });
    } else {
      if (!header) records.close(line.source);
      if (header || inStack || line.physical > 1) {
        record = {
          verdict: recordVerdict(undefined, { hits: found, header }),
          from: line.from,
          open: header !== undefined || inStack,
          whole: header ? isWhole(header) : inStack,
        };
        if (record.open) records.open(line.source, record);
      }
    }
    waiting.tell(line, kind, found, record);
  };

  const count = (lines: JudgedLine[]): JudgedLine[] => {
    for (const { kind } of lines) if (kind !== 'blank') kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return lines;
  };

  const readPhysical = (line: Line): JudgedLine[] => {
    if (line.continued) {
      const found = wordHits(pack, line, undefined, scan.anchors(line));
      found.forEach(keep);
      waiting.extend(line, found);
    } else {
      waiting.add(line);
      for (const one of unwrapper.push(line, scan.klogHeader(line))) judgeLine(one);
    }
    return count(waiting.take());
  };

  /** Whether a whole line of klog that comes now is judged for itself, whatever stands in front of it. */
  const isIdle = (): boolean => unwrapper.isIdle() && stacks.isIdle();

  /** Where the next line starts of which it is not known whether it is a whole one of klog. */
  let lookedTo = 0;

  /** The whole lines of klog that come next in the chunk, judged with no more than is to be known of them. */
  const passKlog = (chunk: string): readonly Judged[] => {
    const start = splitter.start();
    if (start === undefined || start < lookedTo || !isIdle()) return NO_LINES;
    const run = scan.klogLines(start);
    if (!run) return NO_LINES;
    lookedTo = run.to + 1;
    const last = run.ends.at(-1);
    if (last === undefined || !waiting.waitsFor(records.get(run.source))) return NO_LINES;
    // The header of the first one ends the record in front of it.
    records.close(run.source);
    second.clear();
    const judged: Judged[] = count(waiting.take());
    const number = splitter.pass(run.ends.length, last);
    const place = { start, chunkStart: length - chunk.length, number };
    for (const line of judgeRun(chunk, run, place, judgeTelling)) judged.push(line);
    unwrapper.pass(run.longest);
    kinds.set('klog', (kinds.get('klog') ?? 0) + run.ends.length);
    return judged;
  };

  const judgeTelling = (line: Line, telling: TellingLine): RecordVerdict => {
    const header = telling.mayBeMark ? readKlogHeader(line.text) : undefined;
    if (header) pushMark(line, header);
    const printed = findHits(pack, line, telling.severity, telling);
    const hits = [...printed, ...second.push(line, 'klog', telling, printed)];
    hits.forEach(keep);
    return recordVerdict(undefined, { hits, header: telling });
  };

  const readChunk = (chunk: string): Judged[] => {
    const judged: Judged[] = [];
    const give = (lines: readonly Judged[]): void => {
      for (const line of lines) judged.push(line);
    };
    splitter.enter(chunk);
    lookedTo = 0;
    for (;;) {
      give(passKlog(chunk));
      const line = splitter.next();
      if (!line) return judged;
      give(readPhysical(line));
    }
  };

  const summary = (): Summary => {
    const hint = versions.end();
    const all = [...hits.values()].flat();
    const similar = all.some(isTelling) ? [] : [...second.similar(), ...known.similar()];
    const matches = rank([...all, ...similar], hint);
    return {
      detected: [...kinds].map(([kind, lines]) => ({ kind, lines })).sort((a, b) => b.lines - a.lines),
      hits: all,
      matches,
      nearest: matches.length > 0 ? [] : second.nearest(),
      ...(hint ? { versions: hint } : {}),
    };
  };

  return {
    push(chunk, bytes) {
      scan.enter(chunk, length, bytes && asciiBytes(chunk, bytes));
      length += chunk.length;
      return readChunk(chunk);
    },
    soFar: summary,
    end() {
      const lines = splitter.end().flatMap(readPhysical);
      unwrapper.end().forEach(judgeLine);
      stacks.end().forEach(mark);
      lines.push(...count(waiting.end()));
      return { lines, ...summary() };
    },
  };
}

const NO_LINES: readonly Judged[] = [];

/** Judges a paste that is there at once. */
export function judge(pack: CompiledPack, text: string): Judgement {
  const reader = createJudge(pack);
  const lines = reader.push(text);
  const end = reader.end();
  return { ...end, lines: [...linesOf(lines), ...end.lines] };
}

/** A hit in a line that was joined is one of the line of the paste in which it stands. */
const placed = (hit: Hit, numberAt: (at: number) => number | undefined): Hit => {
  const line = numberAt(hit.span.from) ?? hit.line;
  return line === hit.line ? hit : { ...hit, line };
};
