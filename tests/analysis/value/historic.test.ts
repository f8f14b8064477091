import { expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { historicValue } from '../../../src/analysis/value/historic';
import { simpleLedger } from '../ledger';

test('historic value is all that customers brought, refunds off, times the margin', () => {
  const customers = summariseCustomers(
    collectOrders(
      simpleLedger([
        ['a', '2025-01-01', 0.1],
        ['a', '2025-01-02', 0.2],
        ['b', '2025-01-01', 100],
        ['b', '2025-01-03', -40.3],
      ]),
    ),
  );
  expect(historicValue(customers)).toEqual({ total: 60, perCustomer: 30 });
  expect(historicValue(customers, 0.25)).toEqual({ total: 15, perCustomer: 7.5 });
  expect(historicValue(customers, 1.5)).toMatchObject({ code: 'TOO_LARGE', input: 'margin' });
});
