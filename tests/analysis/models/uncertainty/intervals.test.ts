import { describe, expect, test } from 'vitest';
import { bgNbd } from '../../../../src/analysis/models/bg-nbd';
import { customerPredictions, predictedTotals } from '../../../../src/analysis/models/forecast';
import { gammaGamma } from '../../../../src/analysis/models/gamma-gamma';
import { monthlySchedule } from '../../../../src/analysis/models/predicted-clv';
import { PURCHASE_MODELS } from '../../../../src/analysis/models/purchase-models';
import { alivePath } from '../../../../src/analysis/models/uncertainty/alive-path';
import { bootstrap } from '../../../../src/analysis/models/uncertainty/bootstrap';
import { clvIntervals } from '../../../../src/analysis/models/uncertainty/clv-intervals';
import { customerForecast } from '../../../../src/analysis/models/uncertainty/customer-forecast';
import { sampleByValue } from '../../../../src/analysis/models/uncertainty/customer-sample';
import {
  drawPairs,
  drawParameters,
} from '../../../../src/analysis/models/uncertainty/parameter-draws';
import { predictionIntervals } from '../../../../src/analysis/models/uncertainty/prediction-intervals';
import { random } from '../../../../src/analysis/numerics/random';
import { expectWithin } from '../closeness';
import { fitted } from '../fitted';
import { simulatedShop } from './simulated-shop';

const schedule = monthlySchedule({ horizonMonths: 12, annualDiscount: 0.1, margin: 1 }, 'week');
const params = { r: 0.55, alpha: 8, a: 0.8, b: 2.5 };
const shop = simulatedShop('bg-nbd', params, { p: 6, q: 3.7, v: 15 }, schedule, 600, 11);
const forecast = {
  model: PURCHASE_MODELS['bg-nbd'],
  purchase: fitted(bgNbd.fit(shop.history, 'week')),
  spend: fitted(gammaGamma.fit(shop.spendHistory)),
  history: shop.history,
  spendHistory: shop.spendHistory,
  schedule,
  margin: 1,
};
const predictions = customerPredictions(forecast);
const totals = predictedTotals(predictions);

describe('draws of the parameters', () => {
  test('their logarithms have the mean and the covariance of the fit', () => {
    const fit = forecast.purchase;
    const draws = drawParameters(fit, 20_000, random(3));
    const names = ['r', 'alpha', 'a', 'b'] as const;
    const logs = names.map((name) => draws.map((draw) => Math.log(draw[name])));
    const mean = logs.map((column) => column.reduce((sum, v) => sum + v, 0) / column.length);
    names.forEach((name, i) => {
      const spread = Math.sqrt(fit.covarianceLog[i][i]);
      expect(Math.abs(mean[i] - Math.log(fit.params[name]))).toBeLessThan(0.03 * spread);
      names.forEach((_, j) => {
        const moment =
          logs[i].reduce((sum, v, k) => sum + (v - mean[i]) * (logs[j][k] - mean[j]), 0) / 20_000;
        const scale = spread * Math.sqrt(fit.covarianceLog[j][j]);
        expect(Math.abs(moment - fit.covarianceLog[i][j])).toBeLessThan(0.04 * scale);
      });
    });
  });

  test('q of Gamma-Gamma stays above 1', () => {
    for (const { q } of drawParameters(forecast.spend, 1000, random(4))) {
      expect(q).toBeGreaterThan(1);
    }
  });
});

describe('a sample that stands for all', () => {
  test('is everyone, once, where there are few', () => {
    const sample = sampleByValue(Float64Array.of(3, 0, 1), 3, 0.5);
    expect([...sample.at]).toEqual([0, 1, 2]);
    expect([...sample.weight]).toEqual([1, 1, 1]);
  });

  test('keeps the sum of what it was drawn by, wherever it starts', () => {
    const source = random(5);
    const value = Float64Array.from({ length: 5000 }, () => source.gamma(0.3));
    const sum = value.reduce((total, v) => total + v, 0);
    for (const start of [0.1, 0.5, 1]) {
      const { at, weight } = sampleByValue(value, 400, start);
      expect(at.length).toBeLessThanOrEqual(401);
      const estimated = at.reduce((total, i, k) => total + weight[k] * value[i], 0);
      expect(Math.abs(estimated / sum - 1)).toBeLessThan(0.02);
    }
  });
});

