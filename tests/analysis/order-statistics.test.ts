import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countBelow,
  countUpTo,
  quantile,
  quantileOfCounts,
} from '../../src/analysis/order-statistics';

const shares = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

test('quantiles of 1, 2, 3, 4 by linear interpolation, as in R and NumPy', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([
    1,
    1.75,
    2.5,
    expect.closeTo(3.7, 12),
    4,
  ]);
  expect(quantile([], 0.5)).toBeNaN();
  expect(quantileOfCounts([0, 0], 0.5)).toBeNaN();
});

test('counts have the quantiles of the values they count', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 80 }), shares, (values, share) => {
      const counts = new Uint32Array(31);
      for (const value of values) counts[value]++;
      const sorted = values.slice().sort((a, b) => a - b);
      expect(quantileOfCounts(counts, share)).toBeCloseTo(quantile(sorted, share), 12);
    }),
  );
});

test('countBelow and countUpTo count', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (values, value) => {
      const sorted = values.slice().sort((a, b) => a - b);
      expect(countBelow(sorted, value)).toBe(values.filter((other) => other < value).length);
      expect(countUpTo(sorted, value)).toBe(values.filter((other) => other <= value).length);
    }),
  );
});
