import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summariseCustomers } from '../../../src/analysis/customers';
import { collectOrders } from '../../../src/analysis/orders';
import {
  type Migration,
  segmentMigration,
  segmentsBefore,
} from '../../../src/analysis/rfm/migration';
import { rfMap } from '../../../src/analysis/rfm/rf-map';
import { pymcMarketingMap } from '../../../src/analysis/rfm/pymc-marketing-map';
import { rfmScores, type RfmScores } from '../../../src/analysis/rfm/scores';
import { assignSegments, type Segmented } from '../../../src/analysis/rfm/segments';
import type { Transactions } from '../../../src/analysis/transactions';
import { anyLedger } from '../ledger';

function segmentsAt(transactions: Transactions, observationEnd: number, map = rfMap): Segmented {
  const customers = summariseCustomers(collectOrders(transactions, { observationEnd }));
  return assignSegments(customers, rfmScores(customers) as RfmScores, map) as Segmented;
}

function migrationOf(then: Segmented, now: Segmented, among?: Uint8Array): Migration {
  const before = segmentsBefore(then, now);
  if ('code' in before) throw new Error(before.code);
  return segmentMigration(before, now, among);
}

test('rows add up to the segments then, columns and arrivals to those now', () => {
  const end = 20_540;
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 20_000, max: end }), (transactions, split) => {
      const then = segmentsAt(transactions, split);
      const now = segmentsAt(transactions, end);
      const migration = migrationOf(then, now);
      const k = migration.names.length;
      const size = (of: Segmented, segment: number) =>
        of.segment.filter((value) => value === segment).length;
      for (let segment = 0; segment < k; segment++) {
        let row = 0;
        let column = migration.arrived[segment];
        for (let other = 0; other < k; other++) {
          row += migration.moved[segment * k + other];
          column += migration.moved[other * k + segment];
        }
        expect(row).toBe(size(then, segment));
        expect(column).toBe(size(now, segment));
      }
    }),
  );
});

test('on one and the same date nobody moves', () => {
  fc.assert(
    fc.property(anyLedger, (transactions) => {
      const now = segmentsAt(transactions, 20_540);
      const migration = migrationOf(now, now);
      migration.moved.forEach((count, cell) => {
        if (cell % (migration.names.length + 1) !== 0) expect(count).toBe(0);
      });
      expect(migration.arrived.every((count) => count === 0)).toBe(true);
    }),
  );
});

test('two different maps cannot be compared', () => {
  const rows = fc.sample(anyLedger, { numRuns: 1, seed: 4 })[0];
  const quartiles = { ...segmentsAt(rows, 20_540), names: pymcMarketingMap.names };
  expect(segmentsBefore(quartiles, segmentsAt(rows, 20_540))).toEqual({
    code: 'MAPS_DIFFER',
  });
});

test('the moves of two groups that share out everyone add up to the moves of all', () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 20_000, max: 20_540 }), (transactions, split) => {
      const then = segmentsAt(transactions, split);
      const now = segmentsAt(transactions, 20_540);
      const some = now.customer.length;
      const odd = Uint8Array.from({ length: some }, (_, i) => i % 2);
      const even = odd.map((one) => 1 - one);
      const [all, a, b] = [undefined, odd, even].map((among) => migrationOf(then, now, among));
      all.moved.forEach((count, cell) => expect(a.moved[cell] + b.moved[cell]).toBe(count));
      all.arrived.forEach((count, cell) => expect(a.arrived[cell] + b.arrived[cell]).toBe(count));
    }),
  );
});
