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
  customers: Pick<Customers, 'customer'>,
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
    customer: buyers.map((position) => customers.customer[position]),
    segment,
  };
}

/**
 * One row per segment of the map, in its order, empty ones too.
 *
 * @param among 1 for each buyer who counts; everyone unless given
 */
export function segmentTable(
  customers: Customers,
  { names, segment }: Segmented,
  among?: Uint8Array,
): SegmentRow[] {
  return groupTable(customers, segment, names, among);
}

/** What one group of buyers brings, as one row under a name. */
export function groupRow(customers: Customers, name: string, among?: Uint8Array): SegmentRow {
  return groupTable(customers, null, [name], among)[0];
}

function groupTable(
  customers: Customers,
  segment: Uint8Array | null,
  names: readonly string[],
  among: Uint8Array | undefined,
): SegmentRow[] {
  const { buyers, unit, orders, minorNet, lastDay, observationEnd } = customers;
  const size = new Uint32Array(names.length);
  const orderCount = new Float64Array(names.length);
  const minor = new Float64Array(names.length);
  const days = new Float64Array(names.length);
  let counted = 0;
  for (let i = 0; i < buyers.length; i++) {
    if (among?.[i] === 0) continue;
    const position = buyers[i];
    const row = segment === null ? 0 : segment[i];
    counted++;
    size[row]++;
    orderCount[row] += orders[position];
    minor[row] += minorNet[position];
    days[row] += observationEnd - lastDay[position];
  }
  return names.map((name, row) => ({
    name,
    customers: size[row],
    share: size[row] / counted,
    orders: orderCount[row],
    revenue: minor[row] / unit,
    averageOrderValue: minor[row] / (orderCount[row] * unit),
    meanRecency: days[row] / size[row],
  }));
}

/** Buyers and their net revenue on the k x k grid of R and F: cell `(r - 1) * k + f - 1`. */
export interface RfGrid {
  bins: number;
  customers: Uint32Array;
  revenue: Float64Array;
}

/** Which cell of the grid each buyer is in. */
export function cellsOf({ bins, r, f }: RfmScores): Uint8Array {
  const cell = new Uint8Array(r.score.length);
  for (let i = 0; i < cell.length; i++) cell[i] = (r.score[i] - 1) * bins + f.score[i] - 1;
  return cell;
}

/**
 * Customers and net revenue of each combination of R and F scores.
 *
 * @param among 1 for each buyer who counts; everyone unless given
 */
export function rfCells(customers: Customers, scores: RfmScores, among?: Uint8Array): RfGrid {
  const k = scores.bins;
  const cell = cellsOf(scores);
  const count = new Uint32Array(k * k);
  const minor = new Float64Array(k * k);
  for (let i = 0; i < cell.length; i++) {
    if (among?.[i] === 0) continue;
    count[cell[i]]++;
    minor[cell[i]] += customers.minorNet[scores.buyers[i]];
  }
  return { bins: k, customers: count, revenue: minor.map((amount) => amount / customers.unit) };
}

function cube(r: number, f: number, m: number, k: number): number {
  return ((r - 1) * k + f - 1) * k + m - 1;
}
