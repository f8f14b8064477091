import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { gapPercentile, gapsLongerThan, orderGaps } from '../../../src/analysis/churn/gaps';
import { collectOrders } from '../../../src/analysis/orders';
import { anyLedger, ledger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

test('two orders of one day are a gap of 0 between orders, and none between occasions', () => {
  const orders = collectOrders(
    ledger([
      { customer: 'a', order: '1', date: '2025-01-01', amount: 1 },
      { customer: 'a', order: '2', date: '2025-01-01', amount: 1 },
      { customer: 'a', order: '3', date: '2025-01-11', amount: 1 },
    ]),
  );
  expect(orderGaps(orders)).toMatchObject({ total: 2, mean: 5 });
  expect(orderGaps(orders, 'occasions')).toMatchObject({ total: 1, mean: 10 });
});

test('there are as many gaps as orders less buyers, and they add up to the time between first and last', () => {
  fc.assert(
    fc.property(anyLedger, fc.nat(600), (transactions, days) => {
      const orders = collectOrders(transactions);
      const { buyers, tx, x } = summariseCustomers(orders);
      const gaps = orderGaps(orders);
      expect(gaps.total).toBe(orders.count - buyers.length);
      let sum = 0;
      let longer = 0;
      gaps.counts.forEach((count, gap) => {
        sum += count * gap;
        if (gap > days) longer += count;
      });
      expect(sum).toBe(Array.from(tx).reduce((a, b) => a + b, 0));
      expect(gapsLongerThan(gaps, days)).toBe(longer);
      expect(gapsLongerThan(gaps, days + 0.5)).toBe(longer);
      expect(orderGaps(orders, 'occasions').total).toBe(x.reduce((a, b) => a + b, 0));
    }),
  );
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('percentiles of its 4,339 gaps, computed apart from this code', () => {
    const gaps = orderGaps(collectOrders(cdnow()));
    expect(gaps.total).toBe(4339);
    expect(gaps.mean).toBeCloseTo(70.86056695091035, 12);
    expect([0.5, 0.75, 0.9, 0.95, 0.99].map((share) => gapPercentile(gaps, share))).toEqual([
      34, 90.5, 196, 279, 407,
    ]);
  });
});
