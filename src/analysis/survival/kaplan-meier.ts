import { eventTimes, type EventTimes, type Lifetimes } from './lifetimes';

/** A Kaplan-Meier curve: at each distinct time the share surviving beyond it, with its band. */
export interface KaplanMeier extends EventTimes {
  survival: Float64Array;
  /** Pointwise band, log-log Greenwood: always within [0, 1]. */
  lower: Float64Array;
  upper: Float64Array;
  /** Smallest time at which survival is at most a half; null when it never is. */
  median: number | null;
  /** The same of the band's edges: a confidence interval of the median. */
  medianLower: number | null;
  medianUpper: number | null;
}

/** Two-sided 95% of a standard normal. */
const Z95 = 1.959963984540054;

/**
 * Kaplan-Meier estimate with the log-log band of Greenwood's variance [Kaplan & Meier 1958;
 * Kalbfleisch & Prentice 2002, section 1.4].
 *
 * @param z normal quantile of the band, 1.96 for 95%.
 */
export function kaplanMeier(lifetimes: Lifetimes, z = Z95): KaplanMeier {
  const table = eventTimes(lifetimes);
  const { time, atRisk, events } = table;
  const survival = new Float64Array(time.length);
  const lower = new Float64Array(time.length);
  const upper = new Float64Array(time.length);
  let share = 1;
  let greenwood = 0;
  for (let k = 0; k < time.length; k++) {
    const left = atRisk[k] - events[k];
    share *= left / atRisk[k];
    greenwood += events[k] / (atRisk[k] * left);
    survival[k] = share;
    if (share === 1 || share === 0) lower[k] = upper[k] = share;
    else {
      const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.abs(Math.log(share)));
      lower[k] = share ** spread;
      upper[k] = share ** (1 / spread);
    }
  }
  return {
    ...table,
    survival,
    lower,
    upper,
    median: firstAtMostHalf(time, survival),
    medianLower: firstAtMostHalf(time, lower),
    medianUpper: firstAtMostHalf(time, upper),
  };
}

function firstAtMostHalf(time: Float64Array, survival: Float64Array): number | null {
  const k = survival.findIndex((share) => share <= 0.5);
  return k < 0 ? null : time[k];
}

/** Survival just after time t; 1 before the first time. */
export function survivalAt(curve: KaplanMeier, t: number): number {
  let share = 1;
  for (let k = 0; k < curve.time.length && curve.time[k] <= t; k++) share = curve.survival[k];
  return share;
}
