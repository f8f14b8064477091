import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectOrders } from '../../../src/analysis/orders';
import {
  customersByOrders,
  customersByTenure,
  spendByOrder,
  spendByTenure,
} from '../../../src/analysis/retention/spend-growth';
import { anyLedger, ledger } from '../ledger';

describe('spend on a fixed panel of survivors', () => {
  // Small spenders leave: whoever is left looks as if spend had grown, though nobody changed.
  const steady = collectOrders(
    ledger([
      { customer: 'small', date: '2024-01-01', amount: 10 },
      { customer: 'large', date: '2024-01-01', amount: 50 },
      { customer: 'large', date: '2024-02-01', amount: 50 },
      { customer: 'large', date: '2024-03-01', amount: 50 },
    ]),
  );

  test('does not rise because small spenders leave', () => {
    const { panel, mean, everyone, growth } = spendByOrder(steady, 3);
    expect(panel).toBe(1);
    expect([...mean]).toEqual([50, 50, 50]);
    expect([...everyone]).toEqual([30, 50, 50]);
    expect(growth).toBe(0);
  });

  test('orders that grow by 67% in the panel are told as 67%', () => {
    const orders = collectOrders(
      ledger(
        ['a', 'b', 'c'].flatMap((customer, i) => [
          { customer, date: '2024-01-01', amount: 100 + i },
          { customer, date: '2024-05-01', amount: 1.67 * (100 + i) },
        ]),
      ),
    );
    const { growth, interval } = spendByOrder(orders, 2);
    expect(growth).toBeCloseTo(0.67, 4);
    expect(interval[0]).toBeLessThanOrEqual(growth);
    expect(interval[1] - interval[0]).toBeLessThan(0.001);
  });

  test('by period: nothing spent counts as nothing', () => {
    const { panel, mean } = spendByTenure(steady, 'month', 2);
    expect(panel).toBe(1);
    expect([...mean]).toEqual([50, 50]);
    expect([...customersByTenure(steady, 'month', 5)]).toEqual([2, 1, 1, 0, 0, 0]);
    expect([...customersByOrders(steady, 5)]).toEqual([2, 2, 1, 1, 0, 0]);
  });

  test('the panel is whoever took the last step, in every shop', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 2, max: 6 }), (transactions, steps) => {
        const orders = collectOrders(transactions);
        const byOrder = spendByOrder(orders, steps);
        expect(byOrder.panel).toBe(customersByOrders(orders, 24)[steps]);
        expect(byOrder.everyoneCount[steps - 1]).toBe(byOrder.panel);
        if (byOrder.panel > 0)
          expect(byOrder.everyone[steps - 1]).toBeCloseTo(byOrder.mean[steps - 1], 9);
        const byMonth = spendByTenure(orders, 'month', steps);
        expect(byMonth.panel).toBe(customersByTenure(orders, 'month', 24)[steps]);
      }),
    );
  });
});
