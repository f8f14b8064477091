import { describe, expect, test } from 'vitest';
import { bgNbd } from '../../../src/analysis/models/bg-nbd';
import {
  discountedPurchasesIfAlive,
  meanDiscount,
  purchaseTable,
  scheduleRule,
} from '../../../src/analysis/models/discounted-purchases';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { monthlySchedule, predictedClv } from '../../../src/analysis/models/predicted-clv';
import { PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { random } from '../../../src/analysis/numerics/random';
import { cdnowRounded } from './cdnow';
import { expectWithin } from './closeness';
import { fitted } from './fitted';
import { histories, lastDay, readLog, simulatedFile } from './read-log';
import { onRealFile } from './real-file';
import { predicted, simulated } from './reference';

onRealFile('cdnow_sample.csv', 'CLV of CDNOW in a year of weeks, 1% a month', () => {
  test('customer by customer: $36.28 for the first, $71,509.90 in all', () => {
    const { history, spend } = cdnowRounded();
    const purchases = fitted(bgNbd.fit(history, 'week'));
    const money = fitted(gammaGamma.fit(spend));
    const schedule = { periods: 12, length: 4.345, rate: 0.01 };
    const { clv, total } = predictedClv(
      bgNbd,
      purchases.params,
      money.params,
      history,
      spend,
      schedule,
      1,
    );
    const id = 'clv-cdnow-quickstart-UNIT-BUG';
    predicted(id, 'correct').forEach((value, i) => expectWithin(clv[i], value, 5e-6));
    expectWithin(total, predicted(id, 'totals')[1], 5e-6);
  });
});

describe('predicted CLV', () => {
  test.each(['small', 'medium'] as const)('total of the simulated log %s', (name) => {
    const log = readLog(simulatedFile(`sim_${name}`));
    const { history, spend } = histories(log, lastDay(log));
    const { params } = fitted(bgNbd.fit(history, 'day'));
    const money = fitted(gammaGamma.fit(spend)).params;
    const schedule = { periods: 12, length: 30, rate: 0.01 };
    const { total } = predictedClv(bgNbd, params, money, history, spend, schedule, 1);
    expectWithin(total, simulated[name].clv_total_lifetimes, 1e-7);
    const half = predictedClv(bgNbd, params, money, history, spend, schedule, 0.5);
    expectWithin(half.total, total / 2, 1e-14);
  });

  test('days and weeks give the same value', () => {
    const log = readLog(simulatedFile('sim_small'));
    const inUnit = (unit: 'day' | 'week', days: number): number => {
      const { history, spend } = histories(log, lastDay(log), days);
      const { params } = fitted(bgNbd.fit(history, unit));
      const money = fitted(gammaGamma.fit(spend)).params;
      const terms = { horizonMonths: 24, annualDiscount: 0.1, margin: 0.3 };
      const schedule = monthlySchedule(terms, unit);
      return predictedClv(bgNbd, params, money, history, spend, schedule, terms.margin).total;
    };
    expectWithin(inUnit('week', 7), inUnit('day', 1), 1e-9);
  });

  test('a yearly rate of 10% is paid off by twelve months of it', () => {
    const terms = { horizonMonths: 12, annualDiscount: 0.1, margin: 1 };
    const { rate, length, periods } = monthlySchedule(terms, 'day');
    expect((1 + rate) ** 12).toBeCloseTo(1.1, 14);
    expect(periods * length).toBeCloseTo(365.25, 10);
  });

  test('without discount the periods add up to E[Y(horizon)]', () => {
    const params = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    const schedule = { periods: 24, length: 4.345, rate: 0 };
    expectWithin(
      discountedPurchasesIfAlive(bgNbd, params, schedule, 3, 30),
      bgNbd.expectedPurchasesIfAlive(params, 24 * 4.345, 3, 30),
      1e-12,
    );
  });
});

describe('the table of discounted purchases', { timeout: 60_000 }, () => {
  const source = random(3);
  const x = Float64Array.from({ length: 3000 }, () => Math.floor(source.gamma(0.6) * 5));
  // At most one occasion a day.
  const T = x.map((n) => n + source.uniform() * (730 - n));
  const schedule = { periods: 36, length: 30.4375, rate: 0.008 };

  test.each([
    ['bg-nbd', { r: 0.6, alpha: 60, a: 0.7, b: 3 }],
    ['bg-nbd', { r: 0.05, alpha: 0.9, a: 0.3, b: 0.8 }],
    ['mbg-nbd', { r: 0.9, alpha: 85, a: 1.2, b: 5 }],
    ['pareto-nbd', { r: 1, alpha: 120, s: 0.001, beta: 0.4 }],
    ['nbd', { r: 0.8, alpha: 0.3 }],
  ] as const)('%s agrees with each customer computed alone', (name, params) => {
    const model = PURCHASE_MODELS[name];
    const table = purchaseTable(model, params, scheduleRule(schedule), x, T);
    for (let i = 0; i < 300; i++) {
      const alone = discountedPurchasesIfAlive(model, params, schedule, x[i], T[i]);
      expectWithin(table(x[i], T[i]), alone, 1e-9);
    }
  });
});

test('payments at any time alike are discounted as their mean is', () => {
  const schedule = { periods: 12, length: 4.345, rate: 0.01 };
  const discount = meanDiscount(schedule);
  const steps = 100_000;
  for (const until of [0.1, 4.345, 30, 12 * 4.345]) {
    let sum = 0;
    for (let k = 0; k < steps; k++)
      sum += 1.01 ** -Math.ceil(((k + 0.5) * until) / steps / schedule.length);
    expect(Math.abs(discount(until) - sum / steps)).toBeLessThan(1e-6);
  }
  expect(meanDiscount({ ...schedule, rate: 0 })(17)).toBeCloseTo(1, 12);
});
