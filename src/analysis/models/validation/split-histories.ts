import type { Orders } from '../../orders';
import { NO_DAY } from '../../transactions';
import type { RepeatHistory } from '../repeat-history';
import type { SpendHistory } from '../spend-history';
import { DAYS_IN, type TimeUnit } from '../../time-unit';

/** The customers who had bought by a day, as known then, and what they did afterwards. */
export interface SplitHistories {
  /** Last day of the calibration, and of the holdout after it. */
  split: number;
  end: number;
  /** Length of the holdout, in the unit of the history. */
  horizon: number;
  history: RepeatHistory;
  spendHistory: SpendHistory;
  /** Day of the first purchase of each. */
  firstDay: Int32Array;
  /** Purchase occasions in the holdout, and what they brought, units of the currency. */
  purchases: Float64Array;
  revenue: Float64Array;
  /** Repeat occasions in the time before the split that is as long as the holdout. */
  before: Float64Array;
}

/** The day that leaves the last third of the time between first order and observation end for the holdout. */
export function defaultSplit(orders: Orders): number {
  const first = firstOrder(orders);
  return first === NO_DAY ? NO_DAY : first + Math.floor(((orders.observationEnd - first) * 2) / 3);
}

/** Day of the first order of all; `NO_DAY` without one. */
export function firstOrder({ day }: Orders): number {
  if (day.length === 0) return NO_DAY;
  let first = day[0];
  for (let i = 1; i < day.length; i++) if (day[i] < first) first = day[i];
  return first;
}

/**
 * Histories up to and with day `split`, and the purchases after it.
 *
 * @param every takes each `every`-th of these customers only
 */
export function splitHistories(
  orders: Orders,
  split: number,
  unit: TimeUnit,
  every = 1,
): SplitHistories {
  const { offset, customerCount, day, observationEnd: end } = orders;
  const chosen: number[] = [];
  let seen = 0;
  for (let c = 0; c < customerCount; c++) {
    const bought = offset[c + 1] > offset[c] && day[offset[c]] <= split;
    if (bought && seen++ % every === 0) chosen.push(c);
  }
  const count = chosen.length;
  const column = (): Float64Array => new Float64Array(count);
  const history = { count, x: column(), tx: column(), T: column() };
  const m = column();
  const firstDay = new Int32Array(count);
  const [purchases, revenue, before] = [column(), column(), column()];
  const days = DAYS_IN[unit];
  const since = split - (end - split);
  chosen.forEach((c, i) => {
    const first = day[offset[c]];
    firstDay[i] = first;
    history.T[i] = (split - first) / days;
    let spent = 0;
    for (const { at, net } of occasions(orders, c)) {
      if (at === first) continue;
      if (at > split) {
        purchases[i]++;
        revenue[i] += net;
        continue;
      }
      history.x[i]++;
      history.tx[i] = (at - first) / days;
      spent += net;
      if (at > since) before[i]++;
    }
    if (history.x[i] > 0) m[i] = spent / history.x[i];
  });
  return {
    split,
    end,
    horizon: (end - split) / days,
    history,
    spendHistory: { x: history.x, m },
    firstDay,
    purchases,
    revenue,
    before,
  };
}

/** Days on which a customer bought, with what the day's orders came to. */
function* occasions(
  { offset, day, minorNet, unit }: Orders,
  customer: number,
): Generator<{ at: number; net: number }> {
  const to = offset[customer + 1];
  for (let i = offset[customer]; i < to;) {
    const at = day[i];
    let minor = 0;
    while (i < to && day[i] === at) minor += minorNet[i++];
    yield { at, net: minor / unit };
  }
}
