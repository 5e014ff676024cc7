import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PHONE, ROOT, expect, saved, test } from './support.ts';

const RUNBOOK = '/en/runbooks/apiserver-localhost-dns/';
const XTERM = /xterm-headless\.[\w-]+\.js$/;

const cast = (slug: string, file: string): string =>
  readFileSync(join(ROOT, 'content', 'runbooks', slug, 'casts', file), 'utf8');

/** When each marker of a recording stands, in seconds. */
function markersOf(text: string): number[] {
  let at = 0;
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [interval, code] = JSON.parse(line) as [number, string];
      at += interval;
      return code === 'm' ? [at] : [];
    });
}

const MARKERS = markersOf(cast('apiserver-localhost-dns', 'lookup-localhost.cast'));

/** A recording of a few lines, each an event. */
const recording = (...events: readonly (readonly [number, string, string])[]): string =>
  [
    '{"version": 2, "width": 60, "height": 8, "title": "of this test"}',
    ...events.map((event) => JSON.stringify(event)),
    '',
  ].join('\n');

const put = (page: Page, text: string): Promise<void> =>
  page.locator('fb-terminal textarea').evaluate((area: HTMLTextAreaElement, value) => {
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('fb-terminal').scrollIntoViewIfNeeded();
  await expect(page.locator('fb-terminal .controls')).toBeVisible();
};

const seek = (page: Page, seconds: number): Promise<void> =>
  page.locator('fb-terminal input[type="range"]').evaluate((input: HTMLInputElement, value) => {
    input.value = String(value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, seconds * 1000);

test('a recording of a runbook is text in the page, and its terminal is loaded only when it is played', async ({
  page,
}) => {
  // What the page asks for; the offline copy is saved beside it, and has everything.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.serviceWorker()) asked.push(request.url());
  });
  await open(page, RUNBOOK);
  const widget = page.locator('fb-terminal');
  await expect(widget.locator('.session')).toContainText('dial tcp: lookup localhost: i/o timeout');
  await expect(widget.locator('.session a[href="#s-ifaddr"]')).toBeVisible();
  expect(asked.filter((url) => XTERM.test(url) || url.endsWith('.cast'))).toEqual([]);
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.locator('.screen')).toContainText('root@master-0:~# time kube-apiserver');
  expect(asked.filter((url) => XTERM.test(url))).toHaveLength(1);
  await expect(widget.getByRole('status')).toContainText('Playing · step 1 of 5: s-tail');
});

test('it is played, paused, sought, sped up and begun again', async ({ page }) => {
  await open(page, RUNBOOK);
  const widget = page.locator('fb-terminal');
  const screen = widget.locator('.screen');
  const clock = widget.locator('.clock');
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(clock).not.toContainText('0:00.0 /');
  await widget.getByRole('button', { name: 'Pause' }).click();
  await expect(widget.getByRole('status')).toContainText('Paused');
  const before = await clock.textContent();
  await page.waitForTimeout(300);
  expect(await clock.textContent()).toBe(before);
  await seek(page, MARKERS[1] ?? 0);
  await expect(screen).toContainText('Unable to perform initial IP allocation check');
  await seek(page, 1);
  await expect(screen).not.toContainText('Unable to perform');
  await widget.getByRole('button', { name: 'Next step' }).click();
  await expect(widget.getByRole('status')).toContainText('step 1 of 5');
  await expect(screen).toContainText('Unable to perform');
  await widget.getByRole('button', { name: 'Next step' }).click();
  await expect(screen).toContainText('127.0.0.1/8');
  await widget.getByLabel('Speed').selectOption('4');
  await widget.getByRole('button', { name: 'To the beginning' }).click();
  await expect(clock).toContainText('0:00.0 /');
  await widget.locator('.session .mark button').last().click();
  await expect(widget.getByRole('status')).toContainText('step 5 of 5: s-nsswitch');
});

