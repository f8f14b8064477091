import { describe, expect, test } from 'vitest';
import { PURCHASE_MODELS } from '../../../../src/analysis/models/purchase-models';
import { accuracy } from '../../../../src/analysis/models/validation/accuracy';
import {
  byFrequency,
  byRecency,
} from '../../../../src/analysis/models/validation/conditional-expectations';
import { frequencyFit } from '../../../../src/analysis/models/validation/frequency-fit';
import { holdoutForecast } from '../../../../src/analysis/models/validation/holdout';
import { naiveForecast } from '../../../../src/analysis/models/validation/naive';
import {
  defaultSplit,
  splitHistories,
} from '../../../../src/analysis/models/validation/split-histories';
import { tracking } from '../../../../src/analysis/models/validation/tracking';
import { isoDate } from '../../../../src/analysis/calendar';
import { fitted } from '../fitted';
import { ordersOf } from '../orders-of-log';
import { dayOf, readLog, realFile } from '../read-log';
import { onRealFile } from '../real-file';

onRealFile('cdnow_sample.csv', '39 weeks of CDNOW predict the next 39', () => {
  const orders = ordersOf(readLog(realFile('cdnow_sample.csv')));
  const end = dayOf('1997-09-30');
  const split = splitHistories(orders, end, 'week');

  test('2,357 customers made 2,457 repeat purchases, then 1,882', () => {
    expect(split.history.count).toBe(2357);
    expect(split.history.x.reduce((sum, x) => sum + x, 0)).toBe(2457);
    expect(split.purchases.reduce((sum, y) => sum + y, 0)).toBe(1882);
    expect(split.horizon).toBe(39);
  });

  // Measured with BTYDplus (its demo cdnow.R).
  test.each([
    ['nbd', { sum: 2929.82, mae: 1.04102, rmse: 1.85952, bias: 0.556759 }],
    ['pareto-nbd', { sum: 1665.43, mae: 0.754506, rmse: 1.60285, bias: -0.115075 }],
    ['bg-nbd', { sum: 1653.39, mae: 0.785454, rmse: 1.60798, bias: -0.121471 }],
    ['mbg-nbd', { sum: 1576.71, mae: 0.764778, rmse: 1.60718, bias: -0.162215 }],
  ] as const)('%s is off by as much as measured', (name, { sum, mae, rmse, bias }) => {
    const model = PURCHASE_MODELS[name];
    const { params } = fitted(model.fit(split.history, 'week'));
    const found = accuracy(split.purchases, holdoutForecast(model, params, split));
    expect(found.actual).toBe(1882);
    expect(Math.abs(found.predicted - sum)).toBeLessThan(0.3);
    expect(Math.abs(found.mae - mae)).toBeLessThan(2e-4);
    expect(Math.abs(found.rmse - rmse)).toBeLessThan(2e-4);
    expect(Math.abs(found.bias - bias)).toBeLessThan(2e-4);
  });

  test('every model with leaving beats the forecasts that need none', () => {
    const model = PURCHASE_MODELS['pareto-nbd'];
    const { params } = fitted(model.fit(split.history, 'week'));
    const predicted = accuracy(split.purchases, holdoutForecast(model, params, split));
    for (const name of ['last-period', 'average-pace'] as const) {
      const naive = accuracy(split.purchases, naiveForecast(name, split));
      expect(naive.rmse).toBeGreaterThan(predicted.rmse);
      expect(Math.abs(naive.bias)).toBeGreaterThan(Math.abs(predicted.bias));
      expect(naive.topHit).toBeLessThan(predicted.topHit);
    }
  });

  test('tracking of Pareto/NBD, weeks 20 to 25, as in the walkthrough of BTYD', () => {
    const model = PURCHASE_MODELS['pareto-nbd'];
    const { params } = fitted(model.fit(split.history, 'week'));
    const { actual, expected, start } = tracking(orders, model, params, 'week', end);
    expect(isoDate(start)).toBe('1997-01-01');
    const added = actual.map((_, k) => actual.subarray(0, k + 1).reduce((sum, n) => sum + n, 0));
    expect([...added.subarray(19, 25)]).toEqual([1359, 1414, 1484, 1517, 1573, 1672]);
    const published = [78.31, 76.42, 74.65, 72.98, 71.41, 69.93];
    published.forEach((value, k) =>
      expect(Math.abs(expected[19 + k] / value - 1)).toBeLessThan(0.01),
    );
  });

  test('groups hold every customer once, and their means add up to the totals', () => {
    const model = PURCHASE_MODELS['bg-nbd'];
    const { params } = fitted(model.fit(split.history, 'week'));
    const predicted = holdoutForecast(model, params, split);
    for (const groups of [byFrequency(split, predicted), byRecency(split, predicted)]) {
      const total = (f: (group: (typeof groups)[number]) => number): number =>
        groups.reduce((sum, group) => sum + f(group), 0);
      expect(total(({ customers }) => customers)).toBe(2357);
      expect(total(({ customers, actual }) => customers * actual)).toBeCloseTo(1882, 8);
      expect(total((group) => group.customers * group.predicted)).toBeCloseTo(1653.4, 0);
    }
  });

  test('BG/NBD expects as many never to come back as there are, within 2%', () => {
    const model = PURCHASE_MODELS['bg-nbd'];
    const { params } = fitted(model.fit(split.history, 'week'));
    const { actual, expected } = frequencyFit(model, params, split.history);
    expect(actual[0]).toBe(1411);
    expect(expected.reduce((sum, n) => sum + n, 0)).toBeCloseTo(2357, 6);
    expect(Math.abs(expected[0] / actual[0] - 1)).toBeLessThan(0.02);
  });

  test('without a choice the last third of the time is left for the test', () => {
    expect(isoDate(defaultSplit(orders))).toBe('1997-12-30');
  });
});

describe('splitting a log', () => {
  test('who first bought after the split is not known, and what came later is not told', () => {
    const orders = ordersOf(
      new Map([
        ['early', [0, 10, 20, 30].map((day) => ({ day, amount: 10 + day }))],
        ['late', [{ day: 25, amount: 5 }]],
      ]),
    );
    const split = splitHistories(orders, 20, 'day');
    expect(split.history.count).toBe(1);
    expect([...split.history.x, ...split.history.tx, ...split.history.T]).toEqual([2, 20, 20]);
    expect([...split.spendHistory.m]).toEqual([25]);
    expect([...split.purchases]).toEqual([1]);
    expect([...split.revenue]).toEqual([40]);
    // The holdout is ten days; so are 11 to 20, with the purchase of day 20.
    expect([...split.before]).toEqual([1]);
  });
});
