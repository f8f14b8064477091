import { expect, test } from 'vitest';
import { shareDifference } from '../../../src/pages/retention/share-difference';

test.each([
  // Newcombe 1998, table II, method 10.
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i against %i of %i, as published', (a, ofA, b, ofB, low, high) => {
  const { difference, interval } = shareDifference(
    { share: a / ofA, of: ofA },
    { share: b / ofB, of: ofB },
  );
  expect(difference).toBeCloseTo(a / ofA - b / ofB, 12);
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});
