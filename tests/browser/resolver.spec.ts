import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { PHONE, expect, sample, test } from './support.ts';

const SLUG = 'apiserver-localhost-dns';
const BOOK = `/en/runbooks/${SLUG}/`;
const THREE = 'nameserver 10.222.0.10\nnameserver 10.222.0.11\nnameserver 10.222.0.12\n';

const resolver = (page: Page) => page.locator('fb-resolver');
const verdict = (page: Page) => resolver(page).locator('.resolver-verdict');

/** What the widgets of the page tell it, from now on. */
const hear = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('faultbook:findings', (event) => heard.push((event as CustomEvent).detail));
  });
const heard = (page: Page): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.at(-1));

test('the output of the step, pasted into any field, is simulated: three silent nameservers are a race', async ({
  page,
}) => {
  await page.goto('/en/tools/resolver/');
  await hear(page);
  await resolver(page).locator('textarea[name="hosts"]').fill(sample(SLUG, 'files.txt'));
  await expect(verdict(page)).toContainText('A race at 30.0 s');
  await expect(verdict(page)).toHaveAttribute('aria-live', 'polite');
  await expect(resolver(page).locator('textarea[name="resolvConf"]')).toHaveValue(THREE);
  const rows = resolver(page).locator('.timeline tbody tr');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(5)).toContainText(
    /25\.0 s – 30\.0 s\s+10\.222\.0\.12\s+A, AAAA localhost\.\s+no answer/,
  );
  await expect(rows.nth(6)).toContainText('not reached within the limit');
  await expect(rows.first().locator('path.limit')).toHaveAttribute('d', /^M95\.2/);
  expect(await heard(page)).toEqual({
    widget: 'resolver',
    findings: ['dns-before-files', 'no-hosts-line', 'lookup-times-out', 'race'],
  });
});

test('an nsswitch.conf that asks files first, or Go 1.16, ends the wait', async ({ page }) => {
  await page.goto('/en/tools/resolver/');
  await resolver(page).locator('textarea[name="resolvConf"]').fill(THREE);
  await expect(verdict(page)).toContainText('A race');
  await resolver(page).locator('textarea[name="nsswitch"]').fill('hosts: files dns\n');
  await expect(verdict(page)).toContainText(
    'Resolved after 0.0 s: ::1, 127.0.0.1, from /etc/hosts (no query is sent)',
  );
  await resolver(page).locator('textarea[name="nsswitch"]').fill('');
  await expect(verdict(page)).toContainText('A race');
  await resolver(page).getByText('Program').click();
  await resolver(page).locator('select[name="go"]').selectOption('1.16');
  await expect(verdict(page)).toContainText('Resolved after 0.0 s');
});

test('nameservers are chosen one by one; a line that says nothing is named', async ({ page }) => {
  await page.goto('/en/tools/resolver/');
  await resolver(page)
    .locator('textarea[name="resolvConf"]')
    .fill(`${THREE}nameserver 10.0.0.4\nsearch a.example\n`);
  await expect(verdict(page)).toContainText('Fails after 30.0 s: the lookup needs 60.0 s');
  await expect(resolver(page).locator('.problems')).toContainText('at most 3 nameservers, found 10.0.0.4');
  await resolver(page).getByText('Nameservers', { exact: true }).click();
  await resolver(page).locator('select[name="server1"]').selectOption('answers');
  await expect(verdict(page)).toContainText('203.0.113.7, from DNS');
  await resolver(page).locator('input[name="answer"]').fill('no address');
  await expect(resolver(page).locator('input[name="answer"]')).toHaveAttribute('aria-invalid', 'true');
  await resolver(page).getByText('Program').click();
  await resolver(page).locator('select[name="build"]').selectOption('cgo');
  await resolver(page).locator('select[name="netdns"]').selectOption('cgo');
  await expect(verdict(page)).toContainText('Not decided by Go');
  await resolver(page).getByRole('button', { name: 'Clear' }).click();
  await expect(verdict(page)).toHaveText('');
  await expect(resolver(page).locator('textarea[name="resolvConf"]')).toHaveValue('');
});

test('a link holds settings, and nothing of the files', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/tools/resolver/?go=1.21&servers=closed.silent.nxdomain&limit=10&cgo=1');
  await resolver(page).locator('textarea[name="resolvConf"]').fill(THREE);
  await expect(verdict(page)).not.toHaveText('');
  await resolver(page).getByRole('button', { name: 'Copy link with settings' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/en\/tools\/resolver\/\?go=1\.21&servers=closed\.silent\.nxdomain&limit=10&cgo=1$/);
});

