import { describe, expect, test } from 'vitest';
import type { Fit, FitResult, ModelParameters } from '../../../src/analysis/models/fit';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';
import type { SpendHistory } from '../../../src/analysis/models/spend-history';
import { random } from '../../../src/analysis/numerics/random';
import { cdnow } from './cdnow';
import { codes, fitted, sumOver } from './fitted';
import { histories, historyOf, isThere, lastDay, readLog, simulatedFile } from './read-log';

const simulatedLog = readLog(simulatedFile('sim_medium'));
const sources = {
  'the simulated log': histories(simulatedLog, lastDay(simulatedLog), 7),
  ...(isThere('cdnow_sample.csv') && { CDNOW: cdnow() }),
};

/** 200 samples of 20 to 100 customers, drawn with replacement. */
function samples(source: { history: RepeatHistory; spend: SpendHistory }): {
  history: RepeatHistory;
  spend: SpendHistory;
}[] {
  const dice = random(1);
  return Array.from({ length: 200 }, () => {
    const size = 20 + Math.floor(81 * dice.uniform());
    const rows = Array.from({ length: size }, () =>
      Math.floor(dice.uniform() * source.history.count),
    );
    const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (i) => column[i]);
    const { x, tx, T } = source.history;
    return {
      history: { count: size, x: pick(x), tx: pick(tx), T: pick(T) },
      spend: { x: pick(x), m: pick(source.spend.m) },
    };
  });
}

/** An estimate is finite, within reason, and not given without the doubts that belong to it. */
function expectHonest<P extends ModelParameters>(result: FitResult<P>): Fit<P> {
  const fit = fitted(result);
  for (const value of Object.values(fit.params)) {
    expect(value).toBeGreaterThan(1e-6);
    expect(value).toBeLessThan(1e5);
  }
  for (const value of Object.values(fit.standardErrors)) expect(value).toBeGreaterThan(0);
  for (const value of fit.covarianceLog.flat()) expect(Number.isFinite(value)).toBe(true);
  expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  expect(fit.gradientNorm).toBeLessThan(1e-8);
  expect(codes(fit)).not.toContain('not-converged');
  expect(codes(fit).includes('prior-used')).toBe(fit.estimator === 'map');
  const unsure = fit.covarianceLog.some((row, i) => Math.sqrt(row[i]) > 1);
  if (unsure) expect(fit.warnings.length).toBeGreaterThan(0);
  if (fit.repeaters < 50) expect(fit.warnings.length).toBeGreaterThan(0);
  return fit;
}

describe.each(Object.entries(sources))('200 samples of 20-100 customers of %s', (_, source) => {
  test.each(['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const)(
    '%s never throws, never gives nonsense, never hides its doubt',
    { timeout: 300_000 },
    (name) => {
      const model = PURCHASE_MODELS[name];
      for (const { history } of samples(source)) {
        const { params } = expectHonest(model.fit(history, 'week'));
        const past = history.x.reduce((sum, x) => sum + x, 0);
        const watched = history.T.reduce((sum, T) => sum + T, 0);
        const next = sumOver(history, (x, tx, T) => model.expectedPurchases(params, 39, x, tx, T));
        // Nobody forecasts much more than the present rate going on for ever.
        expect(next).toBeGreaterThan(0);
        expect(next).toBeLessThan(1.5 * (past / watched) * 39 * history.count);
      }
    },
  );

  test('Gamma-Gamma neither', { timeout: 300_000 }, () => {
    for (const { spend } of samples(source)) {
      const { params } = expectHonest(gammaGamma.fit(spend));
      expect(params.q).toBeGreaterThan(1);
      const seen = spend.m.filter((m, i) => spend.x[i] > 0 && m > 0);
      const mean = seen.reduce((sum, m) => sum + m, 0) / seen.length;
      expect(gammaGamma.expectedSpend(params, 0, 0)).toBeGreaterThan(mean / 3);
      expect(gammaGamma.expectedSpend(params, 0, 0)).toBeLessThan(3 * mean);
    }
  });
});

describe('data that cannot tell', () => {
  test('everyone buys still: leaving cannot be seen, and NBD is named as enough', () => {
    const rows = Array.from({ length: 60 }, (_, i): [number, number, number] => [
      4 + (i % 5),
      50,
      50,
    ]);
    const fit = fitted(PURCHASE_MODELS['bg-nbd'].fit(historyOf(rows), 'week'));
    expect(fit.estimator).toBe('map');
    expect(codes(fit)).toEqual(
      expect.arrayContaining(['prior-used', 'no-one-time-buyers', 'simpler-model-suffices']),
    );
  });

  test('one repeat purchase among ten customers', () => {
    const rows = Array.from({ length: 10 }, (_, i): [number, number, number] =>
      i === 0 ? [1, 3, 30] : [0, 0, 30],
    );
    for (const name of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
      const fit = fitted(PURCHASE_MODELS[name].fit(historyOf(rows), 'week'));
      expect(fit.estimator).toBe('map');
      expect(codes(fit)).toEqual(expect.arrayContaining(['few-customers', 'few-repeaters']));
    }
  });

  test('a prior is never used behind the back of who asked for maximum likelihood', () => {
    const rows = Array.from({ length: 30 }, (): [number, number, number] => [5, 50, 50]);
    const fit = fitted(
      PURCHASE_MODELS['bg-nbd'].fit(historyOf(rows), 'week', { estimator: 'mle' }),
    );
    expect(fit.estimator).toBe('mle');
    expect(codes(fit)).not.toContain('prior-used');
    expect(codes(fit)).toContain('near-singular');
  });

  test('asked for, a prior is used, says so, and hardly moves what the data know', () => {
    const { history } = histories(simulatedLog, lastDay(simulatedLog));
    const model = PURCHASE_MODELS['bg-nbd'];
    const likely = fitted(model.fit(history, 'day'));
    const prior = fitted(model.fit(history, 'day', { estimator: 'map' }));
    expect(prior.warnings).toEqual([{ code: 'prior-used', because: 'asked' }]);
    for (const name of model.parameters) {
      const moved = Math.abs(prior.params[name] - likely.params[name]);
      expect(moved).toBeLessThan(0.2 * likely.standardErrors[name]);
    }
    expect(prior.logLikelihood).toBeLessThan(likely.logLikelihood);
  });
});
