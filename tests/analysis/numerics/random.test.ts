import { describe, expect, test } from 'vitest';
import { random, type Random } from '../../../src/analysis/numerics/random';

/** Mean and variance of many draws must lie within five standard errors of the truth. */
function expectMoments(draw: (source: Random) => number, mean: number, variance: number): void {
  const source = random(42);
  const n = 100_000;
  const values = Array.from({ length: n }, () => draw(source));
  const average = values.reduce((sum, v) => sum + v, 0) / n;
  expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(variance / n));
  const squares = values.map((v) => (v - mean) ** 2);
  const spread = squares.reduce((sum, v) => sum + v, 0) / n;
  const fourth = squares.reduce((sum, v) => sum + (v - variance) ** 2, 0) / n;
  expect(Math.abs(spread - variance)).toBeLessThan(5 * Math.sqrt(fourth / n));
}

describe('random numbers', () => {
  test('a seed repeats them, another does not', () => {
    const ten = (seed: number): number[] => {
      const source = random(seed);
      return Array.from({ length: 10 }, () => source.uniform());
    };
    expect(ten(7)).toEqual(ten(7));
    expect(ten(7)).not.toEqual(ten(8));
    for (const u of ten(9)) {
      expect(u).toBeGreaterThanOrEqual(0);
      expect(u).toBeLessThan(1);
    }
  });

  test('have the mean and variance of their distributions', () => {
    expectMoments((source) => source.uniform(), 1 / 2, 1 / 12);
    expectMoments((source) => source.normal(), 0, 1);
    expectMoments((source) => source.exponential(), 1, 1);
    expectMoments((source) => source.gamma(0.24), 0.24, 0.24);
    expectMoments((source) => source.gamma(7.5), 7.5, 7.5);
    const [a, b] = [0.8, 2.4];
    const variance = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expectMoments((source) => source.beta(a, b), a / (a + b), variance);
  });
});
