import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { PHONE, expect, sample, test } from './support.ts';

const LOG = sample('apiserver-duplicate-health-check', 'start.log');
const ONCE = LOG.replace('"etcd","etcd"', '"etcd"');

async function open(page: Page, language = 'en'): Promise<void> {
  await page.goto(`/${language}/runbooks/apiserver-duplicate-health-check/`);
  await page.locator('fb-stack').scrollIntoViewIfNeeded();
}

const head = (page: Page, step: string): Locator => page.locator(`#${step} header`);

test('steps say what is recommended now and what is not needed, why, and no longer when the widget is cleared', async ({
  page,
}) => {
  await open(page);
  await expect(head(page, 's-version').locator('.reaction')).toBeHidden();
  await page.locator('fb-stack textarea').fill(LOG);
  await expect(head(page, 's-version')).toContainText('recommended now because of duplicate-proven (stack)');
  await expect(head(page, 's-list')).toContainText('not needed because of duplicate-proven (stack)');
  await expect(page.locator('.step-nav a[href="#s-version"]')).toContainText('recommended now');
  await page.locator('fb-stack textarea').fill(ONCE);
  await expect(head(page, 's-list')).toContainText('not needed because of two-owners (stack)');
  await expect(head(page, 's-version').locator('.reaction')).toBeHidden();
  await page.locator('fb-stack [data-clear]').click();
  await expect(page.locator('.reaction:visible')).toHaveCount(0);
  await expect(page.locator('[data-recommends]')).toHaveCount(0);
});

test('the steps are told to screen readers, and linked below the widget for the keyboard', async ({
  page,
}) => {
  await open(page);
  const status = page.locator('[data-reaction-status]');
  await expect(status).toHaveAttribute('role', 'status');
  await expect(status).toHaveText('');
  await page.locator('fb-stack textarea').fill(LOG);
  await expect(status).toHaveText(
    "recommended now: Step 2 Read the module's version out of the frame's path. not needed: Step 1 Put the list line and the error lines side by side.",
  );
  const link = page.locator('fb-stack + [data-recommends] a');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#s-version$/);
  await page.locator('fb-stack [data-clear]').click();
  await expect(status).toHaveText('');
});

test('a log that two pastes hold is judged anew, in Chinese as well', async ({ page }) => {
  await open(page, 'zh');
  await page.locator('fb-stack textarea').fill(
    LOG.split('\n')
      .slice(1)
      .join('\n')
      .replaceAll(/^.*Installing.*$/gm, ''),
  );
  await expect(head(page, 's-list')).toContainText('现在就做 依据： no-list (stack)');
  await page.locator('fb-stack textarea').fill(LOG);
  await expect(head(page, 's-list')).toContainText('不需要做');
});

test('the marks fit on a phone, and have no serious fault for assistive technology', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page);
  await page.locator('fb-stack textarea').fill(LOG);
  await expect(page.locator('fb-stack + [data-recommends]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await violations(page)).toEqual([]);
});
