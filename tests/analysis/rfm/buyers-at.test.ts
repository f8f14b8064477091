import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { buyersAt, buyersNow } from '../../../src/analysis/rfm/buyers-at';
import { anyLedger } from '../ledger';

test('the buyers of an earlier day are those that the orders up to that day give', () => {
  fc.assert(
    fc.property(
      anyLedger,
      fc.integer({ min: 19_990, max: 20_540 }),
      fc.integer({ min: 0, max: 300 }),
      (transactions, day, later) => {
        const found = buyersAt(
          transactions,
          collectOrders(transactions, { observationEnd: day + later }),
          day,
        );
        const anew = summariseCustomers(collectOrders(transactions, { observationEnd: day }));
        const of = (column: ArrayLike<number>) => Array.from(anew.buyers, (i) => column[i]);
        expect(Array.from(found.customer)).toEqual(of(anew.customer));
        expect(Array.from(found.lastDay)).toEqual(of(anew.lastDay));
        expect(Array.from(found.orders)).toEqual(of(anew.orders));
        expect(Array.from(found.minorNet)).toEqual(of(anew.minorNet));
        expect(Array.from(found.net)).toEqual(of(anew.net));
      },
    ),
  );
});

test('without order ids that holds also where orders of nothing are left out', () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 19_990, max: 20_540 }), (rows, day) => {
      const transactions = { ...rows, order: null };
      const found = buyersAt(
        transactions,
        collectOrders(transactions, { leaveOutZero: true }),
        day,
      );
      const anew = summariseCustomers(
        collectOrders(transactions, { observationEnd: day, leaveOutZero: true }),
      );
      expect(Array.from(found.orders)).toEqual(Array.from(anew.buyers, (i) => anew.orders[i]));
      expect(Array.from(found.net)).toEqual(Array.from(anew.buyers, (i) => anew.net[i]));
    }),
  );
});

test('at the end of the orders they are the buyers of the customer table', () => {
  fc.assert(
    fc.property(anyLedger, (transactions) => {
      const orders = collectOrders(transactions);
      expect(buyersNow(summariseCustomers(orders))).toEqual(
        buyersAt(transactions, orders, orders.observationEnd),
      );
    }),
  );
});
