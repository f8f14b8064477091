import { expect, type Page, test } from '@playwright/test';
import { goTo, openPage } from './shop-page';

/** What a figure's menu saves. */
async function saved(page: Page, title: RegExp, item: string): Promise<Buffer> {
  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: title }) });
  await figure.getByRole('button', { name: 'Save or read this figure' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test('a figure is taken away as SVG, PNG and CSV, and read as a table', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  const title = /of buyers ordered once/;
  await expect(page.getByRole('heading', { name: title })).toBeVisible();

  const svg = (await saved(page, title, 'Save as SVG')).toString('utf8');
  expect(svg).toMatch(/^<svg[^>]*xmlns/);
  expect(svg).toContain('of buyers ordered once');
  expect(svg).not.toContain('var(--');

  const png = await saved(page, title, 'Save as PNG');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');

  const csv = (await saved(page, title, 'Save as CSV')).toString('utf8').split('\r\n');
  expect(csv[0]).toBe('\uFEFFOrders,Buyers');
  expect(csv[1]).toMatch(/^1,\d+$/);

  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: title }) });
  await figure.getByRole('button', { name: 'Save or read this figure' }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(figure.getByRole('table')).toContainText('Buyers');
});

test('an image says where it is from, and stands on the ground that was chosen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  const title = /of buyers ordered once/;
  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: title }) });
  const onGround = async (ground: string): Promise<string> => {
    await figure.getByRole('button', { name: 'Save or read this figure' }).click();
    await page.getByRole('menuitemradio', { name: ground }).click();
    await expect(page.getByRole('menuitemradio', { name: ground })).toBeChecked();
    await page.keyboard.press('Escape');
    return (await saved(page, title, 'Save as SVG')).toString('utf8');
  };
  const paper = (svg: string): string | undefined =>
    /<\/title><rect[^>]*fill="([^"]*)"/.exec(svg)?.[1];

  const light = await onGround('As on the page');
  expect(paper(light)).toBe('rgb(251, 250, 246)');
  // The dataset, its period, the page and the day; lines may break anywhere.
  const words = light.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toMatch(/Coffee shop \(sample\), .*20\d\d.* Tenure, \d{1,2} \w+ 20\d\d/);

  const dark = await onGround('Dark');
  expect(paper(dark)).toBe('rgb(22, 25, 24)');
  // Only the image was dark.
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  ).toBe('rgb(251, 250, 246)');
  expect(paper(await onGround('Transparent'))).toBeUndefined();

  await page.reload();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await figure.getByRole('button', { name: 'Save or read this figure' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Transparent' })).toBeChecked();
});

test('a figure is copied as an image and as numbers, or the page says why not', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: /of buyers ordered once/ }) });
  const copy = async (item: string): Promise<void> => {
    await figure.getByRole('button', { name: 'Save or read this figure' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await copy('Copy the numbers');
  await expect(page.getByText('The numbers are in the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Orders\tBuyers\n1\t\d+/,
  );

  await copy('Copy as image');
  await expect(page.getByText('The figure is in the clipboard.')).toBeVisible();
  expect(
    await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((one) => one.types)),
  ).toEqual(['image/png']);

  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('not allowed here'));
  });
  await copy('Copy as image');
  await expect(figure.getByRole('alert')).toContainText('not allowed here');
});

test('a drawing that scrolls on a phone is saved whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
  await goTo(page, 'Retention');
  const title = /^Of a cohort/;
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const svg = (await saved(page, title, 'Save as SVG')).toString('utf8');
  const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
  const places = [...svg.matchAll(/<text[^>]* x="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(Math.max(...places)).toBeLessThan(width);
});
