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
