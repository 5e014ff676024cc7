import type { JSHandle, Page } from '@playwright/test';
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

/** Makes a log in the page: lines of a busy apiserver, behind the first of them the known one. */
const makeFile = (page: Page, known: string, size: number): Promise<JSHandle<File>> =>
  page.evaluateHandle(
    ({ known: line, bytes }) => {
      const lines = Array.from({ length: 4_000 }, (_, index) => {
        const [letter, place] = index % 33 === 0 ? ['E', 'reflector.go:138'] : ['I', 'httplog.go:94'];
        const clock = `19:${String(index % 60).padStart(2, '0')}:31.${String(263_446 + index)}`;
        return `${letter}0614 ${clock}       1 ${place}] "HTTP" verb="GET" URI="/api/v1/namespaces/default/pods/web-${index}" latency="${index % 90}ms" userAgent="kubelet/v1.20.11" srcIP="10.0.${index % 200}.7:5432" resp=200\n`;
      }).join('');
      const block = new Blob([lines]);
      const blocks = Array.from({ length: Math.ceil(bytes / block.size) }, () => block);
      return new File([lines.slice(0, lines.indexOf('\n', 10_000) + 1), line, ...blocks], 'large.log');
    },
    { known, bytes: size * MB },
  );

/** Drops it on a widget (the console takes it anywhere), and watches what the page does from then on. */
const dropFile = (page: Page, file: JSHandle<File>, tag: string): Promise<void> =>
  page.evaluate(
    ({ dropped, name }) => {
      const seen: Seen = { first: undefined };
      Object.assign(window, { seen });
      const region = document.querySelector(`${name} [data-result]`);
      new MutationObserver(() => {
        if (seen.first !== undefined || !region?.querySelector('[data-runbook]')) return;
        seen.first = region.querySelector('progress')?.value ?? 100;
      }).observe(region ?? document.body, { subtree: true, childList: true, attributes: true });
      const data = new DataTransfer();
      data.items.add(dropped);
      const target = name === 'fb-triage' ? document.body : document.querySelector(name);
      target?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    { dropped: file, name: tag },
  );

const drop = async (page: Page, known: string, size: number, tag = 'fb-triage'): Promise<void> =>
  dropFile(page, await makeFile(page, known, size), tag);

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
 * What the clock on the wall says of the page's tasks, as its reader feels them: the long ones (over 50 ms, W3C Long
 * Tasks) by the browser's own count, since `start`. It counts the time that other programs of the machine had as well,
 * so one measurement alone proves nothing: see the tests that use it.
 */
interface LongTasks {
  readonly count: number;
  readonly longest: number;
}

/** Turns the browser's own watch on; `taken` gives what it saw, and starts anew. */
async function watchLongTasks(page: Page): Promise<{ taken: () => Promise<LongTasks> }> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { longTasks: durations });
    new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  return {
    taken: () =>
      page.evaluate(async () => {
        // The observer hears of a task after it.
        await new Promise((resolve) => setTimeout(resolve, 200));
        const { longTasks } = window as unknown as { longTasks: number[] };
        const seen = longTasks.splice(0);
        return { count: seen.length, longest: Math.round(Math.max(0, ...seen)) };
      }),
  };
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
  const file = await makeFile(page, KNOWN, SIZE);
  const tasks = await recordTasks(page);
  await dropFile(page, file, 'fb-triage');
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

test(`the log reader never holds up the page either while it reads ${SIZE} MB`, async ({ page, guard }) => {
  test.setTimeout(400_000);
  await page.goto('/en/tools/log-reader/');
  await page.locator('fb-log-reader textarea').focus();
  await saved(page);
  await page.waitForLoadState('networkidle');
  const before = guard.requests.length;
  const file = await makeFile(page, KNOWN, SIZE);
  const tasks = await recordTasks(page);
  await dropFile(page, file, 'fb-log-reader');
  const result = page.locator('fb-log-reader [data-result]');
  await expect(result).toContainText('fatal 1');
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 300_000 });
  await expect(result).toContainText('only counted');
  const worked = await tasks();
  expect(worked.length).toBeGreaterThan(10);
  expect(Math.max(...worked)).toBeLessThanOrEqual(50);
  expect(guard.requests.slice(before)).toEqual([]);
});

/** So often a reading is tried before a long task in it is taken for the page's own. */
const READINGS = 3;

/**
 * By the clock on the wall, which other programs of the machine stretch. A task that the page makes too long is so in
 * every reading: one reading without any is the proof. Where each has one, the same watch is held over short tasks of
 * known length; if even those become long, the machine is too busy for this clock, and the test says so and is skipped.
 * The proof that holds on any machine is the one above, in the thread's own time; this one is a measurement, made where
 * FAULTBOOK_LARGE asks for it.
 */
const MEASURED = [
  ['the console', '/en/', 'fb-triage', '.summary'],
  ['the log reader', '/en/tools/log-reader/', 'fb-log-reader', '.log-unread'],
] as const;
for (const [name, path, tag, end] of process.env['FAULTBOOK_LARGE'] ? MEASURED : []) {
  test(`${name} has no task over 50 ms by the clock on the wall while it reads ${SIZE} MB`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.goto(path);
    await page.locator(`${tag} textarea`).focus();
    await saved(page);
    await page.waitForLoadState('networkidle');
    const watch = await watchLongTasks(page);
    const readings: LongTasks[] = [];
    for (let attempt = 0; attempt < READINGS && readings.at(-1)?.count !== 0; attempt++) {
      const file = await makeFile(page, KNOWN, SIZE);
      await watch.taken();
      await dropFile(page, file, tag);
      await expect(page.locator('progress')).toBeVisible();
      await expect(page.locator('progress')).toHaveCount(0, { timeout: 180_000 });
      await expect(page.locator(`${tag} ${end}`)).toBeVisible();
      readings.push(await watch.taken());
      await page.locator(tag).getByRole('button', { name: 'Clear' }).click();
    }
    test.info().annotations.push({ type: 'long tasks', description: JSON.stringify(readings) });
    if (readings.at(-1)?.count === 0) return;
    await beShort(page);
    const control = await watch.taken();
    test.skip(control.count > 0, `the machine is busy: ${JSON.stringify({ control, readings })}`);
    expect(readings.at(-1)).toEqual({ count: 0, longest: 0 });
  });
}

/** Tasks of 20 ms each, beside a thread that works as the reader does. */
const beShort = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const code =
      'onmessage = () => { const end = Date.now() + 5000; while (Date.now() < end); postMessage(0); };';
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.postMessage(0);
    for (let turn = 0; turn < 50; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 80));
      const until = performance.now() + 20;
      while (performance.now() < until);
    }
    worker.terminate();
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
