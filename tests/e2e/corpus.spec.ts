import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import type { ResultsFile } from '../../src/exports/results-file';
import { CASES, CORPUS, type CorpusCase, type Expectation } from '../ingest/corpus-cases';
import { exported, openPage } from './shop-page';

/** What the manifest calls a choice, as the value of the radio that makes it. */
function radioValue(choice: Record<string, unknown>): string {
  const value =
    choice['headerLine'] ??
    choice['header'] ??
    choice['decimal'] ??
    choice['dateOrder'] ??
    choice['currency'];
  return String(value);
}

const ROLE_LABELS: Record<string, string> = {
  customer: 'Customer',
  date: 'Date',
  amount: 'Amount',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
};

/** A page kept open for many files, in a browser of some place on earth. */
async function openIn(browser: Browser, locale: string, timezoneId: string): Promise<Page> {
  const context = await browser.newContext({ locale, timezoneId, acceptDownloads: true });
  await context.addInitScript(() => localStorage.setItem('tenure:language', 'en'));
  const page = await context.newPage();
  page.on('dialog', () => {
    throw new Error('text of a file was run');
  });
  await openPage(page);
  return page;
}

function uploadOf({ file, uploadName }: CorpusCase) {
  const name = uploadName ?? file.slice(file.lastIndexOf('/') + 1);
  return { name, mimeType: 'text/csv', buffer: readFileSync(new URL(file, CORPUS)) };
}

/** Chooses the entry's file; the mapping screen or the refusal has come when this ends. */
async function choose(page: Page, entry: CorpusCase): Promise<void> {
  await page.getByLabel('Choose CSV files').setInputFiles(uploadOf(entry));
  await expect(
    page
      .getByRole('heading', { name: 'Check what was understood' })
      .or(page.locator('[role=alert][data-code]')),
  ).toBeVisible();
}

/** Says in the labelled selects which column is what. */
async function mapColumns(page: Page, mapping: Record<string, string>): Promise<void> {
  for (const [role, header] of Object.entries(mapping)) {
    const select = page.getByLabel(ROLE_LABELS[role], { exact: true });
    const value = await select
      .locator('option')
      .evaluateAll(
        (options, name) =>
          (options as HTMLOptionElement[]).find(
            ({ label }) => label === name || label.startsWith(`${name} (`),
          )?.value,
        header,
      );
    expect(value, `${role} = ${header}`).toBeDefined();
    await select.selectOption(value!);
    await expect(select).toHaveValue(value!);
  }
}

/** Text of the file stands in the page as text, and cannot turn the reading direction around it. */
async function expectOnlyText(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await expect(page.locator('main').getByText(text).first()).toBeAttached();
  }
  const unsafe = await page.locator('main').evaluate((main) => {
    const found = [...main.querySelectorAll('img, script, iframe')].map(
      ({ outerHTML }) => outerHTML,
    );
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const bare = text.replace(/\u2068[^\u2069]*\u2069/g, '');
      if (/[\u202a-\u202e\u2066-\u2069]/.test(bare) && !node.parentElement?.closest('bdi, option'))
        found.push(text);
    }
    return found;
  });
  expect(unsafe).toEqual([]);
}

