import { describe, expect, test } from 'vitest';
import { bgNbd } from '../../../src/analysis/models/bg-nbd';
import { cdnow, cdnowRounded } from './cdnow';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { histories, historyOf, lastDay, readLog, simulatedFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted, simulated } from './reference';

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

onRealFile('cdnow_sample.csv', 'BG/NBD on CDNOW', () => {
  const { ids, history } = cdnow();
  const fit = fitted(bgNbd.fit(history, 'week'));
  const { params } = fit;

  test('reaches the maximum that four other implementations found', () => {
    const reference = entry('bgnbd-cdnow-highprecision');
    expectAllWithin(params, reference.params, 1e-5);
    expectWithin(fit.logLikelihood, reference.ll, 1e-8);
    expectAllWithin(fit.standardErrors, reference.se, 1e-4);
    expect([fit.customers, fit.repeaters, fit.estimator]).toEqual([2357, 946, 'mle']);
    expect(fit.gradientNorm).toBeLessThan(1e-8);
    expect(fit.warnings).toEqual([]);
    expectWithin(fit.aic, 8 - 2 * reference.ll, 1e-8);
  });

  test('covariance of r, alpha, a, b', () => {
    const published = [
      [0.000158, 0.003706, -0.000088, 0.000066],
      [0.003706, 0.143053, -0.002866, 0.010523],
      [-0.000088, -0.002866, 0.034497, 0.123216],
      [0.000066, 0.010523, 0.123216, 0.497599],
    ];
    published.forEach((row, i) =>
      row.forEach((value, j) => expect(fit.covariance[i][j]).toBeCloseTo(value, 4)),
    );
  });

  test('forecasts 1,653 purchases for the next 39 weeks, and 1,917 customers alive', () => {
    const sum = sumOver(history, (x, tx, T) => bgNbd.expectedPurchases(params, 39, x, tx, T));
    expect(Math.abs(sum - 1653.41)).toBeLessThan(0.05);
    const alive = sumOver(history, (x, tx, T) => bgNbd.probabilityAlive(params, x, tx, T));
    expect(Math.abs(alive - 1917.277)).toBeLessThan(0.01);
    const first = ids.indexOf('0001');
    const { x, tx, T } = history;
    expect(bgNbd.probabilityAlive(params, x[first], tx[first], T[first])).toBeCloseTo(0.72662, 4);
    expect(bgNbd.expectedPurchases(params, 39, x[first], tx[first], T[first])).toBeCloseTo(
      1.22599,
      4,
    );
  });

  test('on the summary rounded to two places', () => {
    const id = 'bgnbd-cdnow-rounded-summary';
    const rounded = fitted(bgNbd.fit(cdnowRounded().history, 'week'));
    expectAllWithin(rounded.params, entry(id).params, 1e-5);
    expectWithin(rounded.logLikelihood, entry(id).ll, 1e-9);
    expectAllWithin(rounded.standardErrors, entry(id).se, 1e-4);
    const rows = [
      [1, 1.71, 38.86],
      [2, 30.43, 38.86],
      [7, 29.43, 38.86],
      [26, 30.86, 31],
      [0, 0, 38.86],
    ];
    predicted(id, 'P(alive)').forEach((value, i) => {
      const [x, tx, T] = rows[i];
      expect(bgNbd.probabilityAlive(rounded.params, x, tx, T)).toBeCloseTo(value, 5);
    });
    predicted(id, 'E[Y(39)]').forEach((value, i) => {
      const [x, tx, T] = rows[i];
      expectWithin(bgNbd.expectedPurchases(rounded.params, 39, x, tx, T), value, 2e-6);
    });
  });

  test('the published predictions of the lifetimes library', () => {
    const id = 'bgnbd-cdnow-published';
    [0.1429, 1, 3, 31.8571, 32, 78].forEach((t, i) => {
      const value = predicted(id, 'E[X(t)] new customer')[i];
      expect(Math.abs(bgNbd.expectedPurchasesOfNew(params, t) - value)).toBeLessThan(6e-4);
    });
    expect(bgNbd.expectedPurchases(params, 39, 2, 30.43, 38.86)).toBeCloseTo(1.226, 3);
  });

  test('one week ahead customers 1516 and 157 lead', () => {
    const { x, tx, T } = cdnowRounded().history;
    const { params } = fitted(bgNbd.fit(cdnowRounded().history, 'week'));
    const ranking = ids
      .map((id, i) => ({ id, expected: bgNbd.expectedPurchases(params, 1, x[i], tx[i], T[i]) }))
      .sort((a, b) => b.expected - a.expected);
    expect(ranking.slice(0, 2).map(({ id }) => Number(id))).toEqual([1516, 157]);
    expectWithin(ranking[0].expected, 0.710623, 2e-5);
    expectWithin(ranking[1].expected, 0.662396, 2e-5);
  });
});

