import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { asFile, chooseFiles, goTo, openPage, SMALL_CSV } from './shop-page';

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
  test(`axe finds nothing on any page, ${colorScheme}, ${width} px`, async ({ browser }) => {
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
  });
}
