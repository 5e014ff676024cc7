import type { Locator, Page } from '@playwright/test';
import { expect, sample, saved, test } from './support.ts';

const BOOT = sample('apiserver-localhost-dns', 'boot.log');

const KLOG = (clock: string, letter: string, message: string): string =>
  `${letter}0614 ${clock}       1 server.go:12] ${message}`;

/** Two pods in turns, a loop, a line of JSON, and one that nobody knows. */
const MIXED = [
  `[pod/a/main] ${KLOG('19:56:31.000000', 'I', 'started')}`,
  `[pod/b/main] ${KLOG('19:56:31.500000', 'W', 'slow')}`,
  ...Array.from(
    { length: 40 },
    (_, index) => `[pod/a/main] ${KLOG(`19:56:${32 + (index % 20)}.000000`, 'E', `retry ${index} failed`)}`,
  ),
  '{"level":"error","ts":"2026-06-14T19:57:00.000Z","msg":"request failed","error":"Get \\"http://x\\": dial tcp 10.0.0.7:443: connect: connection refused"}',
  'nobody knows this line',
].join('\n');

async function open(page: Page, text: string, language = 'en'): Promise<Locator> {
  await page.goto(`/${language}/tools/log-reader/`);
  await page.locator('fb-log-reader textarea').fill(text);
  return page.locator('fb-log-reader [data-result]');
}

test('the log reader tells the verdict first: lines, severities, formats, and the gap with its constant', async ({
  page,
  guard,
}) => {
  await page.goto('/en/tools/log-reader/');
  await page.locator('fb-log-reader textarea').focus();
  await saved(page);
  await page.waitForLoadState('networkidle');
  const result = page.locator('fb-log-reader [data-result]');
  const before = guard.requests.length;
  await page.locator('fb-log-reader textarea').fill(BOOT);
  await expect(result.locator('[role="status"]').first()).toContainText('12 lines');
  await expect(result).toContainText('fatal 1');
  await expect(result).toContainText('klog 4');
  await expect(result.locator('.log-gap')).toContainText('30 s');
  await expect(result.locator('.log-gap')).toContainText('client-go dial timeout');
  await expect(result.locator('.log-unread')).toContainText('0 lines not understood');
  expect(guard.requests.slice(before)).toEqual([]);
});

test('the errors of a chosen line are taken apart, the innermost marked', async ({ page }) => {
  const result = await open(page, BOOT);
  await result.locator('.log-row[data-severity="fatal"] button').click();
  const errors = result.locator('.log-errors li');
  await expect(errors.first()).toContainText('Unable to perform initial IP allocation check');
  await expect(errors.last()).toContainText('i/o timeout');
  await expect(errors.last()).toHaveClass('innermost');
  await expect(result.locator('.log-chosen pre')).toContainText('goroutine 2648 [running]:');
});

test('a chosen line of klog leads to the lines of the source that log from its place', async ({
  page,
  guard,
}) => {
  const result = await open(page, BOOT);
  await saved(page);
  await result.locator('.log-row', { hasText: 'secure_serving.go:202' }).locator('button').click();
  const link = result.locator('.log-chosen a', { hasText: 'pkg/server/secure_serving.go:202' });
  await expect(link).toHaveAttribute(
    'href',
    'https://github.com/kubernetes/kubernetes/blob/v1.21.14/staging/src/k8s.io/apiserver/pkg/server/secure_serving.go#L202',
  );
  expect(guard.complaints).toEqual([]);
});

test('lines that repeat are folded, those that nobody knows are counted and can be seen alone', async ({
  page,
}) => {
  const result = await open(page, MIXED);
  await expect(result.locator('.log-repeat')).toContainText('× 40');
  await expect(result.locator('.log-unread')).toContainText('1 line not understood');
  await result.getByRole('button', { name: 'show only these' }).click();
  await expect(result.locator('.log-row')).toHaveCount(1);
  await expect(result.locator('.log-row')).toContainText('nobody knows this line');
});

