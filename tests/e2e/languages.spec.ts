import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const MESSAGES = resolve(import.meta.dirname, '../../src/text/messages');
const LANGUAGES = ['en', 'vi', 'nl'] as const;
type Language = (typeof LANGUAGES)[number];

const PAGES = [
  'data',
  'overview',
  'segments',
  'retention',
  'value',
  'lifespan',
  'customers',
  'report',
  'glossary',
  'privacy',
];

/** The words of a language by key. */
function wordsOf(language: Language): Record<string, string> {
  const files = readdirSync(MESSAGES).filter((name) => name.endsWith(`.${language}.json`));
  return Object.assign(
    {},
    ...files.map((name) => JSON.parse(readFileSync(join(MESSAGES, name), 'utf8')) as object),
  ) as Record<string, string>;
}

const WORDS = { en: wordsOf('en'), vi: wordsOf('vi'), nl: wordsOf('nl') };

async function openIn(page: Page, language: Language): Promise<void> {
  await page.goto(`./#/data?lang=${language}`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(
    page.getByRole('button', { name: WORDS[language].data_sample_shop, exact: true }),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function openCoffeeShop(page: Page, language: Language): Promise<void> {
  await openIn(page, language);
  await page.getByRole('button', { name: WORDS[language].data_sample_shop, exact: true }).click();
  await expect(page.getByRole('region', { name: WORDS[language].overview_letter })).toBeVisible();
}

async function follow(page: Page, name: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${name}`);
  await settled(page);
}

/** Changes the language where a person does. */
async function choose(page: Page, language: Language): Promise<void> {
  await page.locator('header select').selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** All that is read, but for how much room the store takes: that grows while one reads. */
async function textOf(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.body.innerText);
  return text.replaceAll(/\d[\d.,]*\s(kB|MB|GB)/g, '$1');
}

/** What stands where an answer is still being computed. */
const UNFINISHED = LANGUAGES.flatMap((language) =>
  Object.entries(WORDS[language])
    .filter(
      ([key, text]) => /_(loading|computing|waiting|predicting)$/.test(key) && !/\{/.test(text),
    )
    .map(([, text]) => text),
);

/** Waits until nothing is being computed and the text has stood still for a while. */
async function settled(page: Page): Promise<void> {
  let before = '';
  let still = 0;
  await expect
    .poll(
      async () => {
        const now = await textOf(page);
        const lines = now.split('\n');
        const finished =
          now === before &&
          !UNFINISHED.some((text) => lines.some((line) => line.startsWith(text))) &&
          (await page.locator('[aria-busy="true"]').count()) === 0;
        still = finished ? still + 1 : 0;
        before = now;
        return still;
      },
      { intervals: [250] },
    )
    .toBeGreaterThanOrEqual(3);
}

test.describe('a browser in Dutch', () => {
  test.use({ locale: 'nl-NL' });

  test('is spoken to in Dutch; the person’s own choice comes before it, a link before both', async ({
    page,
  }) => {
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.nl.data_title);
    expect(new URL(page.url()).hash).not.toContain('lang');

    await page.getByLabel(WORDS.nl.app_language).selectOption({ label: 'Tiếng Việt' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.vi.data_title);
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.vi.data_title);

    await page.goto('about:blank');
    await page.goto('./#/data?lang=en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.data_title);
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.vi.data_title);
  });
});

test('the address carries the language from page to page', async ({ page }) => {
  await openIn(page, 'nl');
  await page.getByRole('navigation').getByRole('link', { name: WORDS.nl.app_page_value }).click();
  await expect(page).toHaveURL(/#\/value\?lang=nl$/);
  await choose(page, 'vi');
  await expect(page).toHaveURL(/#\/value\?lang=vi$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/data\?lang=nl$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});

test('every page changes its language where it stands, without a word left behind', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openCoffeeShop(page, 'nl');
  const fresh = new Map<string, string>();
  for (const name of PAGES) {
    await follow(page, name);
    fresh.set(name, await textOf(page));
  }
  await choose(page, 'en');
  await page.evaluate(() => ((globalThis as { kept?: true }).kept = true));
  for (const [name, text] of fresh) {
    await follow(page, name);
    await choose(page, 'nl');
    await expect.poll(() => textOf(page), name).toBe(text);
    await choose(page, 'en');
  }
  expect(await page.evaluate(() => (globalThis as { kept?: true }).kept)).toBe(true);
});

test('numbers, dates and money are written as in the language, and typed in either way', async ({
  page,
}) => {
  await openCoffeeShop(page, 'nl');
  await expect(page.getByText(/2\.000 klanten/).first()).toBeVisible();
  await expect(page.getByText(/€\s\d{1,3}(\.\d{3})*/u).first()).toBeVisible();
  await expect(page.getByText(/\d,\d%/).first()).toBeVisible();

  await follow(page, 'lifespan');
  const churn = page.getByRole('spinbutton', {
    name: WORDS.nl.figures_number_of.replace('{label}', WORDS.nl.lifespan_churn_after),
  });
  for (const typed of ['7,5', '7.5']) {
    await churn.fill('3');
    await churn.press('Enter');
    await churn.fill(typed);
    await churn.press('Enter');
    await expect(churn).toHaveValue('7,5');
    await expect(churn).toHaveAttribute('aria-valuenow', '7.5');
  }
  await choose(page, 'en');
  await expect(page.getByRole('spinbutton', { name: /^Churn after/ })).toHaveValue('7.5');
});

test('results and the list of customers are the same to the byte in every language', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openCoffeeShop(page, 'en');
  const saved: Record<string, Buffer[]> = { app_export_results: [], app_export_customers: [] };
  for (const language of LANGUAGES) {
    await choose(page, language);
    for (const [key, files] of Object.entries(saved)) {
      await page.getByRole('button', { name: WORDS[language].app_export, exact: true }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: WORDS[language][key] }).click();
      files.push(readFileSync(await (await download).path()));
    }
  }
  for (const [english, ...others] of Object.values(saved)) {
    expect(english.length).toBeGreaterThan(1000);
    for (const other of others) expect(other.equals(english)).toBe(true);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const language of LANGUAGES) {
    // Dutch has the longest words.
    const tag = language === 'nl' ? [] : ['@exhaustive'];
    test(`no page is wider than the screen in ${language}`, { tag }, async ({ page }) => {
      test.setTimeout(120_000);
      await openCoffeeShop(page, language);
      for (const name of PAGES) {
        await follow(page, name);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBeLessThanOrEqual(390);
        const links = page.getByRole('navigation').first().getByRole('link');
        for (const link of await links.all()) {
          const cut = await link.evaluate((one) => one.scrollWidth > one.clientWidth + 1);
          expect(cut, await link.innerText()).toBe(false);
        }
      }
    });
  }
});
