import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lifetimes } from '../../../src/analysis/survival/lifetimes';
import { logRank } from '../../../src/analysis/survival/log-rank';
import { realFile } from '../models/read-log';
import { onRealFile } from '../models/real-file';

function lifetimes(rows: readonly (readonly [number, number])[]): Lifetimes {
  return {
    duration: Float64Array.from(rows, ([duration]) => duration),
    event: Uint8Array.from(rows, ([, event]) => event),
  };
}

onRealFile('survival_waltons.csv', 'log-rank test of the Waltons', () => {
  test('the two groups differ beyond any doubt: chi-squared 122.25', () => {
    const rows = readFileSync(realFile('survival_waltons.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const groups = [...new Set(rows.map(([, , group]) => group))].map((name) =>
      lifetimes(
        rows
          .filter(([, , group]) => group === name)
          .map(([T, E]): [number, number] => [Number(T), Number(E)]),
      ),
    );
    const { statistic, degrees, pValue } = logRank(groups);
    expect(statistic).toBeCloseTo(122.249, 3);
    expect(degrees).toBe(1);
    expect(pValue).toBeLessThan(1e-27);
  });
});

describe('log-rank', () => {
  // Freireich et al. 1963: remission in weeks of 21 leukaemia patients each, 6-MP against placebo.
  const treated = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((t): [number, number] => [t, 1]);
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((t): [number, number] => [
    t,
    0,
  ]);
  const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(
    (t): [number, number] => [t, 1],
  );
  const groups = [lifetimes([...treated, ...censored]), lifetimes(placebo)];

  test('the textbook example: chi-squared 16.79, 9 relapses where 19.25 were expected', () => {
    const { statistic, observed, expected } = logRank(groups);
    expect(statistic).toBeCloseTo(16.793, 3);
    expect(observed).toEqual([9, 21]);
    expect(expected[0]).toBeCloseTo(19.25, 2);
    expect(expected[1]).toBeCloseTo(10.75, 2);
  });

  test('a group against itself, or against nobody, shows no difference', () => {
    const same = logRank([groups[0], groups[0]]);
    expect(same.statistic).toBeCloseTo(0, 12);
    expect(same.pValue).toBeCloseTo(1, 6);
    const alone = logRank([groups[0], lifetimes([])]);
    expect(alone.degrees).toBe(0);
    expect(alone.pValue).toBe(1);
  });

  test('does not depend on the order of groups, and events are as many as expected', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, 1));
    const group = fc.array(row, { minLength: 2, maxLength: 20 }).map(lifetimes);
    fc.assert(
      fc.property(group, group, group, (a, b, c) => {
        const one = logRank([a, b, c]);
        const other = logRank([c, a, b]);
        expect(one.statistic).toBeCloseTo(other.statistic, 8);
        const sum = (values: number[]): number => values.reduce((total, v) => total + v, 0);
        expect(sum(one.observed)).toBeCloseTo(sum(one.expected), 9);
        expect(one.degrees).toBeLessThanOrEqual(2);
      }),
    );
  });
});
