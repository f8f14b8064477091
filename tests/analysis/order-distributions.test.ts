import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summariseCustomers } from '../../src/analysis/customers';
import { orderValues, ordersPerCustomer } from '../../src/analysis/order-distributions';
import { collectOrders } from '../../src/analysis/orders';
import { anyLedger, simpleLedger } from './ledger';

test('orders per customer: one bar per number, the last one open-ended', () => {
  const rows = simpleLedger([
    ['a', '2025-01-01', 1],
    ['b', '2025-01-01', 1],
    ['b', '2025-01-02', 1],
    ...[1, 2, 3, 4, 5].map((day): [string, string, number] => ['c', `2025-02-0${day}`, 1]),
  ]);
  const customers = summariseCustomers(collectOrders(rows));
  expect(ordersPerCustomer(customers, 3)).toEqual({
    counts: Uint32Array.of(0, 1, 1, 1),
    openEnded: true,
    mean: 8 / 3,
    max: 5,
  });
});

test('order values: every order is in a bin or counted outside, edges are round and even', () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 1, max: 40 }), (transactions, bins) => {
      const orders = collectOrders(transactions);
      const values = orderValues(orders, bins);
      if (values === null) {
        expect(orders.count).toBe(0);
        return;
      }
      const { edges, counts, below, above } = values;
      expect(counts.reduce((a, b) => a + b, below + above)).toBe(orders.count);
      counts.forEach((count, i) => {
        const inside = Array.from(orders.minorNet, (minor) => minor / 100).filter(
          (value) =>
            value >= edges[i] &&
            (i === counts.length - 1 ? value <= edges[i + 1] : value < edges[i + 1]),
        );
        expect(count).toBe(inside.length);
      });
    }),
  );
});

test('one giant order does not flatten the picture', () => {
  const rows = simpleLedger(
    Array.from(
      { length: 200 },
      (_, i) => [i, '2025-01-01', 10 + (i % 40)] as [number, string, number],
    ),
  );
  rows.net[7] = 90_000_000;
  const values = orderValues(collectOrders(rows))!;
  expect(values.above).toBe(1);
  expect(values.edges[0]).toBe(0);
  expect(values.edges[values.edges.length - 1]).toBe(50);
  expect(values.max).toBe(900_000);
});
