import { type CalendarPeriod, periodEnd, periodLookup } from '../calendar';
import type { Orders } from '../orders';
import { NO_DAY } from '../transactions';
import type { RepeatHistory } from './repeat-history';
import { firstOrder } from './validation/split-histories';

/** Calendar periods taken as rounds, each one opportunity to buy; indices as `periodIndex` counts them. */
export interface Rounds {
  period: CalendarPeriod;
  /** The round of the first order of all. */
  first: number;
  /** The last whole round; `first - 1` where the first is not over yet. */
  last: number;
  /** Whether the observation ends within the round after `last`, which is left out. */
  cut: boolean;
  /** The round of a day, from the first order to the observation end. */
  roundOf: (day: number) => number;
}

/** The rounds of an order log; null without an order. */
export function wholeRounds(orders: Orders, period: CalendarPeriod): Rounds | null {
  const from = firstOrder(orders);
  const { observationEnd } = orders;
  if (from === NO_DAY) return null;
  const roundOf = periodLookup(from, observationEnd, period);
  const running = roundOf(observationEnd);
  const cut = periodEnd(running, period) > observationEnd;
  return { period, first: roundOf(from), last: cut ? running - 1 : running, cut, roundOf };
}

/** Customers as BG/BB sees them. */
export interface Opportunities {
  /**
   * One row per customer: the round of the first order is number 0 and no opportunity; T = n whole rounds
   * after it, x of them with a purchase, the last of those number t_x.
   */
  history: RepeatHistory;
  /** Customers who first bought in the last whole round or later (n = 0), and are left out. */
  tooNew: number;
  /** Whole rounds in which one of the customers bought, the first ones included. */
  taken: number;
  /** Those among `taken` with purchases on more than one day: they count once, the model sees no more. */
  repeated: number;
}

/**
 * Orders to opportunities [Fader, Hardie & Shang 2010]: linear in orders, whatever the order of the rows.
 *
 * @param until the last round taken in; later ones are as if they were not known
 */
export function opportunities(orders: Orders, rounds: Rounds, until = rounds.last): Opportunities {
  const customers = customersBefore(orders, rounds, until);
  const count = customers.length;
  const history = {
    count,
    x: new Float64Array(count),
    tx: new Float64Array(count),
    T: new Float64Array(count),
  };
  let [taken, repeated] = [0, 0];
  customers.forEach((customer, i) => {
    const first = rounds.roundOf(orders.day[orders.offset[customer]]);
    history.T[i] = until - first;
    eachRoundTaken(orders, rounds, customer, (round, days) => {
      if (round > until) return;
      taken++;
      if (days > 1) repeated++;
      if (round === first) return;
      history.x[i]++;
      history.tx[i] = round - first;
    });
  });
  return { history, tooNew: buyers(orders) - count, taken, repeated };
}

/** Customers who first bought before round `until`, and so have at least one opportunity up to it. */
export function customersBefore(
  { offset, day, customerCount }: Orders,
  { roundOf }: Rounds,
  until: number,
): number[] {
  const chosen: number[] = [];
  for (let c = 0; c < customerCount; c++) {
    if (offset[c + 1] > offset[c] && roundOf(day[offset[c]]) < until) chosen.push(c);
  }
  return chosen;
}

/** Calls for the rounds in which a customer bought, in turn, each with the number of days of it. */
export function eachRoundTaken(
  { offset, day }: Orders,
  { roundOf }: Rounds,
  customer: number,
  call: (round: number, days: number) => void,
): void {
  const to = offset[customer + 1];
  for (let i = offset[customer]; i < to;) {
    const round = roundOf(day[i]);
    let days = 0;
    for (let before = NO_DAY; i < to && roundOf(day[i]) === round; i++) {
      if (day[i] !== before) days++;
      before = day[i];
    }
    call(round, days);
  }
}

function buyers({ offset, customerCount }: Orders): number {
  let count = 0;
  for (let c = 0; c < customerCount; c++) if (offset[c + 1] > offset[c]) count++;
  return count;
}
