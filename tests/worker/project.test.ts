import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROJECT_VERSION, writeProject } from '../../src/exports/project-file';
import { DEFAULT_SETTINGS } from '../../src/worker/contract/settings';
import { type DatasetContent, factsOf } from '../../src/worker/dataset-columns';
import { newEntry } from '../../src/worker/new-entry';
import { openedProject, type ProjectContent, projectFile } from '../../src/worker/project';

const results = new Blob(['{"format":"tenure-results"}']);

function orders(ids: string[], rows: { customer: number; day: number; net: number }[]) {
  return {
    kind: 'orders',
    customerIds: ids,
    transactions: {
      rowCount: rows.length,
      customerCount: ids.length,
      customer: Uint32Array.from(rows, ({ customer }) => customer),
      day: Int32Array.from(rows, ({ day }) => day),
      minute: Int16Array.from(rows, (_, row) => row % 1440),
      net: Float64Array.from(rows, ({ net }) => net),
      scale: 2,
      order: null,
      refund: new Uint8Array(rows.length),
      parts: { tax: Float64Array.from(rows, ({ net }) => net / 7) },
      attributes: [
        { name: 'channel', values: ['web', ''], code: Uint32Array.from(rows, (_, row) => row % 2) },
      ],
      referredBy: new Int32Array(ids.length).fill(-1),
      endDay: null,
    },
  } satisfies DatasetContent;
}

function project(content: DatasetContent): ProjectContent {
  const entry = newEntry('Corner shop', 'EUR', { kind: 'files', reports: [] }, content);
  return {
    entry: { ...entry, settings: { ...DEFAULT_SETTINGS, margin: 0.4, horizonMonths: 24 } },
    content,
    fits: { version: 1, fits: [['inputs', { standardErrors: NaN, floor: -0, most: Infinity }]] },
    mappings: { 'header-1': { columns: { customer: 0 } } },
    notes: { 'tenure:scenarios': '{"version":1,"scenarios":[]}' },
  };
}

const SHOP = orders(
  ['007', '=1+1'],
  [
    { customer: 0, day: 19000, net: 1050 },
    { customer: 1, day: 19001, net: -50 },
    { customer: 0, day: 19010, net: 2000 },
  ],
);

test('any order log comes back from its project file to the bit', async () => {
  const anyRows = fc.array(
    fc.record({
      customer: fc.nat({ max: 2 }),
      day: fc.integer({ min: -20000, max: 30000 }),
      net: fc.double({ noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const anyId = fc.string({ unit: 'binary', maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyId, { minLength: 3, maxLength: 3 }),
      anyRows,
      async (ids, rows) => {
        const whole = project(orders(ids, rows));
        expect(await openedProject(await projectFile(whole, results))).toStrictEqual(whole);
      },
    ),
    { numRuns: 40 },
  );
});

describe('every other kind of data comes back too', () => {
  const summary = {
    count: 2,
    meanOf: 'repeat-purchases',
    observationEnd: null,
    x: Float64Array.from([0, 3]),
    tx: Float64Array.from([0, 20.5]),
    T: Float64Array.from([30, 30]),
    m: Float64Array.from([NaN, 12.5]),
    orders: null,
    net: null,
    weight: null,
  } as never;
  const kinds: DatasetContent[] = [
    { kind: 'customer-summary', summary, customerIds: ['a', 'b'] },
    { kind: 'grouped-summary', summary },
    {
      kind: 'durations',
      durations: {
        duration: Float64Array.from([1, 2.5]),
        ended: Uint8Array.from([1, 0]),
        attributes: [{ name: 'plan', values: ['x'], code: Uint32Array.from([0, 0]) }],
      },
    },
    { kind: 'survival-table', table: { cohorts: [{ name: 'all', alive: [1, 0.5, 0.25] }] } },
  ];
  test.each(kinds)('$kind', async (content) => {
    const whole = project(content);
    expect(await openedProject(await projectFile(whole, results))).toStrictEqual(whole);
  });
});

describe('a project whose parts do not fit each other is refused', () => {
  const damaged: [string, (whole: ProjectContent) => void][] = [
    ['a row of a customer who is not there', ({ content }) => set(content, 'customer', 9)],
    ['no entry', (whole) => Object.assign(whole, { entry: null })],
    ['an entry of another kind', ({ entry }) => Object.assign(entry, { kind: 'durations' })],
    ['an id that is none', ({ entry }) => Object.assign(entry, { id: '../a' })],
    ['reports that are none', ({ entry }) => Object.assign(entry, { source: { kind: 'files' } })],
  ];
  test.each(damaged)('%s', async (_what, damage) => {
    const whole = project(structuredClone(SHOP));
    damage(whole);
    await expect(openedProject(await projectFile(whole, results))).rejects.toMatchObject({
      code: 'PROJECT_DAMAGED',
    });
  });

  test('a layout without its columns', async () => {
    const { content, ...rest } = project(SHOP);
    const header = {
      ...rest,
      facts: factsOf(content),
      layout: { net: { kind: 'f64', length: 9 } },
    };
    const file = await writeProject(header, [{ name: 'results.json', bytes: new Uint8Array(2) }]);
    await expect(openedProject(file)).rejects.toMatchObject({ code: 'PROJECT_DAMAGED' });
  });

  function set(content: DatasetContent, column: 'customer', value: number): void {
    if (content.kind === 'orders') content.transactions[column][0] = value;
  }
});

test('settings that an older version did not have take their defaults', async () => {
  const whole = project(SHOP);
  const { bins: _unknownThen, ...older } = whole.entry.settings;
  const file = await projectFile(
    { ...whole, entry: { ...whole.entry, settings: older as never } },
    results,
  );
  expect((await openedProject(file)).entry.settings).toEqual({ ...whole.entry.settings, bins: 5 });
});

/** Written by that version of the page; kept for as long as it is to be opened. */
const KEPT = (version: number) =>
  resolve(import.meta.dirname, `../fixtures/projects/version-${version}.tenure`);

test.each(Array.from({ length: PROJECT_VERSION }, (_, index) => index + 1))(
  'a project of version %i opens with all it holds',
  async (version) => {
    expect(existsSync(KEPT(version))).toBe(true);
    const { entry, content, mappings, notes, fits } = await openedProject(
      new Blob([readFileSync(KEPT(version))]),
    );
    expect(entry).toMatchObject({ name: 'Corner shop', currency: 'EUR', rows: 3, customers: 2 });
    expect(entry.settings).toMatchObject({ margin: 0.4, horizonMonths: 24 });
    expect(content).toStrictEqual(SHOP);
    expect(Object.keys(mappings)).toEqual(['header-1']);
    expect(Object.keys(notes)).toEqual(['tenure:scenarios']);
    expect(fits).toBeDefined();
  },
);
