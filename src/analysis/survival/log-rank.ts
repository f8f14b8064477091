import { chiSquaredTail } from '../numerics/chi-squared';
import { symmetricEigen } from '../numerics/symmetric-eigen';
import { eventTimes, type EventTimes, type Lifetimes } from './lifetimes';

/** Whether groups differ in how long they last. */
export interface LogRank {
  /** Chi-squared statistic; 0 where groups cannot be compared. */
  statistic: number;
  degrees: number;
  pValue: number;
  /** Events seen, and expected were the groups alike, per group. */
  observed: number[];
  expected: number[];
}

/**
 * Log-rank test of any number of groups [Mantel 1966; Klein & Moeschberger 2003, eq. 7.3.6]: at each
 * event time, events against their share of those at risk, with hypergeometric covariance.
 */
export function logRank(groups: readonly Lifetimes[]): LogRank {
  return logRankOfTables(groups.map(eventTimes));
}

/** The same test from the tables of the groups, as every curve carries one. */
export function logRankOfTables(groups: readonly EventTimes[]): LogRank {
  const times = [...new Set(groups.flatMap((table) => [...table.time]))].sort((a, b) => a - b);
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  const next = groups.map(() => 0);
  for (const t of times) {
    const risk = groups.map((table, g) => {
      while (next[g] < table.time.length && table.time[next[g]] < t) next[g]++;
      return next[g] < table.time.length ? table.atRisk[next[g]] : 0;
    });
    const events = groups.map((table, g) =>
      table.time[next[g]] === t ? table.events[next[g]] : 0,
    );
    const n = risk.reduce((sum, v) => sum + v, 0);
    const d = events.reduce((sum, v) => sum + v, 0);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < groups.length; g++) {
      observed[g] += events[g];
      expected[g] += (d * risk[g]) / n;
      for (let h = 0; h < groups.length; h++) {
        covariance[g][h] += spread * (risk[g] / n) * ((g === h ? 1 : 0) - risk[h] / n);
      }
    }
  }
  const excess = observed.map((o, g) => o - expected[g]);
  const { statistic, degrees } = quadraticForm(covariance, excess);
  return { statistic, degrees, pValue: chiSquaredTail(statistic, degrees), observed, expected };
}

/** z' C^- z and the rank of C: the excesses add up to zero, so that C never has full rank. */
function quadraticForm(
  covariance: readonly (readonly number[])[],
  z: readonly number[],
): { statistic: number; degrees: number } {
  const { values, vectors } = symmetricEigen(covariance);
  const smallest = 1e-10 * Math.max(...values, 0);
  let statistic = 0;
  let degrees = 0;
  values.forEach((value, k) => {
    if (!(value > smallest)) return;
    const along = vectors.reduce((sum, row, i) => sum + row[k] * z[i], 0);
    statistic += (along * along) / value;
    degrees++;
  });
  return { statistic, degrees };
}
