import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelParameters } from '../../../src/analysis/models/fit';
import { CONTINUOUS_MODELS, PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { groupHistory, type RepeatHistory } from '../../../src/analysis/models/repeat-history';
import { lifetimeWithin } from '../../../src/analysis/models/residual-purchases';
import { DAYS_IN } from '../../../src/analysis/time-unit';
import { customer, history, logUniform, parameters } from './arbitrary';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted } from './fitted';
import { histories, historyOf, lastDay, readLog, simulatedFile } from './read-log';

const paramsOf = (name: keyof typeof parameters): fc.Arbitrary<ModelParameters> => parameters[name];
const runs = { numRuns: 100 };

function inUnit({ count, x, tx, T }: RepeatHistory, days: number): RepeatHistory {
  return { count, x, tx: tx.map((t) => t / days), T: T.map((t) => t / days) };
}

describe.each(CONTINUOUS_MODELS)('%s', { timeout: 60_000 }, (name) => {
  const model = PURCHASE_MODELS[name];
  const anyParams = paramsOf(name as keyof typeof parameters);

  test('P(alive) is a probability, and grows the later the last purchase', () => {
    fc.assert(
      fc.property(anyParams, customer, (params, [x, tx, T]) => {
        const alive = model.probabilityAlive(params, x, tx, T);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        if (x === 0) return;
        const later = model.probabilityAlive(params, x, (tx + T) / 2, T);
        expect(later).toBeGreaterThanOrEqual(alive - 1e-12);
      }),
      runs,
    );
  });

  test('more time never means fewer purchases, and a living customer expects more than an unsure one', () => {
    fc.assert(
      fc.property(anyParams, customer, logUniform(0.1, 1000), (params, [x, tx, T], t) => {
        const expected = model.expectedPurchases(params, t, x, tx, T);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(model.expectedPurchases(params, 1.5 * t, x, tx, T)).toBeGreaterThanOrEqual(expected);
        const alive = model.expectedPurchasesIfAlive(params, t, x, T);
        expect(alive).toBeGreaterThanOrEqual(expected);
        expectWithin(expected, alive * model.probabilityAlive(params, x, tx, T), 1e-12);
        expect(model.expectedPurchases(params, 0, x, tx, T)).toBe(0);
        expect(Number.isFinite(alive)).toBe(true);
      }),
      runs,
    );
  });

  test('chances of 0, 1, 2, ... purchases add up to one, and their mean to E[X(t)]', () => {
    // With t at most twice alpha and r at most 3, more than 150 purchases practically never happen.
    fc.assert(
      fc.property(anyParams, logUniform(0.05, 2), logUniform(0.1, 3), (params, share, r) => {
        const narrow = { ...params, r };
        const t = share * params.alpha;
        const counts = model.purchaseCountsOfNew(narrow, t, 150);
        expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
        const mean = counts.reduce((sum, p, n) => sum + p * n, 0);
        expectWithin(mean, model.expectedPurchasesOfNew(narrow, t), 1e-9);
        for (const p of counts) expect(p).toBeGreaterThanOrEqual(0);
        const living = model.purchaseCountsIfAlive(narrow, t / 2, 1, t, 200);
        expect(living.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expectWithin(
          living.reduce((sum, p, n) => sum + p * n, 0),
          model.expectedPurchasesIfAlive(narrow, t / 2, 1, t),
          1e-8,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('survival never grows, and its area stays below the horizon and the mean lifetime', () => {
    fc.assert(
      fc.property(anyParams, logUniform(1, 1000), (params, t) => {
        const survival = model.survival(params, t);
        expect(survival).toBeGreaterThanOrEqual(0);
        expect(survival).toBeLessThanOrEqual(1 + 1e-12);
        expect(model.survival(params, 2 * t)).toBeLessThanOrEqual(survival * (1 + 1e-12));
        const within = lifetimeWithin(model, params, t);
        expect(within).toBeGreaterThanOrEqual(survival * t * (1 - 1e-9));
        expect(within).toBeLessThanOrEqual(t * (1 + 1e-9));
        const mean = model.expectedLifetime(params);
        expect(within).toBeLessThanOrEqual(mean * (1 + 1e-9));
      }),
      { numRuns: 40 },
    );
  });

  test('right after the first purchase, survival and P(alive) are the same', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        const alive = model.probabilityAlive(params, 0, 0, 0);
        expectWithin(model.survival(params, 1e-9), alive, 1e-6);
      }),
      runs,
    );
  });

  test('days, weeks, months and years tell the same', () => {
    fc.assert(
      fc.property(anyParams, history, logUniform(1, 500), (params, past, t) => {
        const purchases = past.x.reduce((sum, x) => sum + x, 0);
        const inDays = model.logLikelihood(params, past);
        for (const unit of ['week', 'month', 'year'] as const) {
          const days = DAYS_IN[unit];
          const other = model.changeUnit(params, 'day', unit);
          // A density of purchase times has the unit's inverse to the number of purchases.
          const shifted = inDays + purchases * Math.log(days);
          const told = model.logLikelihood(other, inUnit(past, days));
          expect(Math.abs(told - shifted)).toBeLessThan(1e-10 * (1 + Math.abs(shifted)));
          const [x, tx, T] = [past.x[0], past.tx[0], past.T[0]];
          expectWithin(
            model.expectedPurchases(other, t / days, x, tx / days, T / days),
            model.expectedPurchases(params, t, x, tx, T),
            1e-9,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('customers alike in one row change nothing', () => {
    fc.assert(
      fc.property(anyParams, history, (params, past) => {
        const twice: RepeatHistory = {
          count: 2 * past.count,
          x: Float64Array.of(...past.x, ...past.x),
          tx: Float64Array.of(...past.tx, ...past.tx),
          T: Float64Array.of(...past.T, ...past.T),
        };
        const grouped = groupHistory(twice);
        expect(grouped.count).toBeLessThanOrEqual(past.count);
        const expected = 2 * model.logLikelihood(params, past);
        const told = model.logLikelihood(params, grouped);
        expect(Math.abs(told - expected)).toBeLessThan(1e-11 * (1 + Math.abs(expected)));
      }),
      runs,
    );
  });

  test('a thousand purchases, none at all, a purchase on the last day: all finite', () => {
    fc.assert(
      fc.property(anyParams, fc.constantFrom(0, 1, 1000), (params, x) => {
        for (const [tx, T] of [
          [0, 0],
          [10, 10],
          [10, 2000],
          [2000, 2000],
        ]) {
          const last = x === 0 ? 0 : tx;
          expect(Number.isFinite(model.logLikelihood(params, historyOf([[x, last, T]])))).toBe(
            true,
          );
          expect(Number.isFinite(model.probabilityAlive(params, x, last, T))).toBe(true);
          expect(Number.isFinite(model.expectedPurchases(params, 365, x, last, T))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the fit is the same for rows grouped, shuffled, in days or in weeks', () => {
    const log = readLog(simulatedFile('sim_small'));
    const { history: days } = histories(log, lastDay(log));
    const fit = fitted(model.fit(days, 'day'));
    const same = { ...fit.params };
    expectAllWithin(fitted(model.fit(groupHistory(days), 'day')).params, same, 1e-7);
    const turned = { ...days, x: days.x.slice().reverse() };
    turned.tx = days.tx.slice().reverse();
    turned.T = days.T.slice().reverse();
    expectAllWithin(fitted(model.fit(turned, 'day')).params, same, 1e-7);
    const weeks = fitted(model.fit(inUnit(days, 7), 'week'));
    expectAllWithin(model.changeUnit(weeks.params, 'week', 'day'), same, 1e-7);
    const purchases = days.x.reduce((sum, x) => sum + x, 0);
    expectWithin(fit.logLikelihood, weeks.logLikelihood - purchases * Math.log(7), 1e-11);
    // Times that are no whole days take another path through the tables.
    const hours = fitted(model.fit(inUnit(days, 1.03), 'day'));
    expectWithin(hours.params.alpha * 1.03, same.alpha, 1e-7);
  });

  test('what cannot be learned from is refused with its reason', () => {
    const reason = (rows: [number, number, number][]): unknown => model.fit(historyOf(rows), 'day');
    expect(reason([])).toMatchObject({ kind: 'refusal', reason: 'no-customers' });
    expect(reason([[0, 0, 30]])).toMatchObject({ reason: 'no-repeat-purchases' });
    expect(reason([[1, 0, 0]])).toMatchObject({ reason: 'no-time-observed' });
    const broken: [number, number, number][] = [
      [1, 40, 30],
      [1.5, 3, 30],
      [-1, 0, 30],
      [0, 5, 30],
      [1, NaN, 30],
      [1, 3, Infinity],
    ];
    for (const row of broken) {
      expect(reason([[1, 3, 30], row])).toMatchObject({ reason: 'invalid-history', at: 1 });
    }
  });
});
