import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { asFile, exported, goTo, importFiles, openPage } from './shop-page';

/** Runs in whatever takes it for markup, and would then be seen in the title. */
const RUNS = "document.title='ran'";
const NAMES = [
  `<script>${RUNS}</script>`,
  `<img src=x onerror="${RUNS}">`,
  `"><svg onload="${RUNS}">`,
  `]]><script>${RUNS}</script><![CDATA[`,
  `</text></svg><script>${RUNS}</script>&amp;&`,
  `{@html '<script>${RUNS}</script>'}`,
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A shop whose customers, channels, column and file are named to be run. */
function hostileCsv(): string {
  const lines = [`customer,date,amount,${quoted(NAMES[0])}`];
  for (const [i, name] of NAMES.entries())
    for (const month of [1, 2 + i, 8])
      lines.push(`${quoted(name)},2024-0${month}-05,1${i}.00,${quoted(NAMES[(i + month) % 6])}`);
  return lines.join('\n');
}

/** Nothing in the page was made from the names: no script of theirs, no handler, no image. */
async function expectOnlyText(page: Page, where: string): Promise<void> {
  const made = page.locator(
    'body :is(script:not([src]), img[src=x], [onload], [onerror]), main svg :is(script, foreignObject)',
  );
  await expect(made, where).toHaveCount(0);
  expect(await page.title(), where).not.toBe('ran');
}

/** Every figure of the page that is open, as SVG text. */
async function figuresOf(page: Page): Promise<string[]> {
  const menus = page.getByRole('figure').getByRole('button', { name: 'Save or read this figure' });
  const texts: string[] = [];
  for (let i = 0; i < (await menus.count()); i++) {
    await menus.nth(i).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream())
      chunks.push(chunk as Buffer);
    texts.push(Buffer.concat(chunks).toString('utf8'));
  }
  return texts;
}

test('names that are markup are text on every page and in every figure taken away', async ({
  page,
}, info) => {
  test.slow();
  await openPage(page);
  await importFiles(page, asFile(`<svg onload=${RUNS}>&]]>.csv`, hostileCsv()));
  await expectOnlyText(page, 'report');
  const drawings: string[] = [];
  for (const name of ['Overview', 'Segments', 'Retention', 'Value', 'Customers']) {
    await goTo(page, name);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (name !== 'Value') drawings.push(...(await figuresOf(page)));
    await expectOnlyText(page, name);
  }
  await expect(page.getByText(NAMES[0]).first()).toBeVisible();
  const csv = await exported(page, 'Customers (CSV)');
  for (const name of NAMES) expect(csv).toContain(name.replaceAll('"', '""'));

  // Opened as files of their own, where no policy binds them.
  expect(drawings.length).toBeGreaterThan(3);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [i, text] of drawings.entries()) {
    const file = info.outputPath(`figure-${i}.svg`);
    writeFileSync(file, text);
    const url = pathToFileURL(file).href;
    await page.goto(url);
    const { root, active } = await page.evaluate(() => ({
      root: document.documentElement.localName,
      active: [...document.querySelectorAll('*')].flatMap((element) => [
        ...(/^(script|foreignobject|iframe|a|use|animate|set)$/i.test(element.localName)
          ? [element.localName]
          : []),
        ...element.getAttributeNames().filter((name) => name.startsWith('on')),
      ]),
    }));
    expect(root).toBe('svg');
    expect(active).toEqual([]);
    expect(await page.title()).not.toBe('ran');
    expect(asked.filter((other) => !other.startsWith('file:'))).toEqual([]);
  }
});

const RLO = '\u202e';
const HEBREW = 'לקוח-12';

test('ids that run from right to left, or turn text around, stay within their own cell', async ({
  page,
}) => {
  const ids = [HEBREW, `${RLO}gnp.exe`, `a\u2069${RLO}b`, 'plain'];
  const rows = ids.flatMap((id, i) => [`${id},2024-01-0${i + 1},10`, `${id},2024-03-0${i + 1},20`]);
  await openPage(page);
  await importFiles(page, asFile(`shop${RLO}1.csv`, ['customer,date,amount', ...rows].join('\n')));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('shop1.csv');
  await goTo(page, 'Customers');
  const cell = page.getByRole('gridcell', { name: HEBREW });
  await expect(cell).toBeVisible();
  for (const [i, id] of ids.entries()) {
    const row = page.getByRole('row').filter({ hasText: id }).first();
    // The money stands after its sign as it does in the row without tricks.
    const order = await row
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.map((one) => [getComputedStyle(one).unicodeBidi, one.getBoundingClientRect().left]),
      );
    const lefts = order.map(([, left]) => left);
    expect(lefts, `row ${i}`).toEqual([...lefts].sort((a, b) => Number(a) - Number(b)));
    expect(order.every(([bidi]) => bidi === 'isolate' || bidi === 'plaintext')).toBe(true);
  }
});
