import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderGaps } from '../../src/analysis/churn/gaps';
import { inactivityThreshold } from '../../src/analysis/churn/inactivity';
import { summariseCustomers } from '../../src/analysis/customers';
import { expectedOrders } from '../../src/analysis/next-order/expected-orders';
import { collectOrders } from '../../src/analysis/orders';
import { retentionTriangle } from '../../src/analysis/retention/triangle';
import type { Transactions } from '../../src/analysis/transactions';
import { listCsv } from '../../src/exports/list-csv';
import { BuyerList, RETENTION_COLUMNS } from '../../src/worker/answers/buyer-list';
import { nextOrderAnswer } from '../../src/worker/answers/next-order';
import { anyLedger, ledger } from '../analysis/ledger';

function listOf(transactions: Transactions, ids?: string[]) {
  const orders = collectOrders(transactions);
  const customers = summariseCustomers(orders);
  const threshold = inactivityThreshold(orderGaps(orders, 'occasions'));
  const expected = expectedOrders(orders, customers, threshold);
  const names = ids ?? Array.from({ length: transactions.customerCount }, (_, i) => `c${i}`);
  return {
    orders,
    customers,
    list: new BuyerList(names, customers, expected, 'month'),
    answer: nextOrderAnswer(orders, customers, expected),
  };
}

const ALL = {
  cohorts: null,
  standing: null,
  repeaters: false,
  sort: 'net',
  descending: true,
  offset: 0,
  limit: 1000,
} as const;

describe('lists of buyers', () => {
  test('each buyer is in the list of one cohort, as many as the triangle counts', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        const { orders, list } = listOf(transactions);
        const { cohorts } = retentionTriangle(transactions, orders, {
          period: 'month',
          activity: 'classic',
          counting: 'calendar',
        });
        const seen = cohorts.flatMap(({ index, size }) => {
          const { total, rows } = list.page({ ...ALL, cohorts: [index] });
          expect(total).toBe(size);
          return rows.map(({ id }) => id);
        });
        expect(new Set(seen).size).toBe(list.page(ALL).total);
      }),
    );
  });

  test('the standings divide the buyers, and the lists are as long as they say', () => {
    fc.assert(
      fc.property(anyLedger, (transactions) => {
        const { list, answer } = listOf(transactions);
        if (!answer) return;
        for (const { standing, customers, revenue } of answer.standings) {
          const page = list.page({ ...ALL, standing });
          expect(page.total).toBe(customers);
          expect(page.net).toBeCloseTo(revenue, 6);
        }
        const sum = answer.standings.reduce((total, { customers }) => total + customers, 0);
        expect(sum).toBe(list.page(ALL).total);
      }),
    );
  });

  test('are in the order asked for, equals by id, whichever way', () => {
    fc.assert(
      fc.property(
        anyLedger,
        fc.constantFrom('first', 'last', 'orders', 'net', 'from', 'chance', 'id'),
        fc.boolean(),
        (transactions, sort, descending) => {
          const { list } = listOf(transactions);
          const { rows } = list.page({ ...ALL, sort, descending });
          const value = (row: (typeof rows)[number]) => row[sort] ?? 0;
          rows.slice(1).forEach((row, i) => {
            const before = value(rows[i]);
            if (before === value(row)) return;
            expect(before < value(row)).toBe(!descending);
          });
        },
      ),
    );
  });

  test('the file of a list runs no formula', async () => {
    const { list } = listOf(
      ledger([
        { customer: 'a', date: '2024-01-01', amount: 10 },
        { customer: 'a', date: '2024-02-01', amount: 10 },
        { customer: 'a', date: '2024-03-01', amount: 10 },
      ]),
      ['=HYPERLINK("x")'],
    );
    const text = await listCsv(RETENTION_COLUMNS, list.records(ALL)).text();
    const [head, row] = text.split('\r\n');
    expect(head.endsWith(RETENTION_COLUMNS.join(','))).toBe(true);
    expect(row.startsWith('"\'=HYPERLINK(""x"")",2024-01-01,2024-03-01,3,30,')).toBe(true);
  });
});
