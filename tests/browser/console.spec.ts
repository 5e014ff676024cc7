import { LANGUAGES } from '../../src/core/text/index.ts';
import { INCIDENTS } from './incidents.ts';
import { DESKTOP, PHONE, expect, paste, sample, saved, test } from './support.ts';

for (const { slug, text } of INCIDENTS) {
  for (const language of LANGUAGES) {
    for (const viewport of [DESKTOP, PHONE]) {
      test(`${slug} comes first, its first step in view (${language}, ${viewport.width}×${viewport.height})`, async ({
        page,
        guard,
      }) => {
        await page.setViewportSize(viewport);
        await page.goto(`/${language}/`);
        await saved(page);
        const before = guard.requests.length;
        await paste(page, text);
        await expect(page.locator('[data-runbook]').first()).toHaveAttribute('data-runbook', slug);
        const first = page.locator('.best .first');
        await expect(first.locator('a[data-open]')).toBeInViewport({ ratio: 1 });
        await expect(first.locator('pre')).toBeInViewport({ ratio: 1 });
        expect(guard.requests.slice(before)).toEqual([]);
      });
    }
  }
}

test('the root of the site is the console', async ({ page }) => {
  await page.goto('/');
  await paste(page, INCIDENTS[0]?.text ?? '');
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    INCIDENTS[0]?.slug ?? '',
  );
});

test('a reader of Chinese is sent from the root to the Chinese console', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${site.address}/`);
  await expect(page).toHaveURL(`${site.address}/zh/`);
  await context.close();
});

test('every line is judged, and the spans of what matched are marked', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, sample('apiserver-localhost-dns', 'boot.log'));
  const fatal = page.locator('li.line', { hasText: 'F0614' });
  await expect(fatal).toHaveAttribute('data-verdict', 'cause');
  await expect(fatal.locator('mark').first()).toContainText('Unable to perform initial IP allocation check');
  await expect(page.locator('.summary')).toContainText('1.20.11–1.20.15, 1.21.6–1.21.14');
});

test('Enter opens the best match at its step, and the paste goes along, in the tab only', async ({
  page,
}) => {
  await page.goto('/en/');
  await paste(page, sample('apiserver-duplicate-health-check', 'start.log'));
  await expect(page.locator('.best')).toBeVisible();
  await page.locator('textarea[name="paste"]').press('Enter');
  await expect(page).toHaveURL(/\/en\/runbooks\/apiserver-duplicate-health-check\/#s-list$/);
  await expect(page.locator('#s-list')).toBeInViewport();
  await expect(page.locator('.reader [data-runbook]')).toHaveAttribute(
    'data-runbook',
    'apiserver-duplicate-health-check',
  );
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]),
  );
  expect(kept).not.toContain('pathrecorder');
});

test.describe('a slow network', () => {
  // What the worker of the site fetches cannot be held back.
  test.use({ serviceWorkers: 'block' });

  for (const gone of [false, true])
    test(`an answer that comes late ${gone ? 'leaves a reader where they have gone' : 'keeps the step in view'}`, async ({
      page,
    }) => {
      await page.goto('/en/');
      await paste(page, sample('apiserver-duplicate-health-check', 'start.log'));
      await expect(page.locator('.best')).toBeVisible();
      const { promise: held, resolve: release } = Promise.withResolvers<void>();
      await page.route('**/pack.json', async (route) => {
        await held;
        await route.continue();
      });
      await page.locator('.best a[data-open]').click();
      const step = page.locator('#s-list');
      await expect(step).toBeInViewport();
      if (gone) {
        await page.mouse.move(200, 300);
        await page.mouse.wheel(0, 20_000);
        await expect(step).not.toBeInViewport();
      }
      release();
      await expect(page.locator('.reader [data-runbook]')).toBeVisible();
      await page.waitForTimeout(200);
      if (gone) await expect(step).not.toBeInViewport();
      else await expect(step).toBeInViewport();
    });
});

test('values of the paste fill the commands of the page, with the line that they came from', async ({
  page,
}) => {
  await page.goto('/en/');
  await paste(page, sample('unavailable-apiservice', 'table.txt'));
  await page.locator('.best a[data-open]').click();
  await expect(page.locator('input[name="apiservice"]')).toHaveValue('v1beta1.metrics.k8s.io');
  await expect(page.locator('.chip', { hasText: 'v1beta1.metrics.k8s.io' })).toContainText('line');
  await expect(page.locator('#s-backup pre').first()).toContainText('v1beta1.metrics.k8s.io');
});

test('a sample of the list can be tried', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('select[data-samples]').selectOption({ index: 1 });
  await expect(page.locator('.best')).toBeVisible();
});

test('a real paste anywhere on the page reaches the console', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), INCIDENTS[2]?.line ?? '');
  await page.locator('body').press('Control+V');
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    'kubelet-never-registers',
  );
});

test('a dropped file is read without entering the page', async ({ page }) => {
  await page.goto('/en/');
  const lines = sample('apiserver-localhost-dns', 'boot.log').repeat(200);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'kube-apiserver.log'));
    return data;
  }, lines);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    'apiserver-localhost-dns',
  );
  await expect(page.locator('.status')).toContainText('kube-apiserver.log');
  await expect(page.locator('textarea[name="paste"]')).toHaveValue('');
});

test('what no signature knows is called not known, and every line is still judged', async ({ page }) => {
  await page.goto('/en/');
  await paste(
    page,
    'E1121 10:00:00.000000       1 widget.go:12] the frobnicator is upset\nsome other text\n',
  );
  await expect(page.locator('.matches h2')).toHaveText('Not known');
  await expect(page.locator('li.line[data-verdict="unknown"]')).toHaveCount(2);
});

test('clearing leaves nothing behind', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, INCIDENTS[0]?.text ?? '');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('textarea[name="paste"]')).toHaveValue('');
  await expect(page.locator('.result')).toHaveCount(0);
});
