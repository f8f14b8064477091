import { describe, expect, test } from 'vitest';
import { simpleValue } from '../../../src/analysis/value/simple';

describe('order value x orders per year x lifespan x margin', () => {
  test('$20 a month for 2.5 years is $600', () => {
    expect(simpleValue({ orderValue: 20, ordersPerYear: 12, lifespanYears: 2.5, margin: 1 })).toBe(
      600,
    );
  });

  test('a customer who never leaves is worth no end, unless nothing is earned', () => {
    const forever = { orderValue: 20, ordersPerYear: 12, lifespanYears: Infinity, margin: 0.5 };
    expect(simpleValue(forever)).toBe(Infinity);
    expect(simpleValue({ ...forever, orderValue: 0 })).toBe(0);
  });

  test('a negative lifespan is refused', () => {
    expect(
      simpleValue({ orderValue: 1, ordersPerYear: 1, lifespanYears: -1, margin: 1 }),
    ).toMatchObject({ code: 'TOO_SMALL', input: 'lifespanYears' });
  });
});
