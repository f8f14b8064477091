import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, survivalAt } from '../../../src/analysis/survival/kaplan-meier';
import type { Lifetimes } from '../../../src/analysis/survival/lifetimes';
import { restrictedMean } from '../../../src/analysis/survival/restricted-mean';
import { realFile } from '../models/read-log';
import { onRealFile } from '../models/real-file';
import { predicted } from '../models/reference';

function lifetimes(rows: readonly (readonly [number, 0 | 1])[]): Lifetimes {
  return {
    duration: Float64Array.from(rows, ([duration]) => duration),
    event: Uint8Array.from(rows, ([, event]) => event),
  };
}

function column(file: string, duration: number, event: number): Lifetimes {
  const rows = readFileSync(realFile(file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return lifetimes(rows.map((row): [number, 0 | 1] => [row[duration], row[event] === 1 ? 1 : 0]));
}

describe('Kaplan-Meier of the glioma trial (g3)', () => {
  // Six controls: deaths at 9, 19, 32, 34 and two later.
  const control = kaplanMeier(
    lifetimes([
      [9, 1],
      [19, 1],
      [32, 1],
      [34, 1],
      [37, 1],
      [40, 0],
    ]),
  );

  test('survival of the controls with its log-log band, as R has them', () => {
    predicted('km-g3', 'S(t) control').forEach((value, k) => {
      expect(control.survival[k]).toBeCloseTo(value, 3);
      expect(control.lower[k]).toBeCloseTo(predicted('km-g3', '95% CI')[k], 3);
      expect(control.upper[k]).toBeCloseTo(predicted('km-g3', 'upper')[k], 2);
    });
    expect(control.median).toBe(32);
  });

  test('censored patients leave those at risk: 10/11, then 6/7 of it', () => {
    const curve = kaplanMeier(
      lifetimes([
        [25, 1],
        [30, 0],
        [34, 0],
        [45, 0],
        [53, 1],
        ...[55, 56, 57, 58, 59, 60].map((t): [number, 0] => [t, 0]),
      ]),
    );
    const [first, second] = predicted('km-g3', 'S(t) RIT');
    expect(survivalAt(curve, 25)).toBeCloseTo(first, 3);
    expect(survivalAt(curve, 53)).toBeCloseTo(second, 3);
    expect(curve.median).toBeNull();
  });
});

onRealFile('survival_waltons.csv', 'Kaplan-Meier of the Waltons', () => {
  test('half of them live to 56', () => {
    const curve = kaplanMeier(column('survival_waltons.csv', 0, 1));
    expect(curve.median).toBe(56);
    expect(curve.atRisk[0]).toBe(163);
  });
});

onRealFile('survival_gbsg2.csv', 'Kaplan-Meier of the German breast cancer study', () => {
  test('half of them live for 1,807 days', () => {
    expect(kaplanMeier(column('survival_gbsg2.csv', 8, 9)).median).toBe(1807);
  });
});

describe('Kaplan-Meier', () => {
  const sample = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom<0 | 1>(0, 1)), {
    minLength: 1,
    maxLength: 60,
  });

  test('falls from one, stays in its band, and the band in [0, 1]', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const { survival, lower, upper } = kaplanMeier(lifetimes(rows));
        let before = 1;
        survival.forEach((share, k) => {
          expect(share).toBeLessThanOrEqual(before);
          expect(lower[k]).toBeLessThanOrEqual(share + 1e-15);
          expect(upper[k]).toBeGreaterThanOrEqual(share - 1e-15);
          expect(lower[k]).toBeGreaterThanOrEqual(0);
          expect(upper[k]).toBeLessThanOrEqual(1);
          before = share;
        });
      }),
    );
  });

  test('without censoring it is the share still there, and its area the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2 }), (durations) => {
        const curve = kaplanMeier(lifetimes(durations.map((t): [number, 1] => [t, 1])));
        curve.time.forEach((t, k) => {
          const left = durations.filter((duration) => duration > t).length;
          expect(curve.survival[k]).toBeCloseTo(left / durations.length, 12);
        });
        const mean = durations.reduce((sum, t) => sum + t, 0) / durations.length;
        expect(restrictedMean(curve, Infinity).mean).toBeCloseTo(mean, 10);
        const capped = durations.reduce((sum, t) => sum + Math.min(t, 10), 0) / durations.length;
        expect(restrictedMean(curve, 10).mean).toBeCloseTo(capped, 10);
      }),
    );
  });

  test('without censoring the error of the mean is that of a mean', () => {
    const durations = [1, 3, 4, 8, 9, 12, 20];
    const curve = kaplanMeier(lifetimes(durations.map((t): [number, 1] => [t, 1])));
    const n = durations.length;
    const mean = durations.reduce((sum, t) => sum + t, 0) / n;
    const variance = durations.reduce((sum, t) => sum + (t - mean) ** 2, 0) / n;
    expect(restrictedMean(curve, 100).standardError).toBeCloseTo(Math.sqrt(variance / n), 12);
    expect(restrictedMean(curve, 100).horizon).toBe(20);
  });

  test('a weight of two is two customers', () => {
    const once = lifetimes([
      [2, 1],
      [3, 0],
      [5, 1],
    ]);
    const twice = lifetimes([
      [2, 1],
      [2, 1],
      [3, 0],
      [3, 0],
      [5, 1],
      [5, 1],
    ]);
    expect(kaplanMeier({ ...once, weight: Float64Array.of(2, 2, 2) })).toEqual(kaplanMeier(twice));
  });

  test('nobody at all is an empty curve', () => {
    const empty = kaplanMeier(lifetimes([]));
    expect(empty.time.length).toBe(0);
    expect(empty.median).toBeNull();
    expect(restrictedMean(empty, 10).mean).toBe(0);
  });
});
