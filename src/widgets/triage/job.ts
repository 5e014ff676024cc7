import {
  type Answer,
  type AnswerLine,
  type AnswerMatch,
  type CompiledPack,
  type Verdict,
  VERDICTS,
  compilePack,
  createJudge,
  openPack,
  type JudgedLine,
  toAnswer,
  toAnswerLine,
} from '../../core/match/index.ts';
import type { Step } from '../../core/runbook/index.ts';
import type { Language } from '../../core/text/index.ts';
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

export interface TriageResult {
  readonly detected: Answer['detected'];
  readonly versions: Answer['versions'];
  readonly matches: readonly ShownMatch[];
  readonly lines: readonly ShownLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly total: number;
  /** Signatures and runbooks that were tried. */
  readonly checked: { readonly signatures: number; readonly runbooks: number };
  /** More than a tenth of the beginning is no text. */
  readonly binary: boolean;
}

/** Lines beyond this are counted, and only those that say something are kept. */
const MAX_LINES = 20_000;

/** A longer line is cut for show; its span still says how long it is. */
const MAX_SHOWN = 4_000;

const CHUNK = 1 << 18;

let opened: { json: string; pack: CompiledPack } | undefined;

/** Judges a paste of any size, telling how far it is. Throws only if the pack is refused, with why. */
export async function triage(
  { paste, pack: json, language }: TriageInput,
  { progress }: JobContext,
): Promise<TriageResult> {
  const pack = open(json);
  const judge = createJudge(pack);
  const kept = createKeeper();
  let binary: boolean | undefined;
  for await (const { chunk, done, total } of typeof paste === 'string' ? slices(paste) : pieces(paste)) {
    binary ??= isBinary(chunk);
    judge.push(chunk).forEach(kept.add);
    progress(done, total);
  }
  const end = judge.end();
  end.lines.forEach(kept.add);
  const answer = toAnswer(end, language);
  return {
    detected: answer.detected,
    versions: answer.versions,
    matches: answer.matches.map((match) => withRunbook(match, pack, language)),
    ...kept.result(),
    checked: { signatures: pack.signatures.length, runbooks: pack.pack.runbooks.length },
    binary: binary ?? false,
  };
}

function open(json: string): CompiledPack {
  if (opened?.json === json) return opened.pack;
  const pack = openPack(json);
  if ('refused' in pack) throw new Error(pack.refused);
  opened = { json, pack: compilePack(pack) };
  return opened.pack;
}

interface Piece {
  readonly chunk: string;
  readonly done: number;
  readonly total: number;
}

async function* slices(text: string): AsyncGenerator<Piece> {
  for (let at = 0; at < text.length || at === 0; at += CHUNK) {
    const chunk = text.slice(at, at + CHUNK);
    yield { chunk, done: Math.min(at + CHUNK, text.length), total: text.length };
  }
}

async function* pieces(file: Blob): AsyncGenerator<Piece> {
  const decoder = new TextDecoder();
  let done = 0;
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = await file.slice(at, at + CHUNK).arrayBuffer();
    done += bytes.byteLength;
    yield { chunk: decoder.decode(bytes, { stream: done < file.size }), done, total: file.size };
  }
}

/** Keeps lines for show, and counts all. Once they are many, only those that say something are kept. */
function createKeeper(): {
  add: (line: JudgedLine) => void;
  result: () => Pick<TriageResult, 'lines' | 'counts' | 'total'>;
} {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  let lines: ShownLine[] = [];
  let total = 0;
  let selective = false;
  return {
    add(line) {
      counts[line.verdict]++;
      total++;
      if (lines.length >= MAX_LINES && !selective) {
        selective = true;
        lines = lines.filter(({ verdict }) => verdict !== 'info');
      }
      if (lines.length >= MAX_LINES || (selective && line.verdict === 'info')) return;
      lines.push({ ...toAnswerLine(line), number: line.number, text: line.text.slice(0, MAX_SHOWN) });
    },
    result: () => ({ lines, counts, total }),
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

function isBinary(chunk: string): boolean {
  const start = chunk.slice(0, 4_096);
  let strange = 0;
  for (let at = 0; at < start.length; at++) {
    const code = start.charCodeAt(at);
    const control = code < 32 && ![0, 9, 10, 13, 27].includes(code);
    if (control || code === 0xfffd) strange++;
  }
  return strange > start.length / 10;
}

/** The console's jobs, the same in the worker and, where none starts, in the page. */
export const jobs = { triage };
