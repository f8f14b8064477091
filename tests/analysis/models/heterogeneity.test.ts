import { expect, test } from 'vitest';
import {
  betaDensity,
  gammaDensity,
  orderValueDensity,
  purchaseDensities,
  spendDensity,
} from '../../../src/analysis/models/heterogeneity';

/** Integral of f over (0, end] by many middles. */
function area(f: (x: number) => number, end: number, steps = 200_000): number {
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += f((end * (k + 0.5)) / steps);
  return (sum * end) / steps;
}

test('densities hold all customers, and their means are those of the parameters', () => {
  expect(area((x) => gammaDensity(2.5, 8, x), 10)).toBeCloseTo(1, 6);
  expect(area((x) => x * gammaDensity(2.5, 8, x), 10)).toBeCloseTo(2.5 / 8, 6);
  expect(area((x) => betaDensity(1.8, 2.4, x), 1)).toBeCloseTo(1, 5);
  const money = { p: 6, q: 4, v: 15 };
  expect(area((x) => orderValueDensity(money, x), 3000)).toBeCloseTo(1, 4);
  expect(area((x) => x * orderValueDensity(money, x), 3000)).toBeCloseTo(30, 1);
});

test('each model tells what its parameters are about', () => {
  const kinds = (params: Record<string, number>): string[] =>
    purchaseDensities(params).map(({ of }) => of);
  expect(kinds({ r: 1, alpha: 2, a: 1, b: 2 })).toEqual(['rate', 'leaving-chance']);
  expect(kinds({ r: 1, alpha: 2, s: 1, beta: 2 })).toEqual(['rate', 'leaving-rate']);
  expect(kinds({ r: 1, alpha: 2 })).toEqual(['rate']);
  expect(spendDensity({ p: 6, q: 4, v: 15 }).mean).toBeCloseTo(30, 12);
});
