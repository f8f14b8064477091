import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customerValue, type Levers } from '../../../src/pages/lifespan/customer-value';
import { initialValues } from '../../../src/pages/lifespan/laboratory/sheets';

const levers = initialValues('levers');

test('20 a month at 50% margin and 5% monthly churn is worth 200: 20 months of 10', () => {
  const one: Levers = {
    ...levers,
    period: 'month',
    churn: 5,
    orderValue: 20,
    ordersPerYear: 12,
    margin: 50,
  };
  expect(customerValue(one, 'undiscounted')).toBeCloseTo(200, 10);
});

test('100 a year, 80% kept, 10% discount, paid now: 100 x 1.1 / 0.3', () => {
  const one: Levers = {
    ...levers,
    period: 'year',
    churn: 20,
    orderValue: 100,
    ordersPerYear: 1,
    margin: 100,
    discount: 10,
  };
  expect(customerValue(one, 'discounted')).toBeCloseTo(110 / 0.3, 10);
  // Three payments: 100 (1 + 0.8/1.1 + (0.8/1.1)^2)
  const q = 0.8 / 1.1;
  expect(customerValue({ ...one, horizon: 36 }, 'horizon')).toBeCloseTo(100 * (1 + q + q * q), 10);
});

/** Hundredths, as a person can type them. */
const typed = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);

const anyLevers = fc.record({
  period: fc.constantFrom('month', 'year'),
  churn: typed(0.5, 100),
  after: fc.constant(5),
  orderValue: typed(0, 1e6),
  ordersPerYear: typed(0, 365),
  margin: typed(0, 100),
  discount: typed(0, 100),
  horizon: fc.integer({ min: 12, max: 1200 }),
  customers: fc.constant(1),
  measure: fc.constant('horizon'),
}) as fc.Arbitrary<Levers>;

test('a horizon and a discount only take away; a longer horizon only adds', () => {
  fc.assert(
    fc.property(anyLevers, (one) => {
      const [within, discounted, plain] = (['horizon', 'discounted', 'undiscounted'] as const).map(
        (measure) => customerValue(one, measure),
      );
      const room = 1 + 1e-12;
      expect(within).toBeLessThanOrEqual(discounted * room);
      expect(discounted).toBeLessThanOrEqual(plain * room);
      expect(
        customerValue({ ...one, horizon: one.horizon + 12 }, 'horizon'),
      ).toBeGreaterThanOrEqual(within / room);
    }),
  );
});

test('without a discount, no horizon is the same as the value from churn', () => {
  fc.assert(
    fc.property(anyLevers, (one) => {
      const plain = customerValue(one, 'undiscounted');
      expect(
        Math.abs(customerValue({ ...one, discount: 0 }, 'discounted') - plain),
      ).toBeLessThanOrEqual(1e-9 * plain);
    }),
  );
});

test('at its limits: nobody leaves, everybody leaves, nothing is earned', () => {
  expect(customerValue({ ...levers, churn: 0 }, 'undiscounted')).toBe(Infinity);
  expect(customerValue({ ...levers, churn: 0, margin: 0 }, 'undiscounted')).toBe(0);
  // Whoever leaves after one period pays once: 50 x 4 x 30%.
  for (const measure of ['horizon', 'discounted', 'undiscounted'] as const)
    expect(customerValue({ ...levers, period: 'year', churn: 100 }, measure)).toBeCloseTo(60, 12);
});
