import { describe, expect, test } from 'vitest';
import {
  acquisitionCost,
  netOfAcquisition,
  paybackMonth,
} from '../../../src/analysis/value/net-of-acquisition';

test('the cost of acquisition holds marketing, sales and overheads', () => {
  const costs = { marketing: 5000, sales: 3000, overheads: 2000, newCustomers: 100 };
  expect(acquisitionCost(costs)).toBe(100);
  expect(acquisitionCost({ ...costs, newCustomers: 0 })).toBe(Infinity);
  expect(acquisitionCost({ marketing: 0, sales: 0, overheads: 0, newCustomers: 0 })).toBe(0);
  expect(acquisitionCost({ ...costs, sales: -1 })).toMatchObject({ input: 'sales' });
});

test('$100 for a customer worth $150 pays, $100 for $99 does not', () => {
  expect(netOfAcquisition(150, 100)).toEqual({ net: 50, ratio: 1.5, highestCac: 150, pays: true });
  expect(netOfAcquisition(99, 100)).toMatchObject({ net: -1, pays: false });
  expect(netOfAcquisition(-5, 1)).toMatchObject({ highestCac: 0, pays: false });
  expect(netOfAcquisition(50, 0)).toMatchObject({ ratio: Infinity });
});

describe('payback', () => {
  test('is the first month whose cumulative margin reaches the cost', () => {
    expect(paybackMonth([0, 30, 60, 90, 120], 90)).toBe(3);
    expect(paybackMonth([0, 30, 60, 90, 120], 90.01)).toBe(4);
    expect(paybackMonth([0, 30], 0)).toBe(0);
    expect(paybackMonth([0, 30], 31)).toBeNull();
    expect(paybackMonth([0], -1)).toMatchObject({ code: 'TOO_SMALL', input: 'cac' });
  });
});
