import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldPer } from '../../../src/pages/lifespan/churn-period';
import { niceTop } from '../../../src/pages/lifespan/nice-top';
import {
  churnGrid,
  reciprocal,
  reciprocalAxes,
} from '../../../src/pages/lifespan/reciprocal/reciprocal';

test('halving churn from 90% to 45% adds 1.11 years, from 10% to 5% exactly ten', () => {
  expect(reciprocal(90, 45).gain).toBeCloseTo(1.1111, 4);
  expect(reciprocal(10, 5)).toEqual({ before: 10, after: 20, gain: 10 });
});

test('5% a month is 46.0% a year: 20 months, where the yearly figure alone would say 2.18 years', () => {
  expect(toldPer('year', 5)).toBe(45.96);
  expect(reciprocal(5, 5).before).toBe(20);
  expect(reciprocal(toldPer('year', 5), 5).before).toBeCloseTo(2.18, 2);
});

test('nobody leaving is a lifespan without end, everybody leaving one period', () => {
  expect(reciprocal(0, 100)).toEqual({ before: Infinity, after: 1, gain: -Infinity });
});

test('a yearly churn told of a month and back is what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 995 }), (tenths) => {
      expect(toldPer('year', toldPer('month', tenths / 10))).toBeCloseTo(tenths / 10, 1);
    }),
  );
});

test('the axes hold both points', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      (churn, after) => {
        const axes = reciprocalAxes([churn, after]);
        expect(axes.churn).toBeGreaterThanOrEqual(Math.max(churn, after));
        expect(axes.periods).toBeGreaterThan(100 / Math.min(churn, after));
        expect(churnGrid(axes.churn).at(-1)).toBeCloseTo(axes.churn, 4);
      },
    ),
  );
});

test('an axis ends on a round number that holds the value', () => {
  expect([0.7, 1, 1.01, 23, 26, 61, 999].map(niceTop)).toEqual([0.8, 1, 1.5, 25, 30, 80, 1000]);
  expect(niceTop(Infinity)).toBe(1);
});
