import { type CompiledPack, type Hit, VERDICTS, judge, ownerOf } from '../core/match/index.ts';
import { ownCopy } from '../core/text/index.ts';
import type { MatchPrinter } from './printers/match-report.ts';

export interface Findings {
  /** A chunk was read, and these are the hits by now. */
  readonly hear: (chunk: string, hits: readonly Hit[]) => void;
}

/** So much of what was read last is kept, to show the line of a hit. */
const RECENT = 1 << 17;

/** A longer line is not read ahead. */
const MAX_AHEAD = 20_000;

/**
 * Tells hits as soon as they are found, each once; what is only similar is told with the answer. A judge waits for the line behind a record, and a quiet log has none for
 * minutes: so the last line of each chunk is also read by itself.
 */
export function createFindings(pack: CompiledPack, printer: Pick<MatchPrinter, 'finding'>): Findings {
  const told = new Set<string>();
  let recent = '';
  /** Where `recent` starts in the input, and how many lines ended before. */
  let from = 0;
  let ended = 0;

  const lineAt = (at: number): string => {
    if (at < from) return '';
    const start = recent.lastIndexOf('\n', at - from - 1) + 1;
    const end = recent.indexOf('\n', at - from);
    return ownCopy(recent.slice(start, end < 0 ? undefined : end).trimEnd());
  };

  const tell = (hits: readonly Hit[]): void => {
    const fresh = hits
      .filter((hit) => hit.similarity === undefined && !told.has(keyOf(hit)))
      .sort((a, b) => a.line - b.line || roleOf(a) - roleOf(b));
    for (const hit of fresh) {
      told.add(keyOf(hit));
      const { runbook } = hit.compiled;
      if (runbook) printer.finding({ hit, runbook, text: lineAt(hit.span.from) });
    }
  };

  const readAhead = (): readonly Hit[] => {
    const end = recent.lastIndexOf('\n');
    const start = recent.lastIndexOf('\n', end - 1) + 1;
    if (end - start > MAX_AHEAD) return [];
    const at = from + start;
    const shift = ({ from: own, to }: Hit['span']): Hit['span'] => ({ from: own + at, to: to + at });
    return judge(pack, recent.slice(start, end)).hits.map((hit) => ({
      ...hit,
      line: ended,
      span: shift(hit.span),
      captures: hit.captures.map((capture) => ({ ...capture, span: shift(capture.span) })),
    }));
  };

  return {
    hear(chunk, hits) {
      recent += chunk;
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) ended++;
      tell(hits);
      if (chunk.includes('\n')) tell(readAhead());
      if (recent.length <= 2 * RECENT) return;
      from += recent.length - RECENT;
      recent = recent.slice(-RECENT);
    },
  };
}

/** Of one line the cause first. */
const roleOf = ({ compiled }: Hit): number => VERDICTS.indexOf(compiled.signature.role);

const keyOf = ({ compiled, line }: Hit): string => `${ownerOf(compiled)} ${compiled.signature.id} ${line}`;
