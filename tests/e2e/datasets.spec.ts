import { expect, test } from '@playwright/test';
import { asFile, goTo, importFiles, openPage, SMALL_CSV } from './shop-page';

test('datasets are renamed, opened and deleted', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const list = page.getByRole('region', { name: 'Kept in this browser' });

  await list.getByRole('button', { name: 'More for orders.csv' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Corner shop');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(list).toContainText('Corner shop');

  await page.getByRole('button', { name: 'Subscription' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Subscription');
  await goTo(page, 'Data');
  await list.getByRole('button', { name: 'Open Corner shop' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Corner shop: 4 customers');

  await goTo(page, 'Data');
  await list.getByRole('button', { name: 'More for Corner shop' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(list).not.toContainText('Corner shop');
  await goTo(page, 'Overview');
  await expect(page.getByText('There is no shop open')).toBeVisible();
});

test('settings stay with their dataset', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await goTo(page, 'Overview');
  await page.getByRole('button', { name: /^Margin/ }).click();
  const margin = page.getByRole('spinbutton', { name: /Margin/ });
  await margin.fill('40');
  await margin.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Margin: margin 40%' })).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Margin: margin 100%' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByRole('button', { name: 'Margin: margin 40%' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Margin: margin 40%' })).toBeVisible();
});

test('a page opened anew never says that nothing is open while it opens the last dataset', async ({
  page,
}) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await page.addInitScript(() => {
    const said = new Set<string>();
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('main p, main h1'))
        said.add(textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  for (const [name, heading] of [
    ['data', 'orders.csv'],
    ['segments', 'buyers'],
    ['customers', '4 customers'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`./#/${name}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    const said = await page.evaluate(() => [
      ...(globalThis as unknown as { said: Set<string> }).said,
    ]);
    expect(said).toContain('Opening');
    expect(said).not.toContain('There is no shop open');
    expect(said.join()).not.toContain('What are your customers worth');
  }
});

test('erasing everything leaves nothing in the browser', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).last().click();
  await expect(page.getByText('Everything was erased.')).toBeVisible();
  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('tenure');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the store cannot be opened'));
    });
    const counts = await Promise.all(
      [...database.objectStoreNames].map(
        (name) =>
          new Promise<number>((resolve, reject) => {
            const count = database.transaction(name).objectStore(name).count();
            count.onsuccess = () => resolve(count.result);
            count.onerror = () => reject(new Error(`${name} cannot be counted`));
          }),
      ),
    );
    database.close();
    const records = counts.reduce((sum, count) => sum + count, 0);
    return { records, small: Object.keys(localStorage).filter((key) => key.startsWith('tenure')) };
  });
  expect(left).toEqual({ records: 0, small: [] });
});

test('without IndexedDB the page works in memory and says so', async ({ page }) => {
  // The store lives in the worker, whose scope no script of the page reaches.
  await page.route('**/engine-*.js', async (route) => {
    const response = await route.fetch();
    const blocked = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });";
    await route.fulfill({ response, body: `${blocked}\n${await response.text()}` });
  });
  await openPage(page);
  await expect(page.locator('[data-code=MEMORY_ONLY]')).toBeVisible();
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await goTo(page, 'Overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 customers');
});
