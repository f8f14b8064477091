import {
  periodEnd,
  periodIndex,
  periodLabel,
  periodLookup,
  rollingIndex,
  rollingStart,
  type CalendarPeriod,
} from '../calendar';
import { dayRange, type Orders } from '../orders';
import type { Transactions } from '../transactions';

export interface TriangleOptions {
  /** Length of cohorts and periods. */
  period: CalendarPeriod;
  /** `classic`: active in period k itself; `unbounded`: in k or any later one. */
  activity: 'classic' | 'unbounded';
  /** `calendar`: period k is the k-th calendar period after the cohort's; `rolling`: counted from each first order. */
  counting: 'calendar' | 'rolling';
}

/**
 * One cohort: the buyers whose first order lies in a calendar period. Columns run over periods
 * k = 0, 1, ... up to the observation end; only the first `finished` of them are whole, and the rest
 * must be masked.
 */
export interface Cohort {
  /** Index of the cohort's calendar period (see `periodIndex`). */
  index: number;
  label: string;
  size: number;
  finished: number;
  /** Customers active in period k by the chosen definition. */
  active: Uint32Array;
  /** active / size. */
  retention: Float64Array;
  orders: Uint32Array;
  /** Net revenue of the period in units of the currency, unlinked refunds on their own day. */
  revenue: Float64Array;
  /** Net revenue up to and with period k, per customer of the cohort. */
  cumulativePerCustomer: Float64Array;
}

export interface Triangle {
  options: TriangleOptions;
  cohorts: Cohort[];
  /** Retention in period k over the cohorts that have finished it, weighted by size; NaN where none has. */
  average: Float64Array;
  /** Customers of those cohorts. */
  averageSize: Uint32Array;
}

interface Tally {
  index: number;
  size: number;
  latestFirst: number;
  active: Uint32Array;
  orders: Uint32Array;
  minor: Float64Array;
}

/**
 * Cohorts by first order against the periods since; linear in orders and rows.
 *
 * @param member 1 per customer to take in; all of them unless given
 */
export function retentionTriangle(
  transactions: Transactions,
  orders: Orders,
  options: TriangleOptions,
  member: Uint8Array | null = null,
): Triangle {
  const { period, counting, activity } = options;
  const end = orders.observationEnd;
  const { first: firstDay } = dayRange(transactions);
  const indexOf = periodLookup(firstDay, end, period);
  const endIndex = periodIndex(end, period);
  const tallies = new Map<number, Tally>();
  const cohortOf = new Int32Array(orders.customerCount);
  const periodOf = (first: number, cohort: number, day: number) =>
    counting === 'calendar' ? indexOf(day) - cohort : rollingIndex(first, day, period);

  for (let c = 0; c < orders.customerCount; c++) {
    const from = orders.offset[c];
    const to = orders.offset[c + 1];
    if (from === to || member?.[c] === 0) continue;
    const first = orders.day[from];
    const cohort = (cohortOf[c] = indexOf(first));
    let tally = tallies.get(cohort);
    if (tally === undefined) {
      const length = endIndex - cohort + 1;
      tally = {
        index: cohort,
        size: 0,
        latestFirst: first,
        active: new Uint32Array(length),
        orders: new Uint32Array(length),
        minor: new Float64Array(length),
      };
      tallies.set(cohort, tally);
    }
    tally.size++;
    if (first > tally.latestFirst) tally.latestFirst = first;
    let previous = -1;
    for (let i = from; i < to; i++) {
      const k = periodOf(first, cohort, orders.day[i]);
      tally.orders[k]++;
      tally.minor[k] += orders.minorNet[i];
      if (activity === 'classic' && k !== previous) tally.active[k]++;
      previous = k;
    }
    if (activity === 'unbounded') tally.active[previous]++;
  }
  for (const row of orders.looseRows) {
    const c = transactions.customer[row];
    const from = orders.offset[c];
    if (from === orders.offset[c + 1] || member?.[c] === 0) continue;
    // A refund dated before the first order belongs to the time before the file: it counts at once.
    const k = Math.max(0, periodOf(orders.day[from], cohortOf[c], transactions.day[row]));
    tallies.get(cohortOf[c])!.minor[k] += transactions.net[row];
  }

  // Active in k or later: from counts of last periods to counts of all that come no later.
  if (activity === 'unbounded')
    for (const { active } of tallies.values())
      for (let k = active.length - 2; k >= 0; k--) active[k] += active[k + 1];

  const cohorts = [...tallies.values()]
    .sort((a, b) => a.index - b.index)
    .map((tally) => describeCohort(tally, options, end, orders.unit));
  return { options, cohorts, ...weightedAverage(cohorts) };
}

function describeCohort(
  { index, size, latestFirst, active, orders, minor }: Tally,
  { period, counting }: TriangleOptions,
  end: number,
  unit: number,
): Cohort {
  const lastDayOf = (k: number) =>
    counting === 'calendar'
      ? periodEnd(index + k, period)
      : rollingStart(latestFirst, k + 1, period) - 1;
  let finished = 0;
  while (finished < active.length && lastDayOf(finished) <= end) finished++;
  let sum = 0;
  return {
    index,
    label: periodLabel(index, period),
    size,
    finished,
    active,
    retention: Float64Array.from(active, (count) => count / size),
    orders,
    revenue: minor.map((amount) => amount / unit),
    cumulativePerCustomer: minor.map((amount) => (sum += amount) / (size * unit)),
  };
}

function weightedAverage(cohorts: Cohort[]): Pick<Triangle, 'average' | 'averageSize'> {
  const longest = cohorts.reduce((most, cohort) => Math.max(most, cohort.finished), 0);
  const active = new Float64Array(longest);
  const averageSize = new Uint32Array(longest);
  for (const cohort of cohorts)
    for (let k = 0; k < cohort.finished; k++) {
      active[k] += cohort.active[k];
      averageSize[k] += cohort.size;
    }
  return { average: active.map((count, k) => count / averageSize[k]), averageSize };
}
