import { expect, it } from 'vitest';
import { heatStep } from '../../src/charts/heat-steps';

it('takes nine equal steps, both ends included', () => {
  expect([0, 0.1, 0.12, 0.5, 0.99, 1].map((value) => heatStep(value, 0, 1))).toEqual([
    0, 0, 1, 4, 8, 8,
  ]);
});

it('stays on the scale for values beyond it', () => {
  expect(heatStep(-3, 0, 1)).toBe(0);
  expect(heatStep(7, 0, 1)).toBe(8);
});

it('shows nothing as little when every value is zero', () => {
  expect(heatStep(0, 0, 0)).toBe(0);
});
