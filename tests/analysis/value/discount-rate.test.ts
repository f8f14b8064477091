import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodDiscount } from '../../../src/analysis/value/discount-rate';

test('12 months, or 365.25 days, of the period rate compound to the yearly one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (yearly) => {
      const monthly = periodDiscount(yearly, 'month') as number;
      const daily = periodDiscount(yearly, 'day') as number;
      expect((1 + monthly) ** 12).toBeCloseTo(1 + yearly, 10);
      expect((1 + daily) ** 365.25).toBeCloseTo(1 + yearly, 9);
    }),
  );
});

test('10% a year is 0.797% a month, and exactly 10% a year', () => {
  expect(periodDiscount(0.1, 'month')).toBeCloseTo(0.007974140428903764, 15);
  expect(periodDiscount(0.1, 'week')).toBeCloseTo(0.0018282846336430403, 15);
  expect(periodDiscount(0.1, 'year')).toBe(0.1);
  expect(periodDiscount(0, 'day')).toBe(0);
  expect(periodDiscount(-0.1, 'day')).toMatchObject({ code: 'TOO_SMALL', input: 'yearly' });
});
