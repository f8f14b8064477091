import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { asFile, exported, goTo, importFiles, openPage, SMALL_CSV } from './shop-page';
import { storedIn } from './stored-tenure';

/** What "Export -> Project" saves. */
async function savedProject(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Project (.tenure)' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.tenure$/);
  return readFileSync(await saved.path());
}

function projectOf(bytes: Buffer, name = 'shop.tenure') {
  return { name, mimeType: 'application/octet-stream', buffer: bytes };
}

async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await openPage(page);
  return page;
}

/** The results but for what names the moment they were made. */
async function results(page: Page): Promise<unknown> {
  return JSON.parse(await exported(page, 'Results (JSON)')) as unknown;
}

test('a project opens in another browser with its settings, scenarios and results to the bit', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await goTo(page, 'Overview');
  await page.getByRole('button', { name: /^Margin/ }).click();
  const margin = page.getByRole('spinbutton', { name: /Margin/ });
  await margin.fill('40');
  await margin.press('Enter');
  await page.keyboard.press('Escape');
  const scenarios = { version: 1, scenarios: [{ name: 'Loyalty card', changes: {} }] };
  await page.evaluate(
    (text) => localStorage.setItem('tenure:scenarios', text),
    JSON.stringify(scenarios),
  );
  const before = await results(page);
  const bytes = await savedProject(page);

  const other = await elsewhere(browser, baseURL);
  await other.getByLabel('Choose CSV files').setInputFiles(projectOf(bytes));
  await expect(other.getByRole('region', { name: 'Import report' })).toContainText('7 of 7 rows');
  expect(await results(other)).toEqual(before);
  expect(await other.evaluate(() => localStorage.getItem('tenure:scenarios'))).toBe(
    JSON.stringify(scenarios),
  );
  await other.reload();
  await goTo(other, 'Overview');
  await expect(other.getByRole('button', { name: 'Margin: margin 40%' })).toBeVisible();
  await other.context().close();
});

test('a project opened where its dataset is already becomes a second one', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const bytes = await savedProject(page);
  // Under another name: what it is shows in its first bytes.
  await page.getByLabel('Choose CSV files').setInputFiles(projectOf(bytes, 'shop.bin'));
  const kept = page.getByRole('region', { name: 'Kept in this browser' });
  await expect(kept.getByRole('listitem')).toHaveCount(2);
});

test('a damaged project is refused with the reason, and nothing changes', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  const whole = await savedProject(page);
  const turned = Buffer.from(whole);
  turned[turned.length - 40] ^= 4;
  const newer = Buffer.from(whole);
  newer.writeUInt32LE(99, 8);
  for (const [code, bytes] of [
    ['PROJECT_DAMAGED', turned],
    ['PROJECT_TRUNCATED', whole.subarray(0, whole.length - 1)],
    ['PROJECT_NEWER', newer],
    ['PROJECT_NOT_ONE', Buffer.from(SMALL_CSV)],
  ] as const) {
    await page.getByLabel('Choose CSV files').setInputFiles(projectOf(bytes));
    await expect(page.getByRole('alert')).toHaveAttribute('data-code', code);
    await expect(page.getByRole('alert')).toContainText('shop.tenure');
  }
  expect((await storedIn(page))?.datasets).toEqual(['orders.csv']);
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText('7 of 7 rows');
});

test('a project is opened by dropping it too', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Subscription', exact: true }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
  const bytes = await savedProject(page);
  await goTo(page, 'Data');
  const dropped = await page.evaluateHandle((data) => {
    const transfer = new DataTransfer();
    const binary = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    transfer.items.add(new File([binary], 'sub.tenure'));
    return transfer;
  }, bytes.toString('base64'));
  await page.locator('.zone').dispatchEvent('drop', { dataTransfer: dropped });
  const kept = page.getByRole('region', { name: 'Kept in this browser' });
  await expect(kept.getByRole('listitem')).toHaveCount(2);
});
