import { quantile } from '../../order-statistics';

/** Lower and upper end. */
export type Interval = [low: number, high: number];

/** The middle `level` of the draws: as many lie below as above it. */
export function middle(draws: Float64Array, level: number): Interval {
  const sorted = draws.slice().sort();
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}
