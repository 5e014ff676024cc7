import type { Page } from '@playwright/test';
import { expect, sample, test } from './support.ts';

const STACK = sample('apiserver-duplicate-health-check', 'start.log');

const goroutine = (id: number, state: string, own: string, args = '0xc000010000'): string =>
  [
    `goroutine ${id} [${state}]:`,
    `sync.(*Mutex).Lock(${args})`,
    '\t/usr/lib/go-1.19/src/sync/mutex.go:90 +0x1',
    `main.${own}(${args})`,
    '\t/home/u/app/main.go:7 +0x1',
    'created by main.main in goroutine 1',
    '\t/home/u/app/main.go:40 +0x1',
    '',
    '',
  ].join('\n');

/** 47 goroutines wait for one lock, the others each do something of their own. */
const DUMP = [
  'SIGQUIT: quit\n\n',
  ...Array.from({ length: 47 }, (_, index) =>
    goroutine(100 + index, `semacquire, ${index + 1} minutes`, 'lock'),
  ),
  ...Array.from({ length: 200 }, (_, index) =>
    goroutine(1_000 + index, 'select', `f${index}`, `0x${index + 1}`),
  ),
  'nobody knows this line\n',
].join('');

/** As a paste does: typing thousands of lines, as `fill` does, takes Chromium half a minute. */
const put = (page: Page, text: string): Promise<void> =>
  page.locator('fb-stack textarea').evaluate((area: HTMLTextAreaElement, value) => {
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/** The widget is there once its buttons are. */
const open = async (page: Page): Promise<void> => {
  await page.goto('/en/tools/stack/');
  await expect(page.locator('fb-stack button[data-clear]')).toBeVisible();
};

test('goroutines that are alike are one row, with how many wait, for how long, and on what', async ({
  page,
}) => {
  await open(page);
  await put(page, DUMP);
  const result = page.locator('fb-stack [data-result]');
  await expect(result).toContainText('247 goroutines');
  await expect(result).toContainText('SIGQUIT: quit');
  await expect(result).toContainText('1 line not understood');
  const first = result.locator('.buckets > li').first();
  await expect(first.locator('summary')).toContainText('47 goroutines [semacquire, 1–47 minutes]');
  await expect(first.locator('summary')).toContainText('main.lock');
  await first.locator('summary').click();
  await expect(first).toContainText('all share: 0xc000010000 (#1)');
  await expect(first.locator('.own')).toContainText('main.lock');
  await expect(result.locator('.waits li').first()).toContainText('47 minutes · goroutine 146');
});

test('a long list is drawn in windows, and its goroutines can be those of one state', async ({ page }) => {
  await open(page);
  await put(page, DUMP);
  const result = page.locator('fb-stack [data-result]');
  const rows = result.locator('.buckets > li');
  await expect(rows).toHaveCount(50);
  await expect(result).toContainText('1–50 of 201 buckets with 247 goroutines');
  await result.getByRole('button', { name: 'Next' }).click();
  await expect(result).toContainText('51–100 of 201 buckets');
  await expect(rows).toHaveCount(50);
  await result.getByLabel('State').selectOption('semacquire');
  await expect(result).toContainText('1–1 of 1 bucket with 47 goroutines');
  await expect(rows).toHaveCount(1);
});

test('the levels are switched by the keyboard', async ({ page }) => {
  await open(page);
  await put(page, DUMP);
  const result = page.locator('fb-stack [data-result]');
  const own = result.getByRole('button', { name: 'own frame' });
  await expect(result.getByRole('button', { name: 'calls alone' })).toHaveAttribute('aria-pressed', 'true');
  await own.focus();
  await page.keyboard.press('Enter');
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(result).toContainText('of 201 buckets');
});

test('the buckets are copied as text, Markdown and JSON', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await put(page, DUMP);
  const result = page.locator('fb-stack [data-result]');
  const copied = async (name: string): Promise<string> => {
    await result.getByRole('button', { name }).click();
    await expect(page.locator('#announcer')).toHaveText('Copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Copy as text')).toContain('47 goroutines [semacquire, 1–47 minutes]\n');
  expect(await copied('Copy as Markdown')).toContain(
    '| 47 | semacquire | 1–47 | `main.lock` /home/u/app/main.go:7 |',
  );
  expect(JSON.parse(await copied('Copy as JSON'))).toMatchObject({ goroutines: 247, level: 'frames' });
});

test('a dump in a file is read in the worker, tells how far it is, and can be given up', async ({ page }) => {
  await page.goto('/en/tools/stack/');
  const widget = page.locator('fb-stack');
  const large = Buffer.from(DUMP.repeat(600));
  const file = { name: 'goroutines.txt', mimeType: 'text/plain', buffer: large };
  await expect(widget.getByRole('button', { name: 'Open a file' })).toBeVisible();
  await widget.locator('input[type="file"]').setInputFiles(file);
  await expect(widget.locator('progress')).toBeVisible();
  await expect(widget.locator('.file')).toHaveText(/^goroutines.txt, \d+\.\d MB$/);
  await widget.getByRole('button', { name: 'Cancel' }).click();
  await expect(widget.locator('[data-result]')).toContainText('Cancelled');
  await expect(widget.locator('.buckets')).toHaveCount(0);

  await widget.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.from(DUMP) });
  await expect(widget.locator('[data-result]')).toContainText('247 goroutines');
});

test('a traceback of another language is read as well, and a text without a stack has its own answer', async ({
  page,
}) => {
  await page.goto('/zh/tools/stack/');
  const area = page.locator('fb-stack textarea');
  const result = page.locator('fb-stack [data-result]');
  await area.fill(
    'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in main\n    f()\nValueError: no\n',
  );
  await expect(result).toContainText('1 个调用栈，1 个栈帧');
  await expect(result).toContainText('ValueError: no');
  await area.fill('nothing to see\n');
  await expect(result).toContainText('没有找到调用栈');
  await expect(result).toContainText('1 行未能识别');
});

test('a text that is edited dims its result until it is read again', async ({ page }) => {
  await page.goto('/en/tools/stack/');
  const area = page.locator('fb-stack textarea');
  await area.fill(STACK);
  await expect(page.locator('fb-stack .report')).toContainText('14 frames');
  await put(page, DUMP);
  await expect(page.locator('fb-stack .report:not(.stale)')).toContainText('247 goroutines');
});