test('the keyboard alone fills the example in, chooses, and clears', async ({ page }) => {
  await page.goto('/zh/tools/resolver/');
  const example = resolver(page).locator('button[data-sample]');
  await expect(example).toBeVisible();
  await example.focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('在 30.0 s 处竞速');
  await resolver(page).locator('summary', { hasText: '程序' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(resolver(page).locator('select[name="go"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(resolver(page).locator('select[name="go"]')).toHaveValue('16');
  await expect(verdict(page)).toContainText('解析成功');
});

test('a phone shows all of it without scrolling sideways, in every state', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const isWide = (): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  for (const [tool, result] of [
    ['resolver', '.timeline'],
    ['loopback', '.report strong'],
    ['dial-errors', '.endings'],
  ] as const) {
    await page.goto(`/en/tools/${tool}/`);
    expect([tool, await isWide()]).toEqual([tool, false]);
    await page.locator('.widget button[data-sample]').click();
    await expect(page.locator(`.widget ${result}`)).toBeVisible();
    for (const summary of await page.locator('.widget summary').all()) await summary.click();
    expect([tool, await isWide()]).toEqual([tool, false]);
  }
});

for (const theme of ['light', 'dark', 'night', 'contrast']) {
  test(`axe finds nothing on the three with a result and all parts open (${theme})`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('faultbook-theme', name), theme);
    for (const [path, result] of [
      ['/en/tools/resolver/', '.timeline'],
      ['/zh/tools/loopback/', '.report strong'],
      ['/zh/tools/dial-errors/', '.endings'],
    ] as const) {
      await page.goto(path);
      await page.locator('.widget button[data-sample]').click();
      await expect(page.locator(`.widget ${result}`)).toBeVisible();
      for (const summary of await page.locator('.widget summary').all()) await summary.click();
      // What lies below the header, which stays in place, is no fault of the widget.
      await page.evaluate(() => scrollTo(0, 0));
      expect([path, await violations(page)]).toEqual([path, []]);
    }
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the worked examples of the runbook are readable', async ({ page }) => {
    await page.goto(BOOK);
    for (const [widget, words] of [
      ['fb-resolver', /A race at 30\.0 s.*25\.0 s – 30\.0 s.*10\.222\.0\.12.*no answer/s],
      ['fb-loopback', /calls itself as https:\/\/localhost/],
      ['fb-dial-errors', /dial tcp: i\/o timeout.*30\.0 s = client-go dial timeout/s],
    ] as const) {
      await page.locator(`${widget} .example summary`).click();
      await expect(page.locator(`${widget} .example`)).toContainText(words);
      await expect(page.locator(`${widget} button`).first()).toBeHidden();
    }
  });
});

test('the loopback picker says localhost without ::1, ::1 with it, and needs no lookup for one address', async ({
  page,
}) => {
  await page.goto('/en/tools/loopback/');
  await hear(page);
  const widget = page.locator('fb-loopback');
  await widget.locator('textarea').fill(sample(SLUG, 'addresses.txt'));
  await expect(widget.locator('[aria-live]')).toContainText('calls itself as https://localhost');
  expect(await heard(page)).toEqual({ widget: 'loopback', findings: ['falls-back-to-localhost'] });
  await widget.locator('textarea').fill('lo UNKNOWN 127.0.0.1/8 ::1/128\n');
  await expect(widget.locator('[aria-live]')).toContainText('https://[::1]: ::1 is there. No lookup.');
  await widget.locator('input[name="bind"]').fill('127.0.0.1');
  await expect(widget.locator('[aria-live]')).toContainText(
    'https://127.0.0.1, the address that it is bound to',
  );
  await widget.locator('input[name="bind"]').fill('node-3');
  await expect(widget.locator('[aria-live]')).toContainText('expected an IP address');
  await widget.locator('textarea').fill('nothing');
  await widget.locator('input[name="bind"]').fill('0.0.0.0');
  await expect(widget.locator('[aria-live]')).toContainText('No address found');
});

test('dial errors say what they prove and lead to the step, on the page of the runbook to the step itself', async ({
  page,
}) => {
  await page.goto('/en/tools/dial-errors/');
  const widget = page.locator('fb-dial-errors');
  await widget.locator('textarea').fill(sample(SLUG, 'boot.log'));
  await expect(widget.locator('[aria-live]')).toContainText('30.0 s = client-go dial timeout');
  await expect(widget.locator('.endings dt')).toContainText('dial tcp: i/o timeout line 5, 3 times');
  await expect(widget.locator('.endings a')).toHaveAttribute('href', '/r/APISRV-BOOT-001/#s-resolv');
  await widget.locator('textarea').fill('net/http: TLS handshake timeout');
  await expect(widget.locator('.endings dd')).toContainText('not of the name');
  await widget.locator('textarea').fill('all is well');
  await expect(widget.locator('[aria-live]')).toContainText('No failed connection found');

  await page.goto(BOOK);
  await widget.scrollIntoViewIfNeeded();
  await widget
    .locator('textarea')
    .fill('Get "https://localhost:6443/api": dial tcp [::1]:6443: connect: cannot assign requested address');
  await expect(widget.locator('.endings a')).toHaveAttribute('href', '#s-ifaddr');
});
