import { periodEnd, periodStart } from '../calendar';
import type { Flow } from './flow';

/** A share of customers lost per period, from whole periods put together. */
export interface ChurnRate {
  /** Lost / active at the start, summed over the periods taken. */
  rate: number;
  /** 95% interval of the rate (Wilson), as if every customer-period were a draw of its own. */
  interval: [number, number];
  lost: number;
  /** Customer-periods at risk: the sum of those active at each period's start. */
  atRisk: number;
  periods: number;
  /** First and last day of the periods taken. */
  from: number;
  to: number;
}

/**
 * Churn per period over all whole periods that begin on or after `from`.
 *
 * @param from first day a period may begin on. Where silence means leaving, nobody can be lost in the
 *   first threshold days of the data, so take first order + threshold, else the rate comes out too low.
 * @returns null when no customer was at risk: the data are too short to tell
 */
export function churnRate(flow: Flow, from: number): ChurnRate | null {
  let lost = 0;
  let atRisk = 0;
  let begin = 0;
  while (begin < flow.periods && periodStart(flow.first + begin, flow.period) < from) begin++;
  for (let i = begin; i < flow.periods; i++) {
    lost += flow.lost[i];
    atRisk += flow.activeAtStart[i];
  }
  if (atRisk === 0) return null;
  return {
    rate: lost / atRisk,
    interval: wilson(lost, atRisk),
    lost,
    atRisk,
    periods: flow.periods - begin,
    from: periodStart(flow.first + begin, flow.period),
    to: periodEnd(flow.first + flow.periods - 1, flow.period),
  };
}

/** Two-sided 95% point of the normal distribution. */
const Z = 1.959963984540054;

/** Score interval of a proportion [Wilson 1927]; within 0 .. 1 also at none and all. */
export function wilson(successes: number, trials: number, z = Z): [number, number] {
  const share = successes / trials;
  const spread = (z * z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half =
    (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === trials ? 1 : Math.min(1, centre + half),
  ];
}

/** Churn of a year from churn of one of its `n` equal periods: 1 - (1 - c)^n (12 for months). */
export function compoundChurn(churn: number, n: number): number {
  return -Math.expm1(n * Math.log1p(-churn));
}
