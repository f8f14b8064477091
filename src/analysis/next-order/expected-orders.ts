import type { Customers } from '../customers';
import type { Orders } from '../orders';
import { expectedGap, fitGaps, type GapModel, ownGaps, type OwnGaps } from './gap-model';

/**
 * Where a customer stands: before the expected window, in it, past it, or past it and silent for
 * longer than the churn threshold too.
 */
export const STANDINGS = ['early', 'due', 'overdue', 'silent'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The next order of every buyer, in the order of `customers.buyers`; lengths in days. */
export interface ExpectedOrders {
  model: GapModel;
  own: OwnGaps;
  /** Gaps of their own. */
  gaps: Uint32Array;
  /** The expected window, whole days after the last order: the quarter points of the next gap. */
  from: Float64Array;
  /** The middle of the expected gap. */
  middle: Float64Array;
  to: Float64Array;
  silence: Float64Array;
  /** Standard deviations (of ln days) by which the silence exceeds what is expected; -Infinity on the day. */
  lateness: Float64Array;
  /** Index in `STANDINGS`. */
  standing: Uint8Array;
}

/** Upper quartile of the standard normal. */
const QUARTILE = 0.6744897501960817;

/**
 * The middle half of when each buyer's next order is expected, and where they stand in it at the
 * observation end.
 *
 * @param threshold days of silence that count as leaving; null when unknown
 * @returns null where fewer than two gaps are known
 */
export function expectedOrders(
  orders: Orders,
  customers: Customers,
  threshold: number | null,
): ExpectedOrders | null {
  const own = ownGaps(orders);
  const model = fitGaps(orders, own);
  if (!model) return null;
  const { buyers, customer, lastDay, observationEnd } = customers;
  const gaps = new Uint32Array(buyers.length);
  const from = new Float64Array(buyers.length);
  const middle = new Float64Array(buyers.length);
  const to = new Float64Array(buyers.length);
  const silence = new Float64Array(buyers.length);
  const lateness = new Float64Array(buyers.length);
  const standing = new Uint8Array(buyers.length);
  for (let i = 0; i < buyers.length; i++) {
    const c = customer[buyers[i]];
    const { mean, sd } = expectedGap(model, own.count[c], own.logSum[c]);
    gaps[i] = own.count[c];
    from[i] = wholeDays(mean - QUARTILE * sd);
    middle[i] = wholeDays(mean);
    to[i] = wholeDays(mean + QUARTILE * sd);
    silence[i] = observationEnd - lastDay[buyers[i]];
    // Gaps that never vary leave no spread to measure by: days do.
    lateness[i] = sd > 0 ? (Math.log(silence[i]) - mean) / sd : silence[i] - middle[i];
    standing[i] =
      silence[i] < from[i]
        ? 0
        : silence[i] <= to[i]
          ? 1
          : threshold === null || silence[i] <= threshold
            ? 2
            : 3;
  }
  return { model, own, gaps, from, middle, to, silence, lateness, standing };
}

/** A length given by its logarithm, in whole days; the next order comes on another day. */
function wholeDays(log: number): number {
  return Math.max(1, Math.round(Math.exp(log)));
}

/** How the windows would have done: each customer's latest gap, expected from their earlier ones. */
export interface Hindsight {
  /** Customers with two gaps or more. */
  customers: number;
  /** Latest orders within their window, and before and after it. */
  within: number;
  before: number;
  after: number;
}

/** Half should lie within, were the model exactly right. */
export function hindsight(orders: Orders, model: GapModel, own: OwnGaps): Hindsight {
  const { offset, day, customerCount } = orders;
  const tally = { customers: 0, within: 0, before: 0, after: 0 };
  for (let c = 0; c < customerCount; c++) {
    if (own.count[c] < 2) continue;
    let i = offset[c + 1] - 1;
    while (day[i - 1] === day[i]) i--;
    const latest = own.logs[day[i] - day[i - 1]];
    const { mean, sd } = expectedGap(model, own.count[c] - 1, own.logSum[c] - latest);
    const off = (latest - mean) / sd;
    tally.customers++;
    if (off < -QUARTILE) tally.before++;
    else if (off > QUARTILE) tally.after++;
    else tally.within++;
  }
  return tally;
}
