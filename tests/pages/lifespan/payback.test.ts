import { expect, test } from 'vitest';
import { payback } from '../../../src/pages/lifespan/calculators/acquisition/payback';
import { initialValues } from '../../../src/pages/lifespan/laboratory/sheets';

const parts = initialValues('acquisition');

test('60,000 + 30,000 + 10,000 for 1,000 customers is 100 each; worth 150, it pays', () => {
  const found = payback(parts);
  expect(found).toMatchObject({ cac: 100, clv: 150, ratio: 1.5, net: 50, pays: true });
  expect(found.highestCac).toBe(150);
  // 15 (1 - 0.9^n) / 0.1 reaches 100 when 0.9^n <= 1/3: n = 10.43, so in month 11.
  expect(found.month).toBe(Math.ceil(Math.log(1 / 3) / Math.log(0.9)));
});

test('100 for a customer worth 99 is never paid back', () => {
  const found = payback({ ...parts, monthlyMargin: 9.9 });
  expect(found.clv).toBeCloseTo(99, 12);
  expect(found).toMatchObject({ pays: false, month: null });
});

test('at its limits: nobody won, nobody leaving, nothing spent', () => {
  expect(payback({ ...parts, newCustomers: 0 })).toMatchObject({ cac: Infinity, month: null });
  expect(payback({ ...parts, monthlyChurn: 0 })).toMatchObject({ clv: Infinity, month: 7 });
  expect(payback({ ...parts, marketing: 0, sales: 0, overheads: 0 }).month).toBe(0);
  expect(payback({ ...parts, monthlyChurn: 100 }).cumulative[240]).toBe(15);
});
