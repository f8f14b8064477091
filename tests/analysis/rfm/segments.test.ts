import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import { pymcMarketingMap } from '../../../src/analysis/rfm/pymc-marketing-map';
import { putlerMap } from '../../../src/analysis/rfm/putler-map';
import { rfMap } from '../../../src/analysis/rfm/rf-map';
import { rfmScores, type RfmScores } from '../../../src/analysis/rfm/scores';
import { assignSegments, rfCells, segmentTable } from '../../../src/analysis/rfm/segments';
import { anyLedger, simpleLedger } from '../ledger';
import { cdnow, cdnowAbsent } from '../published-data';

test('segments share out all buyers, orders and revenue, whichever the map', () => {
  fc.assert(
    fc.property(anyLedger, fc.constantFrom(rfMap, putlerMap, pymcMarketingMap), (rows, map) => {
      const customers = summariseCustomers(collectOrders(rows));
      const scores = rfmScores(customers, { bins: map.bins }) as RfmScores;
      const segmented = assignSegments(customers, scores, map);
      if ('code' in segmented) throw new Error(segmented.code);
      const table = segmentTable(customers, segmented);
      const sum = (list: Iterable<number>) => [...list].reduce((a, b) => a + b, 0);
      const of = (column: ArrayLike<number>) => sum(Array.from(customers.buyers, (i) => column[i]));
      expect(sum(table.map((row) => row.customers))).toBe(customers.buyers.length);
      expect(sum(table.map((row) => row.orders))).toBe(of(customers.orders));
      expect(sum(table.map((row) => row.revenue))).toBeCloseTo(of(customers.net), 6);
      const grid = rfCells(customers, scores);
      expect(sum(grid.customers)).toBe(customers.buyers.length);
      expect(sum(grid.revenue)).toBeCloseTo(of(customers.net), 6);
    }),
  );
});

test('a map drawn for other bins is refused', () => {
  const customers = summariseCustomers(collectOrders(simpleLedger([])));
  const scores = rfmScores(customers, { bins: 4 }) as RfmScores;
  expect(assignSegments(customers, scores, rfMap)).toEqual({ code: 'MAP_NEEDS_BINS', bins: 5 });
});

describe.skipIf(cdnowAbsent)('CDNOW', () => {
  test('the default map, computed apart from this code', () => {
    const customers = summariseCustomers(collectOrders(cdnow()));
    const segmented = assignSegments(customers, rfmScores(customers) as RfmScores, rfMap);
    if ('code' in segmented) throw new Error(segmented.code);
    const rows = segmentTable(customers, segmented);
    expect(rows.map((row) => [row.name, row.customers, row.orders, row.revenue])).toEqual([
      ['champions', 413, 3191, 119427.02],
      ['loyal', 310, 1431, 57981.69],
      ['potential loyalist', 250, 500, 16848.5],
      ['new', 0, 0, 0],
      ['promising', 0, 0, 0],
      ['need attention', 82, 164, 4994.99],
      ['about to sleep', 349, 349, 9776.61],
      ['at risk', 81, 176, 6246.52],
      ["can't lose", 3, 16, 1331.73],
      ['hibernating', 869, 869, 27484.88],
    ]);
    expect(rows[0].share).toBeCloseTo(413 / 2357, 15);
    expect(rows[3].averageOrderValue).toBeNaN();
  });
});
