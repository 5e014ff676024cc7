import { violations } from './axe.ts';
import { expect, paste, sample, test } from './support.ts';

const PAGES = [
  '/en/',
  '/zh/runbooks/apiserver-localhost-dns/',
  '/en/runbooks/debug-apiserver-with-delve/',
  '/en/tools/stack/',
  '/zh/tools/log-reader/',
  '/zh/tools/dlv/',
  '/en/tools/signature/',
  '/en/search/',
  '/en/runbooks/',
  '/en/postmortems/apiserver-lost-localhost/',
  '/en/about/privacy/',
];

for (const path of PAGES) {
  for (const theme of ['light', 'dark', 'night', 'contrast']) {
    test(`axe finds nothing on ${path} (${theme})`, async ({ page }) => {
      await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const theme of ['light', 'dark', 'night']) {
  test(`axe finds nothing on the console with an answer, and on widgets with a result (${theme})`, async ({
    page,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
    await page.goto('/en/');
    await paste(page, sample('apiserver-localhost-dns', 'boot.log'));
    await expect(page.locator('.best')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/stack/');
    await page.locator('fb-stack textarea').fill(sample('apiserver-duplicate-health-check', 'start.log'));
    await expect(page.locator('.goroutine')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/dlv/?every=1');
    await page.locator('fb-dlv textarea').first().first().fill(sample('debug-apiserver-with-delve', 'ps-local.txt'));
    await expect(page.locator('[data-block="start"]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/');
    await page.keyboard.press('/');
    await page.locator('#palette input').fill('nsswitch');
    await expect(page.locator('#palette [data-hit]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('the keyboard alone goes from paste to match to step to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/');
  const text = sample('apiserver-localhost-dns', 'boot.log');
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('p');
  await expect(page.locator('textarea[name="paste"]')).toBeFocused();
  await page.keyboard.press('Control+V');
  await expect(page.locator('.best')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/apiserver-localhost-dns\/#s-/);
  const step = page.locator(`[id="${page.url().split('#')[1]}"]`);
  await expect(step).toBeInViewport();
  await page.keyboard.press('c');
  await expect(page.locator('#announcer')).toHaveText('Copied');
  const code = await step.locator('pre').first().getAttribute('data-code');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test('the answer is told to screen readers', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, sample('apiserver-localhost-dns', 'boot.log'));
  await expect(page.locator('[aria-live="polite"] .best')).toContainText('APISRV-BOOT-001');
});

test('nothing moves for a reader who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en/runbooks/apiserver-localhost-dns/');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});
