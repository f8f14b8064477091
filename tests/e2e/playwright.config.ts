import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

const PORT = 4319;
const executablePath = findChromium();

/** Everything at its full length takes longer than one wants to wait after each change: `EXHAUSTIVE=1 npm test`. */
const exhaustive = Boolean(process.env['EXHAUSTIVE']);

export default defineConfig({
  ...(exhaustive ? {} : { grepInvert: /@exhaustive/ }),
  testDir: '.',
  outputDir: '../../test-results',
  preserveOutput: 'failures-only',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 900 },
    // What never comes is told where it was waited for, not by the end of the test's own time.
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    locale: 'en-GB',
    // Each test would keep a copy of the page first; privacy and offline tests let it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: CHROMIUM_FLAGS,
    },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '../..',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: !process.env['CI'],
  },
});
