import { defineConfig } from '@playwright/test';

/** The system's Chromium, without the services that it would call at every start. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/browser',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  // What a page does is asserted, not how soon: two browsers share a machine that may be busy.
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '.cache/browser.json' }]],
  use: {
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
