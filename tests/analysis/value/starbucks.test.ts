import { expect, test } from 'vitest';
import { starbucks } from '../../../src/analysis/value/starbucks';

const figures = starbucks();
const cents = (amount: number) => Math.round(amount * 100) / 100;

test('the published figures: 25,272 and 5,489.27 and 11,534.86, their mean 14,098.71', () => {
  expect(cents(figures.weeklyValue)).toBe(24.3);
  expect(cents(figures.weeklyValueFromMeans)).toBe(24.78);
  expect(cents(figures.simple)).toBe(25_272);
  expect(cents(figures.custom)).toBe(5_489.27);
  expect(cents(figures.lifetimeMargin)).toBe(5_382.94);
  expect(cents(figures.traditional)).toBe(11_534.86);
  expect(cents(figures.published)).toBe(14_098.71);
});

test('what they should have been: 576.74, 845.89 paid now, 1,704.60 at 95%', () => {
  const { corrected } = figures;
  expect(cents(corrected.yearlyMargin)).toBe(269.15);
  expect(cents(corrected.afterOneYear)).toBe(576.74);
  expect(cents(corrected.paidNow)).toBe(845.89);
  expect(cents(corrected.atLifespanRetention)).toBe(1_704.6);
  expect(corrected.lifespanAtRetention).toBe(4);
  expect(corrected.retentionAtLifespan).toBe(0.95);
});
