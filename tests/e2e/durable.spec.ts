import { expect, type Page, test } from '@playwright/test';
import { asFile, chooseFiles, goTo, importFiles, openPage, SMALL_CSV } from './shop-page';
import { spoilPart, storedIn } from './stored-tenure';

const notice = (page: Page, code: string) => page.locator(`[data-code=${code}]`);
const kept = (page: Page) => page.getByRole('region', { name: 'Kept in this browser' });

/** A shop of so many customers with two orders each. */
function shop(customers: number): string {
  const rows = ['customer,date,amount'];
  for (let customer = 0; customer < customers; customer++) {
    rows.push(`customer ${customer},2024-01-${String((customer % 28) + 1).padStart(2, '0')},10.00`);
    rows.push(`customer ${customer},2024-03-${String((customer % 28) + 1).padStart(2, '0')},12.50`);
  }
  return rows.join('\n');
}

async function setQuota(page: Page, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize,
  });
}

// The limit is set before the first write: Chromium remembers for a while how much room it last found.
for (const [room, bytes] of [
  ['next to nothing', 100_000],
  ['half of it', 1_000_000],
] as const) {
  test(`with room for ${room} a save leaves nothing behind: the new dataset is open in this tab, the old ones are whole`, async ({
    page,
  }) => {
    await page.goto('./');
    await setQuota(page, bytes);
    await openPage(page);
    await importFiles(page, asFile('before.csv', SMALL_CSV));
    await importFiles(page, asFile('after.csv', shop(40_000)));
    await expect(notice(page, 'STORE_FULL')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Import report' })).toContainText('40,000');
    await expect(kept(page).getByRole('listitem').filter({ hasText: 'after.csv' })).toContainText(
      'Only in this tab',
    );
    expect((await storedIn(page))?.datasets).toEqual(['before.csv']);
    await setQuota(page, 1e9);
    await page.reload();
    await expect(kept(page).getByRole('listitem')).toHaveCount(1);
    await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
    await kept(page).getByRole('button', { name: 'Open before.csv' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('4 customers');
  });
}

for (const how of ['lost', 'truncated', 'changed'] as const) {
  test(`a ${how} part is noticed, and nothing is read from what is left`, async ({ page }) => {
    await openPage(page);
    await importFiles(page, asFile('orders.csv', SMALL_CSV));
    await spoilPart(page, how);
    await page.reload();
    await expect(notice(page, 'DATASET_TORN')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Import report' })).toHaveCount(0);
    if (how === 'lost') await expect(kept(page)).toContainText('Damaged');
    await importFiles(page, asFile('again.csv', SMALL_CSV));
    await expect(notice(page, 'DATASET_TORN')).toHaveCount(0);
  });
}

test('a store cleared while it is open is told at once, and what was in it after a reload', async ({
  page,
}) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  });
  await expect(notice(page, 'STORE_LOST')).toBeVisible();
  const saved = page.waitForEvent('download');
  await notice(page, 'STORE_LOST').getByRole('button', { name: 'Save as project file' }).click();
  const path = await (await saved).path();
  await page.reload();
  await expect(notice(page, 'DATASETS_GONE')).toContainText('orders.csv');
  await page.reload();
  await expect(notice(page, 'DATASETS_GONE')).toContainText('orders.csv');
  await page.getByLabel('Choose CSV files').setInputFiles({
    name: 'orders.tenure',
    mimeType: 'application/octet-stream',
    buffer: await import('node:fs/promises').then(({ readFile }) => readFile(path)),
  });
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText('7 of 7 rows');
  await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
});

test('datasets that are gone are told until the person has read it', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(test.info().project.use.baseURL!).origin,
    storageTypes: 'indexeddb',
  });
  await openPage(page);
  await notice(page, 'DATASETS_GONE').getByRole('button', { name: 'Understood' }).click();
  await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Coffee shop' })).toBeVisible();
  await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
});

