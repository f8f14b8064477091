import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochDay } from '../../src/analysis/calendar';
import { decimalText } from '../../src/ingest/amount';
import { importFile } from './import-file';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** Distinct (customer, order), or (customer, day) without an order id, among rows that can make an order. */
async function figures(name: string) {
  const file = new File([readFileSync(new URL(name, DATA))], name);
  const result = await importFile(file, {}, { today: epochDay(2026, 1, 1) });
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result));
  const { customer, order, day, rowCount, refund, net, scale } = result.transactions;
  const orders = new Set<string>();
  for (let row = 0; row < rowCount; row++)
    if (refund[row] === 0) orders.add(`${customer[row]}/${order ? order[row] : day[row]}`);
  const [report] = result.reports;
  return {
    rows: report.rows,
    accepted: report.accepted,
    customers: result.customerIds.length,
    orders: orders.size,
    net: decimalText(
      net.reduce((sum, one) => sum + one, 0),
      scale,
    ),
    first: report.firstDate,
    last: report.lastDate,
    rejected: report.rejected,
    excluded: report.excluded,
  };
}

const EXPECTED = {
  'cdnow_sample.csv': {
    rows: 6919,
    accepted: 6919,
    customers: 2357,
    orders: 6696,
    net: '244091.94',
    first: '1997-01-01',
    last: '1998-06-30',
    rejected: {},
    excluded: {},
  },
  'completejourney_sample.csv': {
    rows: 75000,
    accepted: 75000,
    customers: 2377,
    orders: 47243,
    net: '233935.24',
    first: '2017-01-01',
    last: '2018-01-01',
    rejected: {},
    excluded: {},
  },
  'shopify_orders_sample.csv': {
    rows: 249,
    accepted: 122,
    customers: 57,
    orders: 122,
    net: '14147.75',
    first: '2025-01-01',
    last: '2025-07-27',
    rejected: { CUSTOMER_EMPTY: 5 },
    excluded: { LINE_ITEM: 122 },
  },
  'shopify_orders_tiny.csv': {
    rows: 9,
    accepted: 7,
    customers: 4,
    orders: 7,
    net: '960.00',
    first: '2025-01-05',
    last: '2025-04-02',
    rejected: { CUSTOMER_EMPTY: 1 },
    excluded: { LINE_ITEM: 1 },
  },
};

describe('real files give the totals computed apart from our code', { timeout: 30_000 }, () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    it.skipIf(!existsSync(new URL(name, DATA)))(
      `${name} (skipped where the data are absent)`,
      async () => {
        expect(await figures(name)).toEqual(expected);
      },
    );
  }
});

const JOURNEY = new URL('completejourney_sample.csv', DATA);

describe('times with their zone', { timeout: 30_000 }, () => {
  it.skipIf(!existsSync(JOURNEY))(
    'fall on the days of New York when the person picks it (skipped where the data are absent)',
    async () => {
      const file = new File([readFileSync(JOURNEY)], 'completejourney_sample.csv');
      const choices = { zone: 'America/New_York' };
      const result = await importFile(file, choices, { today: epochDay(2026, 1, 1) });
      if (result.kind !== 'imported') throw new Error(result.kind);
      const { customer, day } = result.transactions;
      const customerDays = new Set(Array.from(day, (one, row) => `${customer[row]}/${one}`));
      expect(customerDays.size).toBe(45609);
      expect(result.reports[0].lastDate).toBe('2017-12-31');
    },
  );
});

const SHOPIFY = new URL('shopify_orders_sample.csv', DATA);

describe('orders of nobody', () => {
  it.skipIf(!existsSync(SHOPIFY))(
    'are reported with the money that stayed with the shop (skipped where the data are absent)',
    async () => {
      const file = new File([readFileSync(SHOPIFY)], 'shopify_orders_sample.csv');
      const result = await importFile(file, {}, { today: epochDay(2026, 1, 1) });
      if (result.kind !== 'imported') throw new Error(result.kind);
      const [{ rejected, leftOut }] = result.reports;
      expect(rejected).toEqual({ CUSTOMER_EMPTY: 5 });
      expect(leftOut.CUSTOMER_EMPTY).toBe('491.50');
    },
  );
});
