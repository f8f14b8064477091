import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByDay, groupByOrderId, groupSingly } from '../../src/analysis/row-groups';
import type { Transactions } from '../../src/analysis/transactions';
import { anyLedger } from './ledger';

function allRows({ rowCount }: Transactions): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row);
}

/** Two rows are in one group exactly when they share what the group is made of. */
function expectGroups(
  transactions: Transactions,
  { count, ofRow }: { count: number; ofRow: Int32Array },
  keyOf: (row: number) => string | null,
) {
  const groups = new Map<string, number>();
  for (let row = 0; row < transactions.rowCount; row++) {
    const key = keyOf(row);
    if (key === null) {
      expect(ofRow[row]).toBe(-1);
      continue;
    }
    expect(ofRow[row]).toBe(groups.get(key) ?? ofRow[row]);
    groups.set(key, ofRow[row]);
  }
  expect(new Set(groups.values()).size).toBe(groups.size);
  expect(count).toBe(groups.size);
}

describe('for any shop', () => {
  test('by order id: customer and id, refunds too; an id that two customers share is two groups', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        if (transactions.order === null) return;
        const { customer, order } = transactions;
        expectGroups(
          transactions,
          groupByOrderId(transactions, order, allRows(transactions)),
          (row) => `${customer[row]} ${order[row]}`,
        );
      }),
    );
  });

  test('by day: customer and day, refunds in none', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        const { customer, day, refund } = transactions;
        expectGroups(
          transactions,
          groupByDay(transactions, allRows(transactions), 20_000, 20_540),
          (row) => (refund[row] === 1 ? null : `${customer[row]} ${day[row]}`),
        );
      }),
    );
  });

  test('singly: each row its own, refunds in none', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        expectGroups(transactions, groupSingly(transactions, allRows(transactions)), (row) =>
          transactions.refund[row] === 1 ? null : `${row}`,
        );
      }),
    );
  });
});