test('a wait is shortened, and the clock shows recorded time', async ({ page }) => {
  await open(page, '/en/tools/terminal/');
  await put(page, recording([0.1, 'o', 'before\r\n'], [60, 'o', 'after\r\n'], [60.2, 'o', 'end']));
  const widget = page.locator('fb-terminal');
  await expect(widget.locator('[data-result] .session .line')).toHaveText(['before', 'after', 'end']);
  await widget.getByLabel('Speed').waitFor();
  await widget.getByLabel('Speed').selectOption('4');
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.getByRole('status')).toContainText('At the end');
  await expect(widget.locator('.clock')).toHaveText('1:00.2 / 1:00.2');
  await expect(widget.locator('.screen')).toContainText('end');
  await widget.getByRole('button', { name: 'Play again' }).click();
  await expect(widget.locator('.screen')).not.toContainText('after');
});

test('the keyboard alone plays it', async ({ page }) => {
  await open(page, RUNBOOK);
  const widget = page.locator('fb-terminal');
  await widget.getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('Enter');
  const screen = widget.locator('.screen');
  await expect(screen).toBeVisible();
  await screen.focus();
  await expect(screen).toBeFocused();
  await page.keyboard.press(' ');
  await expect(widget.getByRole('status')).toContainText('Paused');
  await page.keyboard.press('Home');
  await expect(widget.locator('.clock')).toContainText('0:00.0 /');
  await page.keyboard.press('ArrowRight');
  await expect(widget.locator('.clock')).toContainText('0:05.0 /');
  await page.keyboard.press('ArrowLeft');
  await expect(widget.locator('.clock')).toContainText('0:00.0 /');
});

test('it stops playing where nobody looks', async ({ page }) => {
  await open(page, RUNBOOK);
  const widget = page.locator('fb-terminal');
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.getByRole('status')).toContainText('Playing');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(widget.getByRole('status')).toContainText('Paused');
});

test('a hostile recording does nothing but show its text', async ({ page, context, guard }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/en/tools/terminal/');
  await page.evaluate(() => navigator.clipboard.writeText('mine'));
  const title = await page.title();
  await put(
    page,
    recording(
      [0.1, 'o', 'one \u001b]52;c;b3duZWQ=\u0007two'],
      [0.2, 'o', ' \u001b]0;owned\u0007\u001b]2;owned'],
      [0.3, 'o', '\u0007three \u001b]8;;javascript:document.title=1\u001b\\four\u001b]8;;\u001b\\'],
      [0.4, 'o', '\u001b[c\u001b[6n\u001b[5i\u001bP$qm\u001b\\ <img src=x onerror=alert(1)> '],
      [0.5, 'o', '\u001b[38;2;255;0;0mfive\u001b[0m \u001b[48;5;196msix\u001b[0m\u0007'],
      [0.6, 'o', '\u001b]1337;File=inline=1:AAAA\u0007\u001bPq#0~~\u001b\\'],
      [0.7, 'm', 'javascript:alert(1)'],
    ),
  );
  const widget = page.locator('fb-terminal');
  await expect(widget.locator('.left-out')).toHaveText(
    /clipboard 1, window and title 2, link 2, question to the terminal 3, data for a device 2, bell 1, other 1/,
  );
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.getByRole('status')).toContainText('At the end');
  await expect(widget.locator('.screen')).toContainText('one two three four');
  await expect(widget.locator('.screen .front-1')).toHaveText('five');
  await expect(widget.locator('fb-terminal img, [data-result] a')).toHaveCount(0);
  expect(await page.title()).toBe(title);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mine');
  expect(await widget.locator('[style]').count()).toBe(0);
  expect(guard.requests.filter((url) => url.endsWith('/x'))).toEqual([]);
});

