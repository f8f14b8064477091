import { expect, type Locator, type Page, test } from '@playwright/test';
import { goTo, importFiles, openPage, sharedFile } from './shop-page';

const CDNOW = sharedFile('cdnow_sample.csv');

/** What a button saves, as text. */
async function saved(page: Page, button: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await button.click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The figure of this name, as it is exported. */
function figure(page: Page, name: string): Locator {
  return page.locator(`figure[data-figure="${name}"]`);
}

async function openSample(page: Page, name: string): Promise<void> {
  await openPage(page);
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
  await goTo(page, 'Retention');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('%');
}

test.describe('the cohorts of CDNOW', () => {
  test.skip(CDNOW === undefined, 'needs ../shared/data/cdnow_sample.csv');

  test.beforeEach(async ({ page }) => {
    await openPage(page);
    await importFiles(page, CDNOW!);
    await goTo(page, 'Retention');
    await expect(page.getByRole('heading', { name: /^Of a cohort, 14\.6%/ })).toBeVisible();
  });

  test('a cohort chosen by key is followed: its curve, its customers, its file', async ({
    page,
  }) => {
    const triangle = figure(page, 'retention');
    await triangle
      .getByRole('button', { name: /^All cohorts/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    await expect(triangle.getByRole('button', { name: /^Jan 1997, 0/ })).toBeFocused();
    await page.keyboard.press('Enter');
    const list = page.locator('[data-selection="cohorts"]');
    await expect(list).toContainText('781 customers of Jan 1997');
    await expect(list.getByRole('grid')).toHaveAttribute('aria-rowcount', '782');

    await list.getByLabel('Follow a cohort').selectOption({ label: 'Feb 1997 (857)' });
    await expect(list).toContainText('1,638 customers of Jan 1997 and Feb 1997');
    await expect(figure(page, 'retention-curves')).toContainText('Feb 1997');

    const file = await saved(page, list.getByRole('button', { name: 'Save the list (CSV)' }));
    expect(file.startsWith('\uFEFF')).toBe(true);
    const lines = file.trim().split('\r\n');
    expect(lines[0]).toBe(
      'customer,first order,last order,orders,net,next order from,next order to,own gaps,days silent,chance of a longer gap,standing',
    );
    expect(lines).toHaveLength(1639);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\d+,1997-0[12]-\d\d,/);

    await list.getByRole('button', { name: 'Follow none' }).click();
    await expect(list.getByRole('grid')).toHaveCount(0);
  });

  test('cells show customers, orders, money; the average row follows', async ({ page }) => {
    const triangle = figure(page, 'retention');
    await page.getByLabel('Cells show').selectOption({ label: 'customers, number' });
    await expect(triangle.getByRole('heading')).toContainText('345 of 2,357 customers');
    await expect(triangle).toContainText('Average cohort');
    await page.getByLabel('Cells show').selectOption({ label: 'revenue so far per customer' });
    await expect(triangle).toContainText('All cohorts');
    for (const [period, rows] of [
      ['week', 13],
      ['quarter', 1],
    ] as const) {
      await page.getByRole('button', { name: /^Cohorts: cohorts by/ }).click();
      await page.getByLabel('Period', { exact: true }).selectOption(period);
      await page.keyboard.press('Escape');
      await triangle.getByRole('button', { name: 'Save or read this figure' }).click();
      await page.getByRole('menuitem', { name: 'Show as table' }).click();
      await expect(triangle.getByRole('row')).toHaveCount(rows + 2);
      await triangle.getByRole('button', { name: 'Save or read this figure' }).click();
      await page.getByRole('menuitem', { name: 'Show as drawing' }).click();
    }
  });

  test('the threshold: what is lost follows the hand, churn per period the setting', async ({
    page,
  }) => {
    const facts = page.locator('dl').filter({ hasText: 'False churn' });
    await expect(facts).toContainText('196 days');
    await expect(facts).toContainText('19.2%');
    await expect(facts).toContainText('1,819 of 2,357');
    await page.getByRole('slider', { name: 'Percentile' }).press('ArrowLeft');
    await expect(facts).not.toContainText('196 days');
    const churn = figure(page, 'churn');
    await page.getByLabel('Churn per').selectOption({ label: 'quarter' });
    await expect(churn.getByRole('heading')).toContainText('leave in a quarter');
  });

  test('silence as leaving: half never came back; the same curve by the threshold', async ({
    page,
  }) => {
    const survival = figure(page, 'survival');
    await expect(survival.getByRole('heading')).toContainText('gone at once');
    await page.getByLabel('Gone since').selectOption('silence');
    await expect(survival.getByRole('heading')).toHaveText(
      'Half of the customers are gone after 197 days',
    );
  });

  test('who is due is listed page by page, opened and taken away', async ({ page }) => {
    await page.getByLabel('Who', { exact: true }).selectOption('silent');
    await page.getByLabel('Only customers with two orders or more').uncheck();
    const list = page.getByRole('grid', { name: 'Customers by when their next order is expected' });
    await expect(list).toHaveAttribute('aria-rowcount', '1820');
    await list.getByRole('button', { name: 'Customer' }).click();
    await list.getByRole('button', { name: /Customer/ }).click();
    await expect(list.getByRole('row').nth(1)).toContainText('0001');
    await list.getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/customers\/\d+/);
  });
});

test('contracts: the plans of the subscription sample, with their model', async ({ page }) => {
  await openSample(page, 'Subscription');
  await page.getByLabel('By', { exact: true }).selectOption({ label: 'Plan' });
  const survival = figure(page, 'survival');
  await expect(survival.getByRole('heading')).toContainText('Premium stay longest, Basic shortest');
  await expect(page.getByRole('heading', { name: 'Log-rank test' })).toBeVisible();
  const model = page.getByRole('table', { name: 'The model of the renewals (sBG)' });
  await expect(model.getByRole('row', { name: /^Premium/ })).toContainText('0.66');
  await page.getByLabel('Who left and returned').selectOption('joined');
  await expect(survival).toContainText('lives once, from the first day to the last');
});

test('a shop with discounts and times of day: promotion cohorts and rhythm', async ({ page }) => {
  await openSample(page, 'Coffee shop');
  await expect(figure(page, 'discount-cohorts').getByRole('heading')).toContainText(
    'Acquired at a discount',
  );
  await expect(figure(page, 'weekday-hour').getByRole('heading')).toContainText(/at \d+:00/);
  await expect(figure(page, 'season')).toBeVisible();
  await page.getByLabel('Follow spend').selectOption('tenure');
  await expect(figure(page, 'spend-growth').getByRole('heading')).toContainText('month');
});
