import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sbgOfTable, type SurvivalTable } from '../../../src/analysis/survival/survival-table';
import { realFile } from '../models/read-log';
import { onRealFile } from '../models/real-file';

function plans(): SurvivalTable {
  const [head, ...rows] = readFileSync(realFile('sbg_survival.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return {
    cohorts: [1, 2].map((column) => ({
      name: head[column],
      alive: rows.map((row) => Number(row[column])),
    })),
  };
}

onRealFile('sbg_survival.csv', 'the table of Fader & Hardie (2007)', () => {
  test('seven renewals give .704, 1.182 and .668, 3.806', () => {
    const [regular, highEnd] = sbgOfTable(plans(), { renewals: 7 });
    for (const [{ fit }, alpha, beta] of [
      [regular, 0.704, 1.182],
      [highEnd, 0.668, 3.806],
    ] as const) {
      if (fit.kind !== 'fit') throw new Error(fit.reason);
      expect(fit.params.alpha).toBeCloseTo(alpha, 3);
      expect(fit.params.beta).toBeCloseTo(beta, 3);
    }
    expect(regular.renewals).toBe(7);
    expect(regular.customers).toBeNull();
  });

  test('the five renewals kept from the model come within two points', () => {
    for (const { observed, projected } of sbgOfTable(plans(), { renewals: 7, horizon: 12 }))
      for (let t = 8; t <= 12; t++)
        expect(Math.abs((projected?.[t] ?? NaN) - observed[t])).toBeLessThan(0.02);
  });
});

test('shares, percentages and counts are one cohort: the same parameters', () => {
  const counts = [1000, 631, 468, 382, 326, 289, 262, 241];
  const [asCounts, asPercent, asShares] = sbgOfTable({
    cohorts: [
      { name: 'counts', alive: counts },
      { name: 'percent', alive: counts.map((n) => n / 10) },
      { name: 'shares', alive: counts.map((n) => n / 1000) },
    ],
  });
  expect(asCounts.customers).toBe(1000);
  expect(asPercent.customers).toBeNull();
  for (const one of [asPercent, asShares]) {
    if (one.fit.kind !== 'fit' || asCounts.fit.kind !== 'fit') throw new Error('no fit');
    expect(one.fit.params.alpha).toBeCloseTo(asCounts.fit.params.alpha, 6);
    expect(one.fit.params.beta).toBeCloseTo(asCounts.fit.params.beta, 6);
    one.observed.forEach((share, t) => expect(share).toBeCloseTo(counts[t] / 1000, 12));
  }
});

test('a table whose survivors rise has no model, and says so', () => {
  const [{ fit, projected }] = sbgOfTable({ cohorts: [{ name: 'odd', alive: [100, 60, 70] }] });
  expect(fit).toMatchObject({ kind: 'refusal', reason: 'invalid-history' });
  expect(projected).toBeNull();
});
