import {
  civilDate,
  isoWeekday,
  periodEnd,
  periodLabel,
  periodLookup,
  periodStart,
  type CalendarPeriod,
} from './calendar';
import { dayRange, type Orders } from './orders';
import type { Transactions } from './transactions';

/** What happened in each calendar period, from the first row's to the observation end's. */
export interface Activity {
  period: CalendarPeriod;
  /** Index of the first period (see `periodIndex`); the next ones follow without a gap. */
  first: number;
  labels: string[];
  /** Net revenue in units of the currency: orders on their day, unlinked refunds on theirs. */
  revenue: Float64Array;
  orders: Uint32Array;
  /** Customers with an order in the period: new + returning. */
  active: Uint32Array;
  /** Of these, whose first order it was. */
  newCustomers: Uint32Array;
  returning: Uint32Array;
  /** The data begin after the first period's first day. */
  firstUnfinished: boolean;
  /** The observation ends before the last period's last day. */
  lastUnfinished: boolean;
}

/** Revenue, orders and customers by calendar period; null when there are no rows to observe. */
export function activityByPeriod(
  transactions: Transactions,
  orders: Orders,
  period: CalendarPeriod,
): Activity | null {
  const { first: firstDay } = dayRange(transactions);
  const end = orders.observationEnd;
  if (transactions.rowCount === 0 || end < firstDay) return null;
  const indexOf = periodLookup(firstDay, end, period);
  const first = indexOf(firstDay);
  const periods = indexOf(end) - first + 1;
  const minor = new Float64Array(periods);
  const orderCount = new Uint32Array(periods);
  const active = new Uint32Array(periods);
  const newCustomers = new Uint32Array(periods);
  const returning = new Uint32Array(periods);

  for (let c = 0; c < orders.customerCount; c++) {
    let previous = -1;
    for (let i = orders.offset[c]; i < orders.offset[c + 1]; i++) {
      const at = indexOf(orders.day[i]) - first;
      minor[at] += orders.minorNet[i];
      orderCount[at]++;
      if (at === previous) continue;
      active[at]++;
      if (previous < 0) newCustomers[at]++;
      else returning[at]++;
      previous = at;
    }
  }
  for (const row of orders.looseRows)
    minor[indexOf(transactions.day[row]) - first] += transactions.net[row];

  return {
    period,
    first,
    labels: Array.from({ length: periods }, (_, i) => periodLabel(first + i, period)),
    revenue: minor.map((amount) => amount / orders.unit),
    orders: orderCount,
    active,
    newCustomers,
    returning,
    firstUnfinished: firstDay > periodStart(first, period),
    lastUnfinished: end < periodEnd(first + periods - 1, period),
  };
}

/** Orders by weekday and by month of the year, and by weekday and hour where times are known. */
export interface Rhythm {
  /** 7 x 12 counts, Monday January first: `weekday * 12 + month`. */
  weekdayMonth: Uint32Array;
  /** 7 x 24 counts, `weekday * 24 + hour`; null when no order has a time. */
  weekdayHour: Uint32Array | null;
}

/** When people order: counts of orders by weekday, month of the year and hour of the day. */
export function orderRhythm(orders: Orders): Rhythm {
  const weekdayMonth = new Uint32Array(7 * 12);
  const { first, counts } = ordersByDay(orders);
  for (let d = 0; d < counts.length; d++) {
    const { month } = civilDate(first + d);
    weekdayMonth[(isoWeekday(first + d) - 1) * 12 + month - 1] += counts[d];
  }
  return { weekdayMonth, weekdayHour: orders.minute && byHour(orders.day, orders.minute) };
}

/** Orders of each day from the first one with any. */
export function ordersByDay({ day, observationEnd }: Orders): {
  first: number;
  counts: Uint32Array;
} {
  let first = observationEnd + 1;
  for (let i = 0; i < day.length; i++) if (day[i] < first) first = day[i];
  const counts = new Uint32Array(observationEnd + 1 - first);
  for (let i = 0; i < day.length; i++) counts[day[i] - first]++;
  return { first, counts };
}

function byHour(day: Int32Array, minute: Int16Array): Uint32Array {
  const weekdayHour = new Uint32Array(7 * 24);
  for (let i = 0; i < day.length; i++) {
    if (minute[i] >= 0) weekdayHour[(isoWeekday(day[i]) - 1) * 24 + Math.floor(minute[i] / 60)]++;
  }
  return weekdayHour;
}
