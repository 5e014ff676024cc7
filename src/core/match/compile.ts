import type { Pack, PackRunbook, Signature, Tail } from './pack.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';

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
  return { pack, signatures };
}

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(`${pattern.message}, in \`${source}\``);
  return pattern;
}
