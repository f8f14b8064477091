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
  const ascending = amounts.slice().sort();
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
  const ascending = amounts.slice().sort();
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

export interface FutureShare {
  /** Buyers of the first part. */
  customers: number;
  /** The top customers of the first part: ceil(top x customers). */
  chosen: number;
  /** Their share of all the first part's net amount of orders. */
  shareBefore: number;
  /** Their share of what the first part's customers ordered in the second part. */
  shareAfter: number;
  /** The share of the second part's own best `chosen`, chosen with hindsight: the most attainable. */
  shareAfterHindsight: number;
}

/**
 * "80% of future revenue comes from 20% of existing customers", put to the test: choose the best on
 * the orders up to `split`, and see what they bring of their own cohort's orders after it. Customers
 * tied at the border of the choice count in proportion, so that no arbitrary one is preferred.
 *
 * @param split last day of the first part
 * @param top share of customers chosen, 0 .. 1
 * @returns null where nobody bought before, or nothing was sold after
 */
export function futureTopShare(orders: Orders, split: number, top = 0.2): FutureShare | null {
  const { offset, day, minorNet, customerCount } = orders;
  const beforeOf = new Float64Array(customerCount);
  const afterOf = new Float64Array(customerCount);
  let customers = 0;
  let totalBefore = 0;
  let totalAfter = 0;
  for (let c = 0; c < customerCount; c++) {
    if (offset[c] === offset[c + 1] || day[offset[c]] > split) continue;
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
  const chosen = Math.ceil(top * customers);
  return {
    customers,
    chosen,
    shareBefore: sumOfBest(before, before, chosen) / totalBefore,
    shareAfter: sumOfBest(before, after, chosen) / totalAfter,
    shareAfterHindsight: sumOfBest(after, after, chosen) / totalAfter,
  };
}

/** Sum of `amount` over the `chosen` entries with the largest `rank`, ties at the border in proportion. */
function sumOfBest(rank: Float64Array, amount: Float64Array, chosen: number): number {
  if (chosen === 0) return 0;
  const border = rank.slice().sort()[rank.length - chosen];
  let above = 0;
  let sumAbove = 0;
  let tied = 0;
  let sumTied = 0;
  for (let i = 0; i < rank.length; i++) {
    if (rank[i] > border) {
      above++;
      sumAbove += amount[i];
    } else if (rank[i] === border) {
      tied++;
      sumTied += amount[i];
    }
  }
  return sumAbove + (sumTied * (chosen - above)) / tied;
}
