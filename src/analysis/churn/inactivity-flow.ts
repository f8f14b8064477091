import { periodLookup, periodStart, type CalendarPeriod } from '../calendar';
import type { Orders } from '../orders';
import { customerFlow, type Flow } from './flow';
import { inactivitySpans } from './spans';

/** Churn by calendar period where silence beyond the threshold counts as leaving. */
export interface InactivityFlow extends Flow {
  /** What those active at the start ordered in the 365 days before, in units of the currency. */
  revenueAtStart: Float64Array;
  /** Of this, the part of those lost in the period. */
  revenueLost: Float64Array;
  /** revenueLost / revenueAtStart; NaN where that is nothing. */
  revenueChurn: Float64Array;
}

const YEAR = 365;

/** Customers and their revenue lost period by period; null when no whole period lies in the data. */
export function inactivityFlow(
  orders: Orders,
  threshold: number,
  period: CalendarPeriod,
): InactivityFlow | null {
  const spans = inactivitySpans(orders, threshold);
  // A run takes one span or more.
  const column = () => new Uint32Array(spans.from.length);
  const runs = { count: 0, customer: column(), lo: column(), hi: column() };
  const flow = customerFlow(spans, orders.observationEnd, period, (customer, lo, hi) => {
    runs.customer[runs.count] = customer;
    runs.lo[runs.count] = lo;
    runs.hi[runs.count++] = hi;
  });
  if (flow === null) return null;
  const { first, periods } = flow;
  const pastEnd = orders.observationEnd + 1;
  const indexOf = periodLookup(periodStart(first, period), pastEnd, period);
  const { day } = orders;
  // On which the state at the start of each period is looked at.
  const evening = Int32Array.from(
    { length: periods + 1 },
    (_, k) => periodStart(first + k, period) - 1,
  );
  const change = new Float64Array(periods + 2);
  const lost = new Float64Array(periods);
  for (let run = 0; run < runs.count; run++) {
    const c = runs.customer[run];
    const hi = runs.hi[run];
    const yearBefore = evening[runs.lo[run]] - YEAR;
    let i = orders.offset[c + 1] - 1;
    while (i >= orders.offset[c] && day[i] > evening[hi]) i--;
    for (; i >= orders.offset[c] && day[i] > yearBefore; i--) {
      const minor = orders.minorNet[i];
      // The order counts on the evenings of the run from its own day until a year has passed.
      const begin = Math.max(runs.lo[run], indexOf(day[i]) - first + 1);
      const end = Math.min(hi, indexOf(Math.min(day[i] + YEAR, pastEnd)) - first);
      if (end < begin) continue;
      change[begin] += minor;
      change[end + 1] -= minor;
      if (end === hi && hi < periods) lost[hi] += minor;
    }
  }
  const revenueAtStart = new Float64Array(periods);
  for (let i = 0, minor = 0; i < periods; i++) {
    minor += change[i];
    revenueAtStart[i] = minor / orders.unit;
  }
  const revenueLost = lost.map((minor) => minor / orders.unit);
  return {
    ...flow,
    revenueAtStart,
    revenueLost,
    revenueChurn: revenueLost.map((amount, i) => amount / revenueAtStart[i]),
  };
}
