import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** Every page of the content, compiled when it is asked for. */
const PAGES = import.meta.glob<{ default: AstroComponentFactory }>('/content/*/*/*.mdx');

/** The component of an MDX file, given its path in the repository. */
export async function prose(file: string): Promise<AstroComponentFactory> {
  const load = PAGES[`/${file}`];
  if (!load) throw new Error(`no such page: ${file}`);
  return (await load()).default;
}
