import { expect, type Locator, type Page, test } from '@playwright/test';
import { openPage } from './shop-page';

/** Presses Tab until the thing has the focus; fails where it cannot be reached so. */
async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `reached by ${most} presses of Tab`).toBeFocused();
}

/** Goes there by Tab and presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** The place the focus is at is seen: an outline or a border of its own. */
async function expectFocusSeen(target: Locator): Promise<void> {
  const width = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  });
  expect(width).toBeGreaterThanOrEqual(2);
}

test('the whole way by keyboard: sample, pages, a setting and its undo, a figure, an export', async ({
  page,
}) => {
  test.slow();
  await openPage(page);

  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const sample = page.getByRole('button', { name: 'Coffee shop' });
  await tabTo(page, sample);
  await expectFocusSeen(sample);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();

  for (const name of ['Segments', 'Retention', 'Value', 'Lifespan', 'Customers', 'Overview']) {
    await press(page, page.getByRole('navigation').getByRole('link', { name }).first());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The new page begins at its top, and so does the way through it.
    await expect(page.getByRole('main')).toBeFocused();
  }

  const margin = page.getByRole('button', { name: /margin 100%/i });
  await press(page, margin);
  const field = page.getByRole('textbox').or(page.getByRole('spinbutton')).first();
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /margin 40%/i })).toBeVisible();
  await press(page, page.getByRole('button', { name: /^Undo/ }).first());
  await expect(page.getByRole('button', { name: /margin 100%/i })).toBeVisible();

  const figure = page.getByRole('figure', { name: /of buyers ordered once/ });
  const mark = figure.locator('.stop[tabindex="0"]');
  await tabTo(page, mark);
  const first = await mark.getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await expect(mark).toBeFocused();
  await expect(mark).not.toHaveAttribute('aria-label', first ?? '');
  await page.keyboard.press('Home');
  await expect(mark).toHaveAttribute('aria-label', first ?? '');

  // The menu stands before the drawing.
  const menu = figure.getByRole('button', { name: 'Save or read this figure' });
  for (let presses = 0; presses < 10; presses++) {
    if (await menu.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Show as table' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  const csv = page.getByRole('menuitem', { name: 'Save as CSV' });
  await page.keyboard.press('ArrowDown');
  await expect(csv).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('orders-per-buyer.csv');
  await expect(menu).toBeFocused();
});

test('how a number is computed is asked and left by keyboard', async ({ page }) => {
  await openPage(page);
  await press(page, page.getByRole('button', { name: 'Coffee shop' }));
  const findings = page.getByRole('region', { name: /Findings/ });
  const how = findings.getByRole('button', { name: 'How it is computed: Simple CLV' });
  await press(page, how);
  const dialog = page.getByRole('dialog', { name: 'Simple CLV' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('Berger & Nasr 1998');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(how).toBeFocused();

  // Faster than the browser tells that the dialog was closed.
  await page.keyboard.press('Enter');
  for (let again = 0; again < 5; again++) {
    await expect(dialog).toBeVisible();
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Enter')]);
  }
  await expect(dialog).toBeVisible();
});
