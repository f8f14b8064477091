import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { leavingOdds } from '../../../src/analysis/models/leaving-odds';
import { paretoNbd } from '../../../src/analysis/models/pareto-nbd';
import { residualPurchasesIfAlive } from '../../../src/analysis/models/residual-purchases';
import { logHypergeometric } from '../../../src/analysis/numerics/hypergeometric';
import { customer, logUniform, parameters } from './arbitrary';
import { cdnow } from './cdnow';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { histories, historyOf, lastDay, readLog, simulatedFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted, simulated } from './reference';

const btyd = { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 };

onRealFile('cdnow_sample.csv', 'Pareto/NBD on CDNOW', () => {
  const { ids, history, spend } = cdnow();
  const fit = fitted(paretoNbd.fit(history, 'week'));

  test('reaches the published maximum', () => {
    const { r, alpha, s, beta, ll } = entry('pnbd-cdnow').high_precision as Record<string, number>;
    expectAllWithin(fit.params, { r, alpha, s, beta }, 1e-3);
    expectWithin(fit.logLikelihood, ll, 1e-7);
    const { r: seR, alpha: seAlpha, s: seS, beta: seBeta } = entry('pnbd-cdnow').se;
    expectAllWithin(fit.standardErrors, { r: seR, alpha: seAlpha, s: seS, beta: seBeta }, 1e-3);
    expect(fit.logLikelihood).toBeGreaterThan(
      paretoNbd.logLikelihood({ r, alpha, s, beta }, history),
    );
    expect(fit.warnings).toEqual([]);
  });

  test('forecasts 1,665 purchases for the next 39 weeks', () => {
    const sum = sumOver(history, (x, tx, T) =>
      paretoNbd.expectedPurchases(fit.params, 39, x, tx, T),
    );
    expect(Math.abs(sum - 1665.43)).toBeLessThan(0.3);
  });

  test('expected purchases of new customers', () => {
    predicted('pnbd-cdnow', 'E[X(t)]').forEach((value, t) =>
      expect(Math.abs(paretoNbd.expectedPurchasesOfNew(fit.params, t) - value)).toBeLessThan(0.01),
    );
    const top = paretoNbd.expectedPurchases(fit.params, 52, 26, 30.86, 31);
    expect(Math.abs(top - 25.46)).toBeLessThan(0.01);
    expect(paretoNbd.probabilityAlive(fit.params, 26, 30.86, 31)).toBeCloseTo(0.9979, 4);
  });

  test('discounted residual purchases and value without horizon, to the digits of CLVTools', () => {
    const id = 'pnbd-clv-cdnow';
    const rate = Math.log(1.1) / 52;
    const money = fitted(gammaGamma.fit(spend)).params;
    const { x, tx, T } = history;
    const dert = x.map(
      (n, i) =>
        paretoNbd.probabilityAlive(fit.params, n, tx[i], T[i]) *
        residualPurchasesIfAlive(paretoNbd, fit.params, rate, n, T[i]),
    );
    const mean = x.map((n, i) => gammaGamma.expectedSpend(money, n, spend.m[i]));
    ['0001', '0010', '0100', '1000'].forEach((name, k) => {
      const i = ids.indexOf(name);
      const alive = paretoNbd.probabilityAlive(fit.params, x[i], tx[i], T[i]);
      expectWithin(alive, predicted(id, 'Ids 1,10,100,1000')[k], 1e-3);
      const cet = paretoNbd.expectedPurchases(fit.params, 39, x[i], tx[i], T[i]);
      expectWithin(cet, predicted(id, 'CET')[k], 1e-3);
      expectWithin(dert[i], predicted(id, 'DERT')[k], 1e-3);
      expectWithin(mean[i], predicted(id, 'mean spend')[k], 1e-3);
      expectWithin(dert[i] * mean[i], predicted(id, 'CLV')[k], 1e-3);
    });
    const total = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0);
    expectWithin(total(dert), predicted(id, 'sum DERT')[0], 1e-3);
    expectWithin(total(dert.map((v, i) => v * mean[i])), predicted(id, 'sum CLV')[0], 1e-3);
  });
});