test('the list is filtered by severity and by source', async ({ page }) => {
  const result = await open(page, MIXED);
  await expect(result.locator('.log-row')).toHaveCount(5);
  await result.getByLabel('At least').selectOption('warning');
  await expect(result.locator('.log-row')).toHaveCount(3);
  const sources = result.getByLabel('Source');
  const names = await sources.locator('option').allTextContents();
  const pod = names.find((name) => name.includes('b')) ?? '';
  await sources.selectOption({ label: pod });
  await expect(result.locator('.log-row')).toHaveCount(1);
  await expect(result.locator('.log-row')).toContainText('slow');
});

test('at most a hundred records are drawn at once, and the others are a step away', async ({ page }) => {
  const text = Array.from({ length: 450 }, (_, index) =>
    KLOG(
      `19:${String(10 + Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.000000`,
      'I',
      `${'abcdefghij'.charAt(index % 10)}${'klmnopqrst'.charAt(Math.floor(index / 10) % 10)}${'uvwxyz'.charAt(Math.floor(index / 100))} happened`,
    ),
  ).join('\n');
  const result = await open(page, text);
  await expect(result.locator('.log-row')).toHaveCount(100);
  await expect(result).toContainText('1 to 100 of 450');
  await result.getByRole('button', { name: 'Later lines' }).click();
  await expect(result).toContainText('101 to 200 of 450');
  await expect(result.locator('.log-row').first()).toContainText('101');
  await result.getByRole('button', { name: 'Earlier lines' }).click();
  await expect(result).toContainText('1 to 100 of 450');
});

test('the lines can be copied as text, JSON and Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const result = await open(page, BOOT);
  const copied = async (form: string): Promise<string> => {
    await result.locator(`button[data-copy="${form}"]`).click();
    await expect(page.locator('#announcer')).toContainText('Copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('text')).toContain('controller.go:161  Unable to perform');
  expect(JSON.parse(await copied('json'))).toMatchObject({ lines: 12, unread: { count: 0 } });
  expect(await copied('markdown')).toMatch(/^\| line \| time \| severity \| message \|\n/);
});

test('a log of nothing known says so, an empty one goes back to the start', async ({ page }) => {
  const result = await open(page, 'nobody\nknows\nthis');
  await expect(result).toContainText('3 lines not understood');
  await expect(result).toContainText('No line is of a log format that is known here');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(result.locator('.log-row')).toHaveCount(0);
});

test('a file is read and never held, with progress and a way to stop', async ({ page }) => {
  await page.goto('/en/tools/log-reader/');
  await page.locator('fb-log-reader textarea').focus();
  const line = `${KLOG('19:56:31.000000', 'I', 'something happened again and again')}\n`;
  await page.waitForLoadState('networkidle');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(
      new File(
        Array.from({ length: 400 }, () => text.repeat(2_000)),
        'large.log',
      ),
    );
    document
      .querySelector('fb-log-reader')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  }, line);
  const result = page.locator('fb-log-reader [data-result]');
  await expect(result.locator('progress')).toBeVisible();
  await expect(result).toContainText('% read');
  await result.getByRole('button', { name: 'Cancel' }).click();
  await expect(result.locator('progress')).toHaveCount(0);
});

test('markup in a log stays text', async ({ page }) => {
  const result = await open(page, KLOG('19:56:31.000000', 'E', '<img src=x onerror=alert(1)> failed'));
  await expect(result.locator('.log-row')).toContainText('<img src=x onerror=alert(1)>');
  await expect(result.locator('img')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [language, words] of [
    ['en', '12 lines, 8 records'],
    ['zh', '12 行，8 条记录'],
  ] as const) {
    test(`the worked example can be read (${language})`, async ({ page }) => {
      await page.goto(`/${language}/tools/log-reader/`);
      const example = page.locator('fb-log-reader .example');
      await expect(example).toContainText(words);
      await expect(example.locator('tbody tr')).toHaveCount(8);
      await expect(page.locator('fb-log-reader button:visible')).toHaveCount(0);
    });
  }
});
