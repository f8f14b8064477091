import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/analysis/calendar';
import { summariseCustomers } from '../../src/analysis/customers';
import { collectOrders } from '../../src/analysis/orders';
import { datasetFacts, overviewFigures } from '../../src/analysis/overview';
import { NO_DAY, type Transactions } from '../../src/analysis/transactions';
import { anyLedgerShuffled, ledger, simpleLedger } from './ledger';
import { cdnow, cdnowAbsent, groceries, groceriesAbsent } from './published-data';

function overview(transactions: Transactions, lifespanYears: number | null = null) {
  const orders = collectOrders(transactions);
  const customers = summariseCustomers(orders);
  return {
    facts: datasetFacts(transactions, orders, customers),
    figures: overviewFigures(orders, customers, lifespanYears),
  };
}

test('a shop of three, by hand', () => {
  const { facts, figures } = overview(
    ledger([
      { customer: 'a', order: '1', date: '2023-01-01', amount: 100 },
      { customer: 'a', order: '2', date: '2024-06-01', amount: 60 },
      { customer: 'a', order: '3', date: '2024-06-11', amount: 40 },
      { customer: 'b', order: '4', date: '2024-12-31', amount: 50 },
      { customer: 'b', order: '4', date: '2024-12-31', amount: -10 },
      { customer: 'c', date: '2024-12-30', amount: -40 },
    ]),
    2,
  );
  expect(facts).toMatchObject({ customers: 3, buyers: 2, orders: 4, netRevenue: 200 });
  expect(isoDate(facts.lastDate)).toBe('2024-12-31');
  expect(figures).toEqual({
    averageOrderValue: 50,
    ordersPerCustomer: 2,
    repeatRate: 0.5,
    oneTimeBuyers: 0.5,
    oneTimeBuyerCount: 1,
    top20Share: 1,
    historicClv: 200 / 3,
    ordersPerYear: 1.5,
    yearComplete: true,
    simpleClv: 150,
    meanDaysActive: 527,
  });
});

test('without rows there is nothing to divide, and nothing is invented', () => {
  const { facts, figures } = overview(simpleLedger([]));
  expect(facts).toMatchObject({ customers: 0, buyers: 0, orders: 0, netRevenue: 0 });
  expect(facts.firstOrder).toBe(NO_DAY);
  expect(figures.averageOrderValue).toBeNaN();
  expect(figures.top20Share).toBeNaN();
  expect(figures.simpleClv).toBeNull();
});

test('the order of the rows changes no figure, and shares add up', () => {
  fc.assert(
    fc.property(anyLedgerShuffled, ({ transactions, shuffled }) => {
      const one = overview(transactions, 3);
      expect(overview(shuffled, 3)).toEqual(one);
      if (one.facts.buyers > 0)
        expect(one.figures.repeatRate + one.figures.oneTimeBuyers).toBeCloseTo(1, 12);
    }),
  );
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('the figures computed apart from this code', () => {
    const { facts, figures } = overview(cdnow());
    expect(facts).toMatchObject({ customers: 2357, orders: 6696, netRevenue: 244091.94 });
    expect(isoDate(facts.firstOrder)).toBe('1997-01-01');
    expect(isoDate(facts.lastOrder)).toBe('1998-06-30');
    expect(figures.averageOrderValue).toBeCloseTo(36.453396057347675, 12);
    expect(figures.ordersPerCustomer).toBeCloseTo(2.840899448451421, 12);
    expect(figures.oneTimeBuyers).toBeCloseTo(0.5167585914297836, 12);
    expect(figures.top20Share).toBeCloseTo(0.67455, 6);
    expect(figures.historicClv).toBeCloseTo(103.56043275350021, 12);
    expect(figures.ordersPerYear).toBeCloseTo(2607 / 812, 12);
  });
});

test.skipIf(groceriesAbsent)('a year of groceries: the figures given with the data', () => {
  const { facts, figures } = overview(groceries());
  expect(facts).toMatchObject({ customers: 2377, orders: 47_243, netRevenue: 233_935.24 });
  expect([isoDate(facts.firstOrder), isoDate(facts.lastOrder)]).toEqual([
    '2017-01-01',
    '2018-01-01',
  ]);
  expect(figures.oneTimeBuyers).toBeCloseTo(0.045, 4);
  expect(figures.top20Share).toBeCloseTo(0.540922, 6);
});
