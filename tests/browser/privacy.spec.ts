import { expect, paste, sample, test } from './support.ts';

const PAGES = [
  '/en/',
  '/zh/runbooks/apiserver-localhost-dns/',
  '/en/tools/dlv/',
  '/en/search/',
  '/r/APISRV-BOOT-001/',
];

for (const path of PAGES) {
  test(`${path} carries a policy that forbids every other origin, inline scripts and inline styles`, async ({
    request,
  }) => {
    const html = await (await request.get(path)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(html).not.toMatch(/\sstyle="/);
  });
}

test('not even a worker of the page can reach another origin', async ({ page, guard }) => {
  await page.goto('/en/');
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const source =
          'fetch("http://127.0.0.1:9/").then(() => postMessage("sent"), () => postMessage("blocked"))';
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        worker.onmessage = (event) => resolve(event.data);
      }),
  );
  expect(outcome).toBe('blocked');
  // The browser may tell of the violation on the page's console; this one was asked for.
  guard.complaints.length = 0;
  expect(guard.requests.filter((url) => url.includes(':9/'))).toEqual([]);
});

test('a paste is in no storage, address or history entry, before and after opening a runbook', async ({
  page,
}) => {
  const secret = 'hunter2-very-secret-host';
  await page.goto('/en/');
  await paste(page, `${sample('unavailable-apiservice', 'table.txt')}\n${secret}\n`);
  await page.locator('.best a[data-open]').click();
  await expect(page.locator('.reader [data-runbook]')).toBeVisible();
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      location.href,
      databases,
      cached,
    ]);
  });
  expect(stored).not.toContain(secret);
});
