import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/analysis/order-statistics';
import { topShare } from '../../src/analysis/value/concentration';
import { weightedRanks } from '../../src/analysis/weighted-ranks';

const rows = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 99 }), weight: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 40 },
);

test('quantiles and shares of rows are those of the customers behind them', () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const each = Float64Array.from(
        all.flatMap((row) => Array<number>(row.weight).fill(row.value)),
      );
      const ranks = weightedRanks(
        Float64Array.from(all, (row) => row.value),
        Float64Array.from(all, (row) => row.weight),
      );
      expect(ranks.n).toBe(each.length);
      expect(ranks.quantile(share)).toBeCloseTo(quantile(each.slice().sort(), share), 9);
      expect(ranks.topShare(0.2)).toBeCloseTo(topShare(each, 0.2), 12);
    }),
  );
});
