import type { Bilingual } from '../text/index.ts';
import type { Step } from '../runbook/index.ts';
import type { FactKind } from './facts.ts';
import type { Severity } from '../log/index.ts';

/** What a pasted line is. */
export const VERDICTS = ['cause', 'consequence', 'noise', 'info', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a signature makes of a line. */
export type Role = Exclude<Verdict, 'unknown'>;

/** One end that a line may have, which decides where in the runbook to go. */
export interface Tail {
  readonly id: string;
  readonly pattern: string;
  readonly step: string;
  readonly why: Bilingual;
}

/** One wording of a signature. */
export interface Head {
  readonly pattern: string;
  readonly versions: readonly string[];
  /** Of each list (words with blanks between them) something similar must have one: see `apartWords`. */
  readonly apart?: readonly string[];
}

/** What a failure looks like in text, or in the facts that a reader finds. */
export interface Signature {
  readonly id: string;
  readonly role: Role;
  /** One of them must stand in the line; several are wordings of different versions. Empty for a fact or a stack. */
  readonly heads: readonly Head[];
  /** Short essential parts of stacks, any of which tells it: see `parseStack`. */
  readonly stack?: readonly (readonly string[])[];
  readonly fact?: { readonly kind: FactKind; readonly values: readonly string[] };
  readonly tails: readonly Tail[];
  /** The severity with which it is logged, used where the line does not show one. */
  readonly level?: Severity;
  /** Releases that can log it, where they are others than the runbook's; empty: any. */
  readonly versions?: readonly string[];
  readonly step: string;
  readonly why: Bilingual;
  /** The entry of the noise registry that explains this line away. */
  readonly noise?: string;
}

/** An entry of the noise registry: a line that looks guilty and is not, and when it is. It leads to no runbook. */
export interface PackNoise {
  /** `n-optimistic-lock`: where it stands on the registry's page. */
  readonly id: string;
  readonly title: Bilingual;
  /** When it is not harmless, in a sentence. */
  readonly unless: Bilingual;
  /** Its wordings; empty where a runbook has them. */
  readonly heads: Signature['heads'];
  /** Literal pieces with which a line tells more, and is left alone. */
  readonly except: readonly string[];
  readonly level?: Severity;
}

export interface PackRunbook {
  readonly id: string;
  readonly slug: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly severity: string;
  /** Releases that can be hit, `1.20.0-1.20.15`; empty: any. */
  readonly versions: readonly string[];
  /** Names of its variables, which captures of the same name can fill. */
  readonly variables: readonly string[];
  readonly steps: readonly Step[];
  /** Runbooks of which this trouble is a consequence: where a cause of theirs is found as well, theirs comes first. */
  readonly follows?: readonly string[];
  /** How to tell it from others that look like it, by their id. */
  readonly tells?: Readonly<Record<string, Bilingual>>;
  readonly signatures: readonly Signature[];
}

/** All runbook data that the matcher needs, as one file that site, worker and command line share. */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  readonly runbooks: readonly PackRunbook[];
  readonly noise?: readonly PackNoise[];
}

/** Raised whenever an older reader would misread a newer pack. */
export const PACK_FORMAT = 'faultbook-pack-1';
