import { defineMdastPlugin } from 'satteri';

/**
 * Turns every fence of an MDX page into the part `Code`, so that highlighting, variables and copying are ours: Shiki as
 * Markdown uses it would write style attributes, which the site's policy forbids.
 */
export const fences = defineMdastPlugin({
  name: 'fences',
  code(node, context) {
    if (context.sourceFormat !== 'mdx') return;
    context.replaceNode(node, {
      type: 'mdxJsxFlowElement',
      name: 'Code',
      attributes: [
        { type: 'mdxJsxAttribute', name: 'code', value: node.value },
        { type: 'mdxJsxAttribute', name: 'lang', value: node.lang ?? 'text' },
      ],
      children: [],
    });
  },
});
