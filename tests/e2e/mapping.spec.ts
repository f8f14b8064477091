import { expect, type Page, test } from '@playwright/test';
import type { ResultsFile } from '../../src/exports/results-file';
import { asFile, chooseFiles, exported, goTo, openPage, sharedFile } from './shop-page';

const ORDERS = [
  'customer,date,amount,status,tax',
  'ann,2024-01-05,10.00,paid,1.00',
  'Ann,2024-01-06,20.00,paid,2.00',
  'bob,2024-02-05,30.00,on hold,3.00',
  'bob,2024-02-20,5.00,cancelled,0.50',
  'bob,2024-02-21,7.00,paid,0.70',
  'bob,2024-02-21,7.00,paid,0.70',
].join('\n');

async function importNow(page: Page): Promise<ResultsFile> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  return results(page);
}

async function results(page: Page): Promise<ResultsFile> {
  await expect(page.getByRole('region', { name: 'Import report' })).toHaveAttribute(
    'data-status',
    'done',
  );
  return JSON.parse(await exported(page, 'Results (JSON)')) as ResultsFile;
}

test('what was understood is said in a sentence, and statuses can be decided otherwise', async ({
  page,
}) => {
  await openPage(page);
  await chooseFiles(page, asFile('orders.csv', ORDERS));
  await expect(page.getByRole('main')).toContainText(
    'Customers are told apart by customer, orders are dated by date, and what they brought is amount.',
  );
  await expect(page.getByRole('main')).toContainText('Line 2 proves it: 10.00');
  await expect(page.getByRole('checkbox', { name: 'cancelled (1 rows)' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'cancelled (1 rows)' }).uncheck();
  await page.getByRole('checkbox', { name: 'paid (4 rows)' }).check();
  await expect(page.getByRole('checkbox', { name: 'paid (4 rows)' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('checkbox', { name: 'paid (4 rows)' })).not.toBeChecked();
  const { import: report } = await importNow(page);
  expect(report.files[0]).toMatchObject({ rows: 6, accepted: 5, excluded: { STATUS_EXCLUDED: 1 } });
});

test('tax is taken off the amount when the person says that it is in there', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, asFile('orders.csv', ORDERS));
  await page.getByRole('checkbox', { name: 'Tax' }).check();
  await expect(page.getByRole('main')).toContainText('what they brought is amount less tax');
  const { dataset } = await importNow(page);
  expect(dataset['netRevenue']).toBe(39.6);
});

test('a corrected column is remembered for the next file with the header, and can be forgotten', async ({
  page,
}) => {
  await openPage(page);
  await chooseFiles(page, asFile('january.csv', ORDERS));
  await page.getByLabel('Amount', { exact: true }).selectOption({ label: 'tax (1.00)' });
  expect((await importNow(page)).dataset['netRevenue']).toBe(4.4);

  await goTo(page, 'Data');
  await chooseFiles(page, asFile('february.csv', ORDERS));
  const notice = page.locator('[data-code=MAPPING_REMEMBERED]');
  await expect(notice).toBeVisible();
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('4');
  await notice.getByRole('button', { name: 'Forget that' }).click();
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('2');
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: 'Put the files away' }).click();
  await chooseFiles(page, asFile('march.csv', ORDERS));
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('2');
});

test('an answer is never taken over from the last file, only shown beside the question', async ({
  page,
}) => {
  const file = asFile('orders.csv', 'customer;date;amount\na;05/01/2024;1,50\nb;06/02/2024;2,25');
  await openPage(page);
  await chooseFiles(page, file);
  const question = page.locator('[data-question=DATE_ORDER_AMBIGUOUS]');
  await question.getByRole('radio', { name: /^Day, month, year/ }).check();
  await importNow(page);
  await chooseFiles(page, file);
  await expect(question.getByText('(your answer last time)')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});

test('spellings of one customer become one, and repeats go, with one click on the report', async ({
  page,
}) => {
  await openPage(page);
  await chooseFiles(page, asFile('orders.csv', ORDERS));
  expect((await importNow(page)).dataset['customers']).toBe(3);
  await page.getByRole('button', { name: 'Treat them as one customer' }).click();
  await expect(page.locator('[data-warning=ID_CASE_VARIANTS]')).toHaveCount(0);
  expect((await results(page)).dataset['customers']).toBe(2);
  await page.getByRole('button', { name: 'Import again without the repeats' }).click();
  await expect(page.locator('[data-warning=DUPLICATE_ROWS]')).toHaveCount(0);
  const { import: report } = await results(page);
  expect(report.files[0].excluded).toEqual({ STATUS_EXCLUDED: 2, DUPLICATE_ROW: 1 });
  await expect(
    page.getByRole('region', { name: 'Kept in this browser' }).locator('li'),
  ).toHaveCount(1);
});

test('the report tells how much money was left out, by reason', async ({ page }) => {
  await openPage(page);
  const damaged = `${ORDERS}\n,2024-03-01,12.50,paid,0\n,2024-03-02,7.25,paid,0`;
  await chooseFiles(page, asFile('orders.csv', damaged));
  await importNow(page);
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report.getByRole('row', { name: /no customer/ })).toContainText('19.75');
  await expect(report.getByRole('row', { name: /cancelled/ })).toContainText('5');
});

