import { expect, type Locator, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { asFile, goTo, importFiles, openPage, sharedFile, SMALL_CSV } from './shop-page';

const CDNOW = sharedFile('cdnow_sample.csv');

async function openShop(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await goTo(page, 'Segments');
  await expect(page.getByRole('figure', { name: /share one cell/ })).toBeVisible();
}

/** Opens a phrase of the sentences and chooses in it. */
async function phrase(page: Page, name: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('radio', { name: option }).check();
  await page.keyboard.press('Escape');
}

function table(page: Page): Locator {
  return page.getByRole('table', { name: 'What each segment brings' });
}

function segment(page: Page, name: string): Locator {
  return table(page).getByRole('button', { name, exact: true });
}

/** Customers as the row of the segment tells them. */
async function customersOf(page: Page, name: string): Promise<number> {
  const row = table(page)
    .getByRole('row')
    .filter({
      has: page.getByRole('rowheader', { name, exact: true }),
    });
  return Number((await row.getByRole('cell').first().innerText()).replace(',', ''));
}

/** The rows of the file that a button saves, the header first. */
async function saved(page: Page, button: string): Promise<string[][]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

test('segments are combined, sliced, narrowed, and taken away as a list', async ({ page }) => {
  await openShop(page);
  await segment(page, 'Champions').click();
  await segment(page, 'At risk').click();
  const both = (await customersOf(page, 'Champions')) + (await customersOf(page, 'At risk'));
  const list = page.getByRole('heading', { name: /^Champions and At risk: the list of/ });
  await expect(list).toContainText(`${both} buyers`);
  expect(await customersOf(page, 'Chosen, together')).toBe(both);
  await expect(page.getByRole('heading', { name: 'Who left Champions and At risk' })).toBeVisible();

  await page.getByRole('button', { name: /^Slice/ }).click();
  await page.getByRole('checkbox', { name: /^Social/ }).check();
  await page.keyboard.press('Escape');
  await expect(list).not.toContainText(`${both} buyers`);
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Condition on', { exact: true }).selectOption('orders');
  await page.getByLabel('from', { exact: true }).fill('3');
  await page.getByLabel('from', { exact: true }).press('Enter');
  await expect(list).toHaveCount(0);
  const narrowed = page.getByRole('heading', { name: /At risk, narrowed: the list of/ });
  const wanted = Number(/([\d,]+) buyer/.exec(await narrowed.innerText())?.[1].replace(',', ''));
  expect(wanted).toBeLessThan(both);

  await page.getByRole('button', { name: 'Export the list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the list as CSV' });
  await dialog.getByRole('checkbox', { name: 'Recency score' }).check();
  await dialog.getByRole('checkbox', { name: 'Channel' }).check();
  await expect(dialog.getByText(`${wanted} customers will be written.`)).toBeVisible();
  const [header, ...rows] = await saved(page, 'Save as CSV');
  expect(header).toEqual([
    'customer',
    'segment',
    'action',
    'last',
    'orders',
    'net',
    'R score',
    'Channel',
  ]);
  expect(rows).toHaveLength(wanted);
  for (const [, name, action, , orders, , , channel] of rows) {
    expect(['Champions', 'At risk']).toContain(name);
    expect(action).not.toBe('');
    expect(Number(orders)).toBeGreaterThanOrEqual(3);
    expect(channel).toBe('Social');
  }

  const [first, second] = rows.map(([customer]) => customer);
  await page.getByRole('button', { name: 'Export the list' }).click();
  await dialog.getByLabel('Customer ids, one a line').fill(`${first}\n${second}`);
  await dialog.getByRole('checkbox', { name: 'Pseudonyms instead of ids' }).check();
  await dialog.getByLabel('Consent').selectOption('Country');
  await dialog
    .getByRole('group', { name: 'Values that mean yes' })
    .getByRole('checkbox')
    .first()
    .check();
  await expect(dialog.getByText('2 left out by the suppress list.')).toBeVisible();
  await expect(dialog.getByText(/left out for want of consent/)).toBeVisible();
  const [, ...hidden] = await saved(page, 'Save as CSV');
  expect(hidden.length).toBeLessThan(wanted - 1);
  for (const [customer] of hidden) expect(customer).toMatch(/^p[0-9a-f]{20}$/);

  await page.getByRole('button', { name: 'Clear the choice' }).click();
  await expect(page.getByRole('heading', { name: 'No segment chosen' })).toBeVisible();
});

test('a map of one’s own is painted, named, coloured, and is there again', async ({ page }) => {
  await openShop(page);
  await phrase(page, /^Segment map/, 'PyMC-Marketing: quartile codes, 4 bins');
  await expect(segment(page, 'Premium')).toBeVisible();
  await phrase(page, /^Segment map/, 'Putler: recency by frequency and money, 5 bins');
  await expect(segment(page, 'Champions')).toBeVisible();

  await page.getByRole('button', { name: 'Paint a map of your own' }).click();
  await page.getByRole('button', { name: 'Add a segment' }).click();
  await page.getByLabel('Name of segment 11').fill('Sleeping gold');
  await page.getByLabel('Colour of Sleeping gold').selectOption('colour 10');
  const board = page.getByRole('group', { name: /^Cells/ });
  const from = board.getByRole('button', { name: /^Recency 1, frequency 3/ });
  const to = board.getByRole('button', { name: /^Recency 1, frequency 5/ });
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
  await expect(from).toHaveAccessibleName('Recency 1, frequency 3: Sleeping gold');
  await expect(to).toHaveAccessibleName('Recency 1, frequency 5: Sleeping gold');
  await page.getByLabel('Name of segment 1', { exact: true }).fill('Sleeping gold');
  await expect(page.getByText('Two segments are named “Sleeping gold”')).toBeVisible();
  await page.getByLabel('Name of segment 1', { exact: true }).fill('champions');
  await page.getByRole('button', { name: 'Save the map' }).click();
  await expect(segment(page, 'champions')).toBeVisible();

  await page.getByRole('button', { name: 'Action for Sleeping gold' }).click();
  await page.getByRole('textbox', { name: 'Action for Sleeping gold' }).fill('Ring them up');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Ring them up')).toBeVisible();

  await page.reload();
  await expect(segment(page, 'champions')).toBeVisible();
  await expect(segment(page, 'Sleeping gold')).toBeVisible();
  await expect(page.getByText('Ring them up')).toBeVisible();

  // Written as the person wrote it, though a segment of the house is called so, too.
  await goTo(page, 'Customers');
  await expect(
    page.getByRole('gridcell', { name: 'champions', exact: true }).first(),
  ).toBeVisible();
});

test('a rectangle drawn over cells chooses them', async ({ page }) => {
  await openShop(page);
  const grid = page
    .getByRole('figure', { name: /share one cell/ })
    .locator('svg[role=presentation]');
  const box = (await grid.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 10, box.y + 20, { steps: 5 });
  await page.mouse.up();
  const panel = page.locator('[data-group=chosen]');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('Champions');
  await expect(panel).toContainText('New');
});

test('all of it by keyboard', async ({ page }) => {
  await openShop(page);
  const cell = page
    .getByRole('figure', { name: /share one cell/ })
    .locator('[role=button][tabindex="0"]');
  await cell.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const panel = page.locator('[data-group=chosen]');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Counted once, whichever of them they belong to.')).toBeVisible();

  await page.getByRole('button', { name: 'Paint a map of your own' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Hibernating' }).focus();
  await page.keyboard.press('Space');
  const best = page.getByRole('button', { name: /^Recency 5, frequency 1:/ });
  await best.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Recency 5, frequency 2:/ })).toHaveAccessibleName(
    'Recency 5, frequency 2: Hibernating',
  );
  await page.getByRole('button', { name: 'Save the map' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Edit your own map' })).toBeVisible();
});

test('bins by fixed edges, and back to ranks', async ({ page }) => {
  await openPage(page);
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  await goTo(page, 'Segments');
  await phrase(page, /^Score bins/, '3');
  const frequency = page.locator('.bin').filter({ hasText: 'Frequency' });
  await frequency.getByText('Set fixed edges').click();
  await frequency.getByLabel('Upper edge 1').fill('2');
  await frequency.getByLabel('Upper edge 2').fill('1');
  await frequency.getByRole('button', { name: 'Use these edges' }).click();
  await expect(frequency.getByRole('alert')).toContainText('each larger than the one before');
  await frequency.getByLabel('Upper edge 1').fill('1');
  await frequency.getByLabel('Upper edge 2').fill('2');
  await frequency.getByRole('button', { name: 'Use these edges' }).click();
  await expect(frequency.getByText('Fixed edges are in use')).toBeVisible();
  await expect(frequency.getByRole('img', { name: /^3: 3 orders/ }).first()).toBeAttached();
  await frequency.getByRole('button', { name: 'Back to ranks' }).click();
  await expect(frequency.getByText('Set fixed edges')).toBeVisible();
});

test.describe('CDNOW', () => {
  test.skip(CDNOW === undefined, 'needs ../shared/data/cdnow_sample.csv');

  test('who fell out of the champions, and what 20% bring', async ({ page }) => {
    await openPage(page);
    await importFiles(page, CDNOW!);
    await goTo(page, 'Segments');
    await page.getByLabel('Segments on').fill('1997-12-30');
    await expect(
      page.getByRole('heading', { name: /^162 of the 376 Champions of 30 Dec 1997 have left/ }),
    ).toBeVisible();
    const [header, ...rows] = await saved(page, 'Save these customers as CSV');
    expect(header.slice(0, 3)).toEqual(['customer', 'segment then', 'segment now']);
    expect(rows).toHaveLength(162);
    expect(rows.every(([, then, now]) => then === 'champions' && now !== 'champions')).toBe(true);

    await expect(page.getByRole('heading', { name: /^The best 20% .* 67\.5%/ })).toBeVisible();
    await page.getByLabel('First period ends').fill('1997-09-30');
    await expect(
      page.getByRole('heading', { name: /63\.3% of it, and 66\.3% of the second/ }),
    ).toBeVisible();
  });
});

/** An order file of so many customers with one to three orders each. */
function manyCustomers(customers: number): string {
  let state = 1;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const rows = Array.from({ length: customers }, (_, k) =>
    Array.from(
      { length: 1 + below(3) },
      () => `C${k},2024-0${1 + below(9)}-1${below(10)},${5 + below(60)}.50\n`,
    ).join(''),
  );
  return `customer,date,amount\n${rows.join('')}`;
}

test('very many customers are counted first; then their predictions are there', async ({
  page,
}) => {
  await openPage(page);
  await importFiles(page, asFile('many.csv', manyCustomers(55_000)));
  await goTo(page, 'Segments');
  await expect(page.getByRole('figure', { name: /share one cell/ })).toBeVisible();
  const list = page.getByRole('region', { name: 'The list of all 55,000 buyers' });
  await expect(list.getByRole('gridcell', { name: /^\d+%$/ }).first()).toBeVisible();
});
