import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { KindResultsFile } from '../../src/exports/results-file';
import {
  asFile,
  chooseFiles,
  exported,
  goTo,
  importFiles,
  openPage,
  sharedFile,
} from './shop-page';

const WALTONS = sharedFile('survival_waltons.csv');
const SBG = sharedFile('sbg_survival.csv');
const CDNOW = sharedFile('cdnow_sample.csv');
const END = '1997-09-30';

interface SummaryRow {
  id: string;
  x: number;
  tx: number;
  T: number;
  m: number | null;
}

/** CDNOW to the end of September 1997 as a warehouse would sum it up. */
function summaryOf(path: string): SummaryRow[] {
  const days = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [id, date, , amount] = line.split(',');
    if (date > END) continue;
    const own = days.get(id) ?? new Map<string, number>();
    own.set(date, (own.get(date) ?? 0) + Number(amount));
    days.set(id, own);
  }
  const day = (date: string) => Date.parse(date) / 86_400_000;
  return [...days].map(([id, own]) => {
    const dates = [...own.keys()].sort();
    const [first, ...repeats] = dates;
    const spent = repeats.reduce((sum, date) => sum + (own.get(date) ?? 0), 0);
    return {
      id,
      x: repeats.length,
      tx: day(dates[dates.length - 1]) - day(first),
      T: day(END) - day(first),
      m: repeats.length > 0 ? spent / repeats.length : null,
    };
  });
}

async function results(page: Page): Promise<KindResultsFile> {
  return JSON.parse(await exported(page, 'Results (JSON)')) as KindResultsFile;
}

/** The navigation and the reload leave it open. */
async function stillThere(page: Page, name: string, heading: string | RegExp): Promise<void> {
  await goTo(page, 'Overview');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(page.getByRole('banner')).toContainText(name);
}

test.describe('a summary of CDNOW', () => {
  test.skip(CDNOW === undefined, 'needs ../shared/data/cdnow_sample.csv');

  test('by customer asks what its header leaves open, and gives the published model', async ({
    page,
  }) => {
    await openPage(page);
    const rows = summaryOf(CDNOW!).map(({ id, x, tx, T, m }) => [id, x, tx, T, m ?? ''].join());
    await chooseFiles(page, asFile('summary.csv', ['customer,x,t_x,T,m', ...rows].join('\n')));
    await expect(page.getByLabel('Each row of the file is')).toHaveValue('customer-summary');
    const start = page.getByRole('button', { name: 'Import', exact: true });
    await expect(start).toBeDisabled();
    await page.locator('[data-question=TIME_UNIT_UNKNOWN] input[value=day]').check();
    await page.locator('[data-question=MEAN_SPEND_UNKNOWN] input[value=repeats]').check();
    await start.click();
    const report = page.getByRole('region', { name: 'Import report' });
    await expect(report).toContainText('2,357 of 2,357 rows came in');

    await goTo(page, 'Value');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      'Your 2,357 buyers are worth',
    );
    await expect(page.getByRole('main')).toContainText('needs the date of every order');
    await expect(page.getByRole('main')).toContainText(
      '946 buyers with a repeat purchase above zero',
    );
    const { models, clv, retention } = await results(page);
    const fit = models?.['bg-nbd'];
    if (!fit || 'refused' in fit) throw new Error('no fit');
    expect(fit.params['r']).toBeCloseTo(0.2425945, 5);
    expect(fit.params['alpha']).toBeCloseTo(4.4136019, 3);
    expect(fit.params['a']).toBeCloseTo(0.7929199, 3);
    expect(fit.params['b']).toBeCloseTo(2.4258881, 3);
    expect(clv?.['total']).toBeGreaterThan(100_000);
    expect(retention).toBeNull();

    await goTo(page, 'Segments');
    await expect(page.getByRole('row', { name: /^Champions/ })).toBeVisible();
    await goTo(page, 'Retention');
    await expect(page.getByRole('main')).toContainText('need the date of every order');
    await goTo(page, 'Customers');
    await page.getByLabel('Search by customer id').fill('0001');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 2,357 customers');
    await page.goto('./#/customers/0');
    await expect(page.getByRole('main')).toContainText('2 repeat purchases');
    await stillThere(page, 'summary.csv', 'summary.csv: 2,357 customers, summed up');
  });

  test('by group needs no ids and no questions', async ({ page }) => {
    await openPage(page);
    const groups = new Map<string, number>();
    for (const { x, tx, T } of summaryOf(CDNOW!)) {
      const key = [x, tx, T].join();
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    const rows = [...groups].map(([key, count]) => `${key},${count}`);
    const file = asFile('groups.csv', ['x,t_x_days,T_days,count', ...rows].join('\n'));
    await importFiles(page, file);
    await goTo(page, 'Value');
    await expect(page.getByRole('main')).toContainText('There is no mean spend in these data');
    const { models, clv } = await results(page);
    const fit = models?.['bg-nbd'];
    if (!fit || 'refused' in fit) throw new Error('no fit');
    expect(fit.customers).toBe(2357);
    expect(fit.params['r']).toBeCloseTo(0.2425945, 5);
    expect(clv).toBeNull();
    await goTo(page, 'Customers');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2,357 customers in');
    await stillThere(page, 'groups.csv', 'groups.csv: 2,357 customers, summed up');
  });
});

