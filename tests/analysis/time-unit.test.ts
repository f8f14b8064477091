import { expect, test } from 'vitest';
import { convertDuration } from '../../src/analysis/time-unit';

test('a year is 365.25 days, twelve months and 52.18 weeks', () => {
  expect(convertDuration(1, 'year', 'day')).toBe(365.25);
  expect(convertDuration(1, 'year', 'month')).toBe(12);
  expect(convertDuration(1, 'year', 'week')).toBeCloseTo(52.17857142857143, 14);
  expect(convertDuration(30.4375, 'day', 'month')).toBe(1);
  expect(convertDuration(7, 'week', 'week')).toBe(7);
});
