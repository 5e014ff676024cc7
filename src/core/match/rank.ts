import type { Severity } from '../log/index.ts';
import { type VersionHint, fitsVersions } from '../kube/index.ts';
import type { Bilingual } from '../text/index.ts';
import type { Hit } from './hits.ts';
import type { PackRunbook, Role } from './pack.ts';

/** A runbook that the paste belongs to, and how sure that is. */
export interface Match {
  readonly runbook: PackRunbook;
  /** 0 to 100; it orders the matches of one paste and compares with no other paste. */
  readonly score: number;
  /** Where to begin. */
  readonly step: string;
  /** The hit that decided the score. */
  readonly best: Hit;
  readonly hits: readonly Hit[];
  /** Whether a release that fits the paste can have this failure; absent where the paste does not tell. */
  readonly versionFits?: boolean;
  /** Scores as high as the one before: the paste does not decide between them. */
  readonly ambiguous: boolean;
  /** What tells it from the other one, where that is known. */
  readonly question?: { readonly other: PackRunbook; readonly words: Bilingual };
  /** No wording stands in the paste; one is similar: how much of it is there, below 1. */
  readonly similarity?: number;
  /** The runbook whose cause is in the paste as well: this is what follows from it. */
  readonly under?: PackRunbook;
}

/** A fatal line ends a process; an informative one can still be the cause, so it does not count nothing. */
const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = {
  fatal: 1.5,
  error: 1.2,
  warning: 1,
  info: 0.7,
  debug: 0.5,
  trace: 0.4,
};

/** A cause decides; a consequence names the same runbook less surely; explained noise only where nothing else speaks. */
const ROLE_WEIGHT: Readonly<Record<Role, number>> = { cause: 1, consequence: 0.6, info: 0.35, noise: 0.2 };

/** A wording of so many literal characters is no accident; a shorter one counts down to 70 %. */
const FULL_SPECIFICITY = 40;

/** An ending that the runbook does not know makes its answer less sure. */
const TAIL_MISSING = 0.85;

/** The paste is of a version that cannot have this failure. */
const VERSION_CONTRADICTS = 0.5;

const HIGHEST = 1.5;

/** Two scores closer than this are equal to a person. */
const AMBIGUOUS_WITHIN = 3;

/** What only follows, where a cause of whatever is in the paste: with its role 0.3 of a cause. */
const UNDER_ITS_CAUSE = 0.5;

/** What the logarithm of the count of telling lines adds, of a cause. */
const VOLUME = 0.05;

/** Of two that are equal the one whose trouble began earlier: what follows is often as loud. */
const EARLIEST = 0.03;

/**
 * Orders the runbooks of all hits. A runbook is as good as its best hit, since volume is no evidence: lines of a
 * back-off loop outnumber the panic a hundred to one, so their count only adds its logarithm. What follows from another
 * runbook's cause stands under that.
 */
export function rank(hits: readonly Hit[], versions: VersionHint | undefined): Match[] {
  const byRunbook = new Map<PackRunbook, Hit[]>();
  for (const hit of hits) {
    const { runbook } = hit.compiled;
    if (!runbook) continue;
    const own = byRunbook.get(runbook);
    if (own) own.push(hit);
    else byRunbook.set(runbook, [hit]);
  }
  const causes = new Map([...byRunbook].filter(([, own]) => own.some(isCause)).map(([one]) => [one.id, one]));
  const earliest = earliestCause(hits);
  const matches = [...byRunbook]
    .map(([runbook, own]) => {
      const cause = (runbook.follows ?? []).map((id) => causes.get(id)).find((one) => one !== undefined);
      const under = cause && !cause.follows?.includes(runbook.id) ? cause : undefined;
      const follows = under !== undefined || (causes.size > 0 && own.every(isConsequence));
      const bonus = runbook === earliest ? EARLIEST : 0;
      return toMatch(runbook, own, { versions, under, bonus, factor: follows ? UNDER_ITS_CAUSE : 1 });
    })
    .filter(({ score }) => score > 0);
  const scores = new Map(matches.map(({ runbook, score }) => [runbook, score]));
  const placed = matches
    .map((match) => {
      const limit = match.under ? (scores.get(match.under) ?? 101) - 1 : 100;
      return match.score > limit ? { ...match, score: Math.max(1, limit) } : match;
    })
    .sort((a, b) => b.score - a.score || tieOf(a.best, b.best) || (a.runbook.id < b.runbook.id ? -1 : 1));
  return placed.map((match, index) => {
    const rival = [placed[index - 1], placed[index + 1]].find(
      (other) =>
        other !== undefined &&
        other.under !== match.runbook &&
        match.under !== other.runbook &&
        Math.abs(other.score - match.score) < AMBIGUOUS_WITHIN,
    );
    if (!rival) return match;
    const words = match.runbook.tells?.[rival.runbook.id] ?? rival.runbook.tells?.[match.runbook.id];
    const question = words ? { other: rival.runbook, words } : undefined;
    return { ...match, ambiguous: true, ...(question ? { question } : {}) };
  });
}

