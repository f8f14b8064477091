import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate, parseIsoDate } from '../../src/analysis/calendar';
import { collectOrders, dayRange } from '../../src/analysis/orders';
import { NO_DAY } from '../../src/analysis/transactions';
import { anyLedger, anyLedgerShuffled, ledger, simpleLedger } from './ledger';
import { cdnow, cdnowAbsent } from './published-data';

const options = fc.record({
  leaveOutZero: fc.boolean(),
  rowsAsOrders: fc.boolean(),
  observationEnd: fc.integer({ min: 19_990, max: 20_550 }),
});

function shown(rows: Parameters<typeof ledger>[0], of: Parameters<typeof collectOrders>[1] = {}) {
  const orders = collectOrders(ledger(rows), of);
  return Array.from(orders.day, (day, i) => [isoDate(day), orders.minorNet[i] / orders.unit]);
}

describe('what makes an order', () => {
  test("rows of one order id are one order, dated by its first row; another customer's are not", () => {
    expect(
      shown([
        { customer: 'a', order: '1', date: '2025-01-03', amount: 5 },
        { customer: 'a', order: '1', date: '2025-01-02', amount: 7 },
        { customer: 'b', order: '1', date: '2025-01-09', amount: 1 },
        { customer: 'a', order: '2', date: '2025-01-02', amount: 2 },
      ]),
    ).toEqual([
      ['2025-01-02', 2],
      ['2025-01-02', 12],
      ['2025-01-09', 1],
    ]);
  });

  test('without order ids a day is an order, or each row when asked', () => {
    const rows = [
      { customer: 'a', date: '2025-01-02', amount: 7.1 },
      { customer: 'a', date: '2025-01-02', amount: 5.2 },
      { customer: 'a', date: '2025-01-01', amount: 1 },
    ];
    expect(shown(rows)).toEqual([
      ['2025-01-01', 1],
      ['2025-01-02', 12.3],
    ]);
    expect(shown(rows, { rowsAsOrders: true })).toEqual([
      ['2025-01-01', 1],
      ['2025-01-02', 5.2],
      ['2025-01-02', 7.1],
    ]);
  });

  test('a refund is taken off its own order, else off its customer, and never makes or dates one', () => {
    const orders = collectOrders(
      ledger([
        { customer: 'a', order: '1', date: '2025-01-05', amount: 50, parts: { discount: 5 } },
        { customer: 'a', order: '1', date: '2025-01-01', amount: -20 },
        { customer: 'a', order: '9', date: '2025-02-01', amount: -5 },
        { customer: 'b', order: '7', date: '2025-03-01', amount: -1 },
      ]),
    );
    expect(orders.count).toBe(1);
    expect(isoDate(orders.day[0])).toBe('2025-01-05');
    expect(orders.minorNet[0]).toBe(3000);
    expect(Array.from(orders.unlinkedMinor)).toEqual([-500, -100]);
    expect(Array.from(orders.orderOfRow!)).toEqual([0, 0, -1, -1]);
    expect(Array.from(orders.looseRows)).toEqual([2, 3]);
    expect(isoDate(orders.observationEnd)).toBe('2025-03-01');
  });

  test('a zero-amount order is an order, unless left out', () => {
    const rows = [
      { customer: 'a', order: '1', date: '2025-01-05', amount: 0 },
      { customer: 'a', order: '2', date: '2025-01-06', amount: 4 },
      // Given back in full it stays an order: something was bought.
      { customer: 'a', order: '2', date: '2025-01-07', amount: -4 },
    ];
    expect(shown(rows)).toEqual([
      ['2025-01-05', 0],
      ['2025-01-06', 0],
    ]);
    expect(shown(rows, { leaveOutZero: true })).toEqual([['2025-01-06', 0]]);
  });

  test('rows after the observation end are left out', () => {
    const rows = [
      { customer: 'a', order: '1', date: '2025-01-05', amount: 3 },
      { customer: 'a', order: '1', date: '2025-01-08', amount: -1 },
      { customer: 'b', order: '2', date: '2025-01-08', amount: 4 },
    ];
    const orders = collectOrders(ledger(rows), { observationEnd: parseIsoDate('2025-01-07')! });
    expect(Array.from(orders.minorNet)).toEqual([300]);
    expect(Array.from(orders.hasRow)).toEqual([1, 0]);
  });

  test("an order's minute is the earliest one known on its day", () => {
    const orders = collectOrders(
      ledger([
        { customer: 'a', order: '1', date: '2025-01-05', amount: 1 },
        { customer: 'a', order: '1', date: '2025-01-05', amount: 1, minute: 700 },
        { customer: 'a', order: '1', date: '2025-01-05', amount: 1, minute: 650 },
        { customer: 'a', order: '1', date: '2025-01-06', amount: 1, minute: 3 },
        { customer: 'a', order: '2', date: '2025-01-05', amount: 1 },
      ]),
    );
    expect(Array.from(orders.minute!)).toEqual([-1, 650]);
  });

  test('no rows, no orders', () => {
    const none = simpleLedger([]);
    expect(collectOrders(none)).toMatchObject({ count: 0, observationEnd: NO_DAY });
    expect(dayRange(none)).toEqual({ first: NO_DAY, last: NO_DAY });
  });
});

