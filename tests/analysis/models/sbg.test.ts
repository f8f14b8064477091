import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sbg } from '../../../src/analysis/models/sbg';
import { random } from '../../../src/analysis/numerics/random';
import { expectAllWithin, expectWithin } from './closeness';
import { codes, fitted } from './fitted';
import { realFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted } from './reference';

/** Survivors out of a thousand after each renewal, of the two plans of the paper. */
function plans(): { regular: number[]; highEnd: number[] } {
  const rows = readFileSync(realFile('sbg_survival.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return { regular: rows.map(([, a]) => a * 10), highEnd: rows.map(([, , b]) => b * 10) };
}

onRealFile('sbg_survival.csv', 'sBG on the two plans of Fader & Hardie (2007)', () => {
  const { regular, highEnd } = plans();

  test.each([
    ['sbg-regular', regular],
    ['sbg-highend', highEnd],
  ] as const)('%s', (id, alive) => {
    const reference = entry(id);
    const fit = fitted(sbg.fit([{ alive: alive.slice(0, 8) }]));
    expectAllWithin(fit.params, reference.measured as Record<string, number>, 2e-6);
    expectWithin(fit.logLikelihood, reference.ll_measured as number, 1e-7);
    predicted(id, 'S(0..12)').forEach((value, t) =>
      expect(sbg.survival(fit.params, t)).toBeCloseTo(value, 5),
    );
    const early = reference.fit_on_5_values_measured as { alpha: number; beta: number; ll: number };
    const first = fitted(sbg.fit([{ alive: alive.slice(0, 5) }]));
    expectAllWithin(first.params, { alpha: early.alpha, beta: early.beta }, 1e-5);
    expectWithin(first.logLikelihood, early.ll, 1e-7);
  });

  test('a high-end customer with seven renewals is worth 7.53 further payments at 10%', () => {
    const { params } = fitted(sbg.fit([{ alive: highEnd.slice(0, 8) }]));
    expect(sbg.residualLifetime(params, 8, 0.1)).toBeCloseTo(7.53, 2);
  });

  test('the mean of cohorts: the same customers, in cohorts of different age', () => {
    const whole = fitted(sbg.fit([{ alive: regular.slice(0, 8) }]));
    const halves = fitted(
      sbg.fit([0, 1].map(() => ({ alive: regular.slice(0, 8).map((n) => n / 2) }))),
    );
    expectAllWithin(halves.params, whole.params, 1e-9);
    expectAllWithin(halves.standardErrors, whole.standardErrors, 1e-9);
    const ages = fitted(sbg.fit([{ alive: regular.slice(0, 8) }, { alive: regular.slice(0, 3) }]));
    expect(ages.customers).toBe(2000);
    expect(ages.standardErrors.alpha).toBeLessThan(whole.standardErrors.alpha);
  });
});

describe('sBG', () => {
  test('discounted expected residual lifetime, table 3 of Fader & Hardie (2010)', () => {
    const reference = entry('sbg-derl').predictions as { value: never; measured?: number[] }[];
    const [steady, mixed] = reference.map(({ measured }) => measured as number[]);
    steady.forEach((value, k) =>
      expectWithin(sbg.residualLifetime({ alpha: 3.8, beta: 15.2 }, k + 1, 0.1), value, 2e-6),
    );
    mixed.forEach((value, k) =>
      expectWithin(sbg.residualLifetime({ alpha: 0.067, beta: 0.267 }, k + 1, 0.1), value, 2e-6),
    );
  });

  test('chances to leave follow their recursion and add up to what has not survived', () => {
    const params = { alpha: 0.7, beta: 1.18 };
    const { alpha, beta } = params;
    let gone = 0;
    for (let t = 1; t <= 40; t++) {
      const chance = sbg.churnProbability(params, t);
      gone += chance;
      expectWithin(1 - gone, sbg.survival(params, t), 1e-12);
      expectWithin(
        sbg.retention(params, t),
        sbg.survival(params, t) / sbg.survival(params, t - 1),
        1e-12,
      );
      if (t === 1) expectWithin(chance, alpha / (alpha + beta), 1e-14);
      else {
        const step = (beta + t - 2) / (alpha + beta + t - 1);
        expectWithin(chance, sbg.churnProbability(params, t - 1) * step, 1e-12);
      }
      expect(sbg.retention(params, t + 1)).toBeGreaterThan(sbg.retention(params, t));
    }
  });

  test('residual lifetime is the discounted sum of survival', () => {
    const params = { alpha: 1.5, beta: 6 };
    let sum = 0;
    for (let t = 4; t < 3000; t++) {
      sum += sbg.survival(params, t) / sbg.survival(params, 3) / 1.02 ** (t - 4);
    }
    expectWithin(sbg.residualLifetime(params, 4, 0.02), sum, 1e-9);
  });

  test('mean lifetime is the sum of survival, where alpha exceeds one', () => {
    const params = { alpha: 4, beta: 8 };
    let sum = 1;
    let there = 1;
    for (let t = 1; t < 20_000; t++) {
      there *= sbg.retention(params, t);
      sum += there;
    }
    expectWithin(sbg.expectedLifetime(params), sum, 1e-8);
    expect(sbg.expectedLifetime({ alpha: 1, beta: 8 })).toBe(Infinity);
  });

  test('recovers the parameters of cohorts it made, within three standard errors', () => {
    const source = random(11);
    const cohorts = [12, 9, 6, 3].map((renewals) => {
      const alive = [5000];
      const chances = Array.from({ length: 5000 }, () => source.beta(1.2, 5));
      let left = chances;
      for (let t = 0; t < renewals; t++) {
        left = left.filter((p) => source.uniform() >= p);
        alive.push(left.length);
      }
      return { alive };
    });
    const fit = fitted(sbg.fit(cohorts));
    expect(Math.abs(fit.params.alpha - 1.2)).toBeLessThan(3 * fit.standardErrors.alpha);
    expect(Math.abs(fit.params.beta - 5)).toBeLessThan(3 * fit.standardErrors.beta);
  });

  test('one renewal tells the mean only: a prior takes over and says so', () => {
    const fit = fitted(sbg.fit([{ alive: [400, 300] }]));
    expect(fit.estimator).toBe('map');
    expect(codes(fit)).toContain('prior-used');
    expect(sbg.retention(fit.params, 1)).toBeCloseTo(0.75, 2);
  });

  test('survivors cannot increase, and nobody is not a cohort', () => {
    expect(sbg.fit([{ alive: [10, 12] }])).toMatchObject({ reason: 'invalid-history', at: 0 });
    expect(sbg.fit([])).toMatchObject({ kind: 'refusal', reason: 'no-customers' });
    expect(sbg.fit([{ alive: [10] }])).toMatchObject({ reason: 'no-time-observed' });
  });
});
