import { expect, test } from 'vitest';
import { churnClv } from '../../../src/analysis/value/churn-clv';

test('revenue x margin / churn, exact at its limits', () => {
  expect(churnClv({ revenuePerPeriod: 100, margin: 0.5, churn: 0.1 })).toBe(500);
  expect(churnClv({ revenuePerPeriod: 100, margin: 0.5, churn: 1 })).toBe(50);
  expect(churnClv({ revenuePerPeriod: 100, margin: 0.5, churn: 0 })).toBe(Infinity);
  expect(churnClv({ revenuePerPeriod: 0, margin: 0.5, churn: 0 })).toBe(0);
  expect(churnClv({ revenuePerPeriod: 100, margin: 0.5, churn: 1.1 })).toMatchObject({
    code: 'TOO_LARGE',
    input: 'churn',
  });
});
