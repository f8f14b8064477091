import { ascending } from './ascending';
import type { Customers } from './customers';
import { quantile } from './order-statistics';
import type { Orders } from './orders';

/** `counts[n]` buyers with exactly n orders, n from 1; the last entry holds `counts.length - 1` or more. */
export interface OrdersPerCustomer {
  counts: Uint32Array;
  /** Whether the last entry stands for its number of orders "or more". */
  openEnded: boolean;
  mean: number;
  max: number;
}

/** How many buyers ordered once, twice, ... `upTo` times or more. */
export function ordersPerCustomer(customers: Customers, upTo = 20): OrdersPerCustomer {
  let max = 0;
  let total = 0;
  for (const i of customers.buyers) {
    max = Math.max(max, customers.orders[i]);
    total += customers.orders[i];
  }
  const counts = new Uint32Array(Math.min(max, upTo) + 1);
  for (const i of customers.buyers) counts[Math.min(customers.orders[i], upTo)]++;
  return { counts, openEnded: max > upTo, mean: total / customers.buyers.length, max };
}

export interface OrderValues {
  /** Ascending edges in units of the currency; bin i is [edges[i], edges[i + 1]), the last one closed. */
  edges: number[];
  counts: Uint32Array;
  /** Orders below the first edge and above the last one. */
  below: number;
  above: number;
  /** Sum of order values / orders; no unlinked refund taken off. */
  mean: number;
  median: number;
  /** Fifth, twenty-fifth, seventy-fifth and ninety-fifth percentile. */
  percentiles: { p5: number; p25: number; p75: number; p95: number };
  min: number;
  max: number;
}

/**
 * Distribution of order values in about `bins` bins of a round width (1, 2 or 5 times a power of
 * ten), from the first to the 99th percentile, so that one giant order does not flatten the picture;
 * the orders outside are counted apart. Null without orders.
 */
export function orderValues(orders: Orders, bins = 30): OrderValues | null {
  if (orders.count === 0) return null;
  const sorted = ascending(orders.minorNet);
  const { unit } = orders;
  const at = (share: number) => quantile(sorted, share) / unit;
  const width = roundWidth((at(0.99) - Math.min(0, at(0.01))) / bins);
  const firstStep = Math.floor(Math.min(0, at(0.01)) / width);
  const lastStep = Math.max(firstStep + 1, Math.ceil(at(0.99) / width));
  const edges = Array.from({ length: lastStep - firstStep + 1 }, (_, i) =>
    Number(((firstStep + i) * width).toPrecision(12)),
  );
  const counts = new Uint32Array(edges.length - 1);
  let below = 0;
  let above = 0;
  let total = 0;
  for (const minor of sorted) {
    total += minor;
    const value = minor / unit;
    if (value < edges[0]) below++;
    else if (value > edges[edges.length - 1]) above++;
    else counts[binOf(value, edges, width)]++;
  }
  return {
    edges,
    counts,
    below,
    above,
    mean: total / (orders.count * unit),
    median: at(0.5),
    percentiles: { p5: at(0.05), p25: at(0.25), p75: at(0.75), p95: at(0.95) },
    min: sorted[0] / unit,
    max: sorted[sorted.length - 1] / unit,
  };
}

/** The smallest of 1, 2 or 5 times a power of ten that is not below `width`; 1 where that is nothing. */
function roundWidth(width: number): number {
  if (!(width > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= width) ?? 10;
  return step * power;
}

/** The division finds the bin up to rounding at an edge; the edges themselves decide. */
function binOf(value: number, edges: number[], width: number): number {
  const last = edges.length - 2;
  let bin = Math.min(last, Math.max(0, Math.floor((value - edges[0]) / width)));
  while (bin > 0 && value < edges[bin]) bin--;
  while (bin < last && value >= edges[bin + 1]) bin++;
  return bin;
}
