/**
 * Makes the README's picture from the real page:
 *
 *     npm run build && node scripts/picture.ts
 *
 * It pastes a sample into the console of the built site, in the system's Chromium, and keeps what is on the screen.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { find } from './programs.mjs';
import { serve } from './serve.mjs';

const ROOT = join(import.meta.dirname, '..');
const SAMPLE = 'content/runbooks/apiserver-localhost-dns/samples/boot.log';

const executablePath = process.env['CHROMIUM'] ?? find(['chromium', 'chromium-browser', 'google-chrome']);
if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to its path');
const { server, address } = await serve(join(ROOT, 'dist'), 4400);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: 'dark' });
await page.goto(`${address}/en/`);
await page.locator('textarea[name="paste"]').fill(readFileSync(join(ROOT, SAMPLE), 'utf8'));
await page.locator('.best').waitFor();
await page.locator('textarea[name="paste"]').evaluate((area) => area.scrollTo(0, 0));
await page.screenshot({ path: join(ROOT, '.github', 'console.png') });
await browser.close();
server.close();
