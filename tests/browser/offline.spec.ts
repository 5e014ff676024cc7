import { LANGUAGES } from '../../src/core/text/index.ts';
import { INCIDENTS } from './incidents.ts';
import { expect, paste, saved, test } from './support.ts';

for (const language of LANGUAGES) {
  test(`after one visit all five runbooks are found and open with the server stopped (${language})`, async ({
    page,
    ownSite,
  }) => {
    await page.goto(`${ownSite.address}/${language}/`);
    await saved(page);
    await ownSite.stop();
    for (const { slug, text } of INCIDENTS) {
      await page.goto(`${ownSite.address}/${language}/`);
      await paste(page, text);
      await expect(page.locator('[data-runbook]').first()).toHaveAttribute('data-runbook', slug);
      await expect(page.locator('.best .first a[data-open]')).toBeInViewport({ ratio: 1 });
      await page.locator('.best a[data-open]').click();
      await expect(page).toHaveURL(new RegExp(`/${language}/runbooks/${slug}/#s-`));
      await expect(page.locator('section.step').first()).toBeAttached();
    }
  });
}

test('tools, search, permanent addresses and unvisited pages work with the server stopped', async ({
  page,
  ownSite,
}) => {
  await page.goto(`${ownSite.address}/`);
  await saved(page);
  await ownSite.stop();

  await page.goto(`${ownSite.address}/en/tools/dlv/`);
  await page.locator('fb-dlv textarea').first().fill('/usr/local/bin/kube-apiserver --v=2 --profiling=false');
  await expect(page.locator('[data-block="start"]')).toContainText(
    'exec /usr/local/bin/kube-apiserver -- --v=2',
  );

  await page.goto(`${ownSite.address}/en/search/?q=nsswitch`);
  await expect(page.locator('[data-hit]').first()).toContainText('APISRV-BOOT-001');

  await page.goto(`${ownSite.address}/r/APISRV-BOOT-001/#s-tail`);
  await expect(page).toHaveURL(`${ownSite.address}/en/runbooks/apiserver-localhost-dns/#s-tail`);

  await page.goto(`${ownSite.address}/zh/postmortems/`);
  await expect(page.locator('.cards li')).toHaveCount(2);

  await page.goto(`${ownSite.address}/en/no-such-page/`);
  await expect(page.locator('h1')).toHaveText('There is no page at this address');
});

test('the word at the foot says that the site is saved, and since when', async ({
  page,
  ownSite,
  context,
}) => {
  await page.goto(`${ownSite.address}/en/`);
  await saved(page);
  await expect(page.locator('fb-offline')).toHaveText(/online · saved \d{4}-\d\d-\d\d/);
  await context.setOffline(true);
  await expect(page.locator('fb-offline')).toHaveText(/offline · snapshot \d{4}-\d\d-\d\d/);
});
