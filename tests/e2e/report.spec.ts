import { expect, test } from '@playwright/test';
import { asFile, importFiles, openPage, openSample } from './shop-page';

test.describe('the report', () => {
  test.beforeEach(async ({ page }) => {
    await openPage(page);
    await openSample(page, 'Coffee shop');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Report (print or PDF)' }).click();
    await expect(page.getByRole('heading', { name: 'What to keep in mind' })).toBeVisible();
  });

  test('holds every section, with the figures of their pages', async ({ page }) => {
    for (const name of [
      'In short',
      'Key figures',
      'Segments',
      'Retention and churn',
      'Value',
      'What to keep in mind',
    ])
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    for (const figure of ['revenue-by-month', 'segments', 'retention-curves', 'retention', 'churn'])
      await expect(page.locator(`[data-figure="${figure}"] svg`).first()).toBeVisible();
    await expect(page.getByText(/^Computed with: orders to/)).toBeVisible();
    await expect(page.getByRole('row', { name: /^Customer equity .* to / })).toBeVisible();
  });

  test('keeps the reader’s notes with the dataset, and prints them as text', async ({ page }) => {
    const note = 'Prices rose in March.\nCompare with care.';
    await page.getByLabel('Your notes on “Value”').fill(note);
    await page.getByLabel('Your notes on “Value”').blur();
    await page.reload();
    await expect(page.getByLabel('Your notes on “Value”')).toHaveValue(note);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('textarea').first()).toBeHidden();
    await expect(page.getByText('Prices rose in March.')).toBeVisible();
    await expect(page.getByRole('navigation')).toBeHidden();
  });

  test('is black on white on paper when the page is dark', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  });

  test('no drawing is wider than the sheet, and a PDF comes out', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 950 });
    const beyond = await page.evaluate(() => {
      const right = document.querySelector('.sheet')?.getBoundingClientRect().right ?? 0;
      return [...document.querySelectorAll('.sheet :is(svg, table, canvas)')].filter(
        (one) => one.getBoundingClientRect().right > right + 1,
      ).length;
    });
    expect(beyond).toBe(0);
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(50_000);
    }
  });
});

test('without a shop the report says what it would hold', async ({ page }) => {
  await page.goto('./#/report');
  await expect(page.getByText(/a report to print/)).toBeVisible();
});

test('what makes both models doubtful is said once', async ({ page }) => {
  await openPage(page);
  const rows = Array.from(
    { length: 18 },
    (_, k) => `c${k % 12},2024-0${1 + (k % 7)}-05,${k + 5}.50`,
  );
  await importFiles(page, [asFile('orders.csv', ['customer,date,amount', ...rows].join('\n'))]);
  await page.goto('./#/report');
  const caveats = page.getByRole('region', { name: 'What to keep in mind' }).getByRole('listitem');
  await expect(caveats.filter({ hasText: 'What it cost to win these customers' })).toBeVisible();
  const sentences = await caveats.allInnerTexts();
  expect(new Set(sentences).size).toBe(sentences.length);
});
