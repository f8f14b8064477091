import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, findWholeChromium } from './chromium.mjs';
import { asFile, goTo, importFiles, openPage, SMALL_CSV } from './shop-page';
import { storedIn } from './stored-tenure';

/** Reproducible moments (Park and Miller's minimal standard generator), 0 .. 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 0x7fffffff) / 0x7fffffff;
}

const folder = mkdtempSync(join(tmpdir(), 'tenure-profile-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Launch {
  executablePath?: string | undefined;
  serviceWorkers?: 'allow' | 'block';
}

async function launched(
  profile: string,
  baseURL: string | undefined,
  { executablePath = findChromium(), serviceWorkers = 'block' }: Launch = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: CHROMIUM_FLAGS,
    baseURL: baseURL!,
    locale: 'en-GB',
    serviceWorkers,
  });
}

/** Process of a browser that this test has launched, told by itself. */
async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }) => type === 'browser')!.id;
}

const ROWS = 24_000;
const BIG_CSV = [
  'customer,date,amount',
  ...Array.from(
    { length: ROWS },
    (_, row) => `customer ${row % 8_000},2024-0${(row % 9) + 1}-0${(row % 7) + 1},${row % 100}.50`,
  ),
].join('\n');

/** Chooses the large file and starts its import, as far as it comes. */
async function beginImport(page: Page): Promise<void> {
  await page.getByLabel('Choose CSV files').setInputFiles(asFile('big.csv', BIG_CSV));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

const list = (page: Page) => page.getByRole('region', { name: 'Kept in this browser' });

/** Every dataset that is listed opens whole. @returns how many large ones there are */
async function allWhole(page: Page): Promise<number> {
  await expect(list(page)).toContainText('before.csv');
  await expect(page.locator('[data-code=DATASETS_GONE]')).toHaveCount(0);
  await expect(list(page)).not.toContainText('Damaged');
  await expect(page.locator('[data-code=DATASET_TORN]')).toHaveCount(0);
  const names = (await storedIn(page))!.datasets;
  return names.filter((name) => name === 'big.csv').length;
}

/** A sixth of them whole browsers, the others tabs. */
const KILLS = process.env['EXHAUSTIVE'] ? 50 : 8;

test(`${KILLS} tabs and browsers killed while they import and save never leave a torn dataset`, async ({
  baseURL,
}) => {
  test.setTimeout(480_000);
  const random = randomFrom(20_260_607);
  const profile = join(folder, 'killed');
  let context = await launched(profile, baseURL);
  const first = await context.newPage();
  await openPage(first);
  await importFiles(first, asFile('before.csv', SMALL_CSV));
  // How long an import and its save take here: the moments are spread over it.
  const start = Date.now();
  await importFiles(first, asFile('big.csv', BIG_CSV));
  const span = Date.now() - start;
  await first.close();
  let saved = 1;
  for (let kill = 0; kill < KILLS; kill++) {
    const page = await context.newPage();
    await page.goto('./');
    const before = await allWhole(page);
    expect(before).toBeGreaterThanOrEqual(saved);
    saved = before;
    const wait = random() * span;
    const working = beginImport(page).catch(() => undefined);
    await new Promise((passed) => setTimeout(passed, wait));
    if (kill % 6 === 5) {
      process.kill(await processOf(context), 'SIGKILL');
      await working;
      await context.close().catch(() => undefined);
      context = await launched(profile, baseURL);
    } else {
      const session = await context.newCDPSession(page);
      await Promise.race([
        session.send('Page.crash').catch(() => undefined),
        page.waitForEvent('crash'),
      ]);
      await page.close();
      await working;
    }
  }
  const page = await context.newPage();
  await page.goto('./');
  const large = await allWhole(page);
  // Neither all nor none came to their end, else the moments were not spread over the work.
  expect(large).toBeLessThan(KILLS + 1);
  // One of them is open by itself, or opens when it is asked for.
  const others = list(page).getByRole('button', { name: /^Open big/ });
  if ((await others.count()) > 0) await others.first().click();
  else await goTo(page, 'Overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('8,000 customers');
  await context.close();
});

test('with site data blocked the page works in memory and says so', async ({ baseURL }) => {
  const executablePath = findWholeChromium();
  test.skip(!executablePath, 'needs a Chromium with settings: a headless shell has none');
  const profile = join(folder, 'blocked');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  // The browser itself refuses them; the test's own way of blocking pretends that they are there.
  const context = await launched(profile, baseURL, {
    executablePath,
    serviceWorkers: 'allow',
  });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await openPage(page);
  const blocked = await page.evaluate(() => {
    try {
      return localStorage.length < 0;
    } catch {
      return true;
    }
  });
  expect(blocked).toBe(true);
  await expect(page.locator('[data-code=MEMORY_ONLY]')).toContainText('Site data are blocked');
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await goTo(page, 'Overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 customers');
  await expect(page.locator('[data-code=UNEXPECTED]')).toHaveCount(0);
  expect(broken).toEqual([]);
  await context.close();
});
