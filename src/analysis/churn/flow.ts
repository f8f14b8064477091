import { periodEnd, periodIndex, periodLookup, type CalendarPeriod } from '../calendar';
import type { Spans } from './spans';

/**
 * Customers coming and going, one entry per whole calendar period. A customer's state is looked at
 * on the evening before each period and on its last: whoever leaves and returns between is not lost.
 * activeAtStart - lost + returned + joined = activeAtStart of the next period.
 */
export interface Flow {
  period: CalendarPeriod;
  /** Index of the first period (see `periodIndex`): that of the first span. */
  first: number;
  /** Whole periods up to the observation end; every column has this length. */
  periods: number;
  activeAtStart: Uint32Array;
  /** Active at the start and no longer at the end. */
  lost: Uint32Array;
  /** Not active at the start, but earlier; active at the end. */
  returned: Uint32Array;
  /** Active at the end for the first time. */
  joined: Uint32Array;
  /** lost / activeAtStart; NaN where nobody was active. */
  churn: Float64Array;
}

/**
 * Called once per customer and unbroken run of active evenings: active at the start of periods
 * `lo .. hi` (0 is the first period, `periods` the one after the last), not at lo - 1 nor hi + 1.
 */
export type RunVisitor = (customer: number, lo: number, hi: number) => void;

/** Counts customers' states by period; linear in spans. Null when no whole period lies in the data. */
export function customerFlow(
  spans: Spans,
  observationEnd: number,
  period: CalendarPeriod,
  visit?: RunVisitor,
): Flow | null {
  const { offset, from, to } = spans;
  if (from.length === 0) return null;
  let earliest = from[0];
  for (let s = 1; s < from.length; s++) if (from[s] < earliest) earliest = from[s];
  const indexOf = periodLookup(earliest, observationEnd, period);
  const first = periodIndex(earliest, period);
  const holding = periodIndex(observationEnd, period);
  const last = periodEnd(holding, period) <= observationEnd ? holding : holding - 1;
  const periods = last - first + 1;
  if (periods < 1) return null;

  // Changes from one evening to the next; running sums give the counts.
  const change = new Int32Array(periods + 2);
  const lost = new Uint32Array(periods);
  const returned = new Uint32Array(periods);
  const joined = new Uint32Array(periods);
  let lo = -1;
  let hi = -2;
  let runs = 0;
  const close = (customer: number) => {
    if (hi < lo) return;
    change[lo]++;
    change[hi + 1]--;
    // Nobody is active on the evening before the first period, so every run begins in a period.
    if (runs++ === 0) joined[lo - 1]++;
    else returned[lo - 1]++;
    if (hi < periods) lost[hi]++;
    visit?.(customer, lo, hi);
  };
  for (let c = 0; c + 1 < offset.length; c++) {
    lo = -1;
    hi = -2;
    runs = 0;
    for (let s = offset[c]; s < offset[c + 1]; s++) {
      // The first evening on or after `from`, and the last on or before `to`.
      const begin = indexOf(from[s]) - first + 1;
      const end = Math.min(
        periods,
        (to[s] >= observationEnd ? last + 1 : indexOf(to[s] + 1)) - first,
      );
      if (end < begin || begin > periods) continue;
      if (begin > hi + 1) {
        close(c);
        lo = begin;
        hi = end;
      } else if (end > hi) hi = end;
    }
    close(c);
  }
  const activeAtStart = new Uint32Array(periods);
  for (let i = 0, active = 0; i < periods; i++) activeAtStart[i] = active += change[i];
  return {
    period,
    first,
    periods,
    activeAtStart,
    lost,
    returned,
    joined,
    churn: Float64Array.from(lost, (count, i) => count / activeAtStart[i]),
  };
}