test('everything on the mapping screen can be done by keyboard', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, asFile('orders.csv', ORDERS));
  await page.getByLabel('Customer', { exact: true }).focus();
  for (let presses = 0; presses < 60; presses++) {
    const name = await page.evaluate(() => document.activeElement?.textContent.trim());
    if (name === 'Import') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Import report' })).toBeVisible();
});

test('the same file chosen twice is warned about before anything is imported', async ({ page }) => {
  await openPage(page);
  const file = asFile('january.csv', ORDERS);
  await chooseFiles(page, [file, { ...file, name: 'january (1).csv' }]);
  const warning = page.locator('[data-warning=DUPLICATE_FILE]');
  await expect(warning).toHaveCount(1);
  await expect(warning).toContainText('january (1).csv');
});

test('files of one name that ask the same are asked about once', async ({ page }) => {
  const file = asFile('orders.csv', 'customer;date;amount\na;05/01/2024;1,50\nb;06/02/2024;2,25');
  const other = asFile('orders.csv', 'customer;date;amount\nc;07/01/2024;1,50\nd;08/02/2024;2,25');
  await openPage(page);
  await chooseFiles(page, [file, other]);
  const question = page.locator('[data-question=DATE_ORDER_AMBIGUOUS]');
  await expect(question).toHaveCount(1);
  await question.getByRole('radio', { name: /^Day, month, year/ }).check();
  const { dataset } = await importNow(page);
  expect(dataset).toMatchObject({ customers: 4, firstDate: '2024-01-05' });
});

test('the question which line is the header shows those lines', async ({ page }) => {
  await openPage(page);
  const text = 'Sales 2024\n\ncustomer,date,amount\na,2024-01-05,1.50\nb,2024-01-06,2.25';
  await chooseFiles(page, asFile('report.csv', text));
  const question = page.locator('[data-question=HEADER_ROW_UNCERTAIN]');
  await expect(question.locator('label', { hasText: 'Line 3' })).toContainText(
    'customer · date · amount',
  );
  await expect(question.locator('label', { hasText: 'Line 1' })).toContainText('Sales 2024');
});

test('orders, payments and customers in three files become one table', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, [
    asFile(
      'orders.csv',
      'order_id,customer_id,order_status,order_purchase_timestamp\no1,c1,delivered,2017-10-02 10:56:33\no2,c2,delivered,2018-07-24 20:41:37',
    ),
    asFile('payments.csv', 'order_id,payment_type,payment_value\no1,card,38.71\no2,card,141.46'),
    asFile('customers.csv', 'customer_id,customer_unique_id\nc1,u1\nc2,u1'),
  ]);
  await expect(page.getByRole('main')).toContainText(
    'It looks like an export from the Olist data.',
  );
  const { dataset } = await importNow(page);
  expect(dataset).toMatchObject({ customers: 1, orders: 2, netRevenue: 180.17 });
});

test('an Amazon report names no buyer, and is told so', async ({ page }) => {
  await openPage(page);
  const text =
    'amazon-order-id\tpurchase-date\torder-status\tcurrency\titem-price\n1-2\t2025-01-02T10:00:00+00:00\tShipped\tUSD\t10.00';
  await page.getByLabel('Choose CSV files').setInputFiles(asFile('amazon.txt', text));
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-code', 'NO_BUYER_ID');
  await expect(alert).toContainText('lifetime value');
});

const JOURNEY = sharedFile('completejourney_sample.csv');
test.describe('times with their zone', () => {
  test.skip(JOURNEY === undefined, 'needs ../shared/data/completejourney_sample.csv');

  test('fall on the day of the place that the person picks', async ({ page }) => {
    await openPage(page);
    await chooseFiles(page, JOURNEY!);
    await page.getByLabel('Dates in the time zone of').selectOption('America/New_York');
    await expect(page.getByLabel('Dates in the time zone of')).toHaveValue('America/New_York');
    const { dataset } = await importNow(page);
    expect(dataset).toMatchObject({
      customers: 2377,
      lastDate: '2017-12-31',
      netRevenue: 233935.24,
    });
  });
});

const SHOPIFY = sharedFile('shopify_orders_sample.csv');
test.describe('a Shopify export', () => {
  test.skip(SHOPIFY === undefined, 'needs ../shared/data/shopify_orders_sample.csv');

  test('is recognised and needs no decision', async ({ page }) => {
    await openPage(page);
    await chooseFiles(page, SHOPIFY!);
    await expect(page.getByRole('main')).toContainText('It looks like an export from Shopify.');
    const { dataset, import: report } = await importNow(page);
    expect(dataset).toMatchObject({ customers: 57, orders: 122, netRevenue: 14147.75 });
    expect(report.files[0].rejected).toEqual({ CUSTOMER_EMPTY: 5 });
  });
});
