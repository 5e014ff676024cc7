import { readdirSync } from 'node:fs';
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
  '/zh/tools/terminal/',
  '/en/search/',
  '/en/runbooks/',
  '/zh/noise/',
  '/en/postmortems/apiserver-lost-localhost/',
  '/en/about/privacy/',
];

const THEMES = ['light', 'dark', 'night', 'contrast'] as const;

/**
 * The runbooks that are not among {@link PAGES}. They are drawn by the same parts, so each is looked at once, in a theme
 * and a language that take turns; together they are as much as three pages in all themes.
 */
const RUNBOOKS = [
  'apiserver-duplicate-health-check',
  'apiserver-loopback-ipv6',
  'certificate-expired',
  'cni-not-ready',
  'coredns-loop',
  'discovery-incomplete',
  'etcd-space-exceeded',
  'kubelet-cgroup-driver',
  'kubelet-never-registers',
  'kubelet-pleg-unhealthy',
  'namespace-terminating',
  'pod-sandbox-failed',
  'unavailable-apiservice',
  'volume-mount-timeout',
  'webhook-unreachable',
];

const LOOKED_AT = [
  ...PAGES.flatMap((path) => THEMES.map((theme) => ({ path, theme }))),
  ...RUNBOOKS.map((slug, index) => ({
    path: `/${index % 2 === 0 ? 'zh' : 'en'}/runbooks/${slug}/`,
    theme: THEMES[Math.floor(index / 2) % THEMES.length] ?? 'light',
  })),
];

test('every runbook is among the pages that axe looks at', () => {
  const paths = LOOKED_AT.map(({ path }) => path);
  const slugs = readdirSync('content/runbooks');
  expect(slugs.filter((slug) => !paths.some((path) => path.endsWith(`/runbooks/${slug}/`)))).toEqual([]);
});

for (const { path, theme } of LOOKED_AT) {
  test(`axe finds nothing on ${path} (${theme})`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
  });
}

/** A line that the noise registry explains away. */
const NOISE =
  'I1121 14:31:05.301554       1 log.go:172] http: TLS handshake error from 10.0.0.20:32772: EOF\n';

for (const theme of ['light', 'dark', 'night']) {
  test(`axe finds nothing on the console with an answer, and on widgets with a result (${theme})`, async ({
    page,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
    await page.goto('/en/');
    await paste(page, sample('apiserver-localhost-dns', 'boot.log'));
    await expect(page.locator('.best')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/');
    await paste(page, NOISE);
    await expect(page.locator('.explained')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/stack/');
    await page.locator('fb-stack textarea').fill(sample('apiserver-duplicate-health-check', 'start.log'));
    await expect(page.locator('.goroutine')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/dlv/?every=1');
    await page.locator('fb-dlv textarea').first().fill(sample('debug-apiserver-with-delve', 'ps-local.txt'));
    await expect(page.locator('[data-block="start"]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/terminal/');
    const colours = Array.from(
      { length: 8 },
      (_, n) => `\\u001b[3${n}mfront\\u001b[0m \\u001b[4${n}mback\\u001b[0m`,
    );
    await page
      .locator('fb-terminal textarea')
      .fill(`{"version": 2, "width": 90, "height": 3}\n[0.1, "o", "${colours.join(' ')} \\u001b[2mdim"]\n`);
    await expect(page.locator('fb-terminal [data-result] .session')).toContainText('dim');
    await page.locator('fb-terminal [data-play]').click();
    await expect(page.locator('fb-terminal .screen')).toContainText('dim');
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
