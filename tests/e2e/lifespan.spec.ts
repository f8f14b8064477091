import AxeBuilder from '@axe-core/playwright';
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

test('every calculator works at its limits', async ({ page }) => {
  await open(page);
  for (const link of [
    '1~simple~USD~shop~0~0~0~0',
    '1~simple~~subscription~1000000000000~10000~1000~100',
    '1~churn~USD~month~0~0~0',
    '1~churn~USD~year~20~50~0',
    '1~churn~USD~year~20~50~100',
    '1~retention~USD~month~0~0~0~later',
    '1~retention~USD~year~100~100~0~now',
    '1~finite~USD~year~0~0~0~0',
    '1~finite~USD~month~100~100~0~1200',
    '1~offers~USD~0~0~0~0~1',
    '1~offers~USD~130~100~280~100~100',
    '1~acquisition~USD~0~0~0~0~0~0',
    '1~acquisition~USD~1~1~1~0~15~0',
    '1~acquisition~USD~1~1~1~1~15~100',
    '1~leader~USD~0~0~0~0',
    '1~leader~USD~40~1000~0~1000',
    '1~base~USD~0~0~0~0~0~0',
    '1~base~USD~1000~300~50~60~100~0',
    '1~recovery~USD~0~0~0~0',
    '1~recovery~USD~20~0~100~100',
    '1~net~USD~0~0~0~0~0',
    '1~net~USD~100~100~100~100~1',
  ]) {
    await page.evaluate((text) => {
      location.hash = `/lifespan/${text}`;
    }, link);
    const [, calculator] = link.split('~');
    await expect(page.locator(`[data-calculator="${calculator}"]`)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`~${calculator}~`));
    await expect(page.getByText(/could not be read|Something failed/)).toHaveCount(0);
    await expect(page.getByRole('article')).not.toContainText(/NaN|Infinity|undefined|∞/);
  }
});

test('the levers at their limits leave every figure standing', async ({ page }) => {
  await open(page);
  for (const levers of [
    'year~0~0~50~4~30~0~120~1000~undiscounted',
    'month~100~100~0~0~0~1000~1~0~horizon',
    'month~0~100~50~4~0~0~1200~1000~discounted',
  ])
    for (const view of ['lifespan', 'sensitivity', 'scenarios']) {
      const rest = {
        lifespan: '',
        sensitivity: `${'~0~1000'.repeat(6)}~horizon~horizon`.replace('~0~', '~100~'),
        scenarios: '~-100~1000~-100~1000~-100',
      }[view];
      await page.evaluate((text) => {
        location.hash = `/lifespan/${text}`;
      }, `1~${view}~USD~${levers}${rest}`);
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await expect(page.getByText(/could not be read|Something failed/)).toHaveCount(0);
      await expect(page.getByRole('tabpanel')).not.toContainText(/NaN|Infinity|undefined|∞/);
    }
});

test('$20 a month for 2.5 years is $600', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Calculators' }).click();
  await page.getByRole('button', { name: /20\.0?0? ?a month for 2\.5 years/ }).click();
  await expect(page.getByRole('article')).toContainText(/A customer is worth US\$600\.00/);
});

test('Starbucks: 25,272 and 5,489 and 11,535 make 14,099, corrected 577 to 846', async ({
  page,
}) => {
  await open(page, '1~starbucks~USD');
  const article = page.getByRole('article');
  for (const figure of ['25,272.00', '5,489.27', '11,534.86', '14,098.71', '576.74', '845.89'])
    await expect(article).toContainText(figure);
  await page.getByRole('button', { name: /Open the corrected numbers/ }).click();
  await expect(page.getByRole('article')).toContainText('A customer is worth US$576.74');
  await page.getByRole('radio', { name: 'now' }).check();
  await expect(page.getByRole('article')).toContainText('A customer is worth US$845.89');
});

test('a box of 130 brings less than four orders worth 280, until year 5', async ({ page }) => {
  await open(page, '1~offers~USD~130~10~280~60~10');
  await expect(page.getByRole('article')).toContainText('from year 5 on');
  await page.getByRole('button', { name: 'The same with equal churn' }).click();
  await expect(page.getByRole('article')).toContainText('never brings more');
});