describe('intervals of the totals', { timeout: 60_000 }, () => {
  const intervals = predictionIntervals(forecast, predictions);

  test('the same seed gives the same interval, and the estimate lies inside', () => {
    expect(predictionIntervals(forecast, predictions)).toEqual(intervals);
    for (const name of ['total', 'purchases', 'alive'] as const) {
      expect(intervals[name][0]).toBeLessThan(totals[name]);
      expect(intervals[name][1]).toBeGreaterThan(totals[name]);
    }
  });

  test('half the margin halves the value, and a wider level holds a narrower one', () => {
    const half = { ...forecast, margin: 0.5 };
    const halved = predictionIntervals(half, customerPredictions(half));
    expectWithin(halved.total[0], intervals.total[0] / 2, 1e-9);
    expectWithin(halved.total[1], intervals.total[1] / 2, 1e-9);
    const narrow = predictionIntervals(forecast, predictions, { level: 0.5 });
    expect(narrow.total[0]).toBeGreaterThan(intervals.total[0]);
    expect(narrow.total[1]).toBeLessThan(intervals.total[1]);
  });

  test('a sample of 300 gives the ends that everyone gives, within chance', () => {
    const all = predictionIntervals(forecast, predictions, { customers: 600 });
    const some = predictionIntervals(forecast, predictions, { customers: 300 });
    const width = all.total[1] - all.total[0];
    expect(Math.abs(some.total[0] - all.total[0])).toBeLessThan(0.2 * width);
    expect(Math.abs(some.total[1] - all.total[1])).toBeLessThan(0.2 * width);
  });
});

describe('intervals of each customer', { timeout: 60_000 }, () => {
  test('the principal axes give about the quantiles that draws give', () => {
    const { low, high } = clvIntervals(forecast, predictions.clv);
    const pairs = drawPairs(forecast, 400, random(8));
    for (const i of [0, 50, 300]) {
      const drawn = pairs
        .map(
          (pair) =>
            customerPredictions({
              ...forecast,
              purchase: { ...forecast.purchase, params: pair.purchase },
              spend: { ...forecast.spend, params: pair.spend },
              history: {
                count: 1,
                x: shop.history.x.slice(i, i + 1),
                tx: shop.history.tx.slice(i, i + 1),
                T: shop.history.T.slice(i, i + 1),
              },
              spendHistory: {
                x: shop.spendHistory.x.slice(i, i + 1),
                m: shop.spendHistory.m.slice(i, i + 1),
              },
            }).clv[0],
        )
        .sort((a, b) => a - b);
      expect(Math.abs(Math.log(low[i] / drawn[20]))).toBeLessThan(0.1);
      expect(Math.abs(Math.log(high[i] / drawn[380]))).toBeLessThan(0.1);
    }
  });

  test('the forecast of one customer agrees with the table, and its futures with its mean', () => {
    const i = shop.history.x.findIndex((x) => x >= 4);
    const { history, spendHistory } = shop;
    const one = {
      x: history.x[i],
      tx: history.tx[i],
      T: history.T[i],
      spendX: spendHistory.x[i],
      m: spendHistory.m[i],
    };
    const found = customerForecast(forecast, one);
    expectWithin(found.clv.value, predictions.clv[i], 1e-9);
    expectWithin(found.purchases.value, predictions.purchases[i], 1e-9);
    expectWithin(found.alive.value, predictions.alive[i], 1e-12);
    expect(found.alive.interval[0]).toBeLessThanOrEqual(found.alive.value);
    expect(found.likelyPurchases[0]).toBeLessThanOrEqual(found.purchases.value);
    expect(found.likelyPurchases[1]).toBeGreaterThanOrEqual(found.purchases.value);
    expect(found.noPurchase).toBeGreaterThan(1 - found.alive.value - 0.05);
    for (let k = 1; k < found.high.length; k++) {
      expect(found.high[k]).toBeGreaterThanOrEqual(found.high[k - 1]);
    }
  });

  test('P(alive) falls in silence and rises with a purchase', () => {
    const path = alivePath(forecast.model, forecast.purchase, [0, 5, 9, 30], 60);
    for (let k = 1; k < path.length; k++) {
      const [before, now] = [path[k - 1], path[k]];
      if (now.x === before.x) expect(now.value).toBeLessThanOrEqual(before.value + 1e-12);
      else if (before.x > 0) expect(now.value).toBeGreaterThan(before.value);
    }
    expect(path[path.length - 1].time).toBeCloseTo(60, 10);
  });
});

describe('the bootstrap', { timeout: 60_000 }, () => {
  test('spreads parameters about as far as their standard errors say, around the estimate', () => {
    const resamples = bootstrap(forecast, random(2));
    const r = Array.from({ length: 40 }, () => resamples.next().value?.purchase['r'] ?? NaN);
    expect(r.every(Number.isFinite)).toBe(true);
    const mean = r.reduce((sum, v) => sum + v, 0) / r.length;
    const spread = Math.sqrt(r.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (r.length - 1));
    const error = forecast.purchase.standardErrors['r'];
    expect(Math.abs(mean - forecast.purchase.params['r'])).toBeLessThan(error);
    expect(spread / error).toBeGreaterThan(0.6);
    expect(spread / error).toBeLessThan(1.7);
  });
});