describe('Pareto/NBD with given parameters', () => {
  const rows = [
    [0, 0, 38.86],
    [1, 1.71, 38.86],
    [2, 30.43, 38.86],
    [26, 30.86, 31],
  ] as const;
  const id = 'pnbd-predictions';

  test('P(alive), expected purchases and log-likelihood as BTYD has them', () => {
    rows.forEach(([x, tx, T], i) => {
      expectWithin(paretoNbd.probabilityAlive(btyd, x, tx, T), predicted(id, 'PAlive')[i], 1e-8);
      const expected = paretoNbd.expectedPurchases(btyd, 39, x, tx, T);
      expectWithin(expected, predicted(id, 'E[Y(39)]')[i], 1e-8);
    });
    [rows[0], rows[1], rows[3]].forEach((row, i) =>
      expectWithin(paretoNbd.logLikelihood(btyd, historyOf([row])), predicted(id, 'logL')[i], 1e-8),
    );
    // Measured at unrounded parameters of the fit.
    expectWithin(paretoNbd.expectedPurchasesOfNew(btyd, 52), 1.473112689, 1e-4);
  });

  test('discounted expected residual transactions at .0027 a week', () => {
    const five = [...rows.slice(0, 3), [7, 35, 39] as const, rows[3]];
    five.forEach(([x, tx, T], i) => {
      const alive = paretoNbd.probabilityAlive(btyd, x, tx, T);
      const dert = alive * residualPurchasesIfAlive(paretoNbd, btyd, 0.0027, x, T);
      expectWithin(dert, predicted(id, 'DERT')[i], 1e-8);
    });
  });

  test('distribution of the number of purchases in 39 weeks', () => {
    const counts = paretoNbd.purchaseCountsOfNew(btyd, 39, 5);
    predicted(id, 'P(X(39)').forEach((value, n) => expectWithin(counts[n], value, 1e-7));
  });

  test('many purchases neither over- nor underflow', () => {
    const params = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };
    const [at132, at133] = predicted('pnbd-cdnow', 'r=.55');
    expectWithin(paretoNbd.expectedPurchases(params, 10, 132, 200, 200), at132, 1e-9);
    expectWithin(paretoNbd.expectedPurchases(params, 10, 133, 200, 200), at133, 1e-9);
    const heavy = { r: 10.465, alpha: 0.00798565181, s: 3.0516, beta: 2.82 };
    for (const row of [
      [400, 5, 6],
      [500, 1, 37],
      [500, 4, 37],
    ] as const) {
      expect(Number.isFinite(paretoNbd.logLikelihood(heavy, historyOf([row])))).toBe(true);
    }
    const busy = { r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 };
    for (const [x, tx, T] of [
      [221, 103.42857, 103.57143],
      [254, 97.14286, 97.28571],
      [161, 94.71429, 98],
      [204, 98.57143, 99.42857],
    ]) {
      const alive = paretoNbd.probabilityAlive(busy, x, tx, T);
      expect(alive).toBeGreaterThan(0);
      expect(alive).toBeLessThan(1);
    }
  });

  test('where s = 1 or alpha = beta the formulas of the papers divide by zero; the model does not', () => {
    const nearby = { ...btyd, s: 1 + 1e-7 };
    expectWithin(
      paretoNbd.expectedPurchases({ ...btyd, s: 1 }, 39, 2, 30, 38),
      paretoNbd.expectedPurchases(nearby, 39, 2, 30, 38),
      1e-6,
    );
    const equal = { ...btyd, alpha: 11, beta: 11 };
    const almost = { ...btyd, alpha: 11, beta: 11 + 1e-7 };
    expectWithin(
      paretoNbd.probabilityAlive(equal, 2, 30, 38),
      paretoNbd.probabilityAlive(almost, 2, 30, 38),
      1e-7,
    );
    // With alpha = beta the integral is elementary.
    const { r, s } = equal;
    const k = r + s + 2;
    const odds = (s / k) * (((11 + 38) / (11 + 30)) ** k - 1);
    expectWithin(paretoNbd.probabilityAlive(equal, 2, 30, 38), 1 / (1 + odds), 1e-13);
  });

  test('just after a purchase a customer is alive for certain', () => {
    expect(paretoNbd.probabilityAlive(btyd, 3, 20, 20)).toBe(1);
  });
});

