import { expect, test } from 'vitest';
import { spendCents, spendRate } from '../../../src/analysis/simulate/gamma-gamma-spend';
import { Random } from '../../../src/analysis/simulate/random';

test('the mean of a first amount is p v / (q - 1)', () => {
  const truth = { p: 6, q: 5, v: 16 };
  const random = new Random(8);
  let cents = 0;
  const n = 60_000;
  for (let i = 0; i < n; i++) cents += spendCents(random, truth, spendRate(random, truth));
  // Variance of an amount: E[z^2] - E[z]^2 with E[z^2] = p (p + 1) v^2 / ((q - 1)(q - 2)).
  const mean = (6 * 16) / 4;
  const error = Math.sqrt(((6 * 7 * 16 ** 2) / (4 * 3) - mean ** 2) / n);
  expect(Math.abs(cents / 100 / n - mean)).toBeLessThan(5 * error);
});
