import { mdxToMdast } from 'satteri';
import type { Finding } from './finding.ts';

/** A node of an MDX document, as far as the gate looks at it. */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly lang?: string | null;
  readonly url?: string;
  readonly alt?: string | null;
  readonly attributes?: readonly {
    readonly name?: string;
    readonly value?: string | null | { readonly value: string };
  }[];
  readonly children?: readonly MdxNode[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** Parses an MDX file with the parser that also renders it. `yaml` is the text of its head. */
export function parseMdx(text: string, file: string): { root?: MdxNode; yaml: string; findings: Finding[] } {
  try {
    const root = mdxToMdast(text) as unknown as MdxNode;
    const yaml = root.children?.find(({ type }) => type === 'yaml')?.value ?? '';
    return { root, yaml, findings: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, words] = /^(\d+):\d+: (.*)/s.exec(message) ?? [];
    const finding: Finding = {
      file,
      line: Number(line ?? 1),
      rule: 'mdx',
      message: (words ?? message).replace(/ \((\d+):\d+\)/, ' of line $1').replace(/ \(mdx[^)]*\)$/, ''),
      remedy: 'close what is open here; a literal `<` or `{` in prose is written in backquotes',
    };
    return { yaml: '', findings: [finding] };
  }
}

export const lineOf = (node: MdxNode): number => node.position?.start.line ?? 1;

/** An attribute of a component as text: `danger={2}` gives `2`. */
export function attribute(node: MdxNode, name: string): string | undefined {
  const found = node.attributes?.find((candidate) => candidate.name === name);
  if (!found) return undefined;
  return typeof found.value === 'object' && found.value !== null ? found.value.value : (found.value ?? '');
}

/** The node and all below it, in document order. */
export function* walk(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** Every use of a component below the node, in document order. */
export const elements = (node: MdxNode, name: string): MdxNode[] =>
  [...walk(node)].filter((candidate) => candidate.name === name);

/** The text below a node as a reader sees it, blocks on lines of their own; code included. */
export function plainText(node: MdxNode): string {
  const own = node.type === 'yaml' || node.type.startsWith('mdxjs') ? '' : (node.value ?? '');
  const children = node.children ?? [];
  const separator = isBlock(node) && !children.some(isInline) ? '\n' : '';
  return own + children.map(plainText).join(separator);
}

const isBlock = ({ type }: MdxNode): boolean =>
  ['root', 'mdxJsxFlowElement', 'list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(type);

/** A component written on one line holds its words directly, without a paragraph around them. */
const isInline = ({ type }: MdxNode): boolean =>
  ['text', 'inlineCode', 'emphasis', 'strong', 'link', 'mdxJsxTextElement', 'mdxTextExpression'].includes(
    type,
  );
