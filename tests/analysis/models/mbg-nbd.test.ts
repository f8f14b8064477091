import { describe, expect, test } from 'vitest';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd';
import { cdnow, cdnowRounded } from './cdnow';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { histories, historyOf, lastDay, readLog, simulatedFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted, simulated } from './reference';

const id = 'mbgnbd-cdnow';

onRealFile('cdnow_sample.csv', 'MBG/NBD on CDNOW', () => {
  const measured = entry(id).measured as {
    params: Record<string, number>;
    ll_exact_data: number;
    se: Record<string, number>;
  };

  test('reaches the published maximum', () => {
    const rounded = fitted(mbgNbd.fit(cdnowRounded().history, 'week'));
    // Three decimal places are published; the measured fit stops a little below the maximum.
    for (const [name, value] of Object.entries(entry(id).params)) {
      expect(rounded.params[name as keyof typeof rounded.params]).toBeCloseTo(value, 3);
    }
    expectAllWithin(rounded.params, measured.params, 1e-4);
    expectAllWithin(rounded.standardErrors, measured.se, 1e-3);
    const theirs = measured.params as typeof rounded.params;
    expect(rounded.logLikelihood).toBeGreaterThan(
      mbgNbd.logLikelihood(theirs, cdnowRounded().history),
    );
    const exact = fitted(mbgNbd.fit(cdnow().history, 'week'));
    expectWithin(exact.logLikelihood, measured.ll_exact_data, 1e-8);
    expect(exact.warnings).toEqual([]);
  });

  test('predictions of single customers', () => {
    const { params } = fitted(mbgNbd.fit(cdnowRounded().history, 'week'));
    const rows = [
      [0, 0, 38.86],
      [1, 1.71, 38.86],
      [2, 30.43, 38.86],
      [26, 30.86, 31],
    ];
    rows.forEach(([x, tx, T], i) => {
      const alive = mbgNbd.probabilityAlive(params, x, tx, T);
      expect(alive).toBeCloseTo(predicted(id, 'P(alive)')[i], 5);
      const expected = mbgNbd.expectedPurchases(params, 39, x, tx, T);
      expectWithin(expected, predicted(id, 'E[Y(39)]')[i], 1e-5);
    });
    [1, 39, 78].forEach((t, i) =>
      expectWithin(mbgNbd.expectedPurchasesOfNew(params, t), predicted(id, 'E[X(t)]')[i], 1e-5),
    );
  });

  test('forecasts 1,577 purchases for the next 39 weeks', () => {
    const { history } = cdnow();
    const { params } = fitted(mbgNbd.fit(history, 'week'));
    const sum = sumOver(history, (x, tx, T) => mbgNbd.expectedPurchases(params, 39, x, tx, T));
    expect(Math.abs(sum - 1576.71)).toBeLessThan(0.1);
  });
});

describe('MBG/NBD', () => {
  test.each(['small', 'medium'] as const)('on the simulated log %s', (name) => {
    const log = readLog(simulatedFile(`sim_${name}`));
    const { history } = histories(log, lastDay(log));
    const reference = simulated[name].mbgnbd;
    const fit = fitted(mbgNbd.fit(history, 'day'));
    // lifetimes stops within 3e-5 of the maximum; its log-likelihood cannot be exceeded by more.
    expectAllWithin(fit.params, reference.params, 5e-5);
    expectWithin(fit.logLikelihood, reference.ll, 1e-10);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(reference.ll - 1e-6);
    const alive = sumOver(history, (x, tx, T) => mbgNbd.probabilityAlive(fit.params, x, tx, T));
    expectWithin(alive, reference.palive_sum, 1e-5);
  });

  test('log-likelihood of single customers', () => {
    const params = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
    const one = (x: number, tx: number): number =>
      mbgNbd.logLikelihood(params, historyOf([[x, tx, 40]]));
    expect(one(0, 0)).toBeCloseTo(predicted('mbgnbd-ll-numerics', 'logL(0')[0], 7);
    expect(one(200, 38)).toBeCloseTo(predicted('mbgnbd-ll-numerics', 'logL(200')[0], 4);
  });

  test('one-time buyers need not be alive: right after the first purchase b / (a + b) are', () => {
    const params = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
    const { a, b } = params;
    expectWithin(mbgNbd.probabilityAlive(params, 0, 0, 0), b / (a + b), 1e-14);
    expect(mbgNbd.probabilityAlive(params, 0, 0, 1e6)).toBeLessThan(0.01);
  });
});
