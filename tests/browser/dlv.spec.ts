import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PHONE, expect, sample, test } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ROW =
  'root     13128  4.6  1.0 1104416 334280 pts/2  Sl   15:15   1:01 /usr/local/bin/kube-apiserver --v=8 --token=abcdef0123';

test('the four modes of Delve need different steps, and each has its way back', async ({ page }) => {
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill(ROW);
  const result = page.locator('fb-dlv [data-result]');
  await expect(result.locator('[data-block="stop"]')).toBeVisible();
  await page.locator('fb-dlv summary', { hasText: 'Settings' }).click();
  await page.locator('fb-dlv select[name="mode"]').selectOption('attach');
  await expect(result.locator('[data-block="start"]')).toContainText('attach 13128');
  await expect(result.locator('[data-block="stop"]')).toHaveCount(0);
  await expect(result.locator('[data-block="restore"]')).toContainText('pkill -TERM -x dlv');
  await expect(result.locator('.paused')).toContainText('liveness probe');
  await page.locator('fb-dlv select[name="mode"]').selectOption('core');
  await expect(result.locator('[data-block="before"]')).toContainText(
    'gcore -o /root/kube-apiserver.core 13128',
  );
  await expect(result.locator('.paused')).toHaveCount(0);
  await page.locator('fb-dlv select[name="mode"]').selectOption('dap');
  await result.locator('summary', { hasText: 'VS Code' }).click();
  await expect(result.locator('[data-block="vsCode"]')).toContainText('"mode": "exec"');
  await expect(result).not.toContainText('abcdef0123');
});

test('PowerShell gets its own quotes', async ({ page }) => {
  await page.goto('/en/tools/dlv/?shell=powershell');
  await page.locator('fb-dlv textarea').first().fill(ROW);
  await expect(page.locator('fb-dlv [data-block="start"]')).toContainText(
    "exec /usr/local/bin/kube-apiserver '--' '--v=8'",
  );
});

test('what tools say about the binary becomes findings, and the page hears them', async ({ page }) => {
  await page.goto('/en/tools/dlv/?delve=1.21.2');
  await page.evaluate(() => {
    document.addEventListener('faultbook:findings', (event) => {
      (globalThis as unknown as { heard: unknown }).heard = (event as CustomEvent<unknown>).detail;
    });
  });
  await page
    .locator('fb-dlv textarea[name="build"]')
    .fill('/root/kube-apiserver: go1.15.5\n/root/kube-apiserver: ELF 64-bit LSB executable, stripped\n');
  const result = page.locator('fb-dlv [data-result]');
  await expect(result.locator('[data-finding="stripped"]')).toContainText('could not open debug info');
  await expect(result.locator('[data-finding="go-window"]')).toBeVisible();
  await expect(result.locator('[data-build]')).toContainText('needs Delve 1.5.0');
  await expect(result.locator('[data-block]')).toHaveCount(0);
  await page.locator('fb-dlv textarea').first().fill(ROW);
  await expect(result.locator('[data-block="start"]')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { heard: unknown }).heard))
    .toEqual({ widget: 'dlv', findings: ['secrets', 'stripped', 'go-window'] });
});

test('the clock starts when the reader says so, names what has come to pass, and stops', async ({ page }) => {
  await page.clock.install();
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill(ROW);
  await page.clock.runFor(1_000);
  const paused = page.locator('fb-dlv .paused');
  await expect(paused.locator('[role="timer"]')).toHaveCount(0);
  await paused.getByRole('button', { name: 'start the clock' }).click();
  await expect(paused.locator('[role="timer"]')).toContainText('0:00');
  await page.clock.runFor(12_000);
  await expect(paused.locator('[role="timer"]')).toContainText('0:12');
  await expect(paused.locator('li[data-passed]')).toHaveCount(2);
  await expect(paused.locator('li[data-passed]').nth(1)).toContainText('leaderelection lost');
  await expect(page.locator('[aria-live]', { hasText: 'Leaders that talk to this server' })).toHaveCount(1);
  await paused.getByRole('button', { name: 'stop the clock' }).click();
  await expect(paused.locator('[role="timer"]')).toHaveCount(0);
  await expect(paused.locator('li[data-passed]')).toHaveCount(0);
});

test('everything can be done with the keyboard', async ({ page }) => {
  await page.goto('/en/tools/dlv/');
  const area = page.locator('fb-dlv textarea').first();
  await area.focus();
  await page.keyboard.insertText(ROW);
  const start = page.locator('fb-dlv [data-clock]');
  await expect(start).toBeVisible();
  for (
    let presses = 0;
    presses < 40 && !(await start.evaluate((one) => one === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('fb-dlv [role="timer"]')).toBeVisible();
});

test('a result is said by a live region, and nothing that ticks is in one', async ({ page }) => {
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill(ROW);
  const status = page.locator('fb-dlv [data-result] [role="status"]');
  await expect(status).toContainText('with 2 arguments');
  await expect(status).toContainText('1 secret values are masked');
  await page.locator('fb-dlv [data-clock]').click();
  await expect(page.locator('[role="status"] [role="timer"], [aria-live] [role="timer"]')).toHaveCount(0);
});

for (const language of ['en', 'zh']) {
  test(`axe finds nothing in a full result: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/tools/dlv/?every=1&wait=1`);
    await page.locator('fb-dlv textarea').first().fill(sample('debug-apiserver-with-delve', 'ps-remote.txt'));
    await page.locator('fb-dlv textarea[name="build"]').fill('x: go1.20.12\n\tbuild\t-ldflags="-s -w"\n');
    await expect(page.locator('fb-dlv [data-finding="stripped"]')).toBeVisible();
    await page.locator('fb-dlv [data-clock]').click();
    for (const summary of await page.locator('fb-dlv summary').all()) await summary.click();
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run({ runOnly });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    expect(found).toEqual([]);
  });
}

test('on a phone nothing makes the page scroll sideways', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill(sample('debug-apiserver-with-delve', 'ps-local.txt'));
  await expect(page.locator('fb-dlv [data-block="start"]')).toBeVisible();
  for (const summary of await page.locator('fb-dlv summary').all()) await summary.click();
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the worked example, the flags and the table of releases can be read', async ({ page }) => {
    await page.goto('/en/tools/dlv/');
    const widget = page.locator('fb-dlv');
    await widget.locator('summary', { hasText: 'Worked example' }).click();
    await expect(widget.locator('.example pre')).toContainText('exec /usr/local/bin/kube-apiserver -- --v=8');
    await expect(widget.locator('.example .effects')).toContainText('leaderelection lost');
    await widget.locator('summary', { hasText: 'Which Go' }).click();
    await expect(widget.locator('tr', { hasText: '1.20.0–1.20.2' })).toContainText('1.18–1.20');
    await widget.locator('summary', { hasText: '--continue' }).click();
    await expect(widget).toContainText('stands at its first instruction');
  });
});
