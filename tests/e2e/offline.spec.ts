import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { asFile, chooseFiles, openSample, SMALL_CSV } from './shop-page';
import { DIST, host, type StaticHost } from './static-host';

test.use({ serviceWorkers: 'allow' });

/** Opens the page; a file can be chosen once everything is loaded and kept. */
async function open(page: Page, { url }: StaticHost): Promise<void> {
  await page.goto(url);
  await expect(page.getByLabel('Choose CSV files')).toBeAttached();
}

for (const path of ['/', '/sub/path/'])
  test(`opens and works without a network, at ${path}`, async ({ page, context }) => {
    const site = await host({ path });
    await open(page, site);
    await site.close();
    await context.setOffline(true);

    await page.reload();
    await openSample(page, 'Coffee shop');
    await page.goto(`${site.url}index.html?from=a-link#/retention`);
    await expect(page.getByRole('figure').first()).toBeVisible();
  });

test('a newer version waits until it is asked for, and never costs an import', async ({ page }) => {
  const site = await host();
  await open(page, site);
  site.serve({
    change: (name, text) => {
      if (name === 'index.html') return text.replace('<html ', '<html data-version="2" ');
      return name === 'service-worker.js' ? text.replace(/[0-9a-f]{32}/, '2'.repeat(32)) : text;
    },
  });
  await open(page, site);

  const notice = page.locator('[data-code=NEWER_VERSION]');
  const reload = notice.getByRole('button', { name: 'Reload' });
  await expect(reload).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-version');

  await chooseFiles(page, asFile('orders.csv', SMALL_CSV));
  await expect(notice).toBeHidden();
  await page.getByRole('button', { name: 'Put the files away' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-version');

  await reload.click();
  await expect(page.locator('html')).toHaveAttribute('data-version', '2');
  await expect(notice).toBeHidden();
  const kept = await page.evaluate(() => caches.keys());
  expect(kept.filter((name) => name.startsWith('tenure:/:'))).toHaveLength(1);
  await site.close();
});

test('erasing everything takes the service worker and its copy along', async ({ page }) => {
  const site = await host();
  const traces = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: (await caches.keys()).length,
    }));
  await open(page, site);
  await openSample(page, 'Coffee shop');
  await page.goto(`${site.url}#/data`);
  expect(await traces()).toEqual({ workers: 1, caches: 1 });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.locator('[data-code=ERASED]')).toBeVisible();
  expect(await traces()).toEqual({ workers: 0, caches: 0 });
  await site.close();
});

test('where the browser keeps no copy the page works, and says so', async ({ page }) => {
  const site = await host();
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'));
  });
  await open(page, site);
  await openSample(page, 'Coffee shop');
  await page.goto(`${site.url}#/privacy`);
  await expect(page.getByText('This browser keeps no copy of the page')).toBeVisible();
  await site.close();
});

test('can be installed: a name, icons of the sizes they say, an address relative to the page', async ({
  page,
}) => {
  const site = await host({ path: '/sub/path/' });
  await open(page, site);
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Tenure', start_url: './' });
  expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
    'any any',
  ]);
  for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith('.png'))) {
    const png = readFileSync(join(DIST, src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  await site.close();
});
