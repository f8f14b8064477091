import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectOrders } from '../../../src/analysis/orders';
import { discountCohorts, firstDiscounts } from '../../../src/analysis/retention/discount-cohorts';
import { retentionTriangle } from '../../../src/analysis/retention/triangle';
import { anyLedger, ledger } from '../ledger';

const OPTIONS = { period: 'month', activity: 'classic', counting: 'calendar' } as const;

describe('cohorts acquired at a discount', () => {
  const transactions = ledger([
    { customer: 'sale', date: '2024-01-05', amount: 80, parts: { discount: 20 } },
    { customer: 'full', date: '2024-01-06', amount: 50, parts: { discount: 0 } },
    { customer: 'full', date: '2024-02-10', amount: 30, parts: { discount: 10 } },
    { customer: 'once', date: '2024-01-20', amount: 40, parts: { discount: -8 } },
    { customer: 'once', date: '2024-03-31', amount: 40 },
  ]);
  const orders = collectOrders(transactions);

  test('the first order decides, later discounts do not, and a sign does not matter', () => {
    expect(firstDiscounts(transactions, orders)).toEqual(Float64Array.of(2000, 0, 800));
    const cohorts = discountCohorts(transactions, orders, OPTIONS);
    expect(cohorts?.discounted).toMatchObject({
      customers: 2,
      cameBack: 1,
      firstOrder: 60,
      firstDiscount: 14,
    });
    expect(cohorts?.fullPrice).toMatchObject({ customers: 1, cameBack: 1, firstDiscount: 0 });
    expect([...(cohorts?.fullPrice.average ?? [])]).toEqual([1, 1, 0]);
    expect([...(cohorts?.fullPrice.cumulative ?? [])]).toEqual([50, 80, 80]);
    expect([...(cohorts?.discounted.cumulative ?? [])]).toEqual([60, 60, 80]);
  });

  test('without a mapped discount there is nothing to compare', () => {
    const plain = ledger([{ customer: 'a', date: '2024-01-01', amount: 1 }]);
    expect(discountCohorts(plain, collectOrders(plain), OPTIONS)).toBeNull();
  });

  test('both groups together are everyone, period by period', () => {
    fc.assert(
      fc.property(anyLedger, fc.infiniteStream(fc.nat({ max: 3 })), (rows, depths) => {
        const mapped = {
          ...rows,
          parts: {
            discount: Float64Array.from(
              { length: rows.rowCount },
              () => depths.next().value as number,
            ),
          },
        };
        const all = collectOrders(mapped);
        const whole = retentionTriangle(mapped, all, OPTIONS);
        const cohorts = discountCohorts(mapped, all, OPTIONS);
        if (!cohorts) throw new Error('a discount is mapped');
        const { discounted, fullPrice } = cohorts;
        whole.average.forEach((share, k) => {
          const parts = [discounted, fullPrice].filter(({ average }) => k < average.length);
          const size = parts.reduce((sum, part) => sum + part.averageSize[k], 0);
          expect(size).toBe(whole.averageSize[k]);
          const active = parts.reduce(
            (sum, part) => sum + part.average[k] * part.averageSize[k],
            0,
          );
          expect(active / size).toBeCloseTo(share, 12);
        });
      }),
    );
  });
});
