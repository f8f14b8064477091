/**
 * Measures an import in Chromium beside other ways of doing the same: `npm run bench`, `npm run bench -- --rows
 * 1000000,5000000` for other sizes (none: `--rows ""`), `--rounds 3` for other than five rounds, `--no-models` to leave
 * the models out. Reports medians and, what counts, ratios.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { assembly } from '../../src/ingest/kernel/assembly-plugin.mjs';
import { findChromium } from '../e2e/chromium.mjs';
import { writeLog } from './log-file.mjs';
import { renderers, residentMegabytes } from './memory.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '1000000' },
    models: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const ROUNDS = Number(values.rounds);
const SIZES = values.rows.split(',').filter(Boolean).map(Number);
const WAYS = ['tenure', 'duckdb', 'papa', 'floor'];
const NAMES = {
  tenure: 'Tenure, rehearsed, columns told: every row accounted for',
  duckdb: 'DuckDB-WASM, warm, columns told: GROUP BY',
  papa: 'Papa Parse alone, tokens thrown away',
  floor: 'Bytes to numbers, nothing checked (the floor)',
};
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'));
const product = resolve(import.meta.dirname, '../../dist');

/** @param {string} root @returns {Promise<{ url: string, close: () => void }>} */
function serve(root) {
  const server = createServer((request, response) => {
    const path = join(
      root,
      new URL(request.url ?? '/', 'http://bench').pathname.replace(/\/$/, '/index.html'),
    );
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  return new Promise((ready) => {
    server.listen(0, () =>
      ready({ url: `http://localhost:${server.address().port}/`, close: () => server.close() }),
    );
  });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One way, in a browser started for it alone: what is warm or freed by one way must not help another. */
async function once(url, log, way, quoted) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('#log').setInputFiles(log);
  const pages = renderers();
  const idle = residentMegabytes(pages);
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(pages))), 40);
  const answer = await page.evaluate(
    ([way, quoted]) => globalThis.measure(way, quoted),
    [way, quoted],
  );
  clearInterval(watch);
  await browser.close();
  return { ...answer, megabytes: peak - idle };
}

/** Longest time for which the product's own page could not answer while it imported the log, in milliseconds. */
async function longestBlock(url, log) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Coffee shop' }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByLabel('Choose CSV files').setInputFiles(log);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('region', { name: 'Import report' }).waitFor({ timeout: 300_000 });
  const longest = await page.evaluate(() => globalThis.longest);
  await browser.close();
  return longest;
}

/** Runs of one task of the models, each in a browser of its own; medians by name. */
async function timings(url, task, file) {
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    await page.goto(url);
    if (file) await page.locator('#log').setInputFiles(file);
    runs.push(await page.evaluate((task) => globalThis.measureModels(task), task));
    await browser.close();
  }
  return Object.fromEntries(
    Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]),
  );
}

const shown = (times) =>
  Object.entries(times)
    .map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(0)} ms`)
    .join(', ');

async function benchModels(url) {
  const { rows, fit, pass, group } = await timings(url, 'million');
  console.log('\nBG/NBD of 1,000,000 customers, those alike in one row');
  console.log(`  ${rows} rows, ${shown({ group, fit })}, one pass ${pass.toFixed(1)} ms`);
  console.log(`  fit : likelihood with gradient = ${(fit / pass).toFixed(1)} passes`);

  const cdnow = resolve(import.meta.dirname, '../../../shared/data/cdnow_sample.csv');
  if (existsSync(cdnow)) {
    const { import: read, ...fits } = await timings(url, 'cdnow', cdnow);
    console.log(`\ncdnow_sample.csv (import ${read.toFixed(0)} ms)\n  ${shown(fits)}`);
  } else console.log('\ncdnow_sample.csv is not beside the checkout: left out');

  const log = join(folder, 'log-models.csv');
  await writeLog(log, 1_000_000, false, 300_000);
  const { customers, ...whole } = await timings(url, 'whole', log);
  const total = Object.values(whole).reduce((sum, one) => sum + one, 0);
  console.log(`\nFile to customer lifetime value, 1,000,000 rows, ${customers} customers`);
  console.log(`  ${shown(whole)}\n  whole : import = ${(total / whole.import).toFixed(2)}`);

  await writeLog(log, 100_000, false, 20_000);
  const { import: read, ...answers } = await timings(url, 'answers', log);
  console.log(
    `\nEvery answer for 20,000 customers (import ${read.toFixed(0)} ms)\n  ${shown(answers)}`,
  );
  const slow = Object.entries(answers).filter(([, milliseconds]) => milliseconds > 1000);
  console.log(
    `  slower than a second: ${slow.length > 0 ? slow.map(([name]) => name).join(', ') : 'none'}`,
  );
  rmSync(log);
}

try {
  const built = join(folder, 'page');
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'error',
    plugins: [assembly()],
    worker: { format: 'es', plugins: () => [assembly()] },
    build: { outDir: built, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
  });
  const ways = await serve(built);
  const tenure = await serve(product);
  for (const rows of SIZES)
    for (const quoted of [false, true]) {
      const log = join(folder, `log-${rows}-${quoted ? 'quoted' : 'plain'}.csv`);
      await writeLog(log, rows, quoted);
      // The floor knows no quotes: it reads the quoted column as part of the line's end.
      const runs = Object.fromEntries(WAYS.map((way) => [way, []]));
      for (let round = 0; round < ROUNDS; round++)
        for (const way of WAYS) runs[way].push(await once(ways.url, log, way, quoted));
      const ofDuckDb = runs.duckdb[0];
      const ofTenure = runs.tenure[0];
      if (ofTenure.count !== ofDuckDb.count || Math.abs(ofTenure.cents - ofDuckDb.cents) > 1)
        throw new Error(`different answers: ${JSON.stringify([ofTenure, ofDuckDb])}`);
      const time = (way) => median(runs[way].map(({ milliseconds }) => milliseconds));
      const look = median(runs.tenure.map((run) => run.look));
      console.log(
        `\n${rows.toLocaleString('en')} rows, ${quoted ? 'with a quoted column' : 'plain'}`,
      );
      for (const way of WAYS) {
        const megabytes = median(runs[way].map((run) => run.megabytes));
        console.log(
          `${NAMES[way].padEnd(54)} ${time(way).toFixed(0).padStart(7)} ms ${megabytes.toFixed(0).padStart(6)} MB over idle`,
        );
      }
      const ratio = (milliseconds, way) => (milliseconds / time(way)).toFixed(2);
      console.log(`  look at the columns, before: ${look.toFixed(0)} ms`);
      for (const way of WAYS.slice(1))
        console.log(
          `  Tenure : ${way} = ${ratio(time('tenure'), way)}; with the look ${ratio(time('tenure') + look, way)}`,
        );
      console.log(
        `  longest block of the page: ${(await longestBlock(tenure.url, log)).toFixed(0)} ms`,
      );
      rmSync(log);
    }
  if (values.models) await benchModels(ways.url);
  ways.close();
  tenure.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
