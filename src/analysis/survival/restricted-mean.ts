import type { KaplanMeier } from './kaplan-meier';

/** Mean lifetime up to a horizon, with its standard error. */
export interface RestrictedMean {
  mean: number;
  standardError: number;
  /** The horizon used: the one asked, or the longest observed time where that is shorter. */
  horizon: number;
}

/**
 * Area under a Kaplan-Meier curve up to the horizon, with the variance of [Klein & Moeschberger 2003,
 * eq. 4.5.3]: sum over event times of (area beyond)^2 d / (n (n - d)). Beyond the longest observed time
 * nothing is known, so the horizon never exceeds it.
 */
export function restrictedMean(curve: KaplanMeier, horizon: number): RestrictedMean {
  const { time, survival, events, atRisk } = curve;
  const end = Math.min(horizon, time.length ? time[time.length - 1] : 0);
  let mean = 0;
  let variance = 0;
  let until = end;
  // From the end backwards, so that the area beyond each time is at hand.
  for (let k = time.length - 1; k >= 0; k--) {
    if (time[k] >= end) continue;
    mean += survival[k] * (until - time[k]);
    until = time[k];
    const left = atRisk[k] - events[k];
    if (left > 0) variance += (mean * mean * events[k]) / (atRisk[k] * left);
  }
  mean += until;
  return { mean, standardError: Math.sqrt(variance), horizon: end };
}