describe('the odds of having left', () => {
  /** R by the hypergeometric functions of the papers [Fader & Hardie 2005, eq. 16-17], alpha >= beta. */
  function byHypergeometric(
    { r, alpha, s, beta }: { r: number; alpha: number; s: number; beta: number },
    x: number,
    tx: number,
    T: number,
  ): number {
    const k = r + s + x;
    const shape = alpha >= beta ? s + 1 : r + x;
    const large = Math.max(alpha, beta);
    const gap = Math.abs(alpha - beta);
    const term = (t: number): number =>
      logHypergeometric(k, shape, k + 1, gap / (large + t)) - k * Math.log(large + t);
    const end = (r + x) * Math.log(alpha + T) + s * Math.log(beta + T);
    return (s / k) * (Math.exp(term(tx) + end) - Math.exp(term(T) + end));
  }

  test('by quadrature are those of the papers by hypergeometric functions', () => {
    const out = { log: 0, gradient: new Float64Array(4), hessian: new Float64Array(16) };
    fc.assert(
      fc.property(parameters['pareto-nbd'], customer, (params, [x, tx, T]) => {
        fc.pre(T > tx + 20);
        const theta = [params.r, params.alpha, params.s, params.beta];
        leavingOdds(theta, x, tx, T, 0, out);
        expectWithin(Math.exp(out.log), byHypergeometric(params, x, tx, T), 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test('with scales a million apart, halving the panels changes nothing', () => {
    const scale = logUniform(1e-3, 1e4);
    fc.assert(
      fc.property(scale, scale, logUniform(0.05, 5), fc.nat(300), (alpha, beta, s, x) => {
        const out = { log: 0, gradient: new Float64Array(4), hessian: new Float64Array(16) };
        const part = (tx: number, T: number): number => {
          leavingOdds([0.5, alpha, s, beta], x, tx, T, 0, out);
          return out.log;
        };
        // Leaving in (10, 500] is leaving in (10, 60] or in (60, 500]; R is relative to its own end.
        const toEnd =
          (0.5 + x) * Math.log((alpha + 500) / (alpha + 60)) +
          s * Math.log((beta + 500) / (beta + 60));
        const early = part(10, 60) + toEnd;
        const late = part(60, 500);
        const both = Math.max(early, late) + Math.log1p(Math.exp(-Math.abs(early - late)));
        expect(Math.abs(part(10, 500) - both)).toBeLessThan(1e-9 * Math.max(1, Math.abs(both)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('Pareto/NBD on simulated logs', () => {
  test.each(['small', 'medium'] as const)('%s', (name) => {
    const log = readLog(simulatedFile(`sim_${name}`));
    const { history } = histories(log, lastDay(log));
    const reference = simulated[name].paretonbd;
    const { params, logLikelihood } = fitted(paretoNbd.fit(history, 'day'));
    expectAllWithin(params, reference.params, 1e-5);
    expectWithin(logLikelihood, reference.ll, 1e-10);
    const alive = sumOver(history, (x, tx, T) => paretoNbd.probabilityAlive(params, x, tx, T));
    expectWithin(alive, reference.palive_sum, 1e-6);
    const sum = sumOver(history, (x, tx, T) => paretoNbd.expectedPurchases(params, 365, x, tx, T));
    expectWithin(sum, reference.expected_purchases_365d_sum, 1e-6);
  });
});
