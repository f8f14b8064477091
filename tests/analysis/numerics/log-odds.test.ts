import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logistic, softplus } from '../../../src/analysis/numerics/log-odds';

const any = fc.double({ min: -700, max: 700, noNaN: true });

test('softplus and logistic neither over- nor underflow', () => {
  expect(softplus(1000)).toBe(1000);
  expect(softplus(-1000)).toBe(0);
  expect(logistic(-1000)).toBe(0);
  expect(logistic(1000)).toBe(1);
  expect(logistic(-40)).toBeCloseTo(Math.exp(-40), 30);
});

test('a chance and its opposite add up to one', () => {
  fc.assert(
    fc.property(any, (z) => {
      expect(logistic(z) + logistic(-z)).toBeCloseTo(1, 15);
    }),
  );
});

test('softplus(z) - softplus(-z) is z', () => {
  fc.assert(
    fc.property(any, (z) => {
      expect(softplus(z) - softplus(-z)).toBeCloseTo(z, 10);
    }),
  );
});
