import { rollingStart, type CalendarPeriod } from '../calendar';
import type { Orders } from '../orders';

/**
 * Spend step by step of the customers who took every step: the same people at each, so that it cannot
 * rise merely because small spenders left.
 */
export interface SpendGrowth {
  /** Customers who took all steps. */
  panel: number;
  /** Mean amount of the panel at each step, units of the currency. */
  mean: Float64Array;
  /** Mean at each step of whoever took it, the survivors of the moment: what misleads. */
  everyone: Float64Array;
  everyoneCount: Uint32Array;
  /** Last step / first step - 1 of the panel; NaN when the first is nothing. */
  growth: number;
  /** 95% interval of `growth`, by the delta method on the paired amounts. */
  interval: [number, number];
}

/** Customers with at least n orders at index n, n = 0 .. upTo. */
export function customersByOrders({ offset, customerCount }: Orders, upTo: number): Uint32Array {
  const counts = new Uint32Array(upTo + 1);
  for (let c = 0; c < customerCount; c++) counts[Math.min(upTo, offset[c + 1] - offset[c])]++;
  return atLeast(counts);
}

/** Customers still ordering in period n since their first order or later at index n, n = 0 .. upTo. */
export function customersByTenure(
  { offset, day, customerCount }: Orders,
  period: CalendarPeriod,
  upTo: number,
): Uint32Array {
  const counts = new Uint32Array(upTo + 1);
  const startsOf = periodStarts(period, upTo);
  for (let c = 0; c < customerCount; c++) {
    if (offset[c] === offset[c + 1]) continue;
    const starts = startsOf(day[offset[c]]);
    let tenure = 0;
    while (tenure < upTo && starts[tenure] <= day[offset[c + 1] - 1]) tenure++;
    counts[tenure]++;
  }
  return atLeast(counts);
}

/** Mean amount of orders 1 .. `steps`, of those with at least so many orders. */
export function spendByOrder(orders: Orders, steps: number): SpendGrowth {
  const { offset, minorNet } = orders;
  return growthOf(orders, steps, (c, amounts) => {
    const count = Math.min(steps, offset[c + 1] - offset[c]);
    for (let n = 0; n < count; n++) amounts[n] = minorNet[offset[c] + n];
    return count;
  });
}

/**
 * Mean spend in periods 0 .. `steps` - 1 since each customer's first order, of those who still ordered in
 * period `steps` or later. A period without an order counts as nothing spent; period 0 holds the first order.
 */
export function spendByTenure(orders: Orders, period: CalendarPeriod, steps: number): SpendGrowth {
  const { offset, day, minorNet } = orders;
  const startsOf = periodStarts(period, steps);
  return growthOf(orders, steps, (c, amounts) => {
    if (offset[c] === offset[c + 1]) return 0;
    const starts = startsOf(day[offset[c]]);
    amounts.fill(0);
    let k = 0;
    for (let i = offset[c]; i < offset[c + 1]; i++) {
      while (k < steps && starts[k] <= day[i]) k++;
      if (k === steps) break;
      amounts[k] += minorNet[i];
    }
    return k;
  });
}

/** Two-sided 95% point of the normal distribution. */
const Z = 1.959963984540054;

/** First days of a person's own periods 1 .. `count`, by the day of their first order; worked out once a day. */
function periodStarts(period: CalendarPeriod, count: number): (first: number) => Int32Array {
  const known = new Map<number, Int32Array>();
  return (first) => {
    let starts = known.get(first);
    if (!starts) {
      starts = Int32Array.from({ length: count }, (_, k) => rollingStart(first, k + 1, period));
      known.set(first, starts);
    }
    return starts;
  };
}

/** @param read writes a customer's amounts by step and returns how many steps they took in full */
function growthOf(
  { customerCount, unit }: Orders,
  steps: number,
  read: (customer: number, amounts: Float64Array) => number,
): SpendGrowth {
  const amounts = new Float64Array(steps);
  const panelSum = new Float64Array(steps);
  const sum = new Float64Array(steps);
  const everyoneCount = new Uint32Array(steps);
  let panel = 0;
  let [first2, last2, cross] = [0, 0, 0];
  for (let c = 0; c < customerCount; c++) {
    const took = read(c, amounts);
    for (let n = 0; n < took; n++) {
      sum[n] += amounts[n];
      everyoneCount[n]++;
    }
    if (took < steps) continue;
    panel++;
    for (let n = 0; n < steps; n++) panelSum[n] += amounts[n];
    const [first, last] = [amounts[0] / unit, amounts[steps - 1] / unit];
    first2 += first * first;
    last2 += last * last;
    cross += first * last;
  }
  const mean = panelSum.map((total) => total / (panel * unit));
  const [m1, m2] = [mean[0], mean[steps - 1]];
  const ratio = m2 / m1;
  const variance =
    (last2 -
      panel * m2 * m2 +
      ratio * ratio * (first2 - panel * m1 * m1) -
      2 * ratio * (cross - panel * m1 * m2)) /
    (panel * (panel - 1) * m1 * m1);
  const half = Z * Math.sqrt(Math.max(0, variance));
  return {
    panel,
    mean,
    everyone: sum.map((total, n) => total / (everyoneCount[n] * unit)),
    everyoneCount,
    growth: ratio - 1,
    interval: [ratio - 1 - half, ratio - 1 + half],
  };
}

function atLeast(counts: Uint32Array): Uint32Array {
  for (let n = counts.length - 2; n >= 0; n--) counts[n] += counts[n + 1];
  return counts;
}
