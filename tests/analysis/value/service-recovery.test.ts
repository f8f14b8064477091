import { expect, test } from 'vitest';
import { serviceRecovery } from '../../../src/analysis/value/service-recovery';

const inputs = { cost: 20, clv: 400, stayIfNothing: 0.5, stayIfPleased: 0.75 };

test('pleasing a customer worth 400 for 20 pays from a gain of five points of retention', () => {
  expect(serviceRecovery(inputs)).toEqual({
    net: 80,
    budget: 100,
    breakEvenGain: 0.05,
    canPay: true,
  });
  // Spending exactly the budget breaks even.
  expect(serviceRecovery({ ...inputs, cost: 100 })).toMatchObject({ net: 0 });
});

test('no effort pays when the gain it needs is more than is left', () => {
  expect(serviceRecovery({ ...inputs, stayIfNothing: 0.96 })).toMatchObject({
    canPay: false,
    budget: 0,
  });
  expect(serviceRecovery({ ...inputs, clv: 0 })).toMatchObject({ breakEvenGain: Infinity });
  expect(serviceRecovery({ ...inputs, stayIfPleased: 2 })).toMatchObject({ code: 'TOO_LARGE' });
});
