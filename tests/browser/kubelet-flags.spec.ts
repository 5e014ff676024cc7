import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PHONE, expect, sample, test } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AUDIT = sample('kubelet-never-registers', 'audit.txt');
const RUNBOOK = '/en/runbooks/kubelet-never-registers/';

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

/** How far the page can be scrolled sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a kubelet 1.7.16 with --kubeconfig alone is standalone, its W lines hidden, and its line corrected', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/kubelet-flags/');
  await page.locator('fb-kubelet-flags textarea').fill(AUDIT);
  const result = page.locator('fb-kubelet-flags [data-result]');
  await expect(result).toContainText('kubelet 1.7.16: 1 error, 1 warning.');
  const standalone = result.locator('[data-finding="standalone"]');
  await expect(standalone).toContainText('error: Standalone');
  await expect(standalone.locator('a')).toHaveAttribute(
    'href',
    'https://github.com/kubernetes/kubernetes/issues/40049',
  );
  await expect(result.locator('[data-finding="hidden-severities"]')).toContainText(
    'warning: Only ERROR and FATAL reach the terminal',
  );
  await expect(result.locator('.marked[data-severity="error"]')).toContainText('--kubeconfig=');
  await expect(result.locator('[data-corrected] del')).toContainText('--logtostderr=false');
  await expect(result.locator('[data-corrected] ins').last()).toContainText('--require-kubeconfig');
  await result.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --logtostderr=true --v=2 --require-kubeconfig',
  );
});

test('a chosen version counts more than the paste, and a link holds it and the component only', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/kubelet-flags/?component=kubelet&version=1.8.0');
  await expect(page.locator('fb-kubelet-flags select[name="version"]')).toHaveValue('1.8');
  await page.locator('fb-kubelet-flags textarea').fill(AUDIT);
  const result = page.locator('fb-kubelet-flags [data-result]');
  await expect(result).toContainText('kubelet 1.8: 1 warning.');
  await expect(result.locator('[data-finding="standalone"]')).toHaveCount(0);
  await page.locator('fb-kubelet-flags select[name="version"]').selectOption('1.26');
  await expect(result.locator('[data-finding="removed-flag"]')).toContainText('gone since 1.26');
  await page.getByRole('button', { name: 'Copy link with settings' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/en\/tools\/kubelet-flags\/\?component=kubelet&version=1\.26$/,
  );
});

test('what is wrong is told to the page, and to who listens', async ({ page }) => {
  await page.goto(RUNBOOK);
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('faultbook:findings', (event) => told.push((event as CustomEvent).detail));
  });
  const widget = page.locator('fb-kubelet-flags');
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole('button', { name: 'Try the example' }).click();
  await expect(widget.getByRole('status')).toContainText('1 error, 1 warning', { timeout: 15_000 });
  await expect(widget.getByRole('status')).toContainText('Standalone');
  await expect(page.locator('input[name="pid"]')).toHaveValue('738');
  await expect(page.locator('input[name="kubeconfig"]')).toHaveValue('/etc/kubernetes/kubelet.conf');
  const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  expect(told).toEqual([{ widget: 'kubelet-flags', findings: ['standalone', 'hidden-severities'] }]);
  await widget.getByRole('button', { name: 'Clear' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: unknown[] }).told.at(-1)))
    .toEqual({ widget: 'kubelet-flags', findings: [] });
});

test('the table of severities says which reach the terminal', async ({ page }) => {
  await page.goto('/en/tools/log-visibility/');
  await page.locator('fb-log-visibility textarea').fill('--logtostderr=false');
  const result = page.locator('fb-log-visibility [data-result]');
  await expect(result.getByRole('status')).toContainText('Only ERROR and FATAL reach the terminal');
  const terminal = result.getByRole('row', { name: /^terminal/ }).getByRole('cell');
  await expect(terminal).toHaveText(['– no', '– no', '✔ yes', '✔ yes']);
  await page.locator('fb-log-visibility textarea').fill('--logtostderr=false --stderrthreshold=INFO');
  await expect(result.getByRole('status')).toContainText('Every line reaches the terminal');
});

test('two minors behind are not the cause', async ({ page }) => {
  await page.goto('/en/tools/version-skew/');
  const widget = page.locator('fb-version-skew');
  await widget.locator('input[name="version"]').fill('1.7.16');
  await widget.locator('input[name="servers"]').fill('1.9.11');
  await expect(widget.getByRole('status')).toContainText('2 minors behind kube-apiserver');
  await expect(widget.getByRole('status')).toContainText('not the cause');
  await widget.locator('input[name="servers"]').fill('1.10');
  await expect(widget.getByRole('status')).toContainText('no more than 2 are supported');
  await widget.locator('input[name="servers"]').fill('nine');
  await expect(widget.getByRole('status')).toContainText('found nine');
});

test('everything is reached by keyboard', async ({ page }) => {
  await page.goto('/en/tools/kubelet-flags/');
  await page.locator('fb-kubelet-flags textarea').focus();
  await page.keyboard.insertText('kubelet --kubeconfig=/k --v=2');
  const result = page.locator('fb-kubelet-flags [data-result]');
  await expect(result).toContainText('1 warning');
  const version = page.locator('fb-kubelet-flags select[name="version"]');
  for (let presses = 0; presses < 6; presses++) {
    if (await version.evaluate((select) => select === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('1.7');
  await expect(result.locator('[data-finding="standalone"]')).toContainText('error');
  const copy = result.getByRole('button', { name: 'Copy' });
  for (let presses = 0; presses < 8; presses++) {
    if (await copy.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(copy).toBeFocused();
});

test('a line that is no command is said to be none, and stays', async ({ page }) => {
  await page.goto('/en/tools/kubelet-flags/');
  const area = page.locator('fb-kubelet-flags textarea');
  await area.fill('nothing to see');
  await expect(page.locator('fb-kubelet-flags [data-result]')).toContainText('No flags found');
  await expect(area).toHaveValue('nothing to see');
});

test('hostile flags act nowhere, and secrets are masked', async ({ page }) => {
  await page.goto('/en/tools/kubelet-flags/');
  await page
    .locator('fb-kubelet-flags textarea')
    .fill('kubelet --token=s3cret --x=<img/src/onerror=alert(1)> --v=`2` --token=other');
  const result = page.locator('fb-kubelet-flags [data-result]');
  await expect(result).toContainText('onerror=alert(1)');
  await expect(result).not.toContainText(/s3cret|other/);
  await expect(result.locator('img')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  for (const [tool, tag] of [
    ['kubelet-flags', 'fb-kubelet-flags'],
    ['log-visibility', 'fb-log-visibility'],
  ] as const) {
    test(`${tool} does not scroll sideways`, async ({ page }) => {
      await page.goto(`/zh/tools/${tool}/`);
      await page
        .locator(`${tag} textarea`)
        .fill(`${AUDIT.trimEnd()} --${'x'.repeat(120)}=${'y'.repeat(200)}`);
      await expect(page.locator(`${tag} [data-result]`).getByRole('status')).not.toBeEmpty();
      expect(await sideways(page)).toBe(0);
    });
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the worked example is readable', async ({ page }) => {
    await page.goto('/en/tools/kubelet-flags/');
    await page.locator('fb-kubelet-flags summary').click();
    await expect(page.locator('.example')).toContainText('Standalone: this kubelet has no API server');
    await expect(page.locator('.example ins')).toContainText(['--logtostderr=true', '--require-kubeconfig']);
    await page.goto('/zh/tools/log-visibility/');
    await page.locator('fb-log-visibility summary').click();
    await expect(page.locator('.example table')).toContainText('kubelet.WARNING');
    await page.goto('/en/tools/version-skew/');
    await page.locator('fb-version-skew summary').click();
    await expect(page.locator('.example')).toContainText('2 minors behind kube-apiserver');
  });
});

for (const theme of ['light', 'dark', 'night', 'contrast']) {
  test(`axe finds nothing on results (${theme})`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
    await page.goto('/en/tools/kubelet-flags/');
    await page.locator('fb-kubelet-flags textarea').fill(`${AUDIT.trimEnd()} --frobnicate --cadvisor-port=0`);
    await expect(page.locator('[data-corrected]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/log-visibility/');
    await page.locator('fb-log-visibility textarea').fill(AUDIT);
    await expect(page.locator('[data-result] table')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/en/tools/version-skew/?component=kubelet&version=1.6&servers=1.9');
    await expect(page.locator('[data-verdict="too-old"]')).toBeVisible();
    await page.locator('fb-version-skew summary').click();
    expect(await violations(page)).toEqual([]);
  });
}
