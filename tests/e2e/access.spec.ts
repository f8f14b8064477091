import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  asFile,
  chooseFiles,
  goTo,
  importFiles,
  openPage,
  openSample,
  SMALL_CSV,
} from './shop-page';

async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(told, where).toEqual([]);
}

// Both themes and both widths; what differs between the other two pairs is in one of these.
for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const) {
  const tag = colorScheme === 'light' ? ['@exhaustive'] : [];
  test(
    `axe finds nothing on any page, ${colorScheme}, ${width} px`,
    { tag },
    async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await openPage(page);
      await expectNoViolation(page, 'first screen');
      await goTo(page, 'Overview');
      await expectNoViolation(page, 'Overview without data');
      await goTo(page, 'Data');
      await chooseFiles(page, asFile('orders.csv', SMALL_CSV));
      await expectNoViolation(page, 'mapping');
      await page.getByRole('button', { name: 'Put the files away' }).click();
      await page.getByRole('button', { name: 'Coffee shop' }).click();
      for (const name of ['Overview', 'Segments', 'Retention', 'Value', 'Lifespan', 'Customers']) {
        await goTo(page, name);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        await expectNoViolation(page, name);
      }
      await goTo(page, 'Data');
      await expectNoViolation(page, 'Data with a dataset open');
      await page.getByRole('link', { name: 'How to check that yourself' }).click();
      await expectNoViolation(page, 'Privacy');
      await context.close();
    },
  );
}

/** Days and months that nothing tells apart. */
const DOUBTFUL_CSV = [
  'customer,date,amount',
  'ann,03/04/2024,10.00',
  'bob,05/06/2024,20.00',
  'ann,07/08/2024,12.00',
].join('\n');

// What opens over a page, and what a page looks like when something is missing or wrong.
test('axe finds nothing in what opens and what fails, dark, 1440 px', async ({ browser }) => {
  test.slow();
  const context = await browser.newContext({
    colorScheme: 'dark',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await openPage(page);

  await page
    .getByLabel('Choose CSV files')
    .setInputFiles(asFile('image.csv', '\u0089PNG\r\n\u001a\n'));
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectNoViolation(page, 'a file refused');
  await page.reload();

  await chooseFiles(page, asFile('doubtful.csv', DOUBTFUL_CSV));
  await expect(page.locator('[data-question]').first()).toBeVisible();
  await expectNoViolation(page, 'questions of the mapping');
  await page.getByRole('button', { name: 'Put the files away' }).click();
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await expectNoViolation(page, 'import report');

  await openSample(page, 'Coffee shop');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoViolation(page, 'menu of exports');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Save or read this figure' }).first().click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await expectNoViolation(page, 'menu of a figure');
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expectNoViolation(page, 'a figure as table');

  await page.getByRole('button', { name: /^Margin/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolation(page, 'editor of a setting');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'How it is computed: Simple CLV' }).click();
  await expect(page.getByRole('dialog', { name: 'Simple CLV' })).toBeVisible();
  await expectNoViolation(page, 'how a number is computed');
  await page.keyboard.press('Escape');

  await page.getByText('How it is computed', { exact: true }).first().click();
  await expectNoViolation(page, 'how a figure is computed');

  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolation(page, 'palette of commands');
  await page.keyboard.press('Escape');

  await goTo(page, 'Customers');
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
  await expectNoViolation(page, 'no customer found');

  await page.goto('./#/report');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectNoViolation(page, 'report');
  await page.goto('./#/glossary');
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await expectNoViolation(page, 'glossary');
  await context.close();
});
