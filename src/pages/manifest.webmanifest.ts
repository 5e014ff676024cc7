import type { APIRoute } from 'astro';
import { BASE } from '../site/paths.ts';

/** Lets the site be installed like an application. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: 'Faultbook',
      short_name: 'Faultbook',
      start_url: `${BASE}/`,
      scope: `${BASE}/`,
      display: 'standalone',
      background_color: '#12171c',
      theme_color: '#0b646d',
      icons: [{ src: `${BASE}/favicon.svg`, sizes: 'any', type: 'image/svg+xml' }],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
