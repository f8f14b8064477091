import { describe, expect, test } from 'vitest';
import { PURCHASE_MODELS } from '../../../src/analysis/models/purchase-models';
import { fitted, sumOver } from './fitted';
import { simulatePurchases } from './simulate-purchases';

const shops = [
  ['bg-nbd', { r: 0.6, alpha: 60, a: 0.7, b: 3 }],
  ['mbg-nbd', { r: 0.9, alpha: 60, a: 0.8, b: 2.4 }],
  ['pareto-nbd', { r: 0.9, alpha: 60, s: 0.7, beta: 150 }],
] as const;

describe.each(shops)('a shop of 6,000 customers that lives by %s', (name, truth) => {
  const model = PURCHASE_MODELS[name];
  const { history, later } = simulatePurchases(name, truth, {
    customers: 6000,
    shortest: 60,
    longest: 900,
    future: 365,
    seed: 20,
  });
  const fit = fitted(model.fit(history, 'day'));

  test('gives its parameters back within three standard errors', () => {
    for (const [parameter, value] of Object.entries(truth)) {
      const error = Math.abs(fit.params[parameter] - value);
      expect(error).toBeLessThan(3 * fit.standardErrors[parameter]);
    }
    expect(fit.warnings).toEqual([]);
  });

  test('buys in the next year what was forecast, within a few percent', () => {
    const expected = sumOver(history, (x, tx, T) => model.expectedPurchases(truth, 365, x, tx, T));
    const actual = later.reduce((sum, n) => sum + n, 0);
    // Independent customers: the sum is off by a few times the root of its variance.
    const variance = later.reduce((sum, n) => sum + n * n, 0);
    expect(Math.abs(actual - expected)).toBeLessThan(3.5 * Math.sqrt(variance));
  });

  test('and those it takes for alive are alive as often as it says', () => {
    // A purchase later proves life; so many are expected to make one among those of equal P(alive).
    const bins = [0, 1, 2, 3, 4].map(() => ({ expected: 0, seen: 0, variance: 0 }));
    for (let i = 0; i < history.count; i++) {
      const alive = model.probabilityAlive(truth, history.x[i], history.tx[i], history.T[i]);
      const none = model.purchaseCountsIfAlive(truth, 365, history.x[i], history.T[i], 0)[0];
      const bin = bins[Math.min(4, Math.floor(5 * alive))];
      const chance = alive * (1 - none);
      bin.expected += chance;
      bin.variance += chance * (1 - chance);
      if (later[i] > 0) bin.seen++;
    }
    for (const { expected, seen, variance } of bins) {
      expect(Math.abs(seen - expected)).toBeLessThanOrEqual(3.5 * Math.sqrt(variance) + 1);
    }
  });
});
