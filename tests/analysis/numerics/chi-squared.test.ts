import { expect, test } from 'vitest';
import { chiSquaredTail } from '../../../src/analysis/numerics/chi-squared';

test('the 5% points of the tables', () => {
  const points = [3.841459, 5.991465, 7.814728, 9.487729, 11.070498];
  points.forEach((point, k) => expect(chiSquaredTail(point, k + 1)).toBeCloseTo(0.05, 7));
});

test('two degrees are exponential: e^(-x/2)', () => {
  for (const x of [0.1, 1, 5, 40, 300]) {
    expect(Math.abs(chiSquaredTail(x, 2) / Math.exp(-x / 2) - 1)).toBeLessThan(1e-12);
  }
});

test('two standard errors leave 4.55% outside', () => {
  expect(chiSquaredTail(4, 1)).toBeCloseTo(0.0455002639, 10);
});

test('nothing exceeds nothing, nothing exceeds infinity', () => {
  expect(chiSquaredTail(0, 3)).toBe(1);
  expect(chiSquaredTail(Infinity, 3)).toBe(0);
});