describe('BG/NBD on simulated logs', () => {
  test.each(['small', 'medium', 'tiny'] as const)('%s', (name) => {
    const log = readLog(simulatedFile(`sim_${name}`));
    const { history } = histories(log, lastDay(log));
    const reference = simulated[name];
    const fit = fitted(bgNbd.fit(history, 'day'));
    expect([fit.customers, fit.repeaters]).toEqual([reference.customers, reference.repeaters]);
    expectAllWithin(fit.params, reference.bgnbd.params, 1e-5);
    expectAllWithin(fit.standardErrors, reference.bgnbd.se, 1e-5);
    expectWithin(fit.logLikelihood, reference.bgnbd.ll, 1e-9);
    if (name === 'tiny') return;
    const { params } = fit;
    const alive = sumOver(history, (x, tx, T) => bgNbd.probabilityAlive(params, x, tx, T));
    expectWithin(alive, reference.bgnbd.palive_sum, 1e-5);
    const sum = sumOver(history, (x, tx, T) => bgNbd.expectedPurchases(params, 360, x, tx, T));
    expectWithin(sum, reference.bgnbd.expected_purchases_360d_sum, 1e-5);
  });
});

describe('BG/NBD with given parameters', () => {
  test('log-likelihood of single customers', () => {
    const hardie = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
    const one = (x: number, tx: number, T: number, params = hardie): number =>
      bgNbd.logLikelihood(params, historyOf([[x, tx, T]]));
    expect(one(0, 0, 40)).toBeCloseTo(predicted('bgnbd-ll-numerics', 'logL(x=0')[0], 7);
    expect(one(200, 38, 40)).toBeCloseTo(predicted('bgnbd-ll-numerics', 'logL(x=200')[0], 4);
    const single = 'bgnbd-ll-single';
    expectWithin(one(3, 4, 6, published), predicted(single, 'logL(3,4,6)')[0], 1e-8);
    const [zero, first, top] = predicted(single, 'logL(0,0,38.86)');
    expectWithin(one(0, 0, 38.86, published), zero, 1e-8);
    expectWithin(one(1, 1.71, 38.86, published), first, 1e-8);
    expectWithin(one(26, 30.86, 31, published), top, 1e-8);
    expectWithin(bgNbd.expectedPurchases(published, 52, 26, 30.86, 31), 25.7581959, 1e-8);
    expectWithin(bgNbd.probabilityAlive(published, 26, 30.86, 31), 0.96891565, 1e-8);
    expectWithin(bgNbd.expectedPurchasesOfNew(published, 52), 1.4460506, 1e-7);
  });

  test('distribution of the number of purchases', () => {
    const id = 'bgnbd-cdnow-published';
    const counts = bgNbd.purchaseCountsOfNew(published, 30, 20);
    predicted(id, 'P(X(30)=n)').forEach((value, i) => expect(counts[11 + i]).toBeCloseTo(value, 6));
    const none = bgNbd.purchaseCountsOfNew(published, 39, 0)[0];
    expect(none).toBeCloseTo(predicted(id, 'P(X(39)=0)')[0], 4);
    const ten = bgNbd.purchaseCountsOfNew(published, 2, 10)[10];
    expectWithin(ten, predicted(id, 'P(X(2)=10)')[0], 1e-5);
  });

  test('a one-time buyer is alive by definition, a thousand purchases and silence are not', () => {
    expect(bgNbd.probabilityAlive(published, 0, 0, 1000)).toBe(1);
    expect(bgNbd.probabilityAlive(published, 1000, 10, 100)).toBeLessThan(1e-300);
    expect(bgNbd.expectedPurchases(published, 39, 1000, 10, 100)).toBe(0);
  });

  test('just after a purchase only the chance to leave with it counts: (b + x - 1) / (a + b + x - 1)', () => {
    const { a, b } = published;
    for (const x of [1, 2, 50]) {
      expectWithin(
        bgNbd.probabilityAlive(published, x, 20, 20),
        (b + x - 1) / (a + b + x - 1),
        1e-14,
      );
    }
  });

  test('mean lifetime exists for r, a > 1 only', () => {
    expect(bgNbd.expectedLifetime(published)).toBe(Infinity);
    const steady = { r: 3, alpha: 10, a: 2, b: 4 };
    expectWithin(bgNbd.expectedLifetime(steady), (10 / 2) * (5 / 1), 1e-14);
  });
});
