import {
  type Answer,
  type AnswerLine,
  type AnswerMatch,
  type CompiledPack,
  type Verdict,
  VERDICTS,
  compilePack,
  countOf,
  createJudge,
  linesOf,
  openPack,
  type Judged,
  type JudgedLine,
  type Summary,
  toAnswer,
  toAnswerLine,
} from '../../core/match/index.ts';
import type { Step } from '../../core/runbook/index.ts';
import { type Language, type NoText, noText, ownCopy } from '../../core/text/index.ts';
import { textChunks } from '../../kit/text-chunks.ts';
import type { JobContext } from '../../kit/worker-wire.ts';

/** What the console asks for: a text or a file, judged by a pack. */
export interface TriageInput {
  readonly paste: string | Blob;
  /** The pack as JSON; the worker reads it once. */
  readonly pack: string;
  readonly language: Language;
}

/** A line as it is shown, with its text: a file is never held in the page. */
export interface ShownLine extends AnswerLine {
  readonly number: number;
  readonly text: string;
}

export interface ShownMatch extends AnswerMatch {
  readonly title: string;
  readonly summary: string;
  readonly first: Step | undefined;
}

/** What is known by now. */
export interface TriagePart {
  readonly detected: Answer['detected'];
  readonly versions: Answer['versions'];
  readonly matches: readonly ShownMatch[];
  /** Where nothing matched: what comes nearest. */
  readonly nearest: Answer['nearest'];
  readonly explained: Answer['explained'];
  /** The lines that are kept, since the part before. */
  readonly lines: readonly ShownLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly total: number;
  /** Signatures and runbooks that were tried. */
  readonly checked: { readonly signatures: number; readonly runbooks: number };
  /** The beginning is no text. */
  readonly noText: NoText | undefined;
}

/** Lines beyond this are counted, and only those that say something are kept … */
const MAX_ALL = 10_000;

/** … up to so many … */
const MAX_LINES = 20_000;

/** … and so many characters. */
const MAX_LENGTH = 8_000_000;

/** A longer line is cut for show; its span still says how long it is. */
const MAX_SHOWN = 4_000;

/** A part is told so often, and at once when something is found for the first time. */
const PART_MS = 250;

/** So many lines cross at a time: taking them over must not hold up the page. */
const MAX_AT_ONCE = 200;

/** Judges a paste of any size, telling how far it is. Throws only if the pack is refused, with why. */
export async function triage(
  { paste, pack: json, language }: TriageInput,
  { progress, part }: JobContext<TriagePart>,
): Promise<TriagePart> {
  const pack = open(json);
  const judge = createJudge(pack);
  const kept = createKeeper();
  let content: { readonly noText: NoText | undefined } | undefined;
  let told = performance.now();
  let found = false;

  const partOf = (summary: Summary): TriagePart => {
    const { detected, versions, matches, nearest, explained } = toAnswer({ ...summary, lines: [] }, language);
    return {
      detected,
      versions,
      matches: matches.map((match) => withRunbook(match, pack, language)),
      nearest,
      explained,
      ...kept.take(MAX_AT_ONCE),
      checked: { signatures: pack.signatures.length, runbooks: pack.pack.runbooks.length },
      noText: content?.noText,
    };
  };

  for await (const { chunk, bytes, done, total } of textChunks(paste)) {
    content ??= { noText: noText(chunk) };
    judge.push(chunk, bytes).forEach(kept.add);
    if (done >= total) break;
    const now = performance.now();
    const first: boolean = !found && kept.hasFound();
    if (!first && now - told < PART_MS) continue;
    found ||= first;
    told = now;
    progress(done, total);
    part(partOf(judge.soFar()));
  }
  const end = judge.end();
  end.lines.forEach(kept.add);
  while (kept.waiting() > MAX_AT_ONCE) part(partOf(end));
  return partOf(end);
}

let opened: { json: string; pack: CompiledPack } | undefined;

function open(json: string): CompiledPack {
  if (opened?.json === json) return opened.pack;
  const pack = openPack(json);
  if ('refused' in pack) throw new Error(pack.refused);
  opened = { json, pack: compilePack(pack) };
  return opened.pack;
}

interface Keeper {
  readonly add: (judged: Judged) => void;
  /** Whether a signature that draws somebody to its runbook has been found. */
  readonly hasFound: () => boolean;
  readonly waiting: () => number;
  readonly take: (count: number) => Pick<TriagePart, 'lines' | 'counts' | 'total'>;
}

/** Keeps lines for show, and counts all. Once they are many, only those that say something are kept. */
function createKeeper(): Keeper {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  let lines: ShownLine[] = [];
  let kept = 0;
  let length = 0;
  let total = 0;
  const isFull = (verdict: Verdict): boolean =>
    kept >= (verdict === 'info' ? MAX_ALL : MAX_LINES) || length >= MAX_LENGTH;
  const keep = (line: JudgedLine): void => {
    if (isFull(line.verdict)) return;
    const text = ownCopy(line.text.slice(0, MAX_SHOWN));
    kept++;
    length += text.length;
    lines.push({ ...toAnswerLine(line), number: line.number, text });
  };
  return {
    add(judged) {
      counts[judged.verdict] += countOf(judged);
      total += countOf(judged);
      if (!isFull(judged.verdict)) linesOf([judged]).forEach(keep);
    },
    hasFound: () => counts.cause > 0 || counts.consequence > 0,
    waiting: () => lines.length,
    take(count) {
      const taken = lines.slice(0, count);
      lines = lines.slice(count);
      return { lines: taken, counts: { ...counts }, total };
    },
  };
}

function withRunbook(match: AnswerMatch, { pack }: CompiledPack, language: Language): ShownMatch {
  const runbook = pack.runbooks.find(({ id }) => id === match.runbook);
  return {
    ...match,
    title: runbook?.title[language] ?? match.slug,
    summary: runbook?.summary[language] ?? '',
    first: runbook?.steps.find(({ id }) => id === match.step),
  };
}

/** The console's jobs, the same in the worker and, where none starts, in the page. */
export const jobs = { triage };
