import type { Sample } from './questions.ts';
import { type Random, pick } from '../bench/random.ts';
import { normalLines } from './ordinary.ts';

/** A paste of an hour of a cluster: one cause, what it led to, and all that went on as ever. */
export interface Incident {
  readonly slug: string;
  /** The runbook whose consequences stand in it as well. */
  readonly other: string | undefined;
  readonly text: string;
}

/** A runbook with thirty samples is no better known for it. */
const CAUSES_OF_A_RUNBOOK = 6;

/**
 * For up to six samples of a cause of each runbook an incident: its lines once, up to 40 consequences of its own runbook and of another
 * one, each again and again as a back-off loop prints them, and among them `ordinary` lines of a good day. The cause
 * stands anywhere: a log that was cut does not begin with it.
 */
export function* incidents(samples: readonly Sample[], ordinary: number, random: Random): Iterable<Incident> {
  const counts = new Map<string, number>();
  const causes = samples.filter(({ roles, slug }) => {
    if (!roles.includes('cause')) return false;
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    return count <= CAUSES_OF_A_RUNBOOK;
  });
  const consequences = samples.filter(({ roles }) => roles.every((role) => role === 'consequence'));
  for (const [index, cause] of causes.entries()) {
    const own = consequences.filter(({ slug }) => slug === cause.slug);
    const foreign = consequences.filter(({ slug }) => slug !== cause.slug);
    const other = index % 2 === 0 ? undefined : pick(foreign, random);
    const led = [...own, ...(other ? [other] : [])];
    const loops = led.flatMap((one) => Array.from({ length: 1 + random(40) }, () => one.text));
    const pieces = normalLines(ordinary, random);
    for (const text of [...loops, cause.text]) pieces.splice(random(pieces.length), 0, text.trimEnd());
    yield { slug: cause.slug, other: other?.slug, text: `${pieces.join('\n')}\n` };
  }
}
