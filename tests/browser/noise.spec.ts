import { expect, paste, test } from './support.ts';

const LINE =
  'E1121 14:31:05.301554    2210 dns.go:136] Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: 10.0.0.2 10.0.0.3 10.0.0.4\n';

test('a line of the registry is explained away in the console, and leads to its entry', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, LINE);
  await expect(page.locator('.matches h2')).toHaveText('Not known');
  await expect(page.locator('[data-noise="n-nameserver-limits"]')).toContainText('Not harmless if');
  await expect(page.locator('.line')).toHaveAttribute('data-verdict', 'noise');
  await page.locator('.line a.badge').click();
  await expect(page).toHaveURL(/\/en\/noise\/#n-nameserver-limits$/);
  await expect(page.locator('#n-nameserver-limits')).toBeInViewport();
});

test('the permanent address goes on to the language of the reader, at the same entry', async ({ page }) => {
  await page.goto('/noise/#n-optimistic-lock');
  await expect(page).toHaveURL(/\/(en|zh)\/noise\/#n-optimistic-lock$/);
});

test('the keys g n go to the registry, and g t to the tools', async ({ page }) => {
  /** A page hears keys once its script runs. */
  const go = (key: string, address: RegExp): Promise<void> =>
    expect(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect(page).toHaveURL(address, { timeout: 2_000 });
    }).toPass();
  await page.goto('/zh/');
  await go('n', /\/zh\/noise\/$/);
  await go('t', /\/zh\/tools\/$/);
});

test('the registry can be read without scripts, on a phone without scrolling sideways', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/zh/noise/');
  await expect(page.locator('.noise-entry')).toHaveCount(19);
  const entry = page.locator('#n-image-back-off');
  await expect(entry).toContainText('crictl pull');
  const width = await page.locator('html').evaluate((root) => root.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await context.close();
});

test('an entry is found by its words', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  await page.locator('#palette input').fill('optimistic lock object has been modified');
  await expect(
    page.locator('#palette [data-hit]', { hasText: 'the object has been modified' }).first(),
  ).toBeVisible();
});
