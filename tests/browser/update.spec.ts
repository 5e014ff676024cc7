import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { ROOT, expect, saved, test } from './support.ts';

const PORT = 41_000;

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

/** The same site as another build would leave it: one page with other words, and a worker that lists it. */
function buildAgain(folder: string): void {
  const page = join(folder, 'en', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>', '<title>second build, '));
  const worker = join(folder, 'service-worker.js');
  const listed = readFileSync(worker, 'utf8');
  const changed = listed.replace(/(\/en\/index\.html`,revision:`)\w+/, '$1changed');
  expect(changed).not.toBe(listed);
  writeFileSync(worker, changed);
}

test('a new version is offered, and taken only when the reader says so', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'faultbook-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  const first = await serve(folder, PORT);
  await page.goto(`${first.address}/en/`);
  await saved(page);
  await stop(first.server);
  buildAgain(folder);
  const second = await serve(folder, Number(new URL(first.address).port));
  try {
    await page.reload();
    const offer = page.locator('fb-offline button');
    await expect(offer).toBeVisible({ timeout: 20_000 });
    await expect(page).not.toHaveTitle(/second build/);
    await page.reload();
    await expect(page).not.toHaveTitle(/second build/);
    await offer.click();
    await expect(page).toHaveTitle(/second build/, { timeout: 20_000 });
  } finally {
    await stop(second.server);
    rmSync(folder, { recursive: true });
  }
});
