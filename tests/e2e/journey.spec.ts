import { expect, test } from '@playwright/test';
import type { ResultsFile } from '../../src/exports/results-file';
import { exported, goTo, importFiles, openPage, sharedFile } from './shop-page';

const CDNOW = sharedFile('cdnow_sample.csv');

test.describe('a real shop: CDNOW', () => {
  test.skip(CDNOW === undefined, 'needs ../shared/data/cdnow_sample.csv');

  test('a person drops the file, confirms, reads right numbers, and finds them again', async ({
    page,
  }) => {
    await openPage(page);
    await importFiles(page, CDNOW!);
    const report = page.getByRole('region', { name: 'Import report' });
    await expect(report).toContainText('6,919 of 6,919 rows came in: 2,357 customers, 244,091.94');

    await page.getByRole('button', { name: 'Read the overview' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2,357 customers');
    await expect(page.getByRole('region', { name: /Findings/ })).toContainText(
      '51.7% of buyers, 1,218, bought exactly once',
    );
    await expect(page.getByRole('region', { name: /Findings/ })).toContainText('67.5%');

    await goTo(page, 'Value');
    await page.getByRole('button', { name: /^Observation end/ }).click();
    await page.getByLabel('Observation end', { exact: true }).last().fill('1997-09-30');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('table', { name: 'Purchases: BG/NBD' })).toContainText('0.2425945');

    const results = JSON.parse(await exported(page, 'Results (JSON)')) as ResultsFile;
    const model = results.models['bg-nbd'];
    if ('refused' in model) throw new Error('no fit');
    expect(model.unit).toBe('week');
    const published = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
    for (const [name, value] of Object.entries(published)) {
      expect(Math.abs(model.params[name] / value - 1), name).toBeLessThan(1e-5);
    }
    expect(Math.abs(model.logLikelihood / -9582.4292 - 1)).toBeLessThan(1e-5);
    expect(results.dataset).toMatchObject({ customers: 2357, observationEnd: '1997-09-30' });

    await page.close();
  });

  test('what was imported is there after the tab was closed', async ({ context }) => {
    const first = await context.newPage();
    await openPage(first);
    await importFiles(first, CDNOW!);
    await first.close();

    const second = await context.newPage();
    await second.goto('./#/overview');
    await expect(second.getByRole('heading', { level: 1 })).toContainText(
      'cdnow_sample.csv: 2,357 customers brought 244,000',
    );
  });

  test('the results and the customer table carry the figures of the data', async ({ page }) => {
    await openPage(page);
    await importFiles(page, CDNOW!);
    const results = JSON.parse(await exported(page, 'Results (JSON)')) as ResultsFile;
    expect(results).toMatchObject({
      format: 'tenure-results',
      version: 1,
      dataset: {
        customers: 2357,
        buyers: 2357,
        orders: 6696,
        firstDate: '1997-01-01',
        lastDate: '1998-06-30',
      },
    });
    expect(results.dataset['netRevenue']).toBeCloseTo(244091.94, 8);
    expect(results.overview['oneTimeBuyers']).toBeCloseTo(0.5168, 4);
    expect(results.overview['top20Share']).toBeCloseTo(0.67455, 6);
    expect(results.import.files[0]).toMatchObject({ rows: 6919, accepted: 6919 });
    expect(results.rfm.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);

    const table = (await exported(page, 'Customers (CSV)')).split('\r\n');
    expect(table[0]).toContain('customer,first,last,orders,x,t_x,T,m');
    expect(table).toHaveLength(2357 + 2);
  });
});
