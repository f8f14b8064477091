import { expect, test } from '@playwright/test';
import { asFile, importFiles, openPage, openSample, SMALL_CSV } from './shop-page';

test('the Data page tells what a file allows and which column would unlock what', async ({
  page,
}) => {
  await openPage(page);
  await importFiles(page, asFile('small.csv', SMALL_CSV));
  const found = page.getByRole('region', { name: /^What this file allows/ });
  await expect(found).toBeVisible();
  await expect(found.locator('[data-capability="discount"]')).toContainText('No column “Discount”');
  await expect(found.locator('[data-capability="value"]')).toContainText(
    'customers who bought again: 2, needed: 50',
  );
  await expect(found.locator('[data-capability="revenue"]')).toHaveAttribute('data-state', 'ready');
});

test('the overview links to it', async ({ page }) => {
  await openPage(page);
  await openSample(page, 'Donations');
  await page.getByRole('link', { name: 'What would unlock the others' }).click();
  await expect(
    page.getByRole('region', { name: /^What this file allows: \d+ of 13/ }),
  ).toBeVisible();
});

test('without a shop every page says what it would show', async ({ page }) => {
  await openPage(page);
  for (const name of ['overview', 'segments', 'retention', 'value', 'customers', 'report']) {
    await page.goto(`./#/${name}`);
    await expect(page.getByText(/this page then shows/)).toBeVisible();
  }
});
