import type { CompiledHead, CompiledSignature } from '../compile.ts';
import { type Pattern, type Token, toPattern } from '../pattern.ts';
import { createScanner } from '../scan/scanner.ts';
import { loosen } from './loose-text.ts';

/** A wording to be found in loose text, with what it was made of. */
export interface LooseHead {
  readonly compiled: CompiledSignature;
  readonly head: CompiledHead;
  readonly pattern: Pattern;
  readonly tails: readonly { readonly tail: CompiledSignature['tails'][number]; readonly pattern: Pattern }[];
}

/** Less than this is said by accident once blanks and quotes do not count. */
const MIN_LITERALS = 16;
const MIN_LONGEST = 10;

/** All wordings that are long enough to be looked for without their blanks, and where in a text some of them may be. */
export function createLooseHeads(
  signatures: readonly CompiledSignature[],
): (text: string) => readonly LooseHead[] {
  const heads = signatures.flatMap((compiled) =>
    compiled.heads.flatMap((head): LooseHead[] => {
      const pattern = loosePattern(head.pattern);
      const isLong = pattern && pattern.literals >= MIN_LITERALS && pattern.anchor.text.length >= MIN_LONGEST;
      return isLong ? [{ compiled, head, pattern, tails: looseTails(compiled) }] : [];
    }),
  );
  const byAnchor = new Map<string, LooseHead[]>();
  for (const head of heads) {
    const { text } = head.pattern.anchor;
    byAnchor.set(text, [...(byAnchor.get(text) ?? []), head]);
  }
  const groups = [...byAnchor.values()];
  const scan = createScanner([...byAnchor.keys()]);
  return (text) => {
    const found = new Set<LooseHead>();
    scan(text, (needle) => groups[needle]?.forEach((head) => found.add(head)));
    return [...found];
  };
}

const looseTails = ({ tails }: CompiledSignature): LooseHead['tails'] =>
  tails.flatMap((tail) => {
    const pattern = loosePattern(tail.pattern);
    return pattern ? [{ tail, pattern }] : [];
  });

/** A pattern for loose text; `undefined` where its words do not say where a hole ends any more. */
export function loosePattern({ source, tokens }: Pattern): Pattern | undefined {
  const loose: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'hole') {
      if (loose.at(-1)?.kind === 'hole') return undefined;
      // Its quotes are gone.
      loose.push(token.type === 'q' ? { ...token, type: 'str' } : token);
    } else {
      const { text } = loosen(token.text);
      if (text !== '') loose.push({ kind: 'literal', text });
    }
  }
  return loose[0]?.kind === 'literal' ? toPattern(source, loose) : undefined;
}
