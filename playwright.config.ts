/** Browser tests in a real Chromium, against the application on a throwaway data folder with the curated case. */
import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** Set by `npm test`, which finds or installs it; else Debian's, else Playwright's own. */
const chromium = process.env.ATTEST_CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export default defineConfig({
  testDir: 'client/e2e',
  projects: [
    // The ways one goes through the explorer: part of `npm test`.
    { name: 'e2e', testMatch: '**/*.e2e.ts', testIgnore: ['**/workbench/**', '**/more/**'] },
    // The other ways, views and sizes: `npm run test:more`, with every check of a commit.
    { name: 'e2e-more', testMatch: '**/more/*.e2e.ts' },
    // The workbench point by point: a deep run.
    { name: 'workbench', testMatch: '**/workbench/*.e2e.ts' },
  ],
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // One application, one database, two cores.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    // Written by `wait` below, out of what the application prints.
    baseURL: process.env.ATTEST_E2E_URL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // A third of the time of a run; `--trace retain-on-failure` records one where a failure is looked into.
    trace: 'off',
    launchOptions: {
      executablePath: chromium,
      // Chromium refuses its sandbox to root, which is who runs in most containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'node --import @oxc-node/core/register test-support/run-e2e-app.ts',
    wait: { stdout: /Attest is ready: (?<attest_e2e_url>http:\S+)/ },
    timeout: 240_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
