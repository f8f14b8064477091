import type { SplitHistories } from './split-histories';

/** Forecasts that need no model: what a model has to beat. */
export type NaiveName = 'last-period' | 'average-pace';

/**
 * Purchases in the holdout, per customer: 'last-period' as many repeat purchases as in as much time before
 * the split; 'average-pace', as the simple formula has it, everyone at the mean rate of all, for ever.
 */
export function naiveForecast(name: NaiveName, split: SplitHistories): Float64Array {
  if (name === 'last-period') return split.before;
  const { history, horizon } = split;
  const repeats = history.x.reduce((sum, x) => sum + x, 0);
  const exposure = history.T.reduce((sum, T) => sum + T, 0);
  return new Float64Array(history.count).fill(exposure > 0 ? (repeats / exposure) * horizon : 0);
}
