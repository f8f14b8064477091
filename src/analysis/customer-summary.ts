import type { Customers } from './customers';

/**
 * Customers summarised elsewhere, by a warehouse say: one row a customer, or with `weight` one row a
 * group of customers who are alike. Columns have one length; times are in days and need not be whole.
 */
export interface CustomerSummary {
  count: number;
  /** Repeat purchase occasions, whole numbers >= 0; days with an order count once. */
  x: Float64Array;
  /** Time from the first to the last occasion, 0 <= t_x <= T; 0 exactly where x is 0. */
  tx: Float64Array;
  /** Time from the first occasion to the observation end. */
  T: Float64Array;
  /** Mean net amount of an occasion in units of the currency, NaN where unknown; null: the summary knows no money. */
  m: Float64Array | null;
  /** Whether `m` is of the repeat occasions alone or of all, the first included. */
  meanOf: 'repeats' | 'all';
  /** Orders of each; null where only occasions are known, each of which is then one order. */
  orders: Float64Array | null;
  /** Net revenue of each so far, in units of the currency; null where it is not known. */
  net: Float64Array | null;
  /** Last day of the observation; null for a summary without any calendar date. */
  observationEnd: number | null;
  /** Customers that share the row, whole numbers >= 1; null: one each. */
  weight: Float64Array | null;
}

/**
 * A summary in the shape in which orders are summarised here. What a summary cannot tell is not made up:
 * without a calendar, days count from the observation end (day 0, `undated`); unknown money is NaN.
 */
export function customersOfSummary(summary: CustomerSummary): Customers {
  const { count, x, tx, T, m, net, observationEnd, weight } = summary;
  const end = observationEnd ?? 0;
  const rows = Uint32Array.from({ length: count }, (_, i) => i);
  const occasions = Uint32Array.from(x, (repeats) => repeats + 1);
  const averaged = summary.meanOf === 'all' ? occasions : Uint32Array.from(x);
  const known = net ?? new Float64Array(count).fill(NaN);
  return {
    count,
    observationEnd: end,
    unit: 1,
    customer: rows,
    buyers: rows,
    firstDay: T.map((time) => end - time),
    lastDay: T.map((time, i) => end - time + tx[i]),
    orders: summary.orders ? Uint32Array.from(summary.orders) : occasions,
    occasions,
    x: Uint32Array.from(x),
    tx,
    T,
    m: m ?? new Float64Array(count).fill(NaN),
    mOccasions: Uint32Array.from(averaged, (n, i) => (m && Number.isFinite(m[i]) ? n : 0)),
    minorNet: known,
    net: known,
    ...(weight && { weight }),
    ...(observationEnd === null && { undated: true as const }),
  };
}

/** Customers behind the rows of a summary: the sum of its weights. */
export function summarisedCustomers({ count, weight }: CustomerSummary): number {
  return weight ? weight.reduce((sum, w) => sum + w, 0) : count;
}
