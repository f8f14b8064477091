import { quantileOfCounts } from '../order-statistics';
import type { Orders } from '../orders';

/** What stands at both ends of a gap: orders, or occasions (days with an order, so that no gap is 0). */
export type GapsBetween = 'orders' | 'occasions';

/** Days between a customer's consecutive orders, over all customers. */
export interface Gaps {
  /** `counts[d]` gaps of exactly d days. */
  counts: Uint32Array;
  /** Number of gaps: orders (or occasions) less buyers. */
  total: number;
  /** NaN without a gap. */
  mean: number;
}

/** Counts the gaps of all customers. Only ended gaps: the silence since the last order is none yet. */
export function orderGaps(orders: Orders, between: GapsBetween = 'orders'): Gaps {
  const { offset, day, customerCount } = orders;
  let longest = -1;
  let total = 0;
  let days = 0;
  const visit = (see: (gap: number) => void) => {
    for (let c = 0; c < customerCount; c++)
      for (let i = offset[c] + 1; i < offset[c + 1]; i++) {
        const gap = day[i] - day[i - 1];
        if (gap > 0 || between === 'orders') see(gap);
      }
  };
  visit((gap) => {
    if (gap > longest) longest = gap;
    total++;
    days += gap;
  });
  const counts = new Uint32Array(longest + 1);
  visit((gap) => counts[gap]++);
  return { counts, total, mean: days / total };
}

/** The gap in days that the given share of gaps does not exceed (type 7); NaN without gaps. */
export function gapPercentile(gaps: Gaps, share: number): number {
  return quantileOfCounts(gaps.counts, share);
}

/** Gaps longer than so many days. */
export function gapsLongerThan(gaps: Gaps, days: number): number {
  let longer = 0;
  for (let gap = Math.floor(days) + 1; gap < gaps.counts.length; gap++) longer += gaps.counts[gap];
  return longer;
}
