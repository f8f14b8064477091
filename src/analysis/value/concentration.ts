import { ascending as sorted } from '../ascending';
import { countBelow, countUpTo } from '../order-statistics';
import type { Orders } from '../orders';

/** Points of a Lorenz curve, from (0, 0) to (1, 1), the best customers first. */
export interface Lorenz {
  /** Share of customers. */
  customers: Float64Array;
  /** Share of the amount those customers brought. */
  amount: Float64Array;
}

/**
 * Share of the total that the best `ceil(top x n)` customers brought.
 *
 * @param amounts net amount per customer, in whole minor units
 * @param top 0 .. 1
 * @returns NaN where the total is not positive; above 1 where others cost more than they brought
 */
export function topShare(amounts: Float64Array, top: number): number {
  const ascending = sorted(amounts);
  const chosen = Math.ceil(top * ascending.length);
  let total = 0;
  let best = 0;
  for (let i = 0; i < ascending.length; i++) {
    total += ascending[i];
    if (i >= ascending.length - chosen) best += ascending[i];
  }
  return total > 0 ? best / total : NaN;
}

/**
 * Lorenz curve of customers ranked from the best, at `points` even steps of customers.
 *
 * @returns null where the total is not positive, so that shares mean nothing
 */
export function lorenz(amounts: Float64Array, points = 100): Lorenz | null {
  const ascending = sorted(amounts);
  const n = ascending.length;
  let total = 0;
  for (const amount of ascending) total += amount;
  if (!(total > 0)) return null;
  const steps = Math.min(points, n);
  const customers = new Float64Array(steps + 1);
  const amount = new Float64Array(steps + 1);
  let sum = 0;
  let taken = 0;
  for (let step = 1; step <= steps; step++) {
    const upTo = Math.round((step * n) / steps);
    while (taken < upTo) sum += ascending[n - ++taken];
    customers[step] = taken / n;
    amount[step] = sum / total;
  }
  return { customers, amount };
}

/**
 * The least share of customers, the best first, that brings this share of the total.
 *
 * @param share 0 .. 1
 * @returns null where the total is not positive
 */
export function customersForShare(amounts: Float64Array, share: number): number | null {
  const ascending = sorted(amounts);
  let total = 0;
  for (const amount of ascending) total += amount;
  if (!(total > 0)) return null;
  let taken = 0;
  for (let sum = 0; sum < share * total && taken < ascending.length; taken++)
    sum += ascending[ascending.length - 1 - taken];
  return taken / ascending.length;
}

export interface FutureShare {
  /** Buyers of the first part. */
  customers: number;
  /** The top customers of the first part: ceil(top x customers). */
  chosen: number;
  /** Their share of all the first part's net amount of orders. */
  shareBefore: number;
  /** Their share of what the first part's customers ordered in the second part. */
  shareAfter: number;
  /** Their share of everything ordered in the second part, newcomers' orders included. */
  shareOfAllAfter: number;
  /** The share of the second part's own best `chosen`, chosen with hindsight: the most attainable. */
  shareAfterHindsight: number;
}

/** The customers of the first part, ready to be asked about any share of the best. */
export interface FutureTest {
  /** What each ordered in the first and the second part, minor units; the same sorted. */
  before: Float64Array;
  after: Float64Array;
  beforeAscending: Float64Array;
  afterAscending: Float64Array;
  totalBefore: number;
  totalAfter: number;
  /** What customers who were new in the second part ordered in it. */
  newcomersAfter: number;
}

/**
 * "80% of future revenue comes from 20% of existing customers", to be put to the test: what the
 * customers of the orders up to `split` brought, and what they ordered after it.
 *
 * @param split last day of the first part
 * @param among 1 for each customer of the transactions who counts; everyone unless given
 * @returns null where nobody bought before, or nothing was sold after
 */
export function futureTest(orders: Orders, split: number, among?: Uint8Array): FutureTest | null {
  const { offset, day, minorNet, customerCount } = orders;
  const beforeOf = new Float64Array(customerCount);
  const afterOf = new Float64Array(customerCount);
  let customers = 0;
  let totalBefore = 0;
  let totalAfter = 0;
  let newcomersAfter = 0;
  for (let c = 0; c < customerCount; c++) {
    if (offset[c] === offset[c + 1] || among?.[c] === 0) continue;
    if (day[offset[c]] > split) {
      for (let i = offset[c]; i < offset[c + 1]; i++) newcomersAfter += minorNet[i];
      continue;
    }
    for (let i = offset[c]; i < offset[c + 1]; i++)
      if (day[i] <= split) beforeOf[customers] += minorNet[i];
      else afterOf[customers] += minorNet[i];
    totalBefore += beforeOf[customers];
    totalAfter += afterOf[customers];
    customers++;
  }
  if (!(totalBefore > 0) || !(totalAfter > 0)) return null;
  const before = beforeOf.subarray(0, customers);
  const after = afterOf.subarray(0, customers);
  return {
    before,
    after,
    beforeAscending: sorted(before),
    afterAscending: sorted(after),
    totalBefore,
    totalAfter,
    newcomersAfter,
  };
}

