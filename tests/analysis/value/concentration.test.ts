import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../src/analysis/calendar';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import {
  customersForShare,
  futureCurveOf,
  futureTest,
  futureTopShare,
  lorenz,
  topShare,
} from '../../../src/analysis/value/concentration';
import { anyLedger, anyLedgerShuffled, simpleLedger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

const amounts = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 })
  .map((list) => Float64Array.from(list));

describe('share of the best', () => {
  test('ceil(top x n) of them: of five, one is a fifth and two are a fifth and a bit', () => {
    const five = Float64Array.of(1, 4, 2, 10, 3);
    expect(topShare(five, 0.2)).toBe(0.5);
    expect(topShare(five, 0.21)).toBe(0.7);
    expect(topShare(five, 1)).toBe(1);
    expect(topShare(five, 0)).toBe(0);
    expect(topShare(Float64Array.of(0, 0), 0.2)).toBeNaN();
  });

  test('is at least the share of customers, and all of it for all', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 10 }), (list, tenths) => {
        const share = topShare(list, tenths / 10);
        if (Number.isNaN(share)) return;
        expect(share).toBeGreaterThanOrEqual(tenths / 10 - 1e-9);
      }),
    );
  });
});

test('the fewest customers that bring a share: of 10, 4, 3, 2 and 1, two bring 70%, three 80%', () => {
  const five = Float64Array.of(1, 4, 2, 10, 3);
  expect(customersForShare(five, 0.7)).toBe(0.4);
  expect(customersForShare(five, 0.8)).toBe(0.6);
  expect(customersForShare(five, 0)).toBe(0);
  expect(customersForShare(Float64Array.of(0, -1), 0.8)).toBeNull();
});

test('a Lorenz curve runs from nothing to all, rises and bends one way', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 20 }), (list, points) => {
      const curve = lorenz(list, points);
      if (curve === null) {
        expect(list.every((amount) => amount === 0)).toBe(true);
        return;
      }
      const last = curve.amount.length - 1;
      expect([curve.customers[0], curve.amount[0]]).toEqual([0, 0]);
      expect([curve.customers[last], curve.amount[last]]).toEqual([1, 1]);
      for (let i = 1; i <= last; i++) {
        expect(curve.amount[i]).toBeGreaterThanOrEqual(curve.amount[i - 1]);
        expect(curve.amount[i]).toBeGreaterThanOrEqual(curve.customers[i] - 1e-12);
      }
    }),
  );
});

describe('the future test', () => {
  test('the best of the first part, and what they bring of the second', () => {
    const orders = collectOrders(
      simpleLedger([
        ['best', '2024-01-01', 100],
        ['other', '2024-01-01', 60],
        ['third', '2024-01-01', 40],
        ['best', '2025-01-01', 30],
        ['other', '2025-01-01', 90],
        ['new', '2025-01-01', 500],
      ]),
    );
    expect(futureTopShare(orders, parseIsoDate('2024-12-31')!)).toEqual({
      customers: 3,
      chosen: 1,
      shareBefore: 0.5,
      shareAfter: 0.25,
      shareOfAllAfter: 30 / 620,
      shareAfterHindsight: 0.75,
    });
    expect(futureTopShare(orders, parseIsoDate('2025-12-31')!)).toBeNull();
  });

  test('foresight never beats hindsight, and row order plays no part', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, ({ transactions, shuffled }) => {
        const found = futureTopShare(collectOrders(transactions), 20_270);
        expect(futureTopShare(collectOrders(shuffled), 20_270)).toEqual(found);
        if (found === null) return;
        expect(found.shareAfter).toBeLessThanOrEqual(found.shareAfterHindsight + 1e-12);
      }),
    );
  });
});

test('the curve of the future test goes through the test at every share, within everyone or some', () => {
  fc.assert(
    fc.property(
      anyLedger,
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.uint8Array({ minLength: 8, maxLength: 8, max: 1 }), { nil: undefined }),
      (transactions, points, among) => {
        const orders = collectOrders(transactions);
        const test = futureTest(orders, 20_270, among);
        if (test === null) return;
        const curve = futureCurveOf(test, points);
        curve.customers.forEach((share, step) => {
          const at = futureTopShare(orders, 20_270, share - 1e-12, among)!;
          expect(curve.before[step]).toBeCloseTo(at.shareBefore, 12);
          expect(curve.after[step]).toBeCloseTo(at.shareAfter, 12);
          expect(curve.hindsight[step]).toBeCloseTo(at.shareAfterHindsight, 12);
        });
        expect([curve.customers[0], curve.after[0]]).toEqual([0, 0]);
        expect(curve.after.at(-1)).toBeCloseTo(1, 12);
      },
    ),
  );
});

describe.skipIf(cdnowAbsent)('CDNOW, computed apart from this code', () => {
  test('the top 20% bring 67.455% of revenue', () => {
    const { minorNet } = summariseCustomers(collectOrders(cdnow()));
    expect(topShare(minorNet, 0.2)).toBeCloseTo(0.6745501715460166, 12);
  });

  test('the best of the first nine months bring 66.3% of the next nine, not 80%', () => {
    const found = futureTopShare(collectOrders(cdnow()), parseIsoDate('1997-09-30')!)!;
    expect(found).toMatchObject({ customers: 2357, chosen: 472 });
    expect(found.shareBefore).toBeCloseTo(0.6334776974107756, 12);
    expect(found.shareAfter).toBeCloseTo(0.6626355609238509, 12);
    expect(found.shareAfterHindsight).toBeCloseTo(0.9428090101511221, 12);
  });
});
