import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityByPeriod, orderRhythm } from '../../src/analysis/activity';
import type { CalendarPeriod } from '../../src/analysis/calendar';
import { collectOrders } from '../../src/analysis/orders';
import { anyLedgerShuffled, ledger, simpleLedger } from './ledger';
import { cdnow, cdnowAbsent } from './published-data';

const anyPeriod = fc.constantFrom<CalendarPeriod>('week', 'month', 'quarter', 'year');

test('two customers over three months', () => {
  const rows = ledger([
    { customer: 'a', order: '1', date: '2025-01-01', amount: 10 },
    { customer: 'a', order: '2', date: '2025-01-20', amount: 5 },
    { customer: 'a', order: '3', date: '2025-03-02', amount: 5 },
    { customer: 'b', order: '4', date: '2025-03-09', amount: 7 },
    { customer: 'b', order: '9', date: '2025-03-10', amount: -2 },
  ]);
  expect(activityByPeriod(rows, collectOrders(rows), 'month')).toEqual({
    period: 'month',
    first: 660,
    labels: ['2025-01', '2025-02', '2025-03'],
    revenue: Float64Array.of(15, 0, 10),
    orders: Uint32Array.of(2, 0, 2),
    active: Uint32Array.of(1, 0, 2),
    newCustomers: Uint32Array.of(1, 0, 1),
    returning: Uint32Array.of(0, 0, 1),
    firstUnfinished: false,
    lastUnfinished: true,
  });
});

test('no rows, no picture', () => {
  const none = simpleLedger([]);
  expect(activityByPeriod(none, collectOrders(none), 'month')).toBeNull();
});

test('money and orders are kept, whatever the period; the order of rows plays no part', () => {
  fc.assert(
    fc.property(anyLedgerShuffled, anyPeriod, ({ transactions, shuffled }, period) => {
      const orders = collectOrders(transactions);
      const activity = activityByPeriod(transactions, orders, period)!;
      const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);
      expect(sum(activity.revenue)).toBeCloseTo(sum(transactions.net) / 100, 6);
      expect(sum(activity.orders)).toBe(orders.count);
      activity.active.forEach((active, i) =>
        expect(activity.newCustomers[i] + activity.returning[i]).toBe(active),
      );
      expect(activityByPeriod(shuffled, collectOrders(shuffled), period)).toEqual(activity);
    }),
  );
});

test('rhythm: every order has a weekday and month, and an hour where its time is known', () => {
  const rows = ledger([
    { customer: 'a', order: '1', date: '2025-11-21', amount: 1, minute: 13 * 60 + 59 },
    { customer: 'a', order: '2', date: '2025-11-23', amount: 1 },
  ]);
  const { weekdayMonth, weekdayHour } = orderRhythm(collectOrders(rows));
  // A Friday and a Sunday of November; one of them at 13:59.
  expect(weekdayMonth[4 * 12 + 10]).toBe(1);
  expect(weekdayMonth[6 * 12 + 10]).toBe(1);
  expect(weekdayHour![4 * 24 + 13]).toBe(1);
  expect(weekdayHour!.reduce((a, b) => a + b)).toBe(1);
  expect(orderRhythm(collectOrders(simpleLedger([[1, '2025-11-21', 1]]))).weekdayHour).toBeNull();
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('the first months, computed apart from this code', () => {
    const activity = activityByPeriod(cdnow(), collectOrders(cdnow()), 'month')!;
    expect(activity.labels.length).toBe(18);
    expect(Array.from(activity.revenue.subarray(0, 4))).toEqual([
      28592.7, 40433.81, 43472.1, 12842.05,
    ]);
    expect(Array.from(activity.orders.subarray(0, 4))).toEqual([873, 1155, 1141, 351]);
    expect(Array.from(activity.active.subarray(0, 4))).toEqual([781, 981, 948, 267]);
    expect(activity.lastUnfinished).toBe(false);
  });
});
