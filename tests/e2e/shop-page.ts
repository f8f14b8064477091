import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** A file of the shared data; undefined where the checkout does not have it beside it. */
export function sharedFile(name: string): string | undefined {
  const path = resolve(import.meta.dirname, '../../../shared/data', name);
  return existsSync(path) ? path : undefined;
}

/** Six orders of four customers, for journeys that need no particular shop. */
export const SMALL_CSV = [
  'customer,date,amount,channel',
  'ann,2024-01-05,10.00,web',
  'bob,2024-01-06,20.50,store',
  'ann,2024-02-05,30.00,web',
  'cem,2024-02-20,5.25,web',
  'bob,2024-03-10,12.00,store',
  'ann,2024-04-01,8.00,web',
  'dee,2024-04-02,99.90,store',
].join('\n');

/** Opens the first screen with everything it will ever load in place. */
export async function openPage(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Coffee shop' })).toBeVisible();
  // Files can be chosen as soon as nothing more will be fetched.
  await expect(page.getByLabel('Choose CSV files')).toBeAttached();
}

export function asFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Chooses files and waits for the mapping screen. */
export async function chooseFiles(
  page: Page,
  files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0],
): Promise<void> {
  await page.getByLabel('Choose CSV files').setInputFiles(files);
  await expect(page.getByRole('heading', { name: 'Check what was understood' })).toBeVisible();
}

/** From chosen files to the finished import report. */
export async function importFiles(
  page: Page,
  files: Parameters<typeof chooseFiles>[1],
): Promise<void> {
  await chooseFiles(page, files);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Import report' })).toHaveAttribute(
    'data-status',
    'done',
  );
}

/** Opens one of the sample shops and waits for its findings. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();
}

/** Goes to a page by its name in the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

/** What "Export -> name" saves, as text. */
export async function exported(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
