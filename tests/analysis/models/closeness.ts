import { expect } from 'vitest';

/** Asserts |actual - expected| <= tolerance · |expected|. */
export function expectWithin(actual: number, expected: number, tolerance: number): void {
  const error = Math.abs(actual - expected);
  expect(error, `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  );
}

/** The same for every named value of `expected`. */
export function expectAllWithin(
  actual: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
  tolerance: number,
): void {
  for (const [name, value] of Object.entries(expected)) {
    expectWithin(actual[name], value, tolerance);
  }
}
