import { isoDate, parseIsoDate } from '../../analysis/calendar';
import type { Customers } from '../../analysis/customers';
import type { Orders } from '../../analysis/orders';
import {
  customersForShare,
  futureCurveOf,
  futureShareOf,
  futureTest,
  type FutureTest,
  lorenz,
  topShare,
} from '../../analysis/value/concentration';
import type { ConcentrationAnswer, ConcentrationQuery } from '../contract/concentration';

/** What the saying makes of its top: 80% of the revenue. */
const MOST = 0.8;

/** The split of the future test, as far as the data allow one. */
export interface Split {
  day: number;
  from: number;
  to: number;
  end: number;
}

/** @returns null where there are not two days to tell apart, or the day asked for is not between them */
export function splitOf(orders: Orders, split: string | null): Split | null {
  const first = orders.day.reduce((least, day) => Math.min(least, day), Infinity);
  const end = orders.observationEnd;
  if (!(end - first >= 1)) return null;
  const asked = split === null ? Math.floor((first + end) / 2) : parseIsoDate(split);
  if (asked === null) return null;
  const [from, to] = [first, end - 1];
  return { day: Math.min(to, Math.max(from, asked)), from, to, end };
}

/** @param among 1 for each customer of the transactions who counts; everyone unless given */
export function testOf(orders: Orders, split: Split | null, among?: Uint8Array): FutureTest | null {
  return split && futureTest(orders, split.day, among);
}

/** @param among 1 for each customer of the transactions who counts; everyone unless given */
export function amountsOf(customers: Customers, among?: Uint8Array): Float64Array {
  return among === undefined
    ? customers.minorNet
    : customers.minorNet.filter((_, position) => among[customers.customer[position]] === 1);
}

export function concentrationAnswer(
  amounts: Float64Array,
  split: Split | null,
  test: FutureTest | null,
  { top }: ConcentrationQuery,
): ConcentrationAnswer {
  return {
    customers: amounts.length,
    chosen: Math.ceil(top * amounts.length),
    topShare: topShare(amounts, top),
    lorenz: lorenz(amounts),
    customersFor80: customersForShare(amounts, MOST),
    future: split && {
      split: isoDate(split.day),
      from: isoDate(split.from),
      to: isoDate(split.to),
      end: isoDate(split.end),
      share: test && futureShareOf(test, top),
      curve: test && futureCurveOf(test),
    },
  };
}
