import type { Cohort } from '../retention/triangle';
import { impossible, MARGIN, type ValueProblem } from './input';

export interface CohortValue {
  /** Cumulative margin per original customer after each period seen whole, k = 0, 1, ... */
  observed: Float64Array;
  /** The same for the periods after, as far as older cohorts show the way. */
  projected: Float64Array;
  /** Margin per original customer at the last of both. */
  value: number;
}

/**
 * Value of a cohort per original customer: what it brought so far, and its projection. Each period
 * ahead adds what the older cohorts that have finished it brought in it, over what they had brought in the
 * cohort's own finished periods (ratio of sums, so large cohorts weigh more), times what this one has brought in those.
 *
 * @param cohorts a triangle's cohorts, ascending
 * @param which place of the cohort in `cohorts`
 * @param margin share of revenue that is margin
 * @returns an error value for an impossible margin; `observed` is empty for a cohort without a whole period
 */
export function cohortValue(
  cohorts: readonly Cohort[],
  which: number,
  margin: number,
): CohortValue | ValueProblem {
  const problem = impossible({ margin }, { margin: MARGIN });
  if (problem) return problem;
  const own = cohorts[which];
  const observed = own.cumulativePerCustomer.slice(0, own.finished).map((sum) => sum * margin);
  const soFar = observed.length === 0 ? 0 : observed[observed.length - 1];
  const projected: number[] = [];
  const start = own.finished - 1;
  for (let k = own.finished, sum = soFar; start >= 0; k++) {
    let added = 0;
    let base = 0;
    for (const older of cohorts) {
      if (older.finished <= k) continue;
      added += older.revenue[k];
      base += older.cumulativePerCustomer[start] * older.size;
    }
    if (base <= 0) break;
    sum += (soFar * added) / base;
    projected.push(sum);
  }
  return {
    observed,
    projected: Float64Array.from(projected),
    value: projected.length > 0 ? projected[projected.length - 1] : soFar,
  };
}