test('a store of a newer version is left as it is, and said to be', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  // A newer page opens the store in another tab.
  const raise = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('tenure', 99);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(new Error(request.error?.message));
        }),
    );
  await raise();
  await expect(notice(page, 'STORE_LOST')).toBeVisible();
  await page.reload();
  await expect(notice(page, 'STORE_NEWER')).toBeVisible();
  await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
  expect(await storedIn(page)).toMatchObject({ version: 99, datasets: ['orders.csv'] });
});

test('another tab that holds the old store is waited for, and the dataset of version 1 opens', async ({
  page,
  context,
}) => {
  const old = await context.newPage();
  await old.route('**/old.html', (route) =>
    route.fulfill({ body: '<p>', contentType: 'text/html' }),
  );
  await old.goto('./old.html');
  // A tab of version 1 that does not give way, with nothing kept yet.
  await old.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('tenure', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('entries', { keyPath: 'id' });
          for (const name of ['parts', 'results', 'mappings']) {
            request.result.createObjectStore(name);
          }
        };
        request.onsuccess = () => resolve(void Object.assign(globalThis, { held: request.result }));
        request.onerror = () => reject(new Error(request.error?.message));
      }),
  );
  await page.goto('./');
  await expect(notice(page, 'STORE_WAITING')).toBeVisible();
  await old.close();
  await expect(notice(page, 'STORE_WAITING')).toHaveCount(0);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  expect(await storedIn(page)).toMatchObject({ version: 2, datasets: ['orders.csv'] });
});

test('two tabs: one changes the dataset, the other is told, and may take it over', async ({
  page,
  context,
}) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const other = await context.newPage();
  await other.goto('./');
  await expect(notice(other, 'OPEN_ELSEWHERE')).toBeVisible();
  await expect(notice(page, 'OPEN_ELSEWHERE')).toHaveCount(0);

  const setMargin = async (tab: Page, percent: string) => {
    await goTo(tab, 'Overview');
    await tab.getByRole('button', { name: /^Margin/ }).click();
    const margin = tab.getByRole('spinbutton', { name: /Margin/ });
    await margin.fill(percent);
    await margin.press('Enter');
    await tab.keyboard.press('Escape');
  };
  const margin = (tab: Page, percent: number) =>
    tab.getByRole('button', { name: `Margin: margin ${percent}%` });

  await setMargin(other, '20');
  await setMargin(page, '40');
  await notice(other, 'OPEN_ELSEWHERE').getByRole('button').click();
  await expect(notice(other, 'OPEN_ELSEWHERE')).toHaveCount(0);
  await expect(margin(other, 40)).toBeVisible();
  await expect(notice(page, 'TAKEN_OVER')).toBeVisible();
  await setMargin(other, '60');
  await setMargin(page, '10');
  await page.close();
  await other.reload();
  await expect(margin(other, 60)).toBeVisible();
  await expect(notice(other, 'OPEN_ELSEWHERE')).toHaveCount(0);
});

test('a dataset kept in one tab appears in the list of the other', async ({ page, context }) => {
  await openPage(page);
  const other = await context.newPage();
  await openPage(other);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await expect(kept(other)).toContainText('orders.csv');
});

