import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bgBb } from '../../../src/analysis/models/bg-bb';
import { residualPurchasesIfAlive } from '../../../src/analysis/models/residual-purchases';
import type { RepeatHistory } from '../../../src/analysis/models/repeat-history';
import { logUniform } from './arbitrary';
import { expectAllWithin, expectWithin } from './closeness';
import { fitted, sumOver } from './fitted';
import { historyOf, realFile } from './read-log';
import { onRealFile } from './real-file';
import { entry, predicted } from './reference';

function donations(): RepeatHistory {
  const rows = readFileSync(realFile('donations.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]);
  return { count: rows.length, x: column(0), tx: column(1), T: column(2), weight: column(3) };
}

onRealFile('donations.csv', 'BG/BB on 11,104 donors over six years', () => {
  const history = donations();
  const fit = fitted(bgBb.fit(history, 'year'));
  const { params } = fit;
  const id = 'bgbb-donations';

  test('reaches the published maximum', () => {
    const precise = entry(id).high_precision as Record<string, number>;
    expectAllWithin(params, precise, 1e-4);
    expectWithin(fit.logLikelihood, entry(id).ll, 1e-8);
    expectAllWithin(fit.standardErrors, entry(id).se_measured as Record<string, number>, 1e-4);
    expect(fit.customers).toBe(11_104);
  });

  test('P(alive in the next year) as the paper has it', () => {
    const next = (x: number, tx: number): number =>
      bgBb.probabilityAlive(params, x, tx, 6) *
      ((params.delta + 6) / (params.gamma + params.delta + 6));
    expectWithin(next(0, 0), 0.10813, 1e-4);
    expectWithin(next(2, 4), 0.58966, 1e-4);
    expectWithin(next(6, 6), 0.93043, 1e-4);
  });

  test('expected donations: of donors in the next five years, of a new donor in 1 to 11', () => {
    const sum = sumOver(history, (x, tx, T) => bgBb.expectedPurchases(params, 5, x, tx, T));
    expect(Math.abs(sum - 12884.2)).toBeLessThan(0.5);
    predicted(id, 'E[X(n)]').forEach((value, n) =>
      expectWithin(bgBb.expectedPurchasesOfNew(params, n + 1), value, 1e-4),
    );
    const rows = [
      [0, 0],
      [4, 5],
      [6, 6],
    ];
    rows.forEach(([x, tx], i) => {
      // Measured at parameters of four digits.
      expectWithin(bgBb.expectedPurchases(params, 5, x, tx, 6), predicted(id, 'CET(5)')[i], 2e-4);
      const alive = bgBb.probabilityAlive(params, x, tx, 6);
      const dert = alive * residualPurchasesIfAlive(bgBb, params, 0.1, x, 6);
      expectWithin(dert, predicted(id, 'DERT')[i], 2e-4);
    });
  });

  test('expected numbers of donors by donations', () => {
    const counts = bgBb.purchaseCountsOfNew(params, 6, 6);
    predicted(id, 'pmf').forEach((value, n) => expectWithin(counts[n], value, 1e-4));
    const [none, all] = predicted(id, 'expected # donors');
    expect(Math.abs(11_104 * counts[0] - none)).toBeLessThan(0.5);
    expect(Math.abs(11_104 * counts[6] - all)).toBeLessThan(0.5);
  });
});

describe('BG/BB', () => {
  const shape = logUniform(0.1, 10);
  const anyParams = fc.record({ alpha: shape, beta: shape, gamma: shape, delta: shape });

  test('probabilities of all histories of n opportunities add up to one', () => {
    fc.assert(
      fc.property(anyParams, fc.integer({ min: 1, max: 7 }), (params, n) => {
        let sum = 0;
        let alive = 0;
        for (let pattern = 0; pattern < 2 ** n; pattern++) {
          const taken = Array.from({ length: n }, (_, j) => (pattern >> j) & 1);
          const x = taken.reduce((total, one) => total + one, 0);
          const tx = taken.lastIndexOf(1) + 1;
          const chance = Math.exp(bgBb.logLikelihood(params, historyOf([[x, tx, n]])));
          sum += chance;
          alive += chance * bgBb.probabilityAlive(params, x, tx, n);
        }
        expect(sum).toBeCloseTo(1, 12);
        // P(alive) averages to the share that survives.
        expectWithin(alive, bgBb.survival(params, n), 1e-10);
      }),
      { numRuns: 40 },
    );
  });

  test('counts add up to one and to E[X(n)]', () => {
    fc.assert(
      fc.property(anyParams, fc.integer({ min: 1, max: 30 }), (params, n) => {
        const counts = bgBb.purchaseCountsOfNew(params, n, n);
        expect(counts.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 10);
        const mean = counts.reduce((total, p, x) => total + x * p, 0);
        expectWithin(mean, bgBb.expectedPurchasesOfNew(params, n), 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('histories that are not whole opportunities are refused', () => {
    const result = bgBb.fit(
      historyOf([
        [1, 2, 6],
        [1, 2.5, 6],
      ]),
      'year',
    );
    expect(result).toMatchObject({ kind: 'refusal', reason: 'not-whole-opportunities', at: 1 });
    const many = bgBb.fit(historyOf([[3, 2, 6]]), 'year');
    expect(many).toMatchObject({ kind: 'refusal', reason: 'not-whole-opportunities', at: 0 });
  });
});
