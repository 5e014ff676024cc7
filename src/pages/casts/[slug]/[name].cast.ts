import type { APIRoute } from 'astro';
import { library } from '../../../site/library.ts';

/** The recordings of the runbooks, as they were recorded: asked for when somebody plays one. */
export const getStaticPaths = () =>
  library().runbooks.flatMap(({ slug, casts }) =>
    [...casts].map(([file, text]) => ({
      params: { slug, name: file.replace(/\.cast$/, '') },
      props: { text },
    })),
  );

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/x-asciicast' } });
