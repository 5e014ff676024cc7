import type { APIRoute } from 'astro';
import { library } from '../site/library.ts';

/** The texts that can be tried on the console, by `<slug>/<file>`. */
export const GET: APIRoute = () => {
  const samples = library().runbooks.flatMap(({ slug, data, samples: texts }) =>
    data.samples
      .filter((sample) => sample.try)
      .map(({ file }): [string, string] => [`${slug}/${file}`, texts.get(file) ?? '']),
  );
  return new Response(JSON.stringify(Object.fromEntries(samples)), {
    headers: { 'content-type': 'application/json' },
  });
};
