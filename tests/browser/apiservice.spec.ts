import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { PHONE, expect, sample, test } from './support.ts';

const TABLE = sample('unavailable-apiservice', 'table.txt');
const INVENTORY = sample('unavailable-apiservice', 'inventory.txt');
const START = sample('apiserver-duplicate-health-check', 'start.log');
const FORBIDDEN = sample('apiserver-duplicate-health-check', 'forbidden.json');

const YAML = `apiVersion: v1
items:
- apiVersion: apiregistration.k8s.io/v1
  kind: APIService
  metadata:
    name: v1beta1.custom.metrics.k8s.io
  spec:
    group: custom.metrics.k8s.io
    service:
      name: prometheus-adapter
      namespace: monitoring
      port: 443
    version: v1beta1
  status:
    conditions:
    - message: 'failing or missing response from https://10.96.12.3:443/apis/custom.metrics.k8s.io/v1beta1:
        bad status from https://10.96.12.3:443/apis/custom.metrics.k8s.io/v1beta1: 404'
      reason: FailedDiscoveryCheck
      status: "False"
      type: Available
`;

const result = (page: Page, widget: string): Locator => page.locator(`fb-${widget} [data-result]`);

async function readTable(page: Page, text: string): Promise<void> {
  await page.goto('/en/tools/apiservice/');
  await page.locator('fb-apiservice textarea').fill(text);
}

const states = async (page: Page, ...chosen: readonly string[]): Promise<void> => {
  for (const [index, state] of chosen.entries()) {
    await page.locator(`[data-node="${index}"] [data-is="${state}"] input`).check();
  }
};

test('the row of the write-up is explained, with what breaks and commands that are filled in', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await readTable(page, TABLE);
  const shown = result(page, 'apiservice');
  await expect(shown.getByRole('status')).toHaveText(
    '1 of 1 not available: v1beta1.metrics.k8s.io (MissingEndpoints).',
  );
  await expect(shown.locator('tbody tr')).toContainText([
    'v1beta1.metrics.k8s.io kube-system/metrics-server',
  ]);
  await expect(shown).toContainText('no ready pod stands behind the port');
  await expect(shown).toContainText('HPAs on CPU or memory stop scaling');
  await shown.locator('summary', { hasText: 'What breaks while' }).click();
  for (const words of ['Namespaces stay in', 'garbage collector', 'Discovery:']) {
    await expect(shown).toContainText(words);
  }
  await page.locator('fb-apiservice summary', { hasText: 'Settings' }).click();
  await page.locator('fb-apiservice input[name="context"]').fill('prod');
  await expect(shown.locator('[data-act="backup"] pre')).toContainText(
    'kubectl --context prod get apiservice',
  );
  await shown.locator('[data-act="backup"] button').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "kubectl --context prod get apiservice v1beta1.metrics.k8s.io -o yaml > apiservice-v1beta1.metrics.k8s.io.yaml && grep -c '^kind: APIService' apiservice-v1beta1.metrics.k8s.io.yaml",
  );
});

test('what deletes can be copied only by a reader who says that the saved file is there', async ({
  page,
}) => {
  await readTable(page, TABLE);
  const remove = result(page, 'apiservice').locator('[data-act="delete"]');
  await expect(remove.getByRole('button')).toBeDisabled();
  await remove.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(remove.getByRole('button')).toBeEnabled();
});

test('YAML, cut, an unknown reason, nothing wrong, and nothing at all are told apart', async ({ page }) => {
  await readTable(page, YAML);
  const shown = result(page, 'apiservice');
  await expect(shown).toContainText('does not serve this group and version');
  const area = page.locator('fb-apiservice textarea');
  await area.fill('v1.x.io  a/b  False (ReasonOfTomorrow)  5s\n');
  await expect(shown.getByRole('status')).toContainText('v1.x.io (ReasonOfTomorrow)');
  await expect(shown).toContainText('Not a reason that kube-aggregator');
  await area.fill('v1beta1.metrics.k8s.io  kube-system/metrics-server  False (Missing');
  await expect(shown.locator('.problems')).toContainText('expected ) after (Missing, found the end');
  await area.fill(Array.from({ length: 42 }, (_, at) => `v1.x${at}.io  Local  True  5d\n`).join(''));
  await expect(shown.getByRole('status')).toHaveText(
    'No unavailable APIService in 42 rows, 42 of them Local.',
  );
  await area.fill('hello');
  await expect(shown.getByRole('status')).toContainText('No APIService found: expected a row');
  await expect(area).toHaveValue('hello');
});

