import { type CompiledPack, compilePack } from './compile.ts';
import { PACK_FORMAT } from './pack.ts';

const NOTHING = { en: '', zh: '' };

/** A pack of one signature with these wordings, which must read: for authors who try one out. */
export const compileOne = (heads: readonly string[], tails: readonly string[] = []): CompiledPack =>
  compilePack({
    format: PACK_FORMAT,
    runbooks: [
      {
        id: 'DRAFT',
        slug: 'draft',
        title: NOTHING,
        summary: NOTHING,
        severity: 'sev3',
        versions: [],
        variables: [],
        steps: [],
        signatures: [
          {
            id: 'sig-draft',
            role: 'cause',
            heads: heads.map((pattern) => ({ pattern, versions: [] })),
            tails: tails.map((pattern, index) => ({ id: String(index), pattern, step: '', why: NOTHING })),
            step: '',
            why: NOTHING,
          },
        ],
      },
    ],
  });