/** The list of rows left out, as the report saves it. */
async function savedRows(page: Page): Promise<{ line: number; code: string }[]> {
  const button = page.getByRole('button', { name: /^Save the list of rows left out/ });
  if ((await button.count()) === 0) return [];
  const download = page.waitForEvent('download');
  await button.click();
  const text = readFileSync(await (await download).path(), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const code = data[0].indexOf('code');
  return data.slice(1).map((cells) => ({ line: Number(cells[0]), code: cells[code] }));
}

interface CustomerLine {
  id: string;
  first: string;
}

async function savedCustomers(page: Page): Promise<CustomerLine[]> {
  const text = (await exported(page, 'Customers (CSV)')).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [header, ...rows] = data;
  const [id, first] = [header.indexOf('customer'), header.indexOf('first')];
  return rows.map((cells) => ({ id: cells[id], first: cells[first] }));
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** The report and the files it offers say what the manifest says. */
async function expectImported(
  page: Page,
  expected: Expectation,
  { byRule = false } = {},
): Promise<void> {
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toHaveAttribute('data-status', 'done');
  const results = JSON.parse(await exported(page, 'Results (JSON)')) as ResultsFile;
  const [{ rows, accepted, blank, excluded, rejected }] = results.import.files;
  const { customers, netRevenue, firstDate, lastDate } = results.dataset;
  expect({ accepted, customers, netRevenue, firstDate, lastDate }).toEqual({
    accepted: expected.accepted,
    customers: expected.customers,
    netRevenue: Number(expected.revenue),
    firstDate: expected.firstDate,
    lastDate: expected.lastDate,
  });
  expect(rows).toBe(accepted + blank + sum(excluded) + sum(rejected));
  if (byRule) expect(sum(excluded)).toBeGreaterThan(0);
  else expect(await savedRows(page)).toEqual(expected.rejected);
  for (const warning of expected.warnings ?? []) {
    await expect(report.locator(`[data-warning=${warning}]`)).toBeVisible();
  }
  if (expected.mustRenderAsText) await expectOnlyText(page, []);
  if (expected.customerIds || expected.dates) {
    const saved = await savedCustomers(page);
    const dangerous = new Set(expected.exportMustNeutralise ?? []);
    if (expected.customerIds) {
      const ids = expected.customerIds.map((id) => (dangerous.has(id) ? `'${id}` : id));
      const got = saved.map(({ id }) => id.replace(/^'(?=-)/, dangerous.size > 0 ? "'" : ''));
      expect(got.sort()).toEqual(ids.sort());
    }
    if (expected.dates && expected.customers === expected.accepted) {
      expect(saved.map(({ first }) => first).sort()).toEqual([...expected.dates].sort());
    }
  }
  if (expected.noPrototypePollution) {
    const added = () => Object.keys(Object.prototype);
    expect(await page.evaluate(added)).toEqual([]);
    expect(await page.workers()[0].evaluate(added)).toEqual([]);
  }
}

/** Takes one entry of the manifest through the page, and leaves the page ready for the next one. */
async function takeThrough(page: Page, entry: CorpusCase): Promise<void> {
  const imports = page.getByRole('button', { name: 'Import', exact: true });
  await choose(page, entry);
  if (entry.mapping) await mapColumns(page, entry.mapping);
  if (entry.error) {
    // What only shows in the rows is refused by Import, the rest when the file is looked at.
    const alert = page.locator('[role=alert][data-code]');
    if ((await alert.count()) === 0) await imports.click();
    await expect(alert).toHaveAttribute('data-code', entry.error.code);
    if (entry.error.line) await expect(alert).toContainText(String(entry.error.line));
    await expectOnlyText(page, []);
    const away = page.getByRole('button', { name: 'Put the files away' });
    if ((await away.count()) > 0) await away.click();
    return;
  }
  await expectOnlyText(page, entry.expect?.mustRenderAsText ?? []);
  if (entry.expect) {
    await imports.click();
    await expectImported(page, entry.expect);
  }
  for (const { choice, expect: expected } of entry.answers ?? []) {
    if (entry.expect || choice !== entry.answers?.[0].choice) await choose(page, entry);
    if (entry.ask) {
      const question = page.locator('[data-question]');
      await expect(question).toHaveAttribute('data-question', entry.ask.code);
      await expect(imports).toBeDisabled();
      await question.locator(`input[value="${radioValue(choice)}"]`).check();
      await expect(imports).toBeEnabled();
      await expect(question.locator(`input[value="${radioValue(choice)}"]`)).toBeChecked();
    }
    if (choice['dropDuplicates'] === true) {
      await page.getByRole('checkbox', { name: /repeat an earlier one/ }).check();
    }
    await imports.click();
    await expectImported(page, expected, { byRule: choice['dropDuplicates'] === true });
  }
}

const GROUPS = [...new Set(CASES.map(({ id }) => id[0]))];

/** Every file is read in tests/ingest; through the page, when there is little time, every second of a group. */
function ofGroup(group: string): CorpusCase[] {
  const all = CASES.filter(({ id }) => id.startsWith(group));
  return process.env['EXHAUSTIVE'] ? all : all.filter((_, at) => at % 2 === 0);
}

test.describe('the corpus through the page', () => {
  test.slow();
  for (const group of GROUPS) {
    test(`group ${group}`, async ({ browser }) => {
      const page = await openIn(browser, 'en-GB', 'UTC');
      for (const entry of ofGroup(group)) {
        await test.step(`${entry.id}: ${entry.odd}`, () => takeThrough(page, entry));
      }
      await page.context().close();
    });
  }
});

const ABROAD = [
  { locale: 'nl-NL', timezoneId: 'America/Los_Angeles' },
  { locale: 'vi-VN', timezoneId: 'Pacific/Kiritimati' },
  { locale: 'ar-EG', timezoneId: 'Australia/Lord_Howe' },
];

/** Every file in every zone is read in tests/ingest; through the page, each in one of them. */
const READINGS = CASES.filter(({ id, verdict }) => /^[eg]/.test(id) && verdict !== 'ask');

for (const [turn, { locale, timezoneId }] of ABROAD.entries()) {
  // The same is proved of every reading in every zone without a page; here the page is in between.
  const tag = turn === 0 ? [] : ['@exhaustive'];
  test(
    `amounts and dates read the same in ${locale}, ${timezoneId}`,
    { tag },
    async ({ browser }) => {
      test.slow();
      const page = await openIn(browser, locale, timezoneId);
      for (const entry of READINGS.filter((_, at) => at % ABROAD.length === turn)) {
        await test.step(`${entry.id}: ${entry.odd}`, () => takeThrough(page, entry));
      }
      await page.context().close();
    },
  );
}

const ZONED = CASES.filter(({ expect: expected }) => expected?.timeZones);
const ZONES = [...new Set(ZONED.flatMap(({ expect: expected }) => expected?.timeZones ?? []))];

test(
  'days that a time zone skips or repeats stay the days written',
  { tag: '@exhaustive' },
  async ({ browser }) => {
    test.slow();
    for (const timezoneId of ZONES) {
      const page = await openIn(browser, 'en-GB', timezoneId);
      for (const entry of ZONED) {
        await test.step(`${entry.id} in ${timezoneId}`, () => takeThrough(page, entry));
      }
      await page.context().close();
    }
  },
);

interface BigCase {
  id: string;
  file: string;
  odd: string;
  verdict: CorpusCase['verdict'];
  expect: Partial<Expectation> & { rejectedCount?: number; code?: string; line?: number };
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.describe('the big files of the corpus, as they are generated', { tag: '@exhaustive' }, () => {
  test.skip(!hasPython, 'needs python3 to generate the files');
  test.setTimeout(600_000);

  test('come in whole, or are refused with their reason', async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tenure-big-'));
    try {
      const script = fileURLToPath(new URL('gen_big.py', CORPUS));
      expect(spawnSync('python3', [script, folder]).status).toBe(0);
      const manifest = readFileSync(join(folder, 'manifest_big.json'), 'utf8');
      const page = await openIn(browser, 'en-GB', 'UTC');
      for (const entry of (JSON.parse(manifest) as { entries: BigCase[] }).entries) {
        await test.step(`${entry.id}: ${entry.odd}`, () => takeBig(page, folder, entry));
      }
      await page.context().close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function takeBig(page: Page, folder: string, entry: BigCase): Promise<void> {
  const patient = { timeout: 120_000 };
  await page.getByLabel('Choose CSV files').setInputFiles(join(folder, entry.file));
  const heading = page.getByRole('heading', { name: 'Check what was understood' });
  const alert = page.locator('[role=alert][data-code]');
  await expect(heading.or(alert)).toBeVisible(patient);
  const { code, line, rejectedCount, rejected, accepted, customers, revenue } = entry.expect;
  if ((await heading.count()) > 0)
    await page.getByRole('button', { name: 'Import', exact: true }).click();
  if (code) {
    await expect(alert).toHaveAttribute('data-code', code, patient);
    if (line) await expect(alert).toContainText(String(line));
    const away = page.getByRole('button', { name: 'Put the files away' });
    if ((await away.count()) > 0) await away.click();
    return;
  }
  const report = page.getByRole('region', { name: 'Import report' });
  await expect(report).toContainText(entry.file, patient);
  const results = JSON.parse(await exported(page, 'Results (JSON)')) as ResultsFile;
  const [file] = results.import.files;
  expect({
    accepted: file.accepted,
    customers: results.dataset.customers,
    netRevenue: results.dataset['netRevenue'],
  }).toEqual({ accepted, customers, netRevenue: Number(revenue) });
  expect(file.rows).toBe(file.accepted + file.blank + sum(file.excluded) + sum(file.rejected));
  expect(sum(file.rejected)).toBe(rejectedCount ?? rejected?.length ?? 0);
  if (rejectedCount) expect(await savedRows(page)).toHaveLength(1000);
  if (rejected) expect(await savedRows(page)).toEqual(rejected);
}