/** Of two runbooks with one score the one of whose wording more characters had to be equal, then the one with fewer gaps. */
const tieOf = (a: Hit, b: Hit): number => b.specificity - a.specificity || gapsIn(a) - gapsIn(b);

const gapsIn = ({ head }: Hit): number =>
  head?.tokens.filter((token) => token.kind === 'hole' && token.type === '*').length ?? 0;

const isCause = ({ compiled, similarity }: Hit): boolean =>
  compiled.signature.role === 'cause' && similarity === undefined;

const isConsequence = ({ compiled }: Hit): boolean => compiled.signature.role !== 'cause';

/** What the rest of the paste says about a runbook. */
interface Circumstances {
  readonly versions: VersionHint | undefined;
  readonly under: PackRunbook | undefined;
  readonly bonus: number;
  readonly factor: number;
}

/** The runbook whose cause stands first in the paste; none where two of them share the line. */
function earliestCause(hits: readonly Hit[]): PackRunbook | undefined {
  const causes = hits.filter(isCause);
  const first = Math.min(...causes.map(({ line }) => line));
  const [one, ...others] = new Set(
    causes.filter(({ line }) => line === first).map(({ compiled }) => compiled.runbook),
  );
  return others.length === 0 ? one : undefined;
}

function toMatch(
  runbook: PackRunbook,
  hits: readonly Hit[],
  { versions, under, bonus, factor }: Circumstances,
): Match {
  const weighed = hits.map((hit) => ({ hit, weight: weigh(hit) }));
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
  const telling = weighed.filter(({ weight }) => weight > ROLE_WEIGHT.info).length;
  const volume = VOLUME * Math.log(1 + telling) * ROLE_WEIGHT[best.hit.compiled.signature.role];
  const versionFits = fitsVersions(versions, best.hit.compiled.signature.versions ?? runbook.versions);
  const raw = best.weight === 0 ? 0 : best.weight + volume + bonus;
  const fits = versionFits === false ? VERSION_CONTRADICTS : 1;
  const score = (raw / (HIGHEST + 0.3)) * fits * factor;
  return {
    runbook,
    score: Math.min(100, Math.round(score * 100)),
    step: best.hit.tail?.tail.step ?? best.hit.compiled.signature.step,
    best: best.hit,
    hits,
    ...(versionFits === undefined ? {} : { versionFits }),
    ambiguous: false,
    ...(best.hit.similarity === undefined ? {} : { similarity: best.hit.similarity }),
    ...(under ? { under } : {}),
  };
}

/** How much one hit says for its runbook. Noise of the registry, or logged as information, draws nobody anywhere: 0. */
export function weigh(hit: Hit): number {
  const { role } = hit.compiled.signature;
  if (!hit.compiled.runbook) return 0;
  const level = hit.level ?? (role === 'info' ? 'info' : 'error');
  if (role === 'noise' && (level === 'info' || level === 'debug')) return 0;
  const specificity = 0.7 + 0.3 * Math.min(1, hit.specificity / FULL_SPECIFICITY);
  const quality = (hit.similarity ?? 1) * (hit.tailMissing ? TAIL_MISSING : 1);
  return ROLE_WEIGHT[role] * SEVERITY_WEIGHT[level] * specificity * quality;
}
