import type { Locator, Page } from '@playwright/test';
import { TOOLS } from '../../src/site/tools.ts';
import { expect, test } from './support.ts';

const widgetOf = (page: Page): Locator => page.locator('main .widget').first();

const toldBy = (page: Page): Locator =>
  widgetOf(page).locator('[role="status"], [aria-live="polite"]').first();

/** Brings the instrument to an answer: by its example, or by what its fields suggest. */
async function tryIt(page: Page, press: (button: Locator) => Promise<void>): Promise<void> {
  const widget = widgetOf(page);
  await widget.scrollIntoViewIfNeeded();
  const example = widget.locator('button[data-sample], button[data-example]').first();
  if ((await example.count()) > 0) {
    await expect(example).toBeVisible();
    await press(example);
  } else {
    for (const field of await widget.locator('input[placeholder]').all())
      await field.fill((await field.getAttribute('placeholder')) ?? '');
  }
  await expect(toldBy(page)).not.toBeEmpty();
}

const isField = (names: ReadonlySet<string>): boolean => names.has('TEXTAREA') || names.has('INPUT');

/** What holds for every instrument alike; what each is for stands in a file of its own. */
for (const [index, { name }] of TOOLS.entries()) {
  const language = index % 2 === 0 ? 'en' : 'zh';

  test.describe(`${name} (${language})`, () => {
    test('is reached and used by keyboard, and tells its answer politely', async ({ page }) => {
      await page.goto(`/${language}/tools/${name}/`);
      await tryIt(page, async (button) => {
        await button.focus();
        await page.keyboard.press('Enter');
      });
      const reached = new Set<string>();
      await page.locator('body').press('Home');
      for (let presses = 0; presses < 60 && !isField(reached); presses++) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate(() => document.activeElement?.tagName ?? ''));
      }
      expect(isField(reached)).toBe(true);
    });

    test('fits a phone, with its example shown', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/${language}/tools/${name}/`);
      await tryIt(page, (button) => button.click());
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });

    test('is printed with its answer, and without its buttons', async ({ page }) => {
      await page.goto(`/${language}/tools/${name}/`);
      await tryIt(page, (button) => button.click());
      await page.emulateMedia({ media: 'print' });
      await expect(widgetOf(page).locator('[data-result]').first()).toBeVisible();
      for (const button of await widgetOf(page).locator('button[data-sample], button[data-example]').all())
        await expect(button).toBeHidden();
    });

    test('has a worked example that is readable without script', async ({ browser, site }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.address}/${language}/tools/${name}/`);
      const example = page.locator('main .widget .example').first();
      await expect(example).toBeAttached();
      const isOpen = (await example.getAttribute('open')) !== null;
      if (!isOpen && (await example.locator('summary').count()) > 0)
        await example.locator('summary').first().click();
      expect((await example.innerText()).length).toBeGreaterThan(40);
      await expect(page.locator('main .widget button:visible')).toHaveCount(0);
      await context.close();
    });
  });
}
