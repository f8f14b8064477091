import { describe, expect, test } from 'vitest';
import { correlation } from '../../../src/analysis/models/correlation';
import { gammaGamma } from '../../../src/analysis/models/gamma-gamma';
import { random } from '../../../src/analysis/numerics/random';
import { cdnow, cdnowRounded } from './cdnow';
import { expectAllWithin, expectWithin } from './closeness';
import { codes, fitted } from './fitted';
import { histories, lastDay, readLog, simulatedFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted, simulated } from './reference';

onRealFile('cdnow_sample.csv', 'Gamma-Gamma on CDNOW', () => {
  const { spend } = cdnow();
  const fit = fitted(gammaGamma.fit(spend));
  const { params } = fit;
  const precise = entry('gg-cdnow').high_precision as {
    p: number;
    q: number;
    v: number;
    ll: number;
    se: Record<string, number>;
  };

  test('reaches the published maximum; three of its digits are all that four libraries share', () => {
    const { p, q, v, ll, se } = precise;
    expectAllWithin(params, { p, q, v }, 1e-4);
    expectWithin(fit.logLikelihood, ll, 1e-9);
    expectAllWithin(fit.standardErrors, se, 1e-4);
    expect(fit.customers).toBe(946);
    // The likelihood is flat along p v: what counts is that no other point is higher.
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(gammaGamma.logLikelihood({ p, q, v }, spend));
    expect(fit.gradientNorm).toBeLessThan(1e-12);
  });

  test('on spend rounded to cents', () => {
    const rounded = fitted(gammaGamma.fit(cdnowRounded().spend));
    expectAllWithin(rounded.params, { p: 6.248802, q: 3.744588, v: 15.447748 }, 1e-4);
    expectWithin(rounded.logLikelihood, -4055.923244, 1e-9);
  });

  test('expected spend of customers, and the mean of all', () => {
    const { x, m } = spend;
    predicted('gg-cdnow', 'E(M) first 10').forEach((value, i) =>
      expect(Math.abs(gammaGamma.expectedSpend(params, x[i], m[i]) - value)).toBeLessThan(0.01),
    );
    const [all, observed] = predicted('gg-cdnow', 'mean E(M)');
    const cents = cdnowRounded().spend;
    const rounded = fitted(gammaGamma.fit(cents)).params;
    const expected = x.map((n, i) => gammaGamma.expectedSpend(rounded, n, cents.m[i]));
    expectWithin(expected.reduce((sum, v) => sum + v, 0) / x.length, all, 1e-5);
    const seen = cents.m.filter((_, i) => x[i] > 0);
    expect(seen.reduce((sum, v) => sum + v, 0) / seen.length).toBeCloseTo(observed, 8);
    expectWithin(gammaGamma.expectedSpend(precise, 2, 40), 39.13052, 1e-6);
  });

  test('frequency and spend hardly go together', () => {
    const { pearson, spearman } = gammaGamma.independence(cdnowRounded().spend);
    expect(pearson).toBeCloseTo(predicted('gg-cdnow', 'corr')[0], 5);
    expect(spearman).toBeGreaterThan(0.15);
    expect(spearman).toBeLessThan(0.25);
    expect(fit.warnings).toEqual([]);
  });
});

describe('Gamma-Gamma on simulated logs', () => {
  test.each(['small', 'medium'] as const)('%s', (name) => {
    const log = readLog(simulatedFile(`sim_${name}`));
    const { spend } = histories(log, lastDay(log));
    const reference = simulated[name].gammagamma;
    const fit = fitted(gammaGamma.fit(spend));
    // lifetimes stops within 2e-6 of the maximum of this flat likelihood.
    expectAllWithin(fit.params, reference.params, 1e-5);
    expectWithin(fit.logLikelihood, reference.ll, 1e-10);
    expect(fit.customers).toBe(simulated[name].repeaters);
  });

  test('tiny, where lifetimes gives up: an answer, and its doubt', () => {
    const log = readLog(simulatedFile('sim_tiny'));
    const { spend } = histories(log, lastDay(log));
    const fit = fitted(gammaGamma.fit(spend));
    expect(fit.estimator).toBe('map');
    expect(codes(fit)).toEqual(
      expect.arrayContaining(['few-repeaters', 'parameter-at-boundary', 'prior-used']),
    );
    const mean = gammaGamma.expectedSpend(fit.params, 0, 0);
    const observed = spend.m.filter((m) => m > 0);
    const observedMean = observed.reduce((sum, m) => sum + m, 0) / observed.length;
    expect(mean).toBeGreaterThan(0.7 * observedMean);
    expect(mean).toBeLessThan(1.4 * observedMean);
    for (const error of Object.values(fit.standardErrors)) expect(error).toBeGreaterThan(0);
  });
});

