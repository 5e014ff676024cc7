import { LANGUAGES } from '../../src/core/text/index.ts';
import { INCIDENTS } from './incidents.ts';
import { expect, test } from './support.ts';

for (const { id, slug, line, described } of INCIDENTS) {
  for (const language of LANGUAGES) {
    test(`${id}: an error line with other times and ids finds its runbook first (${language})`, async ({
      page,
    }) => {
      await page.goto(`/${language}/search/`);
      await page.locator('fb-search input').first().fill(line);
      const first = page.locator('main [data-hit]').first();
      await expect(first).toContainText(id);
      await first.locator('a').click();
      await expect(page).toHaveURL(new RegExp(`/${language}/runbooks/${slug}/#s-`));
    });

    test(`${id}: a description in ${language} finds its runbook first`, async ({ page }) => {
      await page.goto(`/${language}/search/`);
      await page.locator('fb-search input').first().fill(described[language]);
      await expect(page.locator('main [data-hit]').first()).toContainText(id);
    });
  }

  test(`${id}: a description in Chinese finds it from the English page, too`, async ({ page }) => {
    await page.goto('/en/search/');
    await page.locator('fb-search input').first().fill(described.zh);
    await expect(page.locator('main [data-hit]').first()).toContainText(id);
  });
}

test('the slash key and Ctrl+K open the palette, Escape closes it', async ({ page }) => {
  await page.goto('/en/runbooks/');
  await page.keyboard.press('/');
  await expect(page.locator('#palette')).toBeVisible();
  await expect(page.locator('#palette input')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#palette')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.locator('#palette')).toBeVisible();
});

test('arrow keys choose a hit, Enter opens it at the step', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('Control+k');
  await page.locator('#palette input').fill('APISRV-BOOT-001 s-nsswitch');
  await expect(page.locator('#palette [data-hit]').first()).toContainText('s-nsswitch');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/apiserver-localhost-dns\/#s-nsswitch$/);
  await expect(page.locator('#s-nsswitch')).toBeInViewport();
});

test('a query that stands in no page is answered as such', async ({ page }) => {
  await page.goto('/en/search/');
  await page.locator('fb-search input').first().fill('qwzx vlorp');
  await expect(page.locator('main fb-search')).toContainText('Nothing found');
});

test('several lines pasted into the palette go to the console', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/runbooks/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), INCIDENTS[0]?.text ?? '');
  await page.keyboard.press('/');
  await page.locator('#palette input').press('Control+V');
  await expect(page).toHaveURL(/\/en\/$/);
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    INCIDENTS[0]?.slug ?? '',
  );
});