test('what is no recording is told, with the line, and the input is kept', async ({ page }) => {
  await open(page, '/en/tools/terminal/');
  await put(page, 'hello\n');
  const widget = page.locator('fb-terminal');
  await expect(widget.getByRole('alert')).toContainText('This cannot be played. Your input is kept.');
  await expect(widget.locator('.problems')).toContainText('expected a header such as');
  await expect(widget.locator('textarea')).toHaveValue('hello\n');
  await put(page, recording([1, 'o', 'fine']).replace('[1,', 'broken\n[1,'));
  await expect(widget.locator('[data-result] .line')).toHaveText(['fine']);
  await expect(widget.locator('.problems')).toContainText(
    'line 2: expected an event such as [1.5, "o", "text"], found `broken`',
  );
});

test('a file that is opened is read in the tab, and kept nowhere', async ({ page, guard }) => {
  await open(page, '/en/tools/terminal/');
  await saved(page);
  const asked = guard.requests.length;
  const widget = page.locator('fb-terminal');
  await widget.locator('input[type="file"]').setInputFiles({
    name: 'under-delve.cast',
    mimeType: 'application/x-asciicast',
    buffer: Buffer.from(cast('debug-apiserver-with-delve', 'under-delve.cast')),
  });
  await expect(widget.locator('[data-result] .session')).toContainText(
    'API server listening at: 127.0.0.1:2345',
  );
  expect(guard.requests.slice(asked)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    '2345',
  );
});

test.describe('where less motion is asked for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing plays by itself: it is stepped through', async ({ page }) => {
    await open(page, RUNBOOK);
    const widget = page.locator('fb-terminal');
    await expect(widget.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0);
    await widget.getByRole('button', { name: 'Next step' }).click();
    await expect(widget.locator('.screen')).toContainText('Unable to perform initial');
    await expect(widget.getByRole('status')).toContainText('step 1 of 5: s-tail');
    const clock = await widget.locator('.clock').textContent();
    await page.waitForTimeout(300);
    expect(await widget.locator('.clock').textContent()).toBe(clock);
    await widget.locator('.screen').focus();
    await page.keyboard.press('ArrowRight');
    await expect(widget.getByRole('status')).toContainText('step 2 of 5: s-ifaddr');
    await page.keyboard.press(' ');
    await expect(widget.getByRole('status')).toContainText('step 3 of 5: s-resolv');
    await page.keyboard.press('ArrowLeft');
    await expect(widget.getByRole('status')).toContainText('step 2 of 5: s-ifaddr');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the transcript is there, with its steps, and no button that does nothing', async ({ page }) => {
    await page.goto('/zh/runbooks/unavailable-apiservice/');
    const widget = page.locator('fb-terminal');
    await expect(widget.locator('.session')).toContainText('False (MissingEndpoints)');
    await expect(widget.locator('.session .mark a').first()).toHaveAttribute('href', '#s-each-master');
    await expect(widget.locator('button:visible')).toHaveCount(0);
  });
});

test('on a phone, the page does not scroll sideways while it plays', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page, RUNBOOK);
  const widget = page.locator('fb-terminal');
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.locator('.screen')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

test('on paper, the transcript is whole and the player is not there', async ({ page }) => {
  await open(page, RUNBOOK);
  await page.emulateMedia({ media: 'print' });
  const widget = page.locator('fb-terminal');
  await expect(widget.locator('[data-result]')).toBeHidden();
  const cut = await widget
    .locator('.session')
    .evaluate((session) => session.scrollHeight > session.clientHeight + 2);
  expect(cut).toBe(false);
});

test('the transcript is copied as plain lines', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, RUNBOOK);
  await page.getByRole('button', { name: 'Copy the transcript' }).click();
  await expect(page.locator('#announcer')).toHaveText('Copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(
    'root@master-0:~# ip -brief address show lo\nlo               UNKNOWN        127.0.0.1/8\n',
  );
});

test('it plays with the server stopped', async ({ page, ownSite, guard }) => {
  await page.goto(`${ownSite.address}/en/`);
  await saved(page);
  await ownSite.stop();
  await page.goto(`${ownSite.address}${RUNBOOK}`);
  const widget = page.locator('fb-terminal');
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget.locator('.screen')).toContainText('kube-apiserver');
  guard.complaints.length = 0;
});
