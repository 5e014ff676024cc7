import { expect, sample, test } from './support.ts';

const STACK = sample('apiserver-duplicate-health-check', 'start.log');

test('the stack reader folds frames by module, finds the first that is no library, and proves the duplicate', async ({
  page,
}) => {
  await page.goto('/en/tools/stack/');
  await page.locator('fb-stack textarea').fill(STACK);
  const result = page.locator('fb-stack [data-result]');
  await expect(result).toContainText('Proven: the list names one check twice (etcd ×2)');
  await expect(result).toContainText('1 goroutine, 14 frames');
  await expect(result).toContainText('main.main');
  for (const module of [
    'k8s.io/apiserver@v0.17.3',
    'sigs.k8s.io/apiserver-builder-alpha@v1.17.0',
    'github.com/spf13/cobra@v0.0.5',
  ]) {
    await expect(result.locator('.group summary', { hasText: module }).first()).toBeVisible();
  }
  await expect(result.locator('a').first()).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/kubernetes\/apiserver\/blob\/v0\.17\.3\/.+#L\d+$/,
  );
  await expect(result).toContainText('1.17.0–1.17.8');
});

test('the same trace with the check once in the list proves no duplicate', async ({ page }) => {
  await page.goto('/en/tools/stack/');
  await page.locator('fb-stack textarea').fill(STACK.replace('"etcd","etcd"', '"etcd"'));
  const result = page.locator('fb-stack [data-result]');
  await expect(result).toContainText('Not a repeated check');
  await expect(result).not.toContainText('Proven');
});

test('half a stack is read as far as it goes, and its end is named', async ({ page }) => {
  await page.goto('/en/tools/stack/');
  const half = `${STACK.split('\n').slice(0, 11).join('\n')}\nwhat is this line\n`;
  await page.locator('fb-stack textarea').fill(half);
  const result = page.locator('fb-stack [data-result]');
  await expect(result).toContainText('5 frames');
  await expect(result).toContainText('the stack breaks off');
  await expect(result).toContainText('1 line not understood');
});

test('a paste of the page can be read by its widget', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('textarea[name="paste"]').fill(STACK);
  await page.locator('.best a[data-open]').click();
  await expect(page.locator('.reader [data-runbook]')).toBeVisible();
  await page.mouse.wheel(0, 10);
  await page.locator('fb-stack').scrollIntoViewIfNeeded();
  await page.locator('fb-stack').getByRole('button', { name: 'Use your paste' }).click();
  await expect(page.locator('fb-stack [data-result]')).toContainText('14 frames');
});

test('a process of ps is rebuilt under Delve on loopback, with tunnel, configurations and the way back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill(sample('debug-apiserver-with-delve', 'ps-local.txt'));
  const result = page.locator('fb-dlv [data-result]');
  await expect(result).toContainText('with 39 arguments, unchanged and in order');
  await expect(result.locator('[data-block="start"]')).toContainText('--listen=127.0.0.1:2345');
  await expect(result.locator('[data-block="start"]')).toContainText(
    "'--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$'",
  );
  await expect(result.locator('[data-block="tunnel"]')).toContainText('fill in the node');
  await page.locator('fb-dlv summary', { hasText: 'Settings' }).click();
  await page.locator('fb-dlv input[name="node"]').fill('root@10.50.8.27');
  await expect(result.locator('[data-block="tunnel"]')).toContainText(
    'ssh -N -L 2345:127.0.0.1:2345 root@10.50.8.27',
  );
  await result.locator('summary', { hasText: 'VS Code' }).click();
  await expect(result.locator('[data-block="vsCode"]')).toContainText('"substitutePath"');
  await expect(result.locator('[data-block="restore"]')).toBeVisible();
  await result.locator('[data-block="start"] button').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^dlv .+ exec .+kube-apiserver -- /,
  );
});

test('listening on every interface is said to be dangerous', async ({ page }) => {
  await page.goto('/en/tools/dlv/?every=1&shell=fish');
  await page.locator('fb-dlv textarea').first().fill('/usr/local/bin/kube-apiserver --v=2');
  await expect(page.locator('.exposed')).toContainText('Delve asks for no password');
  await expect(page.locator('fb-dlv select[name="shell"]')).toHaveValue('fish');
});

test('secrets are masked on the screen and whole in the copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/dlv/');
  await page
    .locator('fb-dlv textarea')
    .first()
    .fill('/usr/bin/kube-apiserver --bootstrap-token=abcdef.0123 --v=2');
  await expect(page.locator('fb-dlv [data-result]')).not.toContainText('abcdef.0123');
  await page.locator('[data-block="start"] button').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '--bootstrap-token=abcdef.0123',
  );
});

test('a link with settings holds settings, and nothing of the paste', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/dlv/');
  await page.locator('fb-dlv textarea').first().fill('/usr/bin/kube-apiserver --secret-thing=1');
  await page.locator('fb-dlv summary', { hasText: 'Settings' }).click();
  await page.locator('fb-dlv input[name="node"]').fill('root@10.1.2.3');
  await page.locator('fb-dlv input[name="port"]').fill('4000');
  await page.getByRole('button', { name: 'Copy link with settings' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/en\/tools\/dlv\/\?shell=bash&port=4000$/);
});

test('ps output cut at 80 columns is said to be cut, and a listing of names has no arguments', async ({
  page,
}) => {
  await page.goto('/en/tools/dlv/');
  const row =
    'root     13128  4.6  1.0 1104416 334280 pts/2  Sl   15:15   1:01 /opt/k8s/kube-apiserver --authorization-mode=Node';
  await page.locator('fb-dlv textarea').first().fill(row.slice(0, 80));
  await expect(page.locator('.problems')).toContainText('cut off');
  await page.locator('fb-dlv textarea').first().fill('13128 pts/2    00:00:32 kube-apiserver');
  await expect(page.locator('.problems')).toContainText('name only');
  await page.locator('fb-dlv textarea').first().fill('nothing that is a command');
  await expect(page.locator('fb-dlv [data-result]')).toContainText('No command line found');
});
