import { expect, test, type Page } from '@playwright/test';

async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./#/lifespan${link && `/${link}`}`);
  await expect(page.getByRole('heading', { name: 'Lifespan laboratory' })).toBeVisible();
}

function curve(page: Page) {
  return page.locator('[data-figure="lifespan-against-churn"]');
}

test('halving churn from 90% to 45% adds 1.11 years, from 10% to 5% ten', async ({ page }) => {
  await open(page);
  await expect(curve(page).getByRole('heading')).toContainText('+10.00 years');
  await page.getByRole('button', { name: 'Halve churn from 90% to 45% a year' }).click();
  await expect(curve(page).getByRole('heading')).toContainText('+1.11 years');
  await page.getByRole('button', { name: 'Undo in the laboratory' }).click();
  await expect(curve(page).getByRole('heading')).toContainText('+10.00 years');
});

test('5% a month is 46.0% a year: 20 months, not 2.18 years', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Lose 5% a month' }).click();
  await expect(page.getByRole('radio', { name: 'per month' })).toBeChecked();
  await expect(curve(page).getByRole('heading')).toContainText('20.00 months');
  await expect(page.getByText('5% a month is 46.0% a year.')).toBeVisible();
  await expect(page.getByText(/not of 2\.18 years/)).toBeVisible();
  await page.getByRole('radio', { name: 'per year' }).check();
  await expect(page.getByRole('spinbutton', { name: 'Churn before, number' })).toHaveValue('45.96');
});

test('the points of the curve follow the arrow keys and the pointer, sliders and boxes follow them', async ({
  page,
}) => {
  await open(page);
  const after = curve(page).getByRole('slider', { name: 'Churn after the change' });
  const box = page.getByRole('spinbutton', { name: 'Churn after, number' });
  await after.focus();
  await after.press('Shift+ArrowRight');
  await expect(box).toHaveValue('6');
  await after.scrollIntoViewIfNeeded();
  const at = (await after.boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 + 60, at.y + at.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(box).not.toHaveValue('6');
  expect(Number(await box.inputValue())).toBeGreaterThan(6);
});

test('what is impossible is refused with the reason, and the number before stays', async ({
  page,
}) => {
  await open(page);
  const box = page.getByRole('spinbutton', { name: 'Discount rate per year, number' });
  await box.fill('-5');
  await box.press('Enter');
  await expect(page.getByRole('alert')).toContainText('-5 is not possible here');
  await expect(box).toHaveValue('10');
});

test('the address holds the settings; an unreadable one opens as usual with a message', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Halve churn from 90% to 45% a year' }).click();
  await expect(page).toHaveURL(/#\/lifespan\/1~lifespan~USD~year~90~45/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(curve(page).getByRole('heading')).toContainText('+1.11 years');
  await page.goto('about:blank');
  await open(page, '1~lifespan~garbage');
  await expect(page.getByText(/This link could not be read/)).toBeVisible();
  await expect(curve(page).getByRole('heading')).toContainText('+10.00 years');
});

test('a sample shop marks its own churn, and its numbers can be taken over', async ({ page }) => {
  await page.goto('./');
  await page
    .getByRole('button', { name: /subscription/i })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/overview/);
  await page.getByRole('link', { name: 'Lifespan' }).click();
  await expect(
    curve(page)
      .getByText(/your shop/)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Use the shop’s numbers' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Order value, number' })).not.toHaveValue('50');
});
