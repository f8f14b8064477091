import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRate, compoundChurn, wilson } from '../../../src/analysis/churn/churn-rate';
import type { Flow } from '../../../src/analysis/churn/flow';
import { periodStart } from '../../../src/analysis/calendar';

const FLOW: Flow = {
  period: 'month',
  first: 600,
  periods: 3,
  activeAtStart: Uint32Array.of(0, 100, 300),
  lost: Uint32Array.of(0, 10, 10),
  returned: new Uint32Array(3),
  joined: new Uint32Array(3),
  churn: Float64Array.of(NaN, 0.1, 1 / 30),
};

describe('churn per period', () => {
  test('whole periods together: lost / at risk, not the mean of the rates', () => {
    expect(churnRate(FLOW, 0)).toMatchObject({ rate: 0.05, lost: 20, atRisk: 400, periods: 3 });
    expect(churnRate(FLOW, periodStart(601, 'month') + 1)).toMatchObject({
      lost: 10,
      atRisk: 300,
      periods: 1,
      from: periodStart(602, 'month'),
      to: periodStart(603, 'month') - 1,
    });
  });

  test('nobody at risk, no rate', () => {
    expect(churnRate(FLOW, periodStart(700, 'month'))).toBeNull();
    expect(churnRate({ ...FLOW, activeAtStart: new Uint32Array(3) }, 0)).toBeNull();
  });
});

test('Wilson interval of 81 in 263 is .255 to .366 [Newcombe 1998, table I]', () => {
  const [low, high] = wilson(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 20)).toEqual([0, expect.closeTo(0.1611, 4)]);
  expect(wilson(1, 29)).toEqual([expect.closeTo(0.0061, 4), expect.closeTo(0.1718, 4)]);
});

test('the interval holds the share and lies within 0 .. 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(10_000), (trials, raw) => {
      const successes = raw % (trials + 1);
      const [low, high] = wilson(successes, trials);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / trials);
      expect(high).toBeGreaterThanOrEqual(successes / trials);
    }),
  );
});

test('a year of 5% churn a month loses 1 - .95^12 of customers', () => {
  expect(compoundChurn(0.05, 12)).toBeCloseTo(0.45963991233736334, 15);
  expect(compoundChurn(0, 12)).toBe(0);
  expect(compoundChurn(1, 12)).toBe(1);
});