test('the board says that the VIP may fail, which server to use, and whose address stands twice', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/board/');
  await page.locator('fb-board textarea').fill(INVENTORY);
  const status = result(page, 'board').getByRole('status');
  await expect(status).toContainText('master-2 (line 3) and worker-0 (line 4) share 172.22.248.227');
  await states(page, 'down', 'down', 'up');
  await expect(status).toContainText('VIP 172.22.248.239 may fail; use 172.22.248.227 (master-2).');
  await expect(result(page, 'board').locator('pre')).toHaveText(
    'kubectl --server https://172.22.248.227:6443 get nodes',
  );
  await page.getByLabel('Its health check').selectOption({ index: 1 });
  await expect(status).toContainText('is not known to work');
  await page.locator('[data-settings-link]').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/en\/tools\/board\/\?nodes=down,down,up&check=readyz$/,
  );
});

test('the board is set by keyboard alone, and a link brings states back without addresses', async ({
  page,
}) => {
  await page.goto('/en/tools/board/?nodes=down,up&balancer=up&check=none');
  await page.locator('fb-board textarea').focus();
  await expect(page.locator('[data-node]')).toHaveCount(2);
  await expect(page.locator('[data-node="0"] [data-is="down"] input')).toBeChecked();
  await page.locator('[data-node="0"] [data-is="down"] input').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-node="0"] [data-is="up"] input')).toBeChecked();
  await expect(result(page, 'board').getByRole('status')).toContainText('works; keep it');
});

test('a log proves the duplicate, and a 403 is not evidence of registration', async ({ page }) => {
  await page.goto('/en/tools/health-checks/');
  const area = page.locator('fb-health-checks textarea');
  const shown = result(page, 'health-checks');
  await area.fill(START);
  await expect(shown.getByRole('status')).toContainText('Proven: the list names one check twice (etcd ×2)');
  await expect(shown.locator('tbody tr')).toContainText(['/healthz/etcd 2 1 1']);
  await expect(shown).toContainText('is that of the first registration');
  await area.fill(FORBIDDEN);
  await expect(shown.getByRole('status')).toContainText('403 /readyz/etcd: Not evidence of registration');
});

test('the steps of the runbook react to table and board, and stop when they are cleared', async ({
  page,
}) => {
  await page.goto('/en/runbooks/unavailable-apiservice/');
  await page.locator('fb-apiservice').scrollIntoViewIfNeeded();
  await page.locator('fb-apiservice textarea').fill(TABLE);
  await expect(page.locator('#s-backend header')).toContainText(
    'recommended now because of missing-endpoints (apiservice)',
  );
  await expect(page.locator('#s-restart-dead-apiservers .reaction')).toBeHidden();
  await expect(page.locator('input[name="apiservice"]')).toHaveValue('v1beta1.metrics.k8s.io');
  await page.locator('input[name="ctx"]').fill('prod');
  await page.locator('input[name="master"]').fill('10.0.0.7');
  await expect(page.locator('fb-apiservice [data-act="look"] pre')).toContainText(
    'kubectl --context prod --server https://10.0.0.7:6443 get apiservice',
  );
  await page.locator('fb-board').scrollIntoViewIfNeeded();
  await page.locator('fb-board textarea').fill(INVENTORY);
  await states(page, 'up', 'up', 'up');
  await expect(page.locator('#s-restart-dead-apiservers header')).toContainText(
    'not needed because of all-up (board)',
  );
  await expect(page.locator('#s-backend header')).toContainText('recommended now');
  await page.locator('fb-apiservice [data-clear]').click();
  await expect(page.locator('#s-backend .reaction')).toBeHidden();
  await expect(page.locator('#s-restart-dead-apiservers .reaction')).toBeVisible();
});

test('the widgets fit on a phone, and axe finds nothing on their results', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const all = [
    ['apiservice', TABLE],
    ['board', INVENTORY],
    ['health-checks', START + FORBIDDEN],
  ] as const;
  for (const [widget, text] of all) {
    await page.goto(`/zh/tools/${widget}/`);
    await page.locator(`fb-${widget} textarea`).fill(text);
    await expect(result(page, widget).getByRole('status')).toContainText(/[一-鿿]/);
    await expect(result(page, widget).locator('table, fieldset').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await violations(page)).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the worked examples are readable', async ({ page }) => {
    const all = [
      ['apiservice', '1 of 1 not available: v1beta1.metrics.k8s.io (MissingEndpoints).'],
      ['board', 'VIP 172.22.248.239 may fail; use 172.22.248.227 (master-2).'],
      ['health-checks', 'Proven: the list names one check twice (etcd ×2)'],
    ] as const;
    for (const [widget, words] of all) {
      await page.goto(`/en/tools/${widget}/`);
      await page.locator(`fb-${widget} .example summary`).first().click();
      await expect(page.locator(`fb-${widget} .example`).first()).toContainText(words);
    }
  });
});

test('a result is printed without its buttons', async ({ page }) => {
  await readTable(page, TABLE);
  await expect(result(page, 'apiservice').locator('[data-act="restore"]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(result(page, 'apiservice').locator('[data-act="delete"] pre')).toBeVisible();
  await expect(result(page, 'apiservice').locator('[data-act="delete"] button')).toBeHidden();
  await expect(page.locator('fb-apiservice textarea')).toBeHidden();
});
