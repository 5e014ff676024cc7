import type { Pack, PackNoise, PackRunbook, Signature, Tail } from './pack.ts';
import { HEALTH_CHECKERS_HEAD } from '../kube/index.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';
import { type StackPattern, isStackError, parseStack } from './stacks/stack-pattern.ts';
import { createScanner } from './scan/scanner.ts';
import type { Found } from './scan/windows.ts';

/** A wording, and the releases that print it. */
export interface CompiledHead {
  readonly pattern: Pattern;
  readonly versions: readonly string[];
  readonly apart: readonly string[];
}

/** A signature with its patterns read. */
export interface CompiledSignature {
  /** Absent for a line that only the noise registry knows. */
  readonly runbook?: PackRunbook;
  /** The entry of the noise registry that explains the line away. */
  readonly noise?: PackNoise;
  readonly signature: Signature;
  readonly heads: readonly CompiledHead[];
  readonly stacks: readonly StackPattern[];
  readonly tails: readonly { readonly pattern: Pattern; readonly tail: Tail }[];
}

/** Whose signature it is: the id of a runbook, or of an entry of the noise registry. */
export const ownerOf = ({ runbook, noise }: Pick<CompiledSignature, 'runbook' | 'noise'>): string =>
  runbook?.id ?? noise?.id ?? '';

export interface CompiledPack {
  readonly pack: Pack;
  readonly signatures: readonly CompiledSignature[];
  /** Where the anchors of signatures, and the words of facts, stand in a text, in the order of their places; its bytes are given if they are ASCII. */
  readonly anchorsIn: (text: string, bytes?: Uint8Array) => readonly AnchorPlace[];
  readonly longestAnchor: number;
}

/** A place where the anchor of wordings stands: they may be there, no others. */
export interface AnchorPlace {
  readonly at: number;
  readonly to: number;
  readonly wordings: readonly Wording[];
}

/** A head, and the place of its signature in the pack. */
export interface Wording {
  /** Its place among all heads of the pack. */
  readonly order: number;
  readonly signature: number;
  readonly head: CompiledHead;
}

/** Reads all patterns of a pack once. The gate has checked them, so one that does not read is our own bug. */
export function compilePack(pack: Pack): CompiledPack {
  const registry = new Map((pack.noise ?? []).map((entry) => [entry.id, entry]));
  const ofRunbooks = pack.runbooks.flatMap((runbook) =>
    runbook.signatures.map((signature): CompiledSignature => {
      const noise = signature.noise === undefined ? undefined : registry.get(signature.noise);
      return { runbook, ...(noise ? { noise } : {}), ...compileSignature(signature) };
    }),
  );
  const ofRegistry = [...registry.values()].map((noise): CompiledSignature => ({
    noise,
    ...compileSignature(signatureOf(noise)),
  }));
  const signatures = [...ofRunbooks, ...ofRegistry];
  return { pack, signatures, ...createAnchorFinder(signatures) };
}

const compileSignature = (signature: Signature): Omit<CompiledSignature, 'runbook' | 'noise'> => ({
  signature,
  heads: signature.heads.map(({ pattern, versions, apart = [] }) => ({
    pattern: read(pattern),
    versions,
    apart,
  })),
  stacks: (signature.stack ?? []).map(readStack),
  tails: signature.tails.map((tail) => ({ tail, pattern: read(tail.pattern) })),
});

/** An entry of the registry as a signature. It leads to no step, since it leads to no runbook. */
const signatureOf = ({ id, heads, level, title }: PackNoise): Signature => ({
  id,
  role: 'noise',
  heads,
  tails: [],
  ...(level ? { level } : {}),
  step: '',
  why: title,
});

const NOWHERE: readonly AnchorPlace[] = [];

/** Words by which a reader finds a fact in a line: they are looked for with the anchors. */
const FACT_WORDS: readonly string[] = [HEALTH_CHECKERS_HEAD];

/** One pass for all anchors: without the anchor of one of its heads a signature need not be tried. */
function createAnchorFinder(
  signatures: readonly CompiledSignature[],
): Pick<CompiledPack, 'anchorsIn' | 'longestAnchor'> {
  const byAnchor = new Map<string, Wording[]>(FACT_WORDS.map((words) => [words, []]));
  let order = 0;
  signatures.forEach(({ heads }, signature) => {
    for (const head of heads) {
      const wording = { order: order++, signature, head };
      const users = byAnchor.get(head.pattern.anchor.text);
      if (users) users.push(wording);
      else byAnchor.set(head.pattern.anchor.text, [wording]);
    }
  });
  const anchors = [...byAnchor].map(([text, wordings]) => ({ length: text.length, wordings }));
  const scan = createScanner([...byAnchor.keys()]);
  const anchorsIn: CompiledPack['anchorsIn'] = (text, bytes) => {
    let places: AnchorPlace[] | undefined;
    const keep: Found = (needle, at) => {
      const anchor = anchors[needle];
      if (anchor) (places ??= []).push({ at, to: at + anchor.length, wordings: anchor.wordings });
    };
    scan(bytes ?? text, keep);
    return places?.sort((a, b) => a.at - b.at) ?? NOWHERE;
  };
  return { anchorsIn, longestAnchor: anchors.reduce((most, { length }) => Math.max(most, length), 0) };
}

/** A signature, and where in the text the anchors of some of its heads stand. */
export interface Candidate {
  readonly compiled: CompiledSignature;
  readonly heads: readonly CandidateHead[];
}

export interface CandidateHead {
  readonly head: CompiledHead;
  /** In ascending order. */
  readonly at: readonly number[];
}

/** The signatures of some places, each once, in the order of the pack, its heads in its own. The places are counted from `start`. */
export function candidatesOf(
  { signatures }: CompiledPack,
  places: readonly AnchorPlace[],
  start = 0,
): readonly Candidate[] {
  const [place, ...others] = places;
  const [wording, ...more] = place?.wordings ?? [];
  const compiled = signatures[wording?.signature ?? -1];
  if (place && wording && compiled && others.length === 0 && more.length === 0)
    return [{ compiled, heads: [{ head: wording.head, at: [place.at - start] }] }];
  const found = new Map<Wording, number[]>();
  for (const { at, wordings } of places)
    for (const own of wordings) {
      const known = found.get(own);
      if (known) known.push(at - start);
      else found.set(own, [at - start]);
    }
  const candidates: { readonly compiled: CompiledSignature; readonly heads: CandidateHead[] }[] = [];
  for (const [{ signature, head }, at] of [...found].sort(([a], [b]) => a.order - b.order)) {
    const own = signatures[signature];
    const last = candidates.at(-1);
    if (own && last?.compiled === own) last.heads.push({ head, at });
    else if (own) candidates.push({ compiled: own, heads: [{ head, at }] });
  }
  return candidates;
}

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(`${pattern.message}, in \`${source}\``);
  return pattern;
}

function readStack(keys: readonly string[]): StackPattern {
  const stack = parseStack(keys);
  if (isStackError(stack)) throw new Error(`${stack.message}, in \`${keys.join(', ')}\``);
  return stack;
}