describe('for any shop', () => {
  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, options, ({ transactions, shuffled }, chosen) => {
        const { looseRows, ...orders } = collectOrders(transactions, chosen);
        const { looseRows: otherRows, ...others } = collectOrders(shuffled, chosen);
        expect(others).toEqual(orders);
        expect(otherRows.length).toBe(looseRows.length);
      }),
    );
  });

  test('money is kept: orders and unlinked refunds add up to the rows', () => {
    fc.assert(
      fc.property(anyLedger, options, (transactions, chosen) => {
        const orders = collectOrders(transactions, chosen);
        let rows = 0;
        for (let row = 0; row < transactions.rowCount; row++)
          if (transactions.day[row] <= chosen.observationEnd) rows += transactions.net[row];
        const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
        expect(sum(orders.minorNet) + sum(orders.unlinkedMinor)).toBe(rows);
      }),
    );
  });

  test("each row's order is its customer's, and the rows of an order add up to it", () => {
    fc.assert(
      fc.property(anyLedger, options, (transactions, chosen) => {
        const discount = new Float64Array(transactions.rowCount);
        const orders = collectOrders({ ...transactions, parts: { discount } }, chosen);
        const sums = new Float64Array(orders.count);
        const loose = new Set(orders.looseRows);
        orders.orderOfRow!.forEach((order, row) => {
          expect(loose.has(row)).toBe(order < 0 && transactions.day[row] <= chosen.observationEnd);
          if (order < 0) return;
          const c = transactions.customer[row];
          expect(order).toBeGreaterThanOrEqual(orders.offset[c]);
          expect(order).toBeLessThan(orders.offset[c + 1]);
          sums[order] += transactions.net[row];
        });
        expect(sums).toEqual(orders.minorNet);
      }),
    );
  });

  test("each customer's orders stand in order of time", () => {
    fc.assert(
      fc.property(anyLedger, options, (transactions, chosen) => {
        const { offset, day } = collectOrders(transactions, chosen);
        for (let c = 0; c + 1 < offset.length; c++)
          for (let i = offset[c] + 1; i < offset[c + 1]; i++)
            expect(day[i]).toBeGreaterThanOrEqual(day[i - 1]);
      }),
    );
  });
});

test.skipIf(cdnowAbsent)('CDNOW: 6,696 customer-days in 6,919 rows, 244,091.94', () => {
  const orders = collectOrders(cdnow());
  expect(orders.count).toBe(6696);
  expect(orders.minorNet.reduce((total, value) => total + value, 0) / orders.unit).toBe(244091.94);
  expect(collectOrders(cdnow(), { rowsAsOrders: true }).count).toBe(6919);
});