describe('Gamma-Gamma', () => {
  const shop = (customers: number, seed: number) => {
    const source = random(seed);
    const x = Float64Array.from({ length: customers }, () => 1 + Math.floor(source.gamma(1) * 3));
    const m = x.map((n) => source.gamma(6 * n) / n / (source.gamma(4) / 16));
    return { x, m };
  };

  test('recovers the parameters of a shop it made, within three standard errors', () => {
    const fit = fitted(gammaGamma.fit(shop(20_000, 5)));
    for (const [name, truth] of Object.entries({ p: 6, q: 4, v: 16 })) {
      const error = fit.standardErrors[name as 'p' | 'q' | 'v'];
      expect(Math.abs(fit.params[name as 'p' | 'q' | 'v'] - truth)).toBeLessThan(3 * error);
    }
  });

  test('in cents instead of euros only v changes, by 100', () => {
    const { x, m } = shop(500, 6);
    const euros = fitted(gammaGamma.fit({ x, m }));
    const cents = fitted(gammaGamma.fit({ x, m: m.map((value) => 100 * value) }));
    expectAllWithin(
      cents.params,
      { p: euros.params.p, q: euros.params.q, v: 100 * euros.params.v },
      1e-9,
    );
    expectWithin(cents.logLikelihood, euros.logLikelihood - 500 * Math.log(100), 1e-12);
  });

  test('equal customers in one weighted row change nothing', () => {
    const { x, m } = shop(300, 7);
    const twice = fitted(
      gammaGamma.fit({ x: Float64Array.of(...x, ...x), m: Float64Array.of(...m, ...m) }),
    );
    const weighted = fitted(gammaGamma.fit({ x, m, weight: x.map(() => 2) }));
    expectAllWithin(weighted.params, twice.params, 1e-9);
    expectAllWithin(weighted.standardErrors, twice.standardErrors, 1e-9);
    expect(gammaGamma.independence({ x, m, weight: x.map(() => 2) }).spearman).toBeCloseTo(
      gammaGamma.independence({ x: Float64Array.of(...x, ...x), m: Float64Array.of(...m, ...m) })
        .spearman,
      12,
    );
  });

  test('the more orders, the nearer to the own mean; with none, the mean of all', () => {
    const params = { p: 6, q: 4, v: 16 };
    expect(gammaGamma.expectedSpend(params, 0, 0)).toBe(32);
    expect(gammaGamma.expectedSpend(params, 1, 100)).toBeLessThan(100);
    expect(gammaGamma.expectedSpend(params, 1e6, 100)).toBeCloseTo(100, 3);
  });

  test('rows without positive spend are left out and counted', () => {
    const { x, m } = shop(200, 8);
    const fit = fitted(
      gammaGamma.fit({
        x: Float64Array.of(...x, 2, 1, 1, 0),
        m: Float64Array.of(...m, 0, 0, -5, 0),
      }),
    );
    expect(fit.customers).toBe(200);
    expect(fit.warnings).toContainEqual({ code: 'non-positive-spend', zero: 2, negative: 1 });
    expectAllWithin(fit.params, fitted(gammaGamma.fit({ x, m })).params, 1e-12);
  });

  test('no repeat spend at all is refused, not guessed', () => {
    const nothing = gammaGamma.fit({ x: Float64Array.of(0, 2), m: Float64Array.of(0, 0) });
    expect(nothing).toMatchObject({ kind: 'refusal', reason: 'no-positive-spend' });
    const broken = gammaGamma.fit({ x: Float64Array.of(1, 2), m: Float64Array.of(5, NaN) });
    expect(broken).toMatchObject({ kind: 'refusal', reason: 'invalid-history', at: 1 });
  });

  test('says so when frequent buyers spend more', () => {
    const { x, m } = shop(400, 9);
    const fit = fitted(gammaGamma.fit({ x, m: m.map((value, i) => value * x[i]) }));
    expect(codes(fit)).toContain('spend-depends-on-frequency');
  });
});

describe('correlation', () => {
  test('Spearman shares ranks among ties: 1, 2.5, 2.5, 4 against 1, 2, 3, 4', () => {
    const { spearman } = correlation(Float64Array.of(1, 5, 5, 9), Float64Array.of(1, 2, 3, 4));
    expect(spearman).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 14);
  });

  test('a strictly increasing curve has rank correlation 1', () => {
    const a = Float64Array.from({ length: 50 }, (_, i) => i);
    const { pearson, spearman, pValue } = correlation(a, a.map(Math.exp));
    expect(spearman).toBeCloseTo(1, 14);
    expect(pearson).toBeLessThan(0.5);
    expect(pValue).toBeLessThan(1e-10);
  });
});
