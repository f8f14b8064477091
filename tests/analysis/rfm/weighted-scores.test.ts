import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreByRank } from '../../../src/analysis/rfm/scores';
import { scoreByWeightedRank } from '../../../src/analysis/rfm/weighted-scores';

const rows = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 9 }), weight: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 40 },
);

test('a row of several customers is scored as if each had a row', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(3, 4, 5),
      fc.constantFrom('larger', 'smaller'),
      (all, k, better) => {
        const value = Float64Array.from(all, (row) => row.value);
        const weight = Float64Array.from(all, (row) => row.weight);
        const each = Float64Array.from(
          all.flatMap((row) => Array<number>(row.weight).fill(row.value)),
        );
        const scored = scoreByWeightedRank(value, weight, k, better);
        const expected = scoreByRank(each, k, better);
        expect(all.flatMap((row, i) => Array<number>(row.weight).fill(scored.score[i]))).toEqual([
          ...expected.score,
        ]);
        expect(scored.bins).toEqual(expected.bins);
      },
    ),
  );
});
