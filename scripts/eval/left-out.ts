import { type CompiledPack, type Pack, compilePack } from '../../src/core/match/index.ts';
import type { Sample } from './questions.ts';

/** A sample with a pack that does not know how this very text is worded. */
export interface LeftOut {
  readonly sample: Sample;
  readonly pack: CompiledPack;
}

/**
 * For each sample the pack without the wordings that found it: what is left are the other wordings of its runbook, as
 * if a release had worded it anew. Samples that only a fact found are no question here.
 */
export function* leftOut(
  samples: readonly Sample[],
  pack: Pack,
  wordingsIn: (text: string) => ReadonlySet<string>,
): Iterable<LeftOut> {
  for (const sample of samples) {
    const found = wordingsIn(sample.text);
    if (found.size === 0) continue;
    const runbooks = pack.runbooks.map((runbook) => ({
      ...runbook,
      signatures: runbook.signatures.map((signature) => ({
        ...signature,
        heads: signature.heads.filter(({ pattern }) => !found.has(pattern)),
      })),
    }));
    yield { sample, pack: compilePack({ ...pack, runbooks }) };
  }
}
