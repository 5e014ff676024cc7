import {
  type CompiledPack,
  PACK_FORMAT,
  type PackRunbook,
  type Signature,
  type Tail,
  compilePack,
} from '../../src/core/match/index.ts';

type TailInput = Pick<Tail, 'id' | 'pattern'> & Partial<Tail>;

/** What a test wants to say of a signature; the rest is filled in. */
export type SignatureInput = Omit<Partial<Signature>, 'heads' | 'tails'> & {
  readonly heads?: readonly (string | Signature['heads'][number])[];
  readonly tails?: readonly TailInput[];
};

export type RunbookInput = Omit<Partial<PackRunbook>, 'signatures'> & {
  readonly signatures: readonly SignatureInput[];
};

/** A runbook with its id, and whatever signatures a test needs. */
export function runbookOf(id: string, { signatures, ...rest }: RunbookInput): PackRunbook {
  const slug = id.toLowerCase();
  return {
    id,
    slug,
    title: { en: `title of ${slug}`, zh: `${slug} 的标题` },
    summary: { en: `summary of ${slug}`, zh: `${slug} 的摘要` },
    severity: 'sev2',
    versions: [],
    variables: [],
    steps: [],
    signatures: signatures.map(signatureOf),
    ...rest,
  };
}

function signatureOf({ heads = [], tails = [], ...rest }: SignatureInput, index: number): Signature {
  const id = rest.id ?? `sig-${index + 1}`;
  return {
    id,
    role: 'cause',
    heads: heads.map((head) => (typeof head === 'string' ? { pattern: head, versions: [] } : head)),
    tails: tails.map((tail) => ({
      step: 's-tail',
      why: { en: `${tail.id} in English.`, zh: `${tail.id}，中文。` },
      ...tail,
    })),
    step: 's-first',
    why: { en: `${id} in English.`, zh: `${id}，中文。` },
    ...rest,
  };
}

export const packOf = (...runbooks: PackRunbook[]): CompiledPack =>
  compilePack({ format: PACK_FORMAT, runbooks });

/** A pack of one runbook with these signatures. */
export const packWith = (...signatures: SignatureInput[]): CompiledPack =>
  packOf(runbookOf('TEST-BOOT-001', { signatures }));
