import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { expect, type Page, type Request, test } from '@playwright/test';
import { asFile, exported, goTo, importFiles, openPage, SMALL_CSV } from './shop-page';

const DIST = resolve(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built page on a static host under a sub-path, as it is or with its policy taken out. */
function serve(policy: boolean): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/^\/shops\/tenure\//, '').replace(/[?#].*/, '');
    const name = path === '' ? 'index.html' : path;
    try {
      const body = readFileSync(join(DIST, name));
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      if (name !== 'index.html' || policy) response.end(body);
      else {
        const meta = /<meta[^>]*Content-Security-Policy[^>]*>/;
        const html = body.toString('utf8');
        if (!meta.test(html)) throw new Error('the built page carries no policy');
        response.end(html.replace(meta, ''));
      }
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((ready) => {
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      ready({ server, url: `http://localhost:${port}/shops/tenure/` });
    });
  });
}

/** Whether a request gets out of the page, and out of the worker that sees the data. */
async function canFetch(page: Page): Promise<{ page: boolean; worker: boolean }> {
  const attempt = async (url: string) =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  const url = page.url().replace(/#.*/, '');
  return {
    page: await page.evaluate(attempt, url),
    worker: await page.workers()[0].evaluate(attempt, url),
  };
}

test('nothing can be fetched, neither by the page nor by the worker', async ({ page }) => {
  const { server, url } = await serve(true);
  await page.goto(url);
  expect(await canFetch(page)).toEqual({ page: false, worker: false });
  server.close();
});

test('the proof fails without the policy: then both can fetch', async ({ page }) => {
  const { server, url } = await serve(false);
  await page.goto(url);
  expect(await canFetch(page)).toEqual({ page: true, worker: true });
  server.close();
});

test('from choosing a file to the exports, not one request leaves, and the policy is never broken', async ({
  page,
  baseURL,
}) => {
  const requests: Request[] = [];
  const broken: string[] = [];
  page.context().on('request', (request) => requests.push(request));
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(error.message));

  await openPage(page);
  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  expect([...origins].filter((origin) => origin !== 'null')).toEqual([new URL(baseURL!).origin]);

  requests.length = 0;
  await importFiles(page, asFile('orders.csv', SMALL_CSV));
  for (const name of ['Overview', 'Segments', 'Retention', 'Value', 'Lifespan', 'Customers']) {
    await goTo(page, name);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await exported(page, 'Results (JSON)');
  await exported(page, 'Customers (CSV)');
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'Coffee shop' }).click();
  await expect(page.getByRole('region', { name: /Findings/ })).toBeVisible();

  const sent = requests.map((request) => request.url()).filter((url) => !url.startsWith('blob:'));
  expect(sent).toEqual([]);
  expect(broken).toEqual([]);
});
