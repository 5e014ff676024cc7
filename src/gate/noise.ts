import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { COMPONENTS, id, references, versionRange } from './schema.ts';
import { readYaml } from './yaml.ts';

/** Words of the page, in both languages; a piece in backquotes is code. */
const bilingual = z.strictObject({ en: z.string().min(3), zh: z.string().min(2) });

/** A line, or some, with how it was made. */
const line = z.strictObject({
  text: z.string(),
  made: z.string().min(10, 'expected how the sample was made'),
});

const signatureAddress = z
  .string()
  .regex(
    /^[A-Z]+(-[A-Z]+)+-\d{3}#sig-[a-z0-9-]+$/,
    'expected a signature such as `KUBELET-JOIN-001#sig-gc-once`',
  );

/** `content/noise/<id>.yaml`: something that looks guilty and is not, and when it is. */
export const noiseSchema = z.strictObject({
  /** Permanent: `/noise/#n-…` stands in postmortems. */
  id: id('n'),
  component: z.enum(COMPONENTS),
  title: z.strictObject({ en: z.string().max(90), zh: z.string().max(60) }),
  /** What people call it, for search. */
  aka: z.strictObject({ en: z.array(z.string()).min(1), zh: z.array(z.string()).min(1) }),
  harmless: bilingual,
  /** When it is not: each with where to go, or what to look at. */
  unless: z
    .array(
      z
        .strictObject({ when: bilingual, goto: z.string().optional(), check: bilingual.optional() })
        .refine(({ goto, check }) => goto ?? check, 'expected `goto` or `check`: what to do then'),
    )
    .min(1),
  /** Its wordings, each with where it was read. Empty if runbooks have them, or for a belief, which has none. */
  heads: z
    .array(
      z.strictObject({
        pattern: z.string(),
        versions: z.array(versionRange).default([]),
        reference: id('ref'),
      }),
    )
    .default([]),
  /** Pieces with which a line tells more than the wording: it is left alone. `ErrImagePull:` */
  except: z.array(z.string().min(6)).max(8).default([]),
  level: z.enum(['debug', 'info', 'warning', 'error', 'fatal']).optional(),
  hit: z.array(line).default([]),
  miss: z.array(line).default([]),
  /** Signatures of runbooks that this entry explains: `KUBELET-JOIN-001#sig-gc-once`. */
  adopts: z.array(signatureAddress).default([]),
  /** Signatures of runbooks that are a cause there, and shown here: their lines keep their verdict. */
  about: z.array(signatureAddress).default([]),
  references,
});

export type NoiseData = z.infer<typeof noiseSchema>;

/** An entry of the noise registry, read and checked by itself. */
export interface NoiseEntry {
  readonly file: string;
  readonly data: NoiseData;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads `content/noise` below a folder of the repository; mistakes are added to `findings`. */
export function readNoise(root: string, findings: Finding[]): NoiseEntry[] {
  const folder = join(root, 'content/noise');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().flatMap((name) => {
    const file = `content/noise/${name}`;
    const read = readYaml(readFileSync(join(folder, name), 'utf8'), noiseSchema, file);
    findings.push(...read.findings);
    return read.data ? [{ file, data: read.data, lineOf: read.lineOf }] : [];
  });
}
