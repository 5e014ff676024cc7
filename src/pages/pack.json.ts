import type { APIRoute } from 'astro';
import { buildPack } from '../gate/index.ts';
import { library } from '../site/library.ts';

/** The pack that the matcher loads, in the tab and in the terminal. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(buildPack(library())), { headers: { 'content-type': 'application/json' } });
