import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Structure, extractStructure } from './extract.ts';
import { parseMdx } from './mdx.ts';

function structureOf(text: string): Structure {
  const { root, findings } = parseMdx(text, 'page.mdx');
  if (!root) throw new Error(findings[0]?.message);
  return extractStructure(root);
}

describe('the structure of a page', () => {
  it('holds all that rules, search and exports need', async () => {
    const text = readFileSync(new URL('./samples/page.mdx', import.meta.url), 'utf8');
    const structure = JSON.stringify(structureOf(text), null, 2);
    await expect(`${structure}\n`).toMatchFileSnapshot('./samples/page.structure.json');
  });

  it('is empty for a page without components', () => {
    expect(structureOf('Just words.\n')).toEqual({
      steps: [],
      commands: [],
      evidence: [],
      claims: [],
      questions: [],
      harmless: [],
      sections: [],
      links: [],
      images: [],
      terminals: [],
      stepUses: [],
      widgets: [],
    });
  });

  it('has empty words where an attribute is missing, for the rules to find', () => {
    const { steps, claims, evidence, questions } = structureOf(
      '<Steps>\n<Step>\n<Cmd>\n</Cmd>\n</Step>\n</Steps>\n\n<Claim />\n\n<Evidence />\n\n<Q />\n',
    );
    expect(steps[0]).toMatchObject({ id: '', title: '', timebox: '', danger: Number.NaN });
    expect(steps[0]?.commands).toEqual([{ where: '', shell: '', code: '', line: 3 }]);
    expect(claims[0]).toMatchObject({ id: '', confidence: '', evidence: '', refs: '' });
    expect(evidence[0]).toMatchObject({ id: '', sample: '', lines: '' });
    expect(questions[0]).toMatchObject({ id: '', answers: [] });
  });

  it('reads danger from a number in braces and from text', () => {
    const danger = (attribute: string): number | undefined =>
      structureOf(`<Step ${attribute}>\nx\n</Step>\n`).steps[0]?.danger;
    expect(danger('danger={3}')).toBe(3);
    expect(danger('danger="3"')).toBe(3);
  });
});
