import type { Severity } from '../log/index.ts';
import { type VersionHint, fitsVersions } from '../kube/index.ts';
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

/**
 * Orders the runbooks of all hits. A runbook is as good as its best hit, since volume is no evidence: lines of a
 * back-off loop outnumber the panic a hundred to one, so their count only adds its logarithm.
 */
export function rank(hits: readonly Hit[], versions: VersionHint | undefined): Match[] {
  const byRunbook = new Map<PackRunbook, Hit[]>();
  for (const hit of hits) {
    const { runbook } = hit.compiled;
    byRunbook.set(runbook, [...(byRunbook.get(runbook) ?? []), hit]);
  }
  const matches = [...byRunbook]
    .map(([runbook, own]) => toMatch(runbook, own, versions))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.runbook.id < b.runbook.id ? -1 : 1));
  return matches.map((match, index) => {
    const before = matches[index - 1];
    const after = matches[index + 1];
    const close = (other: Match | undefined): boolean =>
      other !== undefined && Math.abs(other.score - match.score) < AMBIGUOUS_WITHIN;
    return { ...match, ambiguous: close(before) || close(after) };
  });
}

function toMatch(runbook: PackRunbook, hits: readonly Hit[], versions: VersionHint | undefined): Match {
  const weighed = hits.map((hit) => ({ hit, weight: weigh(hit) }));
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
  const telling = weighed.filter(({ weight }) => weight > ROLE_WEIGHT.info).length;
  const versionFits = fitsVersions(versions, best.hit.compiled.signature.versions ?? runbook.versions);
  const raw = best.weight === 0 ? 0 : best.weight + 0.1 * Math.log(1 + telling);
  const score = (raw / (HIGHEST + 0.3)) * (versionFits === false ? VERSION_CONTRADICTS : 1);
  return {
    runbook,
    score: Math.min(100, Math.round(score * 100)),
    step: best.hit.tail?.tail.step ?? best.hit.compiled.signature.step,
    best: best.hit,
    hits,
    ...(versionFits === undefined ? {} : { versionFits }),
    ambiguous: false,
  };
}

/** How much one hit says for its runbook. Noise that was logged as information draws nobody anywhere: 0. */
export function weigh(hit: Hit): number {
  const { role } = hit.compiled.signature;
  const level = hit.level ?? (role === 'info' ? 'info' : 'error');
  if (role === 'noise' && (level === 'info' || level === 'debug')) return 0;
  const specificity = 0.7 + 0.3 * Math.min(1, hit.specificity / FULL_SPECIFICITY);
  const quality = (hit.similarity ?? 1) * (hit.tailMissing ? TAIL_MISSING : 1);
  return ROLE_WEIGHT[role] * SEVERITY_WEIGHT[level] * specificity * quality;
}
