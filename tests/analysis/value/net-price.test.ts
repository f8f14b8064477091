import { expect, test } from 'vitest';
import { netPrice } from '../../../src/analysis/value/net-price';

const inputs = { listPrice: 100, discount: 0.2, commission: 0.1, fee: 0.029, fixedFee: 0.3 };

test('100 at 20% off, 10% commission, 2.9% + 0.30: 80 - 8 - 2.32 - 0.30 is left', () => {
  expect(netPrice(inputs)).toEqual({
    discount: 20,
    commission: 8,
    fee: expect.closeTo(2.32, 12) as number,
    fixedFee: 0.3,
    net: expect.closeTo(69.38, 12) as number,
  });
});

test('a fixed fee can cost more than a small price brings', () => {
  expect(netPrice({ ...inputs, listPrice: 0.2 })).toMatchObject({
    net: expect.closeTo(0.2 * 0.8 * 0.871 - 0.3, 12) as number,
  });
});

test('at a discount of 100% only the fixed fee remains to pay', () => {
  expect(netPrice({ ...inputs, discount: 1 })).toMatchObject({ net: -0.3 });
});

test('a negative discount is a price rise, and refused', () => {
  expect(netPrice({ ...inputs, discount: -0.1 })).toMatchObject({
    code: 'TOO_SMALL',
    input: 'discount',
  });
});
