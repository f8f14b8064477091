import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import {
  expectedOrders,
  hindsight,
  STANDINGS,
} from '../../../src/analysis/next-order/expected-orders';
import { expectedGap, fitGaps, ownGaps } from '../../../src/analysis/next-order/gap-model';
import { random } from '../../../src/analysis/numerics/random';
import { collectOrders } from '../../../src/analysis/orders';
import type { Transactions } from '../../../src/analysis/transactions';
import { anyLedger, anyLedgerShuffled, ledger } from '../ledger';

/** Customers with log-normal gaps around means that are log-normal too. */
function shop(customers: number, gaps: number, mu: number, between: number, within: number) {
  const source = random(5);
  const rows: { customer: number; day: number }[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const own = mu + between * source.normal();
    let day = 0;
    rows.push({ customer, day });
    for (let i = 0; i < gaps; i++) {
      day += Math.max(1, Math.round(Math.exp(own + within * source.normal())));
      rows.push({ customer, day });
    }
  }
  const transactions: Transactions = {
    rowCount: rows.length,
    customerCount: customers,
    customer: Uint32Array.from(rows, (row) => row.customer),
    day: Int32Array.from(rows, (row) => row.day),
    minute: null,
    net: new Float64Array(rows.length).fill(1000),
    scale: 2,
    order: null,
    refund: new Uint8Array(rows.length),
    parts: {},
    attributes: [],
    referredBy: null,
    endDay: null,
  };
  return collectOrders(transactions);
}

describe('the gaps of a simulated shop', () => {
  const orders = shop(3000, 6, 4.5, 0.5, 0.4);
  const own = ownGaps(orders);
  const model = fitGaps(orders, own);
  if (!model) throw new Error('no model');

  test('give back the spread within and between customers', () => {
    expect(model.mu).toBeCloseTo(4.5, 1);
    expect(model.within).toBeCloseTo(0.4, 1);
    expect(model.between).toBeCloseTo(0.5, 1);
    expect(model.gaps).toBe(18_000);
  });

  test('half of the latest orders fall within the window the earlier ones give', () => {
    const { customers, within, before, after } = hindsight(orders, model, own);
    expect(customers).toBe(3000);
    expect(within + before + after).toBe(customers);
    expect(within / customers).toBeGreaterThan(0.46);
    expect(within / customers).toBeLessThan(0.54);
    expect(Math.abs(before - after) / customers).toBeLessThan(0.05);
  });
});

describe('what is expected of a customer', () => {
  const model = { mu: 3, within: 0.4, between: 0.5, gaps: 100, customers: 20 };

  test('without gaps of their own it is what the shop expects, with all its spread', () => {
    expect(expectedGap(model, 0, 0)).toEqual({ mean: 3, sd: Math.hypot(0.4, 0.5) });
  });

  test('the more gaps, the nearer to their own mean, and never past it', () => {
    let distance = 2;
    for (let count = 1; count < 50; count++) {
      const { mean, sd } = expectedGap(model, count, 5 * count);
      expect(5 - mean).toBeLessThan(distance);
      expect(mean).toBeLessThan(5);
      expect(sd).toBeGreaterThan(0.4);
      distance = 5 - mean;
    }
  });
});

describe('standings', () => {
  test('a monthly customer is early, then due, then overdue, then silent', () => {
    const monthly = ['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10'];
    const standingOn = (end: string) => {
      const orders = collectOrders(
        ledger([
          ...monthly.map((date) => ({ customer: 'a', date, amount: 10 })),
          { customer: 'b', date: '2024-01-01', amount: 10 },
          { customer: 'b', date: end, amount: 10 },
        ]),
      );
      const expected = expectedOrders(orders, summariseCustomers(orders), 60);
      return STANDINGS[expected?.standing[0] ?? 9];
    };
    expect(standingOn('2024-04-12')).toBe('early');
    expect(standingOn('2024-05-10')).toBe('due');
    expect(standingOn('2024-06-05')).toBe('overdue');
    expect(standingOn('2024-07-20')).toBe('silent');
  });

  test('each buyer stands in exactly one place, the window holds its middle', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        const orders = collectOrders(transactions);
        const expected = expectedOrders(orders, summariseCustomers(orders), 90);
        if (!expected) return;
        expected.standing.forEach((place, i) => {
          expect(place).toBeLessThan(STANDINGS.length);
          expect(expected.from[i]).toBeLessThanOrEqual(expected.middle[i]);
          expect(expected.middle[i]).toBeLessThanOrEqual(expected.to[i]);
          expect(expected.lateness[i]).not.toBeNaN();
        });
      }),
    );
  });

  test('are the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(anyLedgerShuffled, ({ transactions, shuffled }) => {
        const of = (rows: Transactions) => {
          const orders = collectOrders(rows);
          return expectedOrders(orders, summariseCustomers(orders), 90);
        };
        expect(of(shuffled)).toEqual(of(transactions));
      }),
    );
  });

  test('one gap alone expects nothing', () => {
    const orders = collectOrders(
      ledger([
        { customer: 'a', date: '2024-01-01', amount: 1 },
        { customer: 'a', date: '2024-02-01', amount: 1 },
      ]),
    );
    expect(expectedOrders(orders, summariseCustomers(orders), null)).toBeNull();
  });
});
