import type { Page } from '@playwright/test';
import { expect, saved, test } from './support.ts';

const MB = 1_000_000;

/** How large the file is, in megabytes: `FAULTBOOK_LARGE=200` is a day of a busy apiserver. */
const SIZE = Number(process.env['FAULTBOOK_LARGE'] ?? 30);

const KNOWN =
  'F0614 19:57:01.269085       1 controller.go:161] Unable to perform initial IP allocation check: unable to refresh the service IP block: Get "https://localhost:6443/api/v1/services": dial tcp: i/o timeout\n';

interface Seen {
  /** How far the reader was, in percent, when a runbook was first named. */
  first: number | undefined;
}

/** Makes a log in the page, drops it on the console, and watches what the page does from then on. */
async function drop(page: Page, known: string, size: number): Promise<void> {
  await page.evaluate(
    ({ known: line, bytes }) => {
      const lines = Array.from({ length: 4_000 }, (_, index) => {
        const [letter, place] = index % 33 === 0 ? ['E', 'reflector.go:138'] : ['I', 'httplog.go:94'];
        const clock = `19:${String(index % 60).padStart(2, '0')}:31.${String(263_446 + index)}`;
        return `${letter}0614 ${clock}       1 ${place}] "HTTP" verb="GET" URI="/api/v1/namespaces/default/pods/web-${index}" latency="${index % 90}ms" userAgent="kubelet/v1.20.11" srcIP="10.0.${index % 200}.7:5432" resp=200\n`;
      }).join('');
      const block = new Blob([lines]);
      const blocks = Array.from({ length: Math.ceil(bytes / block.size) }, () => block);
      const file = new File([lines.slice(0, lines.indexOf('\n', 10_000) + 1), line, ...blocks], 'large.log');
      const seen: Seen = { first: undefined };
      Object.assign(window, { seen });
      const region = document.querySelector('fb-triage [data-result]');
      new MutationObserver(() => {
        if (seen.first !== undefined || !region?.querySelector('[data-runbook]')) return;
        seen.first = region.querySelector('progress')?.value ?? 100;
      }).observe(region ?? document.body, { subtree: true, childList: true, attributes: true });
      const data = new DataTransfer();
      data.items.add(file);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    { known, bytes: size * MB },
  );
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds; `tdur` is what the thread itself worked of it. */
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Records the page's tasks. A `longtask` is told by the clock on the wall, which counts the time that other programs of
 * the machine had; here the time counts that the page's own thread worked.
 */
async function recordTasks(page: Page): Promise<() => Promise<number[]>> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const pages = events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`);
    return events
      .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pages.includes(`${pid} ${tid}`))
      .map(({ tdur = 0 }) => Math.round(tdur / 1000));
  };
}

const seen = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

test(`a file of ${SIZE} MB tells its first finding while it is read, and never holds up the page`, async ({
  page,
  guard,
}) => {
  test.setTimeout(300_000);
  await page.goto('/en/');
  await saved(page);
  const before = guard.requests.length;
  await drop(page, KNOWN, SIZE);
  const tasks = await recordTasks(page);
  const best = page.locator('.best');
  await expect(best).toHaveAttribute('data-runbook', 'apiserver-localhost-dns');
  expect((await seen(page)).first).toBeLessThan(5);
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 240_000 });
  await expect(best).toHaveAttribute('data-runbook', 'apiserver-localhost-dns');
  await expect(page.locator('.summary')).toContainText('are only counted');
  const worked = await tasks();
  expect(worked.length).toBeGreaterThan(10);
  expect(Math.max(...worked)).toBeLessThanOrEqual(50);
  expect(guard.requests.slice(before)).toEqual([]);
});

test('a large file can be cancelled: what was found until then stays, and the next paste is answered', async ({
  page,
}) => {
  await page.goto('/en/');
  await page.waitForLoadState('networkidle');
  await drop(page, KNOWN, 2 * SIZE);
  await expect(page.locator('.best')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('progress')).toHaveCount(0);
  await expect(page.locator('fb-triage')).toContainText(/Stopped at \d+ %/);
  await expect(page.locator('.best')).toHaveAttribute('data-runbook', 'apiserver-localhost-dns');
  await page
    .locator('textarea[name="paste"]')
    .fill(
      'W0114 15:32:13.582668   27521 kubelet.go:1318] No api server defined - no node status update will be sent.',
    );
  await expect(page.locator('.best')).toHaveAttribute('data-runbook', 'kubelet-never-registers');
});

test('a file without anything known is read to its end', async ({ page }) => {
  await page.goto('/en/');
  await drop(page, '', 3);
  await expect(page.locator('fb-triage')).toContainText('Not known', { timeout: 60_000 });
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 60_000 });
});