test.describe('the worker', () => {
  test('that cannot be loaded is told, with the way on', async ({ page }) => {
    await page.route('**/engine-*.js', (route) => route.abort());
    await page.goto('./');
    await expect(notice(page, 'WORKER_NOT_LOADED')).toContainText('did not load');
    await expect(notice(page, 'WORKER_NOT_LOADED').getByRole('button')).toBeVisible();
  });

  test('that fails is told; a restart keeps what was kept', async ({ page }) => {
    await openPage(page);
    await importFiles(page, asFile('orders.csv', SMALL_CSV));
    await page.workers()[0].evaluate(() => {
      setTimeout(() => {
        throw new Error('broken on purpose');
      });
    });
    await notice(page, 'WORKER_CRASHED').getByRole('button', { name: 'Restart' }).click();
    await expect(kept(page).getByRole('button', { name: 'Open orders.csv' })).toBeVisible();
  });

  for (const [what, stop] of [
    ['hangs', 'for (;;);'],
    ['is gone', 'self.close()'],
  ]) {
    test(`that ${what} is noticed when it owes an answer`, async ({ page }) => {
      await page.clock.install();
      await openPage(page);
      await page.clock.runFor(5000);
      await importFiles(page, asFile('orders.csv', SMALL_CSV));
      void page
        .workers()[0]
        .evaluate(stop)
        .catch(() => undefined);
      await page.clock.runFor(60_000);
      await expect(notice(page, 'WORKER_SILENT')).toHaveCount(0);
      await goTo(page, 'Segments');
      await expect(async () => {
        await page.clock.runFor(5_000);
        await expect(notice(page, 'WORKER_SILENT')).toBeVisible({ timeout: 200 });
      }).toPass();
      await notice(page, 'WORKER_SILENT').getByRole('button', { name: 'Restart' }).click();
      await expect(page.getByText('There is no shop open')).toBeVisible();
      await goTo(page, 'Data');
      await expect(kept(page).getByRole('button', { name: 'Open orders.csv' })).toBeVisible();
    });
  }
});

test.describe('keeping nothing', () => {
  test('what is loaded lives in this tab only, and leaves nothing behind', async ({ page }) => {
    await openPage(page);
    await page.getByLabel('Keep nothing of what I load in this tab').check();
    await importFiles(page, asFile('orders.csv', SMALL_CSV));
    await expect(kept(page).getByRole('listitem')).toContainText('Only in this tab');
    await goTo(page, 'Segments');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await storedIn(page)).toMatchObject({ datasets: [], parts: 0 });
    const noted = await page.evaluate(() => Object.keys(localStorage));
    expect(noted.filter((key) => key === 'tenure:kept' || key === 'tenure:last-open')).toEqual([]);
    await goTo(page, 'Data');
    await page.reload();
    await expect(page.getByLabel('Keep nothing of what I load in this tab')).toBeChecked();
    await expect(kept(page)).toHaveCount(0);
    await expect(notice(page, 'DATASETS_GONE')).toHaveCount(0);
  });
});

test('the browser is asked to keep data after the first own import, not before, not for a sample', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { asked: number };
    counted.asked = 0;
    StorageManager.prototype.persisted = () => Promise.resolve(false);
    StorageManager.prototype.persist = () => {
      counted.asked++;
      return Promise.resolve(true);
    };
  });
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: number }).asked);
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
  expect(await asked()).toBe(0);
  await goTo(page, 'Data');
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await expect.poll(asked).toBe(1);
  await expect(kept(page)).toContainText(/takes .* of the .* this browser allows/);
});

test('erasing everything leaves nothing, and says what there was', async ({ page }) => {
  await openPage(page);
  await page.evaluate(async () => {
    localStorage.setItem('another-page', 'stays');
    sessionStorage.setItem('tenure:keep-nothing', 'on');
    sessionStorage.removeItem('tenure:keep-nothing');
    await caches.open(`tenure:${new URL('./', location.href).pathname}:older`);
    await caches.open('another-page');
  });
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await page.setViewportSize({ width: 390, height: 844 });
  // By the keyboard alone.
  await page.getByRole('button', { name: 'Erase everything' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(kept(page)).toContainText('orders.csv');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Erase everything' }).focus();
  await page.keyboard.press('Enter');
  await expect(notice(page, 'ERASED')).toContainText('Shops: 1');
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({
    databases: [],
    local: ['another-page'],
    session: [],
    caches: ['another-page'],
    workers: 0,
  });
});

test('a project is refused beside other files', async ({ page }) => {
  await openPage(page);
  await page
    .getByLabel('Choose CSV files')
    .setInputFiles([asFile('orders.csv', SMALL_CSV), asFile('shop.tenure', 'x')]);
  await expect(notice(page, 'PROJECT_NOT_ALONE')).toContainText('shop.tenure');
  await chooseFiles(page, asFile('orders.csv', SMALL_CSV));
});
