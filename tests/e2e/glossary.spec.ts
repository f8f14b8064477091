import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPage } from './shop-page';

test('the foot of a page leads to the glossary, which is searched by word', async ({ page }) => {
  await openPage(page);
  await page
    .getByRole('contentinfo')
    .or(page.locator('footer'))
    .getByRole('link', { name: 'What the words mean' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();

  await page.getByLabel('Find a term').fill('kaplan');
  await expect(page.getByRole('article').first()).toContainText('Kaplan-Meier');
  await expect(page.getByRole('status').filter({ hasText: 'terms' })).toHaveText(
    /^\d+ of \d+ terms$/,
  );

  await page.getByLabel('Find a term').fill('no such word');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByText('No term holds “no such word”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Bootstrap' })).toBeVisible();
});

test('a link opens at its term, and its related terms follow by keyboard', async ({ page }) => {
  await page.goto('./#/glossary/gamma-gamma');
  const named = page.getByRole('heading', { name: 'Gamma-Gamma', exact: true }).getByRole('link');
  await expect(named).toBeFocused();
  await expect(named).toBeInViewport();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/glossary\/m$/);
  await expect(page.getByRole('heading', { name: 'Mean repeat spend (m)' })).toBeInViewport();

  await page.goto('./#/glossary/no-such-term');
  await expect(page.getByRole('alert')).toContainText('no-such-term');
});

test('the glossary speaks Vietnamese and Dutch', async ({ page }) => {
  await page.goto('./?#/glossary/churn?lang=vi');
  await expect(page.getByRole('heading', { level: 1, name: 'Bảng thuật ngữ' })).toBeVisible();
  await page.getByLabel('Tìm một thuật ngữ').fill('ty le giu chan');
  await expect(page.getByRole('heading', { level: 3, name: 'Tỷ lệ giữ chân' })).toBeVisible();

  await page.goto('./?nl#/glossary/churn?lang=nl');
  await expect(page.getByRole('heading', { level: 1, name: 'Begrippenlijst' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the glossary is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./#/glossary');
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
