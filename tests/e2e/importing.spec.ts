import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { asFile, chooseFiles, importFiles, openPage, SMALL_CSV } from './shop-page';

const AMBIGUOUS = ['customer;date;amount', 'a;05/01/2024;1,50', 'b;06/02/2024;2,25'].join('\n');

test('Import waits until an open question is answered', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, asFile('orders.csv', AMBIGUOUS));
  const question = page.locator('[data-question=DATE_ORDER_AMBIGUOUS]');
  await expect(question).toContainText('05/01/2024 reads as 5 Jan 2024');
  await expect(question).toContainText('05/01/2024 reads as 1 May 2024');
  const button = page.getByRole('button', { name: 'Import', exact: true });
  await expect(button).toBeDisabled();
  await question.getByRole('radio', { name: /Day, month, year/ }).check();
  await button.click();
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText(
    '2 of 2 rows came in: 2 customers, 3.75, 5 Jan 2024 to 6 Feb 2024',
  );
});

test('rows that cannot be read are told with their lines, and the rest comes in', async ({
  page,
}) => {
  await openPage(page);
  const damaged = `${SMALL_CSV}\neve,2024-02-30,10.00,web\nfay,2024-03-01,ten,web\n,2024-03-01,1,web`;
  await importFiles(page, asFile('orders.csv', damaged));
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toContainText('7 of 10 rows came in');
  await expect(
    report.getByRole('row', { name: /a date that does not exist or cannot be read/ }),
  ).toContainText('9');
  await expect(report.getByRole('row', { name: /an amount that is no number/ })).toContainText(
    '10',
  );
  await expect(report.getByRole('row', { name: /no customer/ })).toContainText('11');
});

test('a file that is no order file is refused, with what to do', async ({ page }) => {
  await openPage(page);
  await page
    .getByLabel('Choose CSV files')
    .setInputFiles(asFile('login.csv', '<!doctype html><html><body>Sign in</body></html>'));
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-code', 'NOT_CSV');
  await expect(alert).toContainText('login.csv is not a CSV file');
});

test('pasted rows are read like a file', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Paste rows instead' }).click();
  await page.getByLabel('Rows with a header line').fill(SMALL_CSV);
  await page.getByRole('button', { name: 'Read these rows' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText(
    '7 of 7 rows came in: 4 customers, 185.65',
  );
});

test('several files make one dataset', async ({ page }) => {
  await openPage(page);
  const [header, ...rows] = SMALL_CSV.split('\n');
  await importFiles(page, [
    asFile('january.csv', [header, ...rows.slice(0, 2)].join('\n')),
    asFile('later.csv', [header, ...rows.slice(2)].join('\n')),
  ]);
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toContainText('2 of 2 rows came in');
  await expect(report).toContainText('5 of 5 rows came in');
  await page.getByRole('button', { name: 'Read the overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 customers brought 186');
});

test('a cancelled import leaves no trace', async ({ page }) => {
  const rows = Array.from(
    { length: 1_500_000 },
    (_, i) => `c${i % 200_000},2024-0${1 + (i % 9)}-1${i % 10},${i % 100}.50`,
  );
  const path = test.info().outputPath('large.csv');
  writeFileSync(path, `customer,date,amount\n${rows.join('\n')}`);
  await openPage(page);
  await chooseFiles(page, path);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The import was cancelled. Nothing was stored.')).toBeVisible();
  await page.getByRole('button', { name: 'Put the files away' }).click();
  await expect(page.getByRole('region', { name: 'Kept in this browser' })).toHaveCount(0);
});
