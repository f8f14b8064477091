import { isoDate, parseIsoDate } from '../../analysis/calendar';
import { ascending as sorted } from '../../analysis/ascending';
import type { Customers } from '../../analysis/customers';
import type { Orders } from '../../analysis/orders';
import {
  customersForShare,
  futureCurveOf,
  futureShareOf,
  futureTest,
  type FutureCurve,
  type FutureTest,
  type Lorenz,
  lorenz,
  topShare,
} from '../../analysis/value/concentration';
import type { ConcentrationAnswer } from '../contract/concentration';
import { firstOrderDay } from './first-order-day';

/** What the saying makes of its top: 80% of the revenue. */
const MOST = 0.8;

/** The split of the future test, as far as the data allow one. */
interface Split {
  day: number;
  from: number;
  to: number;
  end: number;
}

/** @returns null where there are not two days to tell apart, or the day asked for is not between them */
function splitOf(orders: Orders, split: string | null): Split | null {
  const first = firstOrderDay(orders);
  const end = orders.observationEnd;
  if (!(end - first >= 1)) return null;
  const asked = split === null ? Math.floor((first + end) / 2) : parseIsoDate(split);
  if (asked === null) return null;
  const [from, to] = [first, end - 1];
  return { day: Math.min(to, Math.max(from, asked)), from, to, end };
}

/** All of the answer that does not depend on how many are called the top. */
export interface ConcentrationBasis {
  /** Net amount of each customer, minor units, ascending. */
  ascending: Float64Array;
  lorenz: Lorenz | null;
  customersFor80: number | null;
  split: Split | null;
  test: FutureTest | null;
  curve: FutureCurve | null;
}

/**
 * @param orders null where the data know no days
 * @param among 1 for each customer of the transactions who counts; everyone unless given
 */
export function concentrationBasis(
  customers: Customers,
  orders: Orders | null,
  split: string | null,
  among?: Uint8Array,
): ConcentrationBasis {
  const amounts =
    among === undefined
      ? customers.minorNet
      : customers.minorNet.filter((_, position) => among[customers.customer[position]] === 1);
  const ascending = sorted(amounts);
  const at = orders && splitOf(orders, split);
  const test = orders && at && futureTest(orders, at.day, among);
  return {
    ascending,
    lorenz: lorenz(ascending),
    customersFor80: customersForShare(ascending, MOST),
    split: at,
    test,
    curve: test && futureCurveOf(test),
  };
}

/** @param top share of customers called the top, 0 .. 1 */
export function concentrationAnswer(
  { ascending, split, test, curve, ...basis }: ConcentrationBasis,
  top: number,
): ConcentrationAnswer {
  return {
    customers: ascending.length,
    chosen: Math.ceil(top * ascending.length),
    topShare: topShare(ascending, top),
    lorenz: basis.lorenz,
    customersFor80: basis.customersFor80,
    future: split && {
      split: isoDate(split.day),
      from: isoDate(split.from),
      to: isoDate(split.to),
      end: isoDate(split.end),
      share: test && futureShareOf(test, top),
      curve,
    },
  };
}
