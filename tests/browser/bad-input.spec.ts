import { gzipSync } from 'node:zlib';
import { expect, paste, sample, test } from './support.ts';

const BOOT = sample('apiserver-localhost-dns', 'boot.log');

for (const [name, bytes] of [
  ['UTF-16, as PowerShell writes it,', Buffer.from(`\ufeff${BOOT}`, 'utf16le')],
  ['gzip, as a rotated log is,', gzipSync(BOOT)],
] as const) {
  test(`a file in ${name} is judged as its text is, and no request is counted before it`, async ({
    page,
  }) => {
    await page.goto('/en/');
    await page.waitForLoadState('networkidle');
    await page
      .locator('fb-triage input[type="file"]')
      .setInputFiles({ name: 'boot.log', mimeType: 'text/plain', buffer: bytes });
    await expect(page.locator('.best')).toHaveAttribute('data-runbook', 'apiserver-localhost-dns');
    await expect(page.locator('fb-triage .status')).toContainText('0 requests sent since you pasted');
  });
}

test('what is packed in another way is named', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('fb-triage input[type="file"]').setInputFiles({
    name: 'logs.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004 and so on'),
  });
  await expect(page.locator('fb-triage [data-result]')).toContainText('unpack it first');
});

test('marks of direction and blanks without width are seen', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, 'E1121 09:00:00.000001       1 a.go:1] open \u202egnp.exe: kube\u200bapi');
  await expect(page.locator('li.line code')).toContainText('open ·gnp.exe: kube·api');
});

test('what no runbook knows goes along to the readers', async ({ page }) => {
  const panic = 'panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:5 +0x18\n';
  await page.goto('/en/');
  await page.waitForLoadState('networkidle');
  await paste(page, panic);
  await page.getByRole('link', { name: 'Read the stack' }).click();
  await expect(page).toHaveURL(/\/tools\/stack\/$/);
  await expect(page.locator('fb-stack [data-result]')).toContainText('panic: boom');
  await page.goBack();
  await page.waitForLoadState('networkidle');
  await paste(page, `${panic}x`);
  await page.getByRole('link', { name: 'Read it as a log' }).click();
  await expect(page.locator('fb-log-reader textarea')).toHaveValue(`${panic}x`);
  await expect(page.locator('fb-log-reader [data-result]')).toContainText('6 lines');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('blank text gets a clear answer and is kept', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, ' \n\n ');
  await expect(page.locator('fb-triage [data-result]')).toContainText('expected at least one line of text');
  await expect(page.locator('textarea[name="paste"]')).toHaveValue(' \n\n ');
});

test('binary data is named as such, and judged as far as it is text', async ({ page }) => {
  await page.goto('/en/');
  const transfer = await page.evaluateHandle(() => {
    const bytes = new Uint8Array(200_000).map((_, index) => (index * 7919) % 256);
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'core.bin'));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('fb-triage [data-result]')).toContainText('Much of this is no text');
  await expect(page.locator('.matches h2')).toHaveText('Not known');
});

test('five megabytes of one line are judged, and the page stays usable', async ({ page }) => {
  await page.goto('/en/');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'.repeat(5_000_000)], 'line.txt'));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.summary')).toContainText('1 line');
  await paste(
    page,
    'W0114 15:32:13.582668   27521 kubelet.go:1318] No api server defined - no node status update will be sent.',
  );
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    'kubelet-never-registers',
  );
});

test('HTML and scripts in a paste stay text', async ({ page }) => {
  await page.goto('/en/');
  const hostile = [
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
    'E1015 22:11:14.283023   13889 pathrecorder.go:107] registered "/<script>window.hacked=1</script>" from goroutine 1 [running]:',
    'main.main()',
    '\t/home/<svg onload=window.hacked=1>/main.go:25 +0x10d',
    '${alert(1)} {{constructor}} javascript:alert(1)',
  ].join('\n');
  await paste(page, hostile);
  await expect(page.locator('.best')).toBeVisible();
  await page.locator('.best a[data-open]').click();
  const stack = page.locator('fb-stack');
  await stack.scrollIntoViewIfNeeded();
  await stack.getByRole('button', { name: 'Use your paste' }).click();
  await expect(stack.locator('[data-result]')).toContainText('1 goroutine');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator('img, svg[onload]')).toHaveCount(0);
  expect(page.url()).not.toContain('script');
});

test('escape sequences of a terminal are shown as dots and move nothing', async ({ page }) => {
  await page.goto('/en/');
  await paste(page, '\u001b]52;c;aGFja2Vk\u0007\u001b[2Jerror: \u202etxt');
  await expect(page.locator('li.line')).toContainText('·]52;c;');
});

test('a long reading can be cancelled, and another paste is answered at once', async ({ page }) => {
  await page.goto('/en/');
  const transfer = await page.evaluateHandle(() => {
    const line = 'I0614 19:56:31.263446       1 controller.go:161] something happened again and again\n';
    const data = new DataTransfer();
    data.items.add(
      new File(
        Array.from({ length: 60 }, () => line.repeat(12_000)),
        'large.log',
      ),
    );
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('progress')).toHaveCount(0);
  await paste(
    page,
    'W0114 15:32:13.582668   27521 kubelet.go:1318] No api server defined - no node status update will be sent.',
  );
  await expect(page.locator('[data-runbook]').first()).toHaveAttribute(
    'data-runbook',
    'kubelet-never-registers',
  );
});

test('the console needs no sideways scroll where 320 px are left of the page, as at 400 % of zoom', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/en/');
  const beyond = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await beyond()).toBe(0);
  await paste(page, `${BOOT}${'x'.repeat(3_000)}`);
  await expect(page.locator('.best')).toBeVisible();
  expect(await beyond()).toBe(0);
});
