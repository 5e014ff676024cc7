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

/**
 * For each sample of a cause `each` incidents: its lines once, up to 40 consequences of its own runbook and of another
 * one, each again and again as a back-off loop prints them, and among them `ordinary` lines of a good day. The cause
 * stands anywhere: a log that was cut does not begin with it.
 */
export function* incidents(
  samples: readonly Sample[],
  ordinary: number,
  each: number,
  random: Random,
): Iterable<Incident> {
  const causes = samples.filter(({ roles }) => roles.includes('cause'));
  const consequences = samples.filter(({ roles }) => roles.every((role) => role === 'consequence'));
  for (const cause of causes) {
    for (let round = 0; round < each; round++) {
      const own = consequences.filter(({ slug }) => slug === cause.slug);
      const foreign = consequences.filter(({ slug }) => slug !== cause.slug);
      const other = round % 2 === 0 ? undefined : pick(foreign, random);
      const led = [...own, ...(other ? [other] : [])];
      const loops = led.flatMap((one) => Array.from({ length: 1 + random(40) }, () => one.text));
      const pieces = normalLines(ordinary, random);
      for (const text of [...loops, cause.text]) pieces.splice(random(pieces.length), 0, text.trimEnd());
      yield { slug: cause.slug, other: other?.slug, text: `${pieces.join('\n')}\n` };
    }
  }
}
