import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderGaps } from '../../../src/analysis/churn/gaps';
import { inactivity } from '../../../src/analysis/churn/inactivity';
import { openSilences } from '../../../src/analysis/churn/silences';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { silentAt } from '../../../src/pages/retention/silent-at';
import { anyLedger } from '../../analysis/ledger';

test('who is lost while the slider moves is who the worker says at that threshold', () => {
  fc.assert(
    fc.property(anyLedger, fc.double({ min: 0, max: 300, noNaN: true }), (rows, threshold) => {
      const orders = collectOrders(rows);
      const customers = summariseCustomers(orders);
      if (customers.buyers.length === 0) return;
      const gaps = orderGaps(orders, 'occasions');
      const told = inactivity(customers, gaps, threshold);
      const shown = silentAt(threshold, { silences: openSilences(customers), gaps });
      expect(shown.churned).toBe(told.churned);
      expect(shown.active).toBe(told.active);
      expect(shown.returns).toBe(told.returns);
      expect(shown.falseChurn).toBe(told.falseChurn);
      expect(shown.churnedValue).toBeCloseTo(told.churnedValue, 6);
    }),
  );
});
