import {
  type CompiledPack,
  type SignatureTrial,
  compilePack,
  draftSignature,
  openPack,
  trySignature,
} from '../../core/match/index.ts';

/** What stands in the three fields, and the pack as JSON; the worker reads it once. */
export interface TesterInput {
  readonly heads: string;
  readonly tails: string;
  readonly lines: string;
  readonly pack: string;
}

/** What was drafted, as it goes into the fields. */
export interface DraftedFields {
  readonly heads: string;
  readonly tails: string;
}

/** More than this of a text is not tried. */
const MAX_TEXT = 2_000_000;

/** Tries the signature of the fields. Throws only if the pack is refused, with why. */
export function trial({ heads, tails, lines, pack }: TesterInput): SignatureTrial {
  return trySignature(wordingsOf(heads), wordingsOf(tails), lines.slice(0, MAX_TEXT), open(pack));
}

/** Drafts a signature from the lines; `undefined` if none has words of its own. */
export function draft({ lines, pack }: TesterInput): DraftedFields | undefined {
  const found = draftSignature(open(pack), lines.slice(0, MAX_TEXT));
  return found && { heads: found.head, tails: found.tail?.pattern ?? '' };
}

/** More wordings are not of one signature. */
const MAX_WORDINGS = 50;

/** One a line. Blanks at the end belong to a wording: `failed: ` is another one than `failed:`. */
const wordingsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_WORDINGS);

let opened: { readonly json: string; readonly pack: CompiledPack } | undefined;

function open(json: string): CompiledPack {
  if (opened?.json === json) return opened.pack;
  const pack = openPack(json);
  if ('refused' in pack) throw new Error(pack.refused);
  opened = { json, pack: compilePack(pack) };
  return opened.pack;
}

/** The tester's jobs. */
export const jobs = { trial, draft };
