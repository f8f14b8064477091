import { describe, expect, test } from 'vitest';
import {
  lifespan,
  lifespanGain,
  lifespanReach,
  stepwiseLifespans,
} from '../../../src/analysis/value/lifespan';

describe('lifespan = 1 / churn', () => {
  test('exact at its limits', () => {
    expect(lifespan(0.05)).toBe(20);
    expect(lifespan(1)).toBe(1);
    expect(lifespan(0)).toBe(Infinity);
    expect(lifespan(-0.1)).toMatchObject({ code: 'TOO_SMALL', input: 'churn' });
  });

  test('halving churn from 90% to 45% adds 1.11 years, from 10% to 5% exactly ten', () => {
    expect(lifespanGain(0.9, 0.45)).toBeCloseTo(1 / 0.9, 14);
    expect(lifespanGain(0.1, 0.05)).toBe(10);
    expect(lifespanGain(0.1, 0.1)).toBe(0);
    expect(lifespanGain(0, 0)).toBe(0);
    expect(lifespanGain(0.1, 0)).toBe(Infinity);
    expect(lifespanGain(0.1, 2)).toMatchObject({ code: 'TOO_LARGE', input: 'after' });
  });
});

test('6.5% after one month and 4.5% after two: churn is not constant', () => {
  const [first, second] = stepwiseLifespans([1, 0.065, 0.045]);
  expect(first.lifespan).toBeCloseTo(1.07, 2);
  expect(second.lifespan).toBeCloseTo(3.25, 12);
});

test('nobody can know a lifespan of 20 years after 10', () => {
  expect(lifespanReach(20, 10)).toEqual({ beyondData: true, ratio: 2 });
  expect(lifespanReach(4, 10)).toEqual({ beyondData: false, ratio: 0.4 });
  expect(lifespanReach(Infinity, 10)).toMatchObject({ beyondData: true });
  expect(lifespanReach(1, -1)).toMatchObject({ code: 'TOO_SMALL', input: 'observedYears' });
});
