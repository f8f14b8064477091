import type { SplitHistories } from './split-histories';

/** Customers alike in the calibration: mean purchases in the holdout, actual and predicted. */
export interface ConditionalMean {
  /** Repeat purchases, or time since the last purchase, from here (inclusive) ... */
  from: number;
  /** ... to here (exclusive); Infinity in the last group. */
  to: number;
  customers: number;
  actual: number;
  predicted: number;
}

/** By number of repeat purchases in the calibration: 0, 1, ... and `last` or more. */
export function byFrequency(
  { history, purchases }: SplitHistories,
  predicted: Float64Array,
  last = 7,
): ConditionalMean[] {
  const edges = Array.from({ length: last + 1 }, (_, x) => x);
  return means(history.x, edges, purchases, predicted);
}

/** By recency: time between the last purchase and the split, in `groups` of equal width. */
export function byRecency(
  { history, purchases }: SplitHistories,
  predicted: Float64Array,
  groups = 8,
): ConditionalMean[] {
  const silence = history.T.map((T, i) => T - history.tx[i]);
  const longest = silence.reduce((max, s) => Math.max(max, s), 0);
  const edges = Array.from({ length: groups }, (_, k) => (k * longest) / groups);
  return means(silence, edges, purchases, predicted);
}

function means(
  value: Float64Array,
  edges: readonly number[],
  actual: Float64Array,
  predicted: Float64Array,
): ConditionalMean[] {
  const groups = edges.map((from, k) => ({
    from,
    to: edges[k + 1] ?? Infinity,
    customers: 0,
    actual: 0,
    predicted: 0,
  }));
  value.forEach((v, i) => {
    const group = groups.findLast(({ from }) => v >= from);
    if (!group) return;
    group.customers++;
    group.actual += actual[i];
    group.predicted += predicted[i];
  });
  return groups
    .filter(({ customers }) => customers > 0)
    .map((group) => ({
      ...group,
      actual: group.actual / group.customers,
      predicted: group.predicted / group.customers,
    }));
}
