import { expect, test } from 'vitest';
import { simulateShop } from '../../../src/analysis/simulate/shop';
import { netRevenue } from '../../../src/analysis/value/net-revenue';
import { ledger } from '../ledger';

const FOREVER = 2_000_000;

test('gross less each step is net, row refunds a step of their own', () => {
  const rows = ledger([
    { customer: 'a', date: '2025-01-01', amount: 80, parts: { gross: 100, discount: 15, fee: 5 } },
    { customer: 'b', date: '2025-01-02', amount: 40, parts: { gross: 50, discount: 0, fee: 10 } },
    { customer: 'b', date: '2025-01-03', amount: -10 },
  ]);
  expect(netRevenue(rows, ['discount', 'fee'], FOREVER)).toEqual({
    gross: 150,
    steps: [
      { part: 'discount', amount: 15 },
      { part: 'fee', amount: 15 },
      { part: 'refund rows', amount: 10 },
    ],
    net: 110,
    kept: 110 / 150,
  });
});

test('a mapped part that the amount never held is no step', () => {
  const rows = ledger([
    { customer: 'a', date: '2025-01-01', amount: 80, parts: { discount: 15, tax: 4 } },
  ]);
  expect(netRevenue(rows, ['tax'], FOREVER)).toEqual({
    gross: 84,
    steps: [{ part: 'tax', amount: 4 }],
    net: 80,
    kept: 80 / 84,
  });
});

test('what no mapped part explains is shown, not hidden', () => {
  const rows = ledger([{ customer: 'a', date: '2025-01-01', amount: 80, parts: { gross: 100 } }]);
  expect(netRevenue(rows, [], FOREVER).steps).toEqual([{ part: 'other', amount: 20 }]);
});

test('on a simulated shop every cent is accounted for', () => {
  const { transactions } = simulateShop({ customers: 300 });
  const { gross, steps, net } = netRevenue(transactions, ['discount', 'fee'], FOREVER);
  expect(steps.map(({ part }) => part)).toEqual(['discount', 'fee', 'refund rows']);
  expect(steps.reduce((left, { amount }) => left - amount, gross)).toBeCloseTo(net, 6);
});
