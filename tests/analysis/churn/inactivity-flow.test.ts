import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodStart } from '../../../src/analysis/calendar';
import { inactivityFlow } from '../../../src/analysis/churn/inactivity-flow';
import { collectOrders } from '../../../src/analysis/orders';
import { anyLedger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

test('revenue at stake is what the active ordered in the 365 days before, whatever the shop', () => {
  const period = fc.constantFrom('week', 'month', 'quarter' as const);
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 1, max: 400 }), period, (rows, threshold, of) => {
      const orders = collectOrders(rows);
      const flow = inactivityFlow(orders, threshold, of);
      if (flow === null) return;
      const customers = Array.from({ length: orders.customerCount }, (_, c) => c);
      const yearOf = (c: number, evening: number) => {
        const days = orders.day.subarray(orders.offset[c], orders.offset[c + 1]);
        const past = days.filter((day) => day <= evening);
        if (past.length === 0 || evening - past[past.length - 1] > threshold) return null;
        let minor = 0;
        days.forEach((day, i) => {
          if (day <= evening && day > evening - 365) minor += orders.minorNet[orders.offset[c] + i];
        });
        return minor;
      };
      for (let i = 0; i < flow.periods; i++) {
        const eve = periodStart(flow.first + i, of) - 1;
        const last = periodStart(flow.first + i + 1, of) - 1;
        let atStart = 0;
        let lost = 0;
        for (const c of customers) {
          const year = yearOf(c, eve);
          atStart += year ?? 0;
          if (yearOf(c, last) === null) lost += year ?? 0;
        }
        expect(flow.revenueAtStart[i]).toBe(atStart / 100);
        expect(flow.revenueLost[i]).toBe(lost / 100);
      }
    }),
    { numRuns: 200 },
  );
});

describe.skipIf(cdnowAbsent)('CDNOW at 196 days', () => {
  test('eighteen months, computed apart from this code', () => {
    const flow = inactivityFlow(collectOrders(cdnow()), 196, 'month')!;
    expect(Array.from(flow.activeAtStart)).toEqual([
      0, 781, 1638, 2357, 2357, 2357, 2357, 2137, 1546, 920, 708, 685, 679, 624, 611, 612, 606, 574,
    ]);
    expect(Array.from(flow.lost)).toEqual([
      0, 0, 0, 0, 0, 0, 220, 595, 646, 244, 67, 53, 91, 57, 58, 42, 59, 70,
    ]);
    expect(Array.from(flow.returned)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 4, 20, 32, 44, 47, 36, 44, 59, 36, 27, 34,
    ]);
    expect(Array.from(flow.joined)).toEqual([781, 857, 719, ...new Array<number>(15).fill(0)]);
    expect([flow.revenueAtStart[7], flow.revenueLost[7]]).toEqual([149432.17, 20490.33]);
    expect([flow.revenueAtStart[17], flow.revenueLost[17]]).toEqual([86244.65, 5181.64]);
  });
});
