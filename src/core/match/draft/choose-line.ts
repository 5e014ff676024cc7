import type { Severity } from '../../log/index.ts';
import { type LogHeader, createUnwrapper, readHeader } from '../../log/index.ts';
import { createLineSplitter } from '../../text/index.ts';
import type { CompiledPack } from '../compile.ts';
import { judge } from '../judge.ts';
import type { JudgedLine } from '../line-verdict.ts';
import { isStock } from '../rarity.ts';

/** A line as its program printed it. */
export interface ChosenLine {
  readonly judged: JudgedLine;
  readonly text: string;
  readonly header: LogHeader | undefined;
}

const WEIGHT: Readonly<Record<Severity, number>> = {
  fatal: 6,
  error: 5,
  warning: 3,
  info: 1,
  debug: 0,
  trace: 0,
};

/** Words of lines that say no severity. */
const BAD = [
  'panic',
  'fatal',
  'error',
  'fail',
  'unable',
  'cannot',
  'refused',
  'denied',
  'timeout',
  'exceeded',
];

/**
 * The line to draft from: that with this number, else the first of the worst lines, one that no signature knows before one
 * that is known. `undefined` if the text has no line with words.
 */
export function chooseLine(pack: CompiledPack, text: string, number?: number): ChosenLine | undefined {
  const read = new Map(readProgramLines(text).map((line) => [line.number, line]));
  let best: { line: ChosenLine; weight: number } | undefined;
  for (const judged of judge(pack, text).lines) {
    if (number !== undefined && judged.number !== number) continue;
    const own = read.get(judged.number);
    if (!own || own.text.trim() === '') continue;
    const line = { judged, text: own.text, header: own.header };
    const weight = weightOf(line) - (judged.hit && judged.hit.similarity === undefined ? 2.5 : 0);
    if (!best || weight > best.weight) best = { line, weight };
  }
  return best?.line;
}

function weightOf({ judged, text, header }: ChosenLine): number {
  if (header?.severity) return WEIGHT[header.severity];
  if (judged.kind === 'blank' || judged.kind === 'gap' || judged.kind === 'wrapper') return -10;
  if (judged.kind === 'go-stack' || judged.kind === 'stack') return -1;
  const lower = text.slice(0, 2_000).toLowerCase();
  const plain = isStock([text]) ? 0.5 : 1;
  return (BAD.some((word) => lower.includes(word)) ? 4 : 1) * plain;
}

/** The first line of the paste that each line of a program stands in, without what is around it. */
function readProgramLines(text: string): { number: number; text: string; header: LogHeader | undefined }[] {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const lines = [...splitter.push(text), ...splitter.end()].filter(({ continued }) => !continued);
  return [...lines.flatMap((line) => unwrapper.push(line)), ...unwrapper.end()].map((line) => ({
    number: line.number,
    text: line.text,
    header: line.header ?? readHeader(line.text),
  }));
}
