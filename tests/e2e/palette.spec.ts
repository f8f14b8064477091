import { expect, test } from '@playwright/test';
import { openPage, openSample } from './shop-page';

test('the palette finds a page by typing and goes there', async ({ page }) => {
  await openPage(page);
  await openSample(page, 'Coffee shop');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to or do' })).toBeFocused();
  await page.keyboard.type('retent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/retention/);
});

test('the palette opens by its button, and a setting opens from it', async ({ page }) => {
  await openPage(page);
  await openSample(page, 'Coffee shop');
  await page.getByRole('button', { name: 'Search pages and actions' }).click();
  await page.keyboard.type('margin');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Margin' })).toBeVisible();
});

test('a change of settings is undone by keys, and said to be', async ({ page }) => {
  await openPage(page);
  await openSample(page, 'Coffee shop');
  await page.getByRole('button', { name: /^Margin: / }).click();
  await page.getByRole('slider').press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /margin 99%/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Margin')).toBeVisible();
  await expect(page.getByRole('button', { name: /margin 100%/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('button', { name: /margin 99%/ })).toBeVisible();
});

test('quick keys go to pages, wait while one types, and can be turned off', async ({ page }) => {
  await openPage(page);
  await openSample(page, 'Coffee shop');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/#\/customers/);
  const field = page.getByRole('main').getByRole('searchbox').or(page.getByRole('textbox')).first();
  await field.click();
  await page.keyboard.type('go');
  await expect(field).toHaveValue('go');
  await expect(page).toHaveURL(/#\/customers/);
  await field.blur();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(keys).toBeVisible();
  await keys.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/#\/customers/);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
});