/**
 * The test at one share of the best: choose them on the first part, and see what they bring of the
 * second. Customers tied at the border of the choice count in proportion, so that no arbitrary one
 * is preferred.
 *
 * @param top share of customers chosen, 0 .. 1
 */
export function futureShareOf(test: FutureTest, top: number): FutureShare {
  const { before, after, beforeAscending, afterAscending } = test;
  const chosen = Math.ceil(top * before.length);
  const one = Float64Array.of(chosen);
  const [amountAfter] = sumsOfBest(before, beforeAscending, after, one);
  return {
    customers: before.length,
    chosen,
    shareBefore: sumsOfBest(before, beforeAscending, before, one)[0] / test.totalBefore,
    shareAfter: amountAfter / test.totalAfter,
    shareOfAllAfter: amountAfter / (test.totalAfter + test.newcomersAfter),
    shareAfterHindsight: sumsOfBest(after, afterAscending, after, one)[0] / test.totalAfter,
  };
}

/** `futureTest` and `futureShareOf` in one. */
export function futureTopShare(
  orders: Orders,
  split: number,
  top = 0.2,
  among?: Uint8Array,
): FutureShare | null {
  const test = futureTest(orders, split, among);
  return test && futureShareOf(test, top);
}

/** Shares of the second part for every choice of the best: from nobody (0) to all (1). */
export interface FutureCurve {
  /** Share of the first part's customers. */
  customers: Float64Array;
  /** What those brought of the first part. */
  before: Float64Array;
  /** What the same customers brought of the second part. */
  after: Float64Array;
  /** What as many, chosen with hindsight, brought of the second part. */
  hindsight: Float64Array;
}

/** The test for every share of the best at once, at `points` even steps of customers. */
export function futureCurveOf(test: FutureTest, points = 100): FutureCurve {
  const { before, after, beforeAscending, afterAscending } = test;
  const steps = Math.min(points, before.length);
  const taken = Float64Array.from({ length: steps + 1 }, (_, step) =>
    Math.round((step * before.length) / steps),
  );
  return {
    customers: taken.map((count) => count / before.length),
    before: sumsOfBest(before, beforeAscending, before, taken).map((sum) => sum / test.totalBefore),
    after: sumsOfBest(before, beforeAscending, after, taken).map((sum) => sum / test.totalAfter),
    hindsight: sumsOfBest(after, afterAscending, after, taken).map((sum) => sum / test.totalAfter),
  };
}

/**
 * Sums of `amount` over the entries with the largest `rank`, for each number of them in `taken`;
 * entries tied at a border count in proportion. One search among the few borders for each entry.
 *
 * @param ascending the ranks, sorted
 */
function sumsOfBest(
  rank: Float64Array,
  ascending: Float64Array,
  amount: Float64Array,
  taken: Float64Array,
): Float64Array {
  const borderOf = taken.map((count) => (count === 0 ? Infinity : ascending[rank.length - count]));
  const borders = Float64Array.from(new Set(borderOf)).sort();
  const between = new Float64Array(borders.length + 1);
  const tied = new Float64Array(borders.length);
  for (let i = 0; i < rank.length; i++) {
    const at = countBelow(borders, rank[i]);
    if (borders[at] === rank[i]) tied[at] += amount[i];
    else between[at] += amount[i];
  }
  const above = new Float64Array(borders.length);
  for (let at = borders.length - 1, sum = 0; at >= 0; at--) {
    sum += between[at + 1];
    above[at] = sum;
    sum += tied[at];
  }
  return taken.map((count, step) => {
    if (count === 0) return 0;
    const border = borderOf[step];
    const at = countBelow(borders, border);
    const better = rank.length - countUpTo(ascending, border);
    const equal = rank.length - better - countBelow(ascending, border);
    return above[at] + (tied[at] * (count - better)) / equal;
  });
}
