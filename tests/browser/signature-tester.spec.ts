import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { DESKTOP, PHONE, expect, sample, saved, test } from './support.ts';

const BOOT = sample('apiserver-localhost-dns', 'boot.log');

const open = async (page: Page, language = 'en'): Promise<void> => {
  await page.goto(`/${language}/tools/signature/`);
  await expect(page.locator('fb-signature button[data-draft]')).toBeVisible();
};

const fill = async (page: Page, name: string, text: string): Promise<void> =>
  page.locator(`fb-signature textarea[name="${name}"]`).fill(text);

test('a wording is tried live: literals and holes marked, values, the literal it is found by', async ({
  page,
}) => {
  await open(page);
  await fill(page, 'heads', 'the quota of <str:thing> is exceeded: ');
  await fill(page, 'tails', 'dial tcp <ip>:<port>');
  await fill(
    page,
    'lines',
    'E: the quota of etcd is exceeded: dial tcp 10.0.0.7:443\nE: the quota of etcd is near\n',
  );
  const result = page.locator('fb-signature [data-result]');
  await expect(result.getByRole('status')).toContainText('1 of 2 lines matches · nothing to mend');
  const [first, second] = [result.locator('.tried > li').first(), result.locator('.tried > li').nth(1)];
  await expect(first.locator('mark')).toHaveText([
    'the quota of ',
    'etcd',
    ' is exceeded: ',
    'dial tcp ',
    '10.0.0.7',
    ':',
    '443',
  ]);
  await expect(first.locator('.capture')).toContainText('thing = etcd <str>');
  await expect(second).toContainText(/25:\s+expected `exceeded: `, found `near`/);
  await expect(result.locator('.wordings li').first()).toContainText('found by the quota of ');
});

test('mistakes are told as the build would, in the language of the page', async ({ page }) => {
  await open(page, 'zh');
  await fill(page, 'heads', 'request failed: connection refused\nbad <number>');
  const wordings = page.locator('fb-signature .wordings');
  await expect(wordings).toContainText('任何程序都会打印的');
  await expect(wordings).toContainText('模式读不懂');
  await expect(page.locator('fb-signature [role="status"]')).toContainText('2 处错误');
});

test('a draft fills the fields, by keyboard alone, and says which runbook has the line already', async ({
  page,
}) => {
  await open(page);
  await fill(page, 'lines', BOOT);
  await page.locator('fb-signature textarea[name="lines"]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('button[data-draft]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('textarea[name="heads"]')).toHaveValue(
    /^Unable to perform initial IP allocation check: /,
  );
  await expect(page.locator('textarea[name="tails"]')).toHaveValue('dial tcp: i/o timeout');
  const matched = page.locator('fb-signature .tried li[data-matches="true"]');
  await expect(matched).toHaveCount(1);
  await expect(matched).toContainText('known to APISRV-BOOT-001 sig-ip-allocation');
});

test('hostile text stays text, and nothing of it is stored or sent', async ({ page, guard }) => {
  await open(page);
  const before = guard.requests.length;
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> \u202eab\u0007 quota exceeded';
  await fill(page, 'heads', '<img src=x onerror=alert(1)>\n\\<script>alert(2)\\</script>\nquota exceeded');
  await fill(page, 'lines', `${hostile}\n${'a'.repeat(200_000)}\n`);
  const result = page.locator('fb-signature [data-result]');
  await expect(result.getByRole('status')).toContainText('1 of 2 lines');
  await expect(result.locator('img, script')).toHaveCount(0);
  await expect(result.locator('mark').first()).toContainText('<script>alert(2)');
  await saved(page);
  const sent = guard.requests.slice(before).map(decodeURIComponent);
  expect(sent.filter((url) => url.includes('quota') || url.includes('alert') || url.includes('?'))).toEqual(
    [],
  );
  expect(page.url()).not.toContain('quota');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    'quota',
  );
});

test('the example works, and is read without script as well', async ({ page, browser, site }) => {
  await open(page);
  await page.getByRole('button', { name: 'Try the example' }).click();
  await expect(page.locator('fb-signature .tried li[data-matches="true"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('fb-signature .tried')).toHaveCount(0);
  await expect(page.locator('textarea[name="heads"]')).toBeFocused();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.address}/en/tools/signature/`);
  await plain.locator('.example summary').click();
  await expect(plain.locator('.example')).toContainText('1 of 12 lines matches');
  await expect(plain.locator('.example')).toContainText('<port>');
  await context.close();
});

for (const viewport of [DESKTOP, PHONE]) {
  test(`it fits ${viewport.width} pixels, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await page.getByRole('button', { name: 'Try the example' }).click();
    await expect(page.locator('fb-signature .tried li').first()).toBeVisible();
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
}
