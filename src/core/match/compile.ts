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
  /** Signatures that may stand in a text, since an anchor of theirs does; in the order of the pack. */
  readonly candidates: (text: string) => readonly CompiledSignature[];
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
  return { pack, signatures, candidates: createCandidates(signatures) };
}

const NONE: readonly CompiledSignature[] = [];

/** One pass for all anchors: without the anchor of one of its heads a signature need not be tried. */
function createCandidates(signatures: readonly CompiledSignature[]): CompiledPack['candidates'] {
  const byAnchor = new Map<string, number[]>();
  signatures.forEach(({ heads }, index) => {
    for (const { pattern } of heads) {
      const users = byAnchor.get(pattern.anchor.text);
      if (users) users.push(index);
      else byAnchor.set(pattern.anchor.text, [index]);
    }
  });
  const users = [...byAnchor.values()];
  const scanner = createScanner([...byAnchor.keys()]);
  return (text) => {
    let found: Set<number> | undefined;
    scanner.scan(text, 0, text.length, (needle) => {
      found ??= new Set();
      for (const index of users[needle] ?? []) found.add(index);
    });
    if (!found) return NONE;
    return [...found].sort((a, b) => a - b).flatMap((index) => signatures[index] ?? []);
  };
}

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(`${pattern.message}, in \`${source}\``);
  return pattern;
}
