import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../src/analysis/calendar';
import { summariseCustomers } from '../../src/analysis/customers';
import { collectOrders } from '../../src/analysis/orders';
import { NO_DAY } from '../../src/analysis/transactions';
import { anyLedgerShuffled, ledger, simpleLedger } from './ledger';
import { cdnow, cdnowAbsent } from './published-data';

/** The worked example of the lifetimes test suite (reference entry "summary-prep"). */
const PUBLISHED = simpleLedger([
  [1, '2015-01-01', 1],
  [1, '2015-02-06', 2],
  [2, '2015-01-01', 2],
  [3, '2015-01-01', 3],
  [3, '2015-01-02', 1],
  [3, '2015-01-05', 5],
  [4, '2015-01-16', 6],
  [4, '2015-02-02', 3],
  [4, '2015-02-05', 3],
  [5, '2015-01-16', 3],
  [5, '2015-01-17', 1],
  [5, '2015-01-18', 8],
  [6, '2015-02-02', 5],
]);

function table(end: string) {
  const orders = collectOrders(PUBLISHED, { observationEnd: parseIsoDate(end)! });
  const { count, x, tx, T, m } = summariseCustomers(orders);
  return Array.from({ length: count }, (_, i) => [x[i], tx[i], T[i], m[i]]);
}

describe('published example', () => {
  test('x, t_x, T and m of six customers', () => {
    expect(table('2015-02-07')).toEqual([
      [1, 36, 37, 2],
      [0, 0, 37, NaN],
      [2, 4, 37, 3],
      [2, 20, 22, 3],
      [2, 2, 22, 4.5],
      [0, 0, 5, NaN],
    ]);
  });

  test('cut at 2015-02-01 the sixth customer is not there yet', () => {
    expect(table('2015-02-01').map(([x]) => x)).toEqual([0, 0, 2, 0, 2]);
  });
});

describe('definitions', () => {
  test('the orders of one day are one occasion, their amounts added', () => {
    const rows = [
      { customer: 'a', order: '1', date: '2025-01-01', amount: 100 },
      { customer: 'a', order: '2', date: '2025-01-05', amount: 10 },
      { customer: 'a', order: '3', date: '2025-01-05', amount: 20 },
      { customer: 'a', order: '4', date: '2025-01-09', amount: 0 },
    ];
    const orders = collectOrders(ledger(rows));
    expect(summariseCustomers(orders)).toMatchObject({
      orders: Uint32Array.of(4),
      occasions: Uint32Array.of(3),
      x: Uint32Array.of(2),
      m: Float64Array.of(15),
      net: Float64Array.of(130),
    });
    expect(summariseCustomers(orders, { zeroOutOfMean: true }).m[0]).toBe(30);
    expect(summariseCustomers(orders, { firstInMean: true }).m[0]).toBeCloseTo(130 / 3, 13);
    expect(summariseCustomers(orders, { firstInMean: true, zeroOutOfMean: true }).m[0]).toBe(65);
  });

  test('who has only refunds is a customer and not a buyer; money counts, dates do not', () => {
    const customers = summariseCustomers(
      collectOrders(
        ledger([
          { customer: 'a', date: '2025-01-01', amount: -3 },
          { customer: 'b', date: '2025-01-02', amount: 5 },
          { customer: 'b', date: '2025-01-04', amount: -1 },
        ]),
      ),
    );
    expect(customers.count).toBe(2);
    expect(Array.from(customers.buyers)).toEqual([1]);
    expect(Array.from(customers.net)).toEqual([-3, 4]);
    expect(customers.firstDay[0]).toBe(NO_DAY);
    // The refund's day is data too: the observation reaches to it.
    expect(customers.T[1]).toBe(2);
  });
});

test('the order of the rows changes no customer, to the bit', () => {
  fc.assert(
    fc.property(anyLedgerShuffled, ({ transactions, shuffled }) => {
      const summary = summariseCustomers(collectOrders(transactions));
      expect(summariseCustomers(collectOrders(shuffled))).toEqual(summary);
      summary.buyers.forEach((i) => {
        expect(summary.tx[i]).toBeLessThanOrEqual(summary.T[i]);
        expect(summary.occasions[i]).toBeLessThanOrEqual(summary.orders[i]);
        expect(summary.tx[i] === 0).toBe(summary.x[i] === 0);
      });
    }),
  );
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('calibration to 1997-09-30 has the published statistics', () => {
    const orders = collectOrders(cdnow(), { observationEnd: parseIsoDate('1997-09-30')! });
    const { count, x, T, m } = summariseCustomers(orders);
    const repeaters = m.filter((value) => !Number.isNaN(value));
    expect(count).toBe(2357);
    expect(x.reduce((total, value) => total + value, 0)).toBe(2457);
    expect(x.filter((value) => value === 0).length).toBe(1411);
    expect(Math.max(...x)).toBe(29);
    expect(Array.from(T).reduce((total, value) => total + value, 0) / 7 / count).toBeCloseTo(
      32.715862,
      6,
    );
    expect(repeaters.length).toBe(946);
    expect(repeaters.reduce((total, value) => total + value, 0) / 946).toBeCloseTo(35.078, 3);
  });

  test('the 39 weeks after hold 1,882 repeat purchases', () => {
    const all = summariseCustomers(collectOrders(cdnow()));
    const first = summariseCustomers(
      collectOrders(cdnow(), { observationEnd: parseIsoDate('1997-09-30')! }),
    );
    const sum = (column: Uint32Array) => column.reduce((total, value) => total + value, 0);
    expect(sum(all.x) - sum(first.x)).toBe(1882);
  });
});
