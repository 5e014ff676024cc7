import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** Every file of the build with its revision, and the base path: written in by `src/integrations/offline.ts`. */
declare const PRECACHE: { url: string; revision: string | null }[];
declare const BASE: string;

/**
 * After one visit the whole site is in this browser. Pages come out of the saved copy as a whole, so that no page meets
 * files of another build; a new build is saved beside it and waits until the reader switches.
 */
precacheAndRoute(PRECACHE, {
  directoryIndex: 'index.html',
  // Settings of a tool and a search stand in the query: the page is the same.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await matchPrecache(`${BASE}/404.html`)) ?? Response.error();
    }
  }),
);

self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first visit is served by the worker at once: nothing older is in use that a page could lose.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
