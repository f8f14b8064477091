import { expect, test } from 'vitest';
import { netPrice } from '../../../src/pages/lifespan/calculators/net/net-price';
import { initialValues } from '../../../src/pages/lifespan/laboratory/sheets';

test('100 at 20% off, 10% commission, 2.9% + 0.30: 80 - 8 - 2.32 - 0.30 is left', () => {
  expect(netPrice(initialValues('net'))).toEqual({
    discount: 20,
    commission: 8,
    fee: expect.closeTo(2.32, 12) as number,
    fixedFee: 0.3,
    net: expect.closeTo(69.38, 12) as number,
  });
});

test('a fixed fee can cost more than a small price brings', () => {
  expect(netPrice({ ...initialValues('net'), listPrice: 0.2, fixedFee: 0.3 }).net).toBeLessThan(0);
});

test('at a discount of 100% only the fixed fee remains to pay', () => {
  expect(netPrice({ ...initialValues('net'), discount: 100 }).net).toBe(-0.3);
});
