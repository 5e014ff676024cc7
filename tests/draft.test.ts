import { describe, expect, it } from 'vitest';
import { draftYaml } from '../src/cli/printers/draft-yaml.ts';
import { compilePack, draftSignature } from '../src/core/match/index.ts';
import { buildPack, checkContent } from '../src/gate/index.ts';
import { type Edit, change, ownContent, withContent } from './support/content.ts';

const YAML = 'runbooks/first/runbook.yaml';
const PASTE =
  'E1121 09:00:03.000001       1 lease.go:9] Failed to renew quota lease "q-1" of \'shop\': dial tcp 10.0.0.7:6443: connect: connection refused\n';

/** The draft of a paste put into a runbook, as an author would. */
function drafted(edit: (yaml: string) => string): Edit[] {
  const draft = draftSignature(compilePack(buildPack(ownContent())), PASTE);
  if (!draft) throw new Error('expected a draft');
  const [, ...entry] = draftYaml(draft);
  const why = `\n  ${draft.id}: because\n  ${draft.tail?.id}: because`;
  return [
    change(YAML, 'samples:\n  - file', `${edit(entry.join('\n'))}\n\nsamples:\n  - file`),
    change('runbooks/first/*.mdx', /\nwhy:/, `\nwhy:${why}`),
  ];
}

const filled = (yaml: string): string =>
  yaml.replaceAll(/'TODO[^']*'/g, 'written for this test').replaceAll('s-todo', 's-look');

describe('a draft in a runbook', () => {
  it('passes the gate once its TODOs are filled', () => {
    const found = withContent(drafted(filled), checkContent);
    expect(found.filter(({ rule }) => rule !== 'ledger').map(({ message }) => message)).toEqual([]);
  });

  it('is refused until then, TODO by TODO', () => {
    const found = withContent(
      drafted((yaml) => yaml.replaceAll('s-todo', 's-look')),
      checkContent,
    );
    const told = found.map(({ rule, message }) => [rule, message.includes('does not say how')]);
    expect(told).toEqual([
      ['wordings', true],
      ['wordings', true],
      ['wordings', true],
    ]);
    const steps = withContent(
      drafted((yaml) => yaml.replaceAll(/'TODO[^']*'/g, 'written for this test')),
      checkContent,
    );
    expect(steps.some(({ message }) => message.includes('s-todo'))).toBe(true);
  });
});

describe('a draft of any sample of ours', () => {
  const content = ownContent();
  const pack = compilePack(buildPack(content));
  const samples = content.runbooks.flatMap(({ slug, samples: own }) =>
    [...own].map(([name, text]) => [`${slug}/${name}`, text] as const),
  );

  it.each(samples)('%s: has a head that takes its two samples and not its near miss', (_, text) => {
    const draft = draftSignature(pack, text);
    if (!draft) return;
    const takes = (line: string): boolean =>
      draftSignature(pack, draft.line, {
        samples: [{ runbook: '', slug: '', name: '', text: line }],
      })?.conflicts.some(({ kind }) => kind === 'takes') === true;
    expect(draft.hit.map(takes)).toEqual([true, true]);
    expect(takes(draft.miss)).toBe(false);
  });

  it('is there for most of them', () => {
    expect(samples.filter(([, text]) => draftSignature(pack, text)).length).toBeGreaterThan(
      samples.length * 0.9,
    );
  });
});
