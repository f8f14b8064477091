import { lifespan, lifespanGain } from '../../../analysis/value/lifespan';
import { checked } from '../checked';
import { niceTop } from '../nice-top';

/** 1 / churn at two churns (percent), and the gain from the first to the second; in periods of the churn. */
export interface Reciprocal {
  before: number;
  after: number;
  gain: number;
}

export function reciprocal(churn: number, after: number): Reciprocal {
  return {
    before: checked(lifespan(churn / 100)),
    after: checked(lifespan(after / 100)),
    gain: checked(lifespanGain(churn / 100, after / 100)),
  };
}

/** Axes that hold the points, and across also the shop's own churn: percent across, periods upwards. */
export function reciprocalAxes(
  churns: readonly number[],
  own = 0,
): { churn: number; periods: number } {
  const longest = Math.max(1, ...churns.filter((churn) => churn > 0).map((churn) => 100 / churn));
  return {
    churn: Math.min(100, niceTop(1.3 * Math.max(...churns, own, 1))),
    periods: niceTop(1.15 * longest),
  };
}

/**
 * Churns at which a curve is drawn, percent: closer together where it is steep, none at 0 where it has no end.
 *
 * @param top the end of the axis
 */
export function churnGrid(top: number, points = 120): number[] {
  return Array.from({ length: points }, (_, i) => {
    const share = (i + 1) / points;
    return Number((top * share * share).toPrecision(6));
  });
}
