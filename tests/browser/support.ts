import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type BrowserContext, type Page, test as base, expect } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A server of the built site that a test can stop. */
export interface Site {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

async function start(): Promise<Site> {
  const { server, address } = await serve(join(ROOT, 'dist'), 20_000 + Math.floor(Math.random() * 20_000));
  return { address, stop: () => close(server) };
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

interface Fixtures {
  /** A site of the test's own. */
  readonly ownSite: Site;
  /** Fails the test for a console error, a policy violation, a page error or a request to another origin. */
  readonly guard: Guard;
}

/** What the page did that no page of ours may do. */
export interface Guard {
  readonly complaints: string[];
  /** Addresses that the page asked for, in order. */
  readonly requests: string[];
}

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await start();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern
  ownSite: async ({}, use) => {
    const site = await start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.address),
  guard: [
    async ({ context }, use) => {
      const guard = watch(context);
      await use(guard);
      expect(guard.complaints).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext): Guard {
  const complaints: string[] = [];
  const requests: string[] = [];
  const origins = new Set<string>();
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['http:', 'https:'].includes(url.protocol)) return;
    requests.push(url.href);
    if (request.isNavigationRequest() && origins.size === 0) origins.add(url.origin);
    if (!origins.has(url.origin)) complaints.push(`request to ${url.origin}`);
  });
  return { complaints, requests };
}

export { expect };

/** A sample of a runbook, as its folder has it. */
export const sample = (slug: string, file: string): string =>
  readFileSync(join(ROOT, 'content', 'runbooks', slug, 'samples', file), 'utf8');

/** Puts a text into the console as a paste does: at once. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('textarea[name="paste"]').fill(text);
}

/** Until the site is saved in this browser, as its own word says. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('fb-offline')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 720 };
