import type { Customers } from '../customers';
import type { RfmScores } from './scores';
import type { SegmentMap } from './segment-map';

/** Each buyer's segment: entry i is the buyer at position `buyers[i]` of the customer table. */
export interface Segmented {
  names: readonly string[];
  buyers: Uint32Array;
  /** Customer index (of the transactions) of each entry, ascending. */
  customer: Uint32Array;
  segment: Uint8Array;
}

export interface SegmentRow {
  name: string;
  customers: number;
  /** Share of buyers, 0 .. 1; NaN without buyers. */
  share: number;
  orders: number;
  /** Net revenue in units of the currency. */
  revenue: number;
  /** Revenue / orders; NaN for an empty segment. */
  averageOrderValue: number;
  /** Mean days since the last order; NaN for an empty segment. */
  meanRecency: number;
}

/**
 * Names each buyer's scores by a map.
 *
 * @returns an error value where the scores were made with another number of bins than the map's
 */
export function assignSegments(
  customers: Customers,
  scores: RfmScores,
  map: SegmentMap,
): Segmented | { code: 'MAP_NEEDS_BINS'; bins: number } {
  if (scores.bins !== map.bins) return { code: 'MAP_NEEDS_BINS', bins: map.bins };
  const k = map.bins;
  const table = new Uint8Array(k * k * k);
  for (let r = 1; r <= k; r++)
    for (let f = 1; f <= k; f++)
      for (let m = 1; m <= k; m++) table[cube(r, f, m, k)] = map.segment(r, f, m);
  const { r, f, m, buyers } = scores;
  const segment = new Uint8Array(buyers.length);
  for (let i = 0; i < buyers.length; i++)
    segment[i] = table[cube(r.score[i], f.score[i], m.score[i], k)];
  return {
    names: map.names,
    buyers,
    customer: Uint32Array.from(buyers, (position) => customers.customer[position]),
    segment,
  };
}

/** One row per segment of the map, in its order, empty ones too. */
export function segmentTable(customers: Customers, segmented: Segmented): SegmentRow[] {
  const { unit } = customers;
  const rows = segmented.names.map((name) => ({
    name,
    customers: 0,
    orders: 0,
    minor: 0,
    days: 0,
  }));
  segmented.buyers.forEach((position, i) => {
    const row = rows[segmented.segment[i]];
    row.customers++;
    row.orders += customers.orders[position];
    row.minor += customers.minorNet[position];
    row.days += customers.observationEnd - customers.lastDay[position];
  });
  return rows.map(({ name, customers: size, orders, minor, days }) => ({
    name,
    customers: size,
    share: size / segmented.buyers.length,
    orders,
    revenue: minor / unit,
    averageOrderValue: minor / (orders * unit),
    meanRecency: days / size,
  }));
}

/** Buyers and their net revenue on the k x k grid of R and F: cell `(r - 1) * k + f - 1`. */
export interface RfGrid {
  bins: number;
  customers: Uint32Array;
  revenue: Float64Array;
}

/** Customers and net revenue of each combination of R and F scores. */
export function rfCells(customers: Customers, scores: RfmScores): RfGrid {
  const k = scores.bins;
  const count = new Uint32Array(k * k);
  const minor = new Float64Array(k * k);
  scores.buyers.forEach((position, i) => {
    const cell = (scores.r.score[i] - 1) * k + scores.f.score[i] - 1;
    count[cell]++;
    minor[cell] += customers.minorNet[position];
  });
  return { bins: k, customers: count, revenue: minor.map((amount) => amount / customers.unit) };
}

function cube(r: number, f: number, m: number, k: number): number {
  return ((r - 1) * k + f - 1) * k + m - 1;
}
