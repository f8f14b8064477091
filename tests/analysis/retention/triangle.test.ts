import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarPeriod } from '../../../src/analysis/calendar';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { retentionTriangle, type TriangleOptions } from '../../../src/analysis/retention/triangle';
import { anyLedgerShuffled, ledger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

const anyOptions: fc.Arbitrary<TriangleOptions> = fc.record({
  period: fc.constantFrom<CalendarPeriod>('week', 'month', 'quarter', 'year'),
  activity: fc.constantFrom('classic' as const, 'unbounded' as const),
  counting: fc.constantFrom('calendar' as const, 'rolling' as const),
});

const rows = ledger([
  { customer: 'a', order: '1', date: '2025-01-31', amount: 10 },
  { customer: 'a', order: '2', date: '2025-02-27', amount: 20 },
  { customer: 'a', order: '3', date: '2025-02-28', amount: 30 },
  { customer: 'b', order: '4', date: '2025-01-01', amount: 10 },
  { customer: 'b', order: '5', date: '2025-03-15', amount: 8 },
  { customer: 'b', order: 'x', date: '2025-03-16', amount: -2 },
]);

function cohort(options: Partial<TriangleOptions>) {
  const triangle = retentionTriangle(rows, collectOrders(rows), {
    period: 'month',
    activity: 'classic',
    counting: 'calendar',
    ...options,
  });
  return triangle.cohorts[0];
}

describe('a cohort of two', () => {
  test('calendar months: the last one is unfinished', () => {
    expect(cohort({})).toMatchObject({
      label: '2025-01',
      size: 2,
      finished: 2,
      active: Uint32Array.of(2, 1, 1),
      orders: Uint32Array.of(2, 2, 1),
      revenue: Float64Array.of(20, 50, 6),
      cumulativePerCustomer: Float64Array.of(10, 35, 38),
    });
  });

  test('rolling months count from each first order: 27 February is still month 0 of 31 January', () => {
    const { active, orders, finished } = cohort({ counting: 'rolling' });
    expect(Array.from(orders)).toEqual([3, 1, 1]);
    expect(Array.from(active)).toEqual([2, 1, 1]);
    // a's month 1 ends on 30 March, after the data: only month 0 is whole for both.
    expect(finished).toBe(1);
  });

  test('unbounded: who comes later was there all along', () => {
    expect(Array.from(cohort({ activity: 'unbounded' }).active)).toEqual([2, 2, 1]);
  });
});

describe('for any shop', () => {
  const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);

  test('every buyer has one cohort, every order and cent one cell; row order plays no part', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, anyOptions, ({ transactions, shuffled }, options) => {
        const orders = collectOrders(transactions);
        const customers = summariseCustomers(orders);
        const triangle = retentionTriangle(transactions, orders, options);
        expect(retentionTriangle(shuffled, collectOrders(shuffled), options)).toEqual(triangle);
        const { cohorts } = triangle;
        expect(sum(cohorts.map(({ size }) => size))).toBe(customers.buyers.length);
        expect(sum(cohorts.map((each) => sum(each.orders)))).toBe(orders.count);
        expect(sum(cohorts.map((each) => sum(each.revenue)))).toBeCloseTo(
          sum(Array.from(customers.buyers, (i) => customers.net[i])),
          6,
        );
        for (const { active, size, revenue, cumulativePerCustomer } of cohorts) {
          expect(active[0]).toBe(size);
          expect(Math.max(...active)).toBeLessThanOrEqual(size);
          expect(cumulativePerCustomer[revenue.length - 1] * size).toBeCloseTo(sum(revenue), 6);
        }
      }),
    );
  });

  test('unbounded never rises, and is never below classic', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, anyOptions, ({ transactions }, options) => {
        const orders = collectOrders(transactions);
        const of = (activity: 'classic' | 'unbounded') =>
          retentionTriangle(transactions, orders, { ...options, activity });
        const unbounded = of('unbounded');
        of('classic').cohorts.forEach(({ active, finished }, i) => {
          const later = unbounded.cohorts[i];
          expect(later.finished).toBe(finished);
          active.forEach((count, k) => {
            expect(later.active[k]).toBeGreaterThanOrEqual(count);
            if (k > 0) expect(later.active[k]).toBeLessThanOrEqual(later.active[k - 1]);
          });
        });
      }),
    );
  });

  test('the average row weighs the cohorts that have finished the period by their size', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, anyOptions, ({ transactions }, options) => {
        const { cohorts, average, averageSize } = retentionTriangle(
          transactions,
          collectOrders(transactions),
          options,
        );
        average.forEach((share, k) => {
          const done = cohorts.filter(({ finished }) => finished > k);
          expect(averageSize[k]).toBe(sum(done.map(({ size }) => size)));
          expect(share).toBeCloseTo(sum(done.map(({ active }) => active[k])) / averageSize[k], 12);
        });
      }),
    );
  });
});

describe.skipIf(cdnowAbsent)('CDNOW by month, computed apart from this code', () => {
  const triangle = (activity: 'classic' | 'unbounded') =>
    retentionTriangle(cdnow(), collectOrders(cdnow()), {
      period: 'month',
      activity,
      counting: 'calendar',
    });

  test('three cohorts', () => {
    const { cohorts } = triangle('classic');
    expect(cohorts.map(({ label, size, finished }) => [label, size, finished])).toEqual([
      ['1997-01', 781, 18],
      ['1997-02', 857, 17],
      ['1997-03', 719, 16],
    ]);
    expect(Array.from(cohorts[0].active)).toEqual([
      781, 124, 95, 70, 65, 77, 65, 53, 52, 45, 62, 59, 45, 47, 63, 37, 37, 33,
    ]);
    expect(Array.from(cohorts[2].orders.subarray(0, 4))).toEqual([837, 116, 99, 95]);
    expect(Array.from(cohorts[1].revenue.subarray(0, 4))).toEqual([
      33430.08, 6418.37, 4983.66, 3590.41,
    ]);
  });

  test('unbounded', () => {
    expect(Array.from(triangle('unbounded').cohorts[2].active)).toEqual([
      719, 333, 316, 297, 277, 264, 251, 236, 223, 194, 169, 153, 131, 92, 72, 45,
    ]);
  });
});
