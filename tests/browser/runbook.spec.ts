import { expect, test } from './support.ts';

test('a command is copied without prompt, with its variables filled and quoted for the chosen shell', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/runbooks/apiserver-duplicate-health-check/');
  await page.locator('input[name="log"]').fill("/var/log/my server's.log");
  const copy = page.locator('#s-version [data-copy]').first();
  await copy.click();
  await expect(page.locator('#announcer')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "grep -o -m 1 'apiserver-builder-alpha@v[0-9.]*' '/var/log/my server'\\''s.log'",
  );
  await page.locator('#var-shell').selectOption('fish');
  await copy.click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("'/var/log/my server\\'s.log'");
});

test('a command with an unfilled variable is not copied; the focus goes to its field', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/runbooks/apiserver-duplicate-health-check/');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.locator('#s-list [data-copy]').first().click();
  await expect(page.locator('input[name="log"]')).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
});

test('a dangerous command must be held to be copied, by pointer or by key', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/runbooks/debug-apiserver-with-delve/');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  for (const input of await page.locator('fb-variables input').all()) await input.fill('x1');
  const copy = page.locator('#s-stop [data-copy]').first();
  await expect(copy).toHaveText('Hold to copy');
  await copy.click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
  await copy.focus();
  await page.keyboard.down('Space');
  await expect(page.locator('#announcer')).toHaveText('Copied');
  await page.keyboard.up('Space');
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe('before');
});

test('a step is linked as address, Markdown and plain text, and the address leads back to it', async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/zh/runbooks/apiserver-localhost-dns/');
  const buttons = page.locator('#s-tail fb-link button');
  const address = `${site.address}/r/APISRV-BOOT-001/#s-tail`;
  const copied: string[] = [];
  for (const button of await buttons.all()) {
    await button.click();
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  expect(copied[0]).toBe(address);
  expect(copied[1]).toMatch(/^\[APISRV-BOOT-001 s-tail: .+\]\(http:.+#s-tail\)$/);
  expect(copied[2]).toMatch(/^APISRV-BOOT-001 s-tail: .+ http:.+#s-tail$/);
  await page.goto(address);
  await expect(page).toHaveURL(/\/en\/runbooks\/apiserver-localhost-dns\/#s-tail$/);
  await expect(page.locator('#s-tail')).toBeInViewport();
});

test('the other language opens at the same step, and permanent addresses follow the choice', async ({
  page,
}) => {
  await page.goto('/en/runbooks/apiserver-localhost-dns/#s-resolv');
  await page.locator('fb-language a').click();
  await expect(page).toHaveURL(/\/zh\/runbooks\/apiserver-localhost-dns\/#s-resolv$/);
  await expect(page.locator('#s-resolv')).toBeInViewport();
  await page.goto('/r/KUBELET-JOIN-001/');
  await expect(page).toHaveURL(/\/zh\/runbooks\/kubelet-never-registers\/$/);
});

test('j and k go from step to step, and single keys can be switched off', async ({ page }) => {
  await page.goto('/en/runbooks/apiserver-localhost-dns/');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/#s-tail$/);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/#s-ifaddr$/);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/#s-tail$/);
  await page.keyboard.press('?');
  await page.getByLabel('Single keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/#s-tail$/);
});

test('a step shows the postmortems that used it, and they lead back to the step', async ({ page }) => {
  await page.goto('/en/postmortems/');
  await page.locator('.cards a').first().click();
  const used = page.locator('a.step-used').first();
  const href = (await used.getAttribute('href')) ?? '';
  await used.click();
  await expect(page).toHaveURL(new RegExp(`${href.replace(/[/#]/g, '\\$&')}$`));
  const step = page.locator(`[id="${href.split('#')[1]}"]`);
  await expect(step.locator('.step-foot')).toContainText('PM-');
});

test('without JavaScript a runbook is readable whole, its widget by the worked example', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/en/runbooks/apiserver-duplicate-health-check/`);
  await expect(page.locator('#s-list pre').first()).toContainText('{{log}}');
  const example = page.locator('fb-stack .example');
  await example.locator('summary').first().click();
  await expect(example).toContainText('k8s.io/apiserver@v0.17.3');
  await page.goto(`${site.address}/en/`);
  await expect(page.getByText('needs JavaScript')).toBeVisible();
  await context.close();
});

test('on a phone a bar leads from step to step, and no page scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/runbooks/unavailable-apiservice/');
  await expect(page.locator('[data-step-bar]')).toBeVisible();
  await page.locator('[data-next]').click();
  await expect(page).toHaveURL(/#s-/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
