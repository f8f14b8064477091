import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOrder,
  netOf,
  orderCandidates,
  rowsAreOrders,
  rowsAsCandidates,
} from '../../src/analysis/order-candidates';
import { groupByOrderId } from '../../src/analysis/row-groups';
import type { Transactions } from '../../src/analysis/transactions';
import { anyLedger, ledger } from './ledger';

function allRows({ rowCount }: Transactions): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row);
}

test('refunds alone are no order, a purchase given back in full is one, and one of nothing unless left out', () => {
  const transactions = ledger([
    { customer: 'a', order: '1', date: '2025-01-05', amount: -5 },
    { customer: 'a', order: '2', date: '2025-01-05', amount: 7 },
    { customer: 'a', order: '2', date: '2025-01-06', amount: -7 },
    { customer: 'a', order: '3', date: '2025-01-07', amount: 0 },
  ]);
  const rows = allRows(transactions);
  const groups = groupByOrderId(transactions, transactions.order!, rows);
  const orders = (leaveOutZero: boolean) => {
    const candidates = orderCandidates(transactions, rows, groups, leaveOutZero);
    return [0, 1, 2].filter((group) => isOrder(candidates, group));
  };
  expect(orders(false)).toEqual([1, 2]);
  expect(orders(true)).toEqual([1]);
});

test('rows are orders where each has an order id of its own, in turn, and none is a refund', () => {
  const sale = { customer: 'a', date: '2025-01-05', amount: 5 };
  const are = (...rows: Parameters<typeof ledger>[0]) => rowsAreOrders(ledger(rows));
  expect(are({ ...sale, order: '1' }, { ...sale, order: '2' })).toBe(true);
  expect(are({ ...sale, order: '1' }, { ...sale, order: '1' })).toBe(false);
  expect(are({ ...sale, order: '1' }, { ...sale, order: '2', amount: -5 })).toBe(false);
  expect(are(sale, sale)).toBe(false);
});

describe('for any shop', () => {
  test("each group is its customer's, and comes to what its rows add up to", () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        if (transactions.order === null) return;
        const rows = allRows(transactions);
        const groups = groupByOrderId(transactions, transactions.order, rows);
        const candidates = orderCandidates(transactions, rows, groups, false);
        const sums = new Float64Array(groups.count);
        for (const row of rows) {
          sums[groups.ofRow[row]] += transactions.net[row];
          expect(candidates.customer[groups.ofRow[row]]).toBe(transactions.customer[row]);
        }
        sums.forEach((sum, group) => expect(netOf(candidates, group)).toBe(sum));
      }),
    );
  });

  test('a row a group: the columns of the transactions are those that adding up gives', () => {
    fc.assert(
      fc.property(anyLedger, (shop) => {
        const transactions = { ...shop, refund: new Uint8Array(shop.rowCount) };
        const rows = allRows(transactions);
        const groups = { count: rows.length, ofRow: Int32Array.from(rows) };
        expect(rowsAsCandidates(transactions)).toEqual(
          orderCandidates(transactions, rows, groups, false),
        );
      }),
    );
  });
});
