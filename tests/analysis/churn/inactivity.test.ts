import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { orderGaps } from '../../../src/analysis/churn/gaps';
import { inactivity, inactivityThreshold } from '../../../src/analysis/churn/inactivity';
import { collectOrders } from '../../../src/analysis/orders';
import { anyLedger, simpleLedger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

test('silence of exactly the threshold is not yet churn; who came back is false churn', () => {
  const orders = collectOrders(
    simpleLedger([
      ['stays', '2025-01-31', 10],
      ['leaves', '2025-01-30', 30],
      ['back', '2024-12-01', 5],
      ['back', '2025-03-02', 5],
    ]),
  );
  const customers = summariseCustomers(orders);
  expect(inactivity(customers, orderGaps(orders), 30)).toEqual({
    threshold: 30,
    churned: 1,
    active: 2,
    churnedShare: 1 / 3,
    churnedValue: 30,
    churnedValueShare: 0.6,
    returns: 1,
    falseChurn: 0.5,
    gapsBeyond: 1,
  });
});

test('without a repeat order there is no threshold', () => {
  const orders = collectOrders(simpleLedger([['a', '2025-01-31', 10]]));
  expect(inactivityThreshold(orderGaps(orders))).toBeNull();
});

test('the longer the threshold, the fewer are churned and the fewer came back', () => {
  const days = fc.nat(600);
  fc.assert(
    fc.property(anyLedger, days, days, (transactions, a, b) => {
      const orders = collectOrders(transactions);
      const customers = summariseCustomers(orders);
      const gaps = orderGaps(orders);
      const short = inactivity(customers, gaps, Math.min(a, b));
      const long = inactivity(customers, gaps, Math.max(a, b));
      expect(long.churned).toBeLessThanOrEqual(short.churned);
      expect(long.returns).toBeLessThanOrEqual(short.returns);
      expect(short.active + short.churned).toBe(customers.buyers.length);
    }),
  );
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('at the 90th percentile, computed apart from this code', () => {
    const orders = collectOrders(cdnow());
    const gaps = orderGaps(orders);
    const threshold = inactivityThreshold(gaps);
    expect(threshold).toBe(196);
    const churn = inactivity(summariseCustomers(orders), gaps, 196);
    expect(churn).toMatchObject({ churned: 1819, churnedValue: 110264.18, returns: 433 });
    expect(churn.falseChurn).toBeCloseTo(0.1922735346358792, 12);
  });
});