test('first and last days wait for the end of observation; revenue is a mean of all orders', async ({
  page,
}) => {
  await openPage(page);
  const rows = [
    'Kunde;Erste Bestellung;Letzte Bestellung;Anzahl Bestellungen;Umsatz (EUR)',
    'ann;01.01.2024;31.01.2024;3;60,00',
    'bob;15.01.2024;15.01.2024;1;50,00',
    'ann;15.01.2024;15.01.2024;1;50,00',
  ];
  await chooseFiles(page, asFile('kunden.csv', rows.join('\n')));
  await expect(page.locator('[data-question=OBSERVATION_END_UNKNOWN]')).toBeVisible();
  await page.getByLabel('Observed until').fill('2024-03-01');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toContainText('2 of 3 rows came in: 2 customers');
  await expect(report).toContainText('a customer who has a row already');
  await goTo(page, 'Overview');
  await expect(page.getByRole('main')).toContainText('1 Jan 2024 to 1 Mar 2024');
  await expect(page.getByRole('main')).toContainText('€110');
  await goTo(page, 'Value');
  await expect(page.getByRole('main')).toContainText('2 buyers with a mean order value above zero');
  await expect(
    page.getByRole('figure', { name: /^The mean customer spends \S+ per purchase/ }),
  ).toBeVisible();
});

test.describe('lifetimes and survivors', () => {
  test.skip(WALTONS === undefined || SBG === undefined, 'needs ../shared/data');

  test('lifetimes are told as survival, and every other page says what it lacks', async ({
    page,
  }) => {
    await openPage(page);
    await chooseFiles(page, WALTONS!);
    await expect(page.getByLabel('Each row of the file is')).toHaveValue('durations');
    await expect(page.getByLabel('It ended where')).toHaveValue('one');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Import report' })).toContainText(
      '163 of 163 rows came in, one lifetime each',
    );
    await goTo(page, 'Overview');
    await expect(page.getByRole('main')).toContainText('Half of them had ended by 56');
    for (const name of ['Segments', 'Value', 'Customers']) {
      await goTo(page, name);
      await expect(page.getByRole('main')).toContainText('There are no orders in these data');
    }
    const { survival, models } = await results(page);
    expect(survival?.[0]).toMatchObject({ figures: { subjects: 163, median: 56 } });
    expect(models).toBeNull();
    await stillThere(page, 'survival_waltons.csv', 'survival_waltons.csv: 163 lifetimes');
  });

  test('turned round, the other value is the end', async ({ page }) => {
    await openPage(page);
    await chooseFiles(page, WALTONS!);
    await page.getByLabel('It ended where').selectOption('zero');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await goTo(page, 'Overview');
    await expect(page.getByRole('main')).toContainText('163 lifetimes, of which 7 ended');
  });

  test('a survival table is told by cohort', async ({ page }) => {
    await openPage(page);
    await importFiles(page, SBG!);
    await goTo(page, 'Overview');
    await expect(page.getByRole('main')).toContainText('regular_pct_alive: 17.3% are left');
    const { survival } = await results(page);
    expect(survival?.map(({ name }) => name)).toEqual(['regular_pct_alive', 'highend_pct_alive']);
    await stillThere(
      page,
      'sbg_survival.csv',
      'sbg_survival.csv: 2 cohorts, still there by period',
    );
  });
});

test('the query for a warehouse can be read and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.getByText('More orders than a browser can hold?').click();
  await page.getByLabel('One row for each').selectOption('grouped-summary');
  await page.getByLabel('Written for').selectOption('bigquery');
  await expect(page.getByRole('region', { name: 'Query' })).toContainText(
    'DATE_DIFF(MAX(day), MIN(day), DAY) AS t_x_days',
  );
  await page.getByRole('button', { name: 'Copy the query' }).click();
  await expect(page.getByText('The query is in the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'COUNT(*) AS customers',
  );
});

test('an order log may be called something else, and back', async ({ page }) => {
  await openPage(page);
  await chooseFiles(
    page,
    asFile('log.csv', 'customer,date,amount\nann,2024-01-05,10\nbob,2024-01-06,20'),
  );
  const kind = page.getByLabel('Each row of the file is');
  await expect(kind).toHaveValue('orders');
  await kind.selectOption('durations');
  await expect(page.getByText('Not found yet: Duration and Ended or not.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await kind.selectOption('orders');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText('2 customers');
});
