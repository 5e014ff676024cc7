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

test('a file is named, and the text that stood there goes: two inputs would belie each other', async ({
  page,
}) => {
  const result = await open(page, BOOT);
  await expect(result).toContainText('12 lines');
  const buffer = Buffer.from(`${KLOG('19:56:31.000000', 'E', 'failed')}\n`);
  const input = page.locator('fb-log-reader input[type="file"]');
  await input.setInputFiles({ name: 'kubelet.log', mimeType: 'text/plain', buffer });
  await expect(result.locator('.log-file')).toHaveText(`kubelet.log, ${buffer.length} B`);
  await expect(result.locator('[role="status"]').first()).toContainText('1 line, 1 record: error 1');
  await expect(page.locator('fb-log-reader textarea')).toHaveValue('');
  await input.setInputFiles({ name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await expect(result).toContainText('There is nothing to read');
  await expect(result.locator('.log-row')).toHaveCount(0);
});

test('of several files it is said that only the first is read', async ({ page }) => {
  await open(page, '');
  await page.evaluate(
    (line) => {
      const data = new DataTransfer();
      data.items.add(new File([line], 'a.log'));
      data.items.add(new File([line], 'b.log'));
      document
        .querySelector('fb-log-reader')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    KLOG('19:56:31.000000', 'I', 'started'),
  );
  const result = page.locator('fb-log-reader [data-result]');
  await expect(result).toContainText('2 files were given; only the first is read.');
  await expect(result.locator('.log-file')).toHaveText(/^a\.log/);
});

test('from error to error by a button, with the line opened and in sight', async ({ page }) => {
  const lines = Array.from({ length: 400 }, (_, index) =>
    KLOG(
      `19:${String(10 + Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.000000`,
      [30, 250, 390].includes(index + 1) ? 'E' : 'I',
      `${'abcdefghij'.charAt(index % 10)}${'klmnopqrst'.charAt(Math.floor(index / 10) % 10)}${'uvwxyz'.charAt(Math.floor(index / 100))} happened`,
    ),
  );
  const result = await open(page, lines.join('\n'));
  await expect(result).toContainText('3 errors listed');
  const next = result.getByRole('button', { name: 'Next error' });
  for (const [at, line] of [
    [1, 30],
    [2, 250],
    [3, 390],
    [1, 30],
  ]) {
    await next.click();
    await expect(result).toContainText(`error ${at} of 3`);
    const chosen = result.locator('.log-choose[aria-expanded="true"]');
    await expect(chosen.locator('.log-number')).toHaveText(String(line));
    await expect(chosen).toBeInViewport();
    await expect(next).toBeFocused();
  }
});

test('the fields of a structured line are in the list, and are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const result = await open(page, KLOG('19:56:31.000000', 'I', '"HTTP" verb="GET" URI="/readyz" resp=500'));
  await expect(result.locator('.log-row')).toContainText('HTTP verb=GET');
  await result.locator('button[data-copy="text"]').click();
  await expect(page.locator('#announcer')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'HTTP  verb=GET  URI=/readyz  resp=500',
  );
});

for (const width of [390, 320])
  test(`nothing of the page stands beyond the edge of a phone, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const result = await open(page, `${MIXED}\n${'x'.repeat(3_000)}`, 'zh');
    await expect(result.locator('.log-row').first()).toBeVisible();
    await page.locator('fb-log-reader .example summary').click();
    await expect(page.locator('fb-log-reader .example td').first()).toBeVisible();
    const beyond = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const drawn = [...document.querySelectorAll('fb-log-reader [data-result] *')];
      const out = drawn.filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
      return { scrolls: scrollWidth - clientWidth, out: out.map(({ outerHTML }) => outerHTML.slice(0, 80)) };
    });
    expect(beyond).toEqual({ scrolls: 0, out: [] });
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
