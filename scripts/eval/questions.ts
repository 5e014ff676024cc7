import type { Content } from '../../src/gate/index.ts';

/** A text of the repository that belongs to a runbook. */
export interface Sample {
  readonly slug: string;
  readonly name: string;
  readonly text: string;
  /** The signatures that must be found in it. */
  readonly signatures: readonly string[];
  /** What the signatures say of it: one sample may hold cause and consequence. */
  readonly roles: readonly string[];
}

/** Every sample that a signature of some runbook must be found in, files and single lines, each once. */
export function samplesOf({ runbooks }: Content): Sample[] {
  return runbooks.flatMap(({ slug, data, samples }) => {
    const found = new Map<string, { text: string; signatures: string[]; roles: string[] }>();
    for (const { id, role, hit } of data.signatures) {
      for (const sample of hit) {
        const name = typeof sample === 'string' ? sample : sample.text;
        const text = typeof sample === 'string' ? (samples.get(sample) ?? '') : `${sample.text}\n`;
        const entry = found.get(name) ?? { text, signatures: [], roles: [] };
        entry.signatures.push(id);
        entry.roles.push(role);
        found.set(name, entry);
      }
    }
    return [...found].map(([name, entry]) => ({ slug, name: name.slice(0, 60), ...entry }));
  });
}

/** Runbooks that a sample names as right as well, in the words of the content. */
export function alsoRight({ runbooks }: Content, sample: Sample): readonly string[] {
  const own = runbooks.find(({ slug }) => slug === sample.slug)?.data;
  const declared = own?.samples.find(({ file }) => file === sample.name)?.also ?? [];
  const sharing = runbooks.flatMap(({ slug, data }) =>
    data.signatures.some(({ shared_with }) => shared_with.includes(sample.slug)) ? [slug] : [],
  );
  return [sample.slug, ...declared, ...sharing];
}