test('100 for a customer worth 150 is paid back in month 11, for one worth 99 never', async ({
  page,
}) => {
  await open(page, '1~acquisition~USD~60000~30000~10000~1000~15~10');
  await expect(page.getByRole('article')).toContainText('1.5 for 1, paid back in month 11');
  await page.getByRole('button', { name: /for a customer worth US\$99/ }).click();
  await expect(page.getByRole('article')).toContainText('never paid back');
});

test('each calculator gives what its formula gives, worked out here once more', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Calculators' }).click();
  const years = [1, 2, 3, 4, 5];
  const base = (r: number) => (1000 * 60 * r) / (1.1 - r) + 300 * ((60 * 1.1) / (1.1 - r) - 50);
  for (const [calculator, amount] of [
    ['Simple value', 50 * 4 * 5],
    ['Value from churn', (20 * 0.5) / 0.05],
    ['Margin and retention', (100 * 0.8) / (1 + 0.1 - 0.8)],
    ['Value to a horizon', years.reduce((sum, t) => sum + 100 * (0.8 / 1.1) ** t, 0)],
    ['Loss leader', (4 - 1) * 12 * 3 - 40],
    ['Retention or acquisition', Math.round((base(0.76) - base(0.75)) / 10) * 10],
    ['Pleasing a customer', (0.7 - 0.4) * 200 - 20],
    ['What is left of a price', 80 - 8 - 80 * 0.029 - 0.3],
  ] as const) {
    await page.getByRole('button', { name: calculator, exact: true }).click();
    const digits = calculator === 'Retention or acquisition' ? 0 : 2;
    const shown = amount.toLocaleString('en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    await expect(page.getByRole('article')).toContainText(`US$${shown}`);
  }
});

test('scenarios are saved, outlive the page, and their deletion can be undone', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Scenarios' }).click();
  await page.getByRole('button', { name: 'A tenth less churn' }).click();
  await page.getByRole('textbox', { name: 'Name of the scenario' }).fill('Care');
  await page.getByRole('button', { name: 'Save scenario' }).click();
  await expect(page.getByRole('columnheader', { name: 'Care' })).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: 'Scenarios' }).click();
  await expect(page.getByRole('columnheader', { name: 'Care' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Care' }).click();
  await expect(page.getByRole('columnheader', { name: 'Care' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo in the laboratory' }).click();
  await expect(page.getByRole('columnheader', { name: 'Care' })).toBeVisible();
});

test('choosing a cell of the map sets both of its numbers', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'What matters most' }).click();
  const map = page.locator('[data-figure="value-map"]');
  const cell = map.locator('.stop[tabindex="0"]');
  await cell.focus();
  await cell.press('End');
  await map.locator('.stop[tabindex="0"]').press('Enter');
  await expect(page.getByRole('spinbutton', { name: 'Churn, number' })).not.toHaveValue('10');
  await expect(page.getByRole('spinbutton', { name: 'Orders per year, number' })).not.toHaveValue(
    '4',
  );
});

test('a bar of the tornado lights its term up, and the term its bar', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'What matters most' }).click();
  const formula = page.getByRole('group', { name: /^Value of a customer/ }).first();
  const margin = formula.getByRole('group', { name: /^margin/ });
  const tornado = page.getByRole('figure').and(page.locator('[data-figure="tornado"]'));
  // What the pointer meets lies over the words.
  await tornado.getByText(/^Margin,/).hover({ force: true });
  await expect(margin).toHaveClass(/active/);
  await margin.hover();
  await expect(tornado.locator('.rest')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  const tag = theme === 'dark' ? ['@exhaustive'] : [];
  test(`nothing stands in the way of assistive technology, ${theme}`, { tag }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    for (const name of ['Churn and lifespan', 'What matters most', 'Calculators', 'Scenarios']) {
      await open(page);
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
}

test(
  'nothing stands in the way of assistive technology in any calculator',
  { tag: '@exhaustive' },
  async ({ page }) => {
    test.slow();
    await open(page);
    await page.getByRole('tab', { name: 'Calculators' }).click();
    const calculators = page.getByRole('list', { name: 'Calculators' }).getByRole('button');
    for (const calculator of await calculators.all()) {
      await calculator.click();
      const { violations } = await new AxeBuilder({ page }).include('article').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  },
);
