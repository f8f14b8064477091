import { describe, expect, test } from 'vitest';
import { contractualFlow, type ContractualFlow } from '../../../src/analysis/churn/contractual';
import { collectOrders } from '../../../src/analysis/orders';
import { simulateSubscription } from '../../../src/analysis/simulate/subscription';
import { ledger, simpleLedger, type LedgerRow } from '../ledger';

function flowOf(rows: LedgerRow[]): ContractualFlow {
  const transactions = ledger(rows);
  const flow = contractualFlow(transactions, collectOrders(transactions), 'month');
  if ('code' in flow) throw new Error(flow.code);
  return flow;
}

function payments(customer: string, months: string[], amount: number, end?: string): LedgerRow[] {
  return months.map((month) => ({
    customer,
    date: `${month}-10`,
    amount,
    ...(end === undefined ? {} : { end }),
  }));
}

describe('three subscribers, January to April', () => {
  const flow = flowOf([
    ...payments('leaves', ['2025-01', '2025-02'], 30, '2025-03-09'),
    ...payments('grows', ['2025-01', '2025-02'], 20),
    ...payments('grows', ['2025-03', '2025-04'], 25),
    ...payments('late', ['2025-03', '2025-04'], 40),
    { customer: 'late', date: '2025-04-30', amount: 0 },
  ]);

  test('churn = lost in the period / active at its start', () => {
    expect(Array.from(flow.activeAtStart)).toEqual([0, 2, 2, 2]);
    expect(Array.from(flow.lost)).toEqual([0, 0, 1, 0]);
    expect(Array.from(flow.joined)).toEqual([2, 0, 1, 0]);
    expect(flow.churn[2]).toBe(0.5);
    expect(flow.churn[0]).toBeNaN();
  });

  test('gross revenue churn counts losses alone, net takes growth off', () => {
    expect(Array.from(flow.revenueBefore)).toEqual([0, 50, 50, 65]);
    expect(flow.grossRevenueChurn[2]).toBe(30 / 50);
    expect(flow.netRevenueChurn[2]).toBe(25 / 50);
    expect(flow.grossRevenueChurn[3]).toBe(0);
  });
});

test('growth can outweigh loss: net revenue churn below nothing', () => {
  const flow = flowOf([
    ...payments('a', ['2025-01'], 10),
    ...payments('a', ['2025-02'], 30),
    ...payments('b', ['2025-01'], 5, '2025-01-31'),
    { customer: 'a', date: '2025-02-28', amount: 0 },
  ]);
  expect(flow.grossRevenueChurn[1]).toBeCloseTo(1 / 3, 15);
  expect(flow.netRevenueChurn[1]).toBe(-1);
});

test('what cannot be told is an error value', () => {
  const none = simpleLedger([['a', '2025-01-01', 1]]);
  expect(contractualFlow(none, collectOrders(none), 'month')).toEqual({ code: 'NO_END_DAY' });
  const short = ledger([{ customer: 'a', date: '2025-01-01', amount: 1, end: '2025-01-05' }]);
  expect(contractualFlow(short, collectOrders(short), 'month')).toEqual({
    code: 'NO_WHOLE_PERIOD',
  });
});

test('a simulated service keeps its books: who joined and did not leave is active at the end', () => {
  const { transactions, truth } = simulateSubscription({ customers: 400 });
  const orders = collectOrders(transactions, { observationEnd: 18_993 + 1095 });
  const flow = contractualFlow(transactions, orders, 'month');
  if ('code' in flow) throw new Error(flow.code);
  const sum = (column: Uint32Array) => column.reduce((a, b) => a + b, 0);
  expect(sum(flow.joined) - sum(flow.lost) + sum(flow.returned)).toBe(truth.activeAtEnd);
  expect(sum(flow.returned)).toBe(0);
});
