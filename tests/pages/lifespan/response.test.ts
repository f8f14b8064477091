import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customerValue, type Levers } from '../../../src/pages/lifespan/customer-value';
import { initialValues, LEVERS } from '../../../src/pages/lifespan/laboratory/sheets';
import {
  elasticity,
  leverCurve,
  leverStep,
  leverSwings,
  leverTop,
  valueGrid,
} from '../../../src/pages/lifespan/sensitivity/response';

const levers: Levers = initialValues('levers');
const plain: Levers = { ...levers, measure: 'undiscounted' };

test('without discount, value is proportional to what is paid and inverse to churn', () => {
  expect(elasticity('margin', plain)).toBeCloseTo(1, 6);
  expect(elasticity('orderValue', plain)).toBeCloseTo(1, 6);
  expect(elasticity('ordersPerYear', plain)).toBeCloseTo(1, 6);
  expect(elasticity('churn', plain)).toBeCloseTo(-1, 6);
  expect(elasticity('discount', plain)).toBeCloseTo(0, 12);
});

test('discounting softens churn: its elasticity is -c / (c + d)', () => {
  // V = m (1 + d) / (c + d), so d ln V / d ln c = -c / (c + d) = -0.1 / 0.2.
  expect(elasticity('churn', { ...levers, measure: 'discounted' })).toBeCloseTo(-0.5, 6);
});

test('a lever at nothing has no elasticity', () => {
  expect(elasticity('discount', { ...levers, discount: 0 })).toBeNull();
  expect(elasticity('churn', { ...plain, churn: 0 })).toBeNull();
});

test('one point less churn at 10% is worth a ninth more, and cannot go below none', () => {
  expect(leverStep('churn', plain).share).toBeCloseTo(1 / 9, 10);
  expect(leverStep('churn', { ...plain, churn: 0.4 }).to).toBe(0);
});

test('swings are ordered by width and stay within what is possible', () => {
  const swings = leverSwings({ ...plain, margin: 95 }, initialValues('ranges'));
  const widths = swings.map(({ valueLow, valueHigh }) => Math.abs(valueHigh - valueLow));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect(swings.find(({ lever }) => lever === 'margin')?.high).toBe(100);
  // 20% either way of churn: 1/0.8 and 1/1.2 of the value.
  const churn = swings.find(({ lever }) => lever === 'churn')!;
  const now = customerValue({ ...plain, margin: 95 });
  expect(churn.valueLow / now).toBeCloseTo(1 / 0.8, 10);
  expect(churn.valueHigh / now).toBeCloseTo(1 / 1.2, 10);
});

test('every curve passes through the present point', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVERS), (lever) => {
      const top = leverTop(lever, levers);
      expect(top).toBeGreaterThanOrEqual(levers[lever]);
      const points = leverCurve(lever, levers, top);
      const near = points.reduce((best, point) =>
        Math.abs(point.x - levers[lever]) < Math.abs(best.x - levers[lever]) ? point : best,
      );
      const value = customerValue({ ...levers, [lever]: near.x });
      expect(near.y).toBe(value);
    }),
  );
});

test('a horizon of years moves in whole years', () => {
  expect(leverCurve('horizon', levers, 60).map(({ x }) => x)).toEqual([12, 24, 36, 48, 60]);
});

test('the map holds the same values as the formula', () => {
  const grid = valueGrid(levers, 'churn', 'margin', { across: 20, upwards: 60 }, 4, 3);
  expect(grid.across).toEqual([2.5, 7.5, 12.5, 17.5]);
  expect(grid.upwards).toEqual([10, 30, 50]);
  expect(grid.values[1][2]).toBe(customerValue({ ...levers, churn: 12.5, margin: 30 }));
});
