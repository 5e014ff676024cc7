import type { Pack, PackRunbook, Signature, Tail } from './pack.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';
import { createScanner } from './scan/scanner.ts';

/** A signature with its patterns read. */
export interface CompiledSignature {
  readonly runbook: PackRunbook;
  readonly signature: Signature;
  readonly heads: readonly { readonly pattern: Pattern; readonly versions: readonly string[] }[];
  readonly tails: readonly { readonly pattern: Pattern; readonly tail: Tail }[];
}

export interface CompiledPack {
  readonly pack: Pack;
  readonly signatures: readonly CompiledSignature[];
  /** Where the anchors of signatures stand in a text, in the order of their places. */
  readonly anchorsIn: (text: string) => readonly AnchorPlace[];
}

/** A place where the longest literal of a wording stands: its signatures may be there, no others. */
export interface AnchorPlace {
  readonly at: number;
  readonly to: number;
  /** By their place in the pack. */
  readonly signatures: readonly number[];
}

/** Reads all patterns of a pack once. The gate has checked them, so one that does not read is our own bug. */
export function compilePack(pack: Pack): CompiledPack {
  const signatures = pack.runbooks.flatMap((runbook) =>
    runbook.signatures.map((signature) => ({
      runbook,
      signature,
      heads: signature.heads.map((head) => ({ pattern: read(head.pattern), versions: head.versions })),
      tails: signature.tails.map((tail) => ({ tail, pattern: read(tail.pattern) })),
    })),
  );
  return { pack, signatures, anchorsIn: createAnchorFinder(signatures) };
}

const NOWHERE: readonly AnchorPlace[] = [];

/** One pass for all anchors: without the anchor of one of its heads a signature need not be tried. */
function createAnchorFinder(signatures: readonly CompiledSignature[]): CompiledPack['anchorsIn'] {
  const byAnchor = new Map<string, number[]>();
  signatures.forEach(({ heads }, index) => {
    for (const { pattern } of heads) {
      const users = byAnchor.get(pattern.anchor.text);
      if (users) users.push(index);
      else byAnchor.set(pattern.anchor.text, [index]);
    }
  });
  const anchors = [...byAnchor].map(([text, users]) => ({ length: text.length, users }));
  const scanner = createScanner([...byAnchor.keys()]);
  return (text) => {
    let places: AnchorPlace[] | undefined;
    scanner.scan(text, 0, text.length, (needle, at) => {
      const anchor = anchors[needle];
      if (anchor) (places ??= []).push({ at, to: at + anchor.length, signatures: anchor.users });
    });
    return places?.sort((a, b) => a.at - b.at) ?? NOWHERE;
  };
}

/** The signatures of some places, each once, in the order of the pack. */
export function candidatesOf(
  { signatures }: CompiledPack,
  places: readonly AnchorPlace[],
): readonly CompiledSignature[] {
  if (places.length === 0) return NONE;
  const found = new Set(places.flatMap((place) => place.signatures));
  return [...found].sort((a, b) => a - b).flatMap((index) => signatures[index] ?? []);
}

const NONE: readonly CompiledSignature[] = [];

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(`${pattern.message}, in \`${source}\``);
  return pattern;
}
