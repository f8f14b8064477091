import type { Orders } from './orders';
import { NO_DAY } from './transactions';

/**
 * One entry per customer with a row up to the observation end, in parallel columns. Days are whole
 * days. A customer without an order (refunds only) has no dates (`NO_DAY`), x, tx and T of 0.
 */
export interface Customers {
  /** Customers in the table: everyone with an accepted row. */
  count: number;
  observationEnd: number;
  /** Minor units in one unit of the currency: 100 for cents. */
  unit: number;
  /** Index of each entry's customer in the transactions and in `Orders.offset`, ascending. */
  customer: Uint32Array;
  /** Positions in this table of those with at least one order: scores, churn and models are about them. */
  buyers: Uint32Array;
  /** Whole days, unless the customers come from a summary in a coarser unit. */
  firstDay: Int32Array | Float64Array;
  lastDay: Int32Array | Float64Array;
  /** Orders of each customer. */
  orders: Uint32Array;
  /** Purchase occasions: days with an order; all orders of a customer on one day are one occasion. */
  occasions: Uint32Array;
  /** Repeat occasions: occasions - 1. */
  x: Uint32Array;
  /** Days from the first to the last occasion (t_x). */
  tx: Int32Array | Float64Array;
  /** Days from the first occasion to the observation end. */
  T: Int32Array | Float64Array;
  /** Mean net amount of the repeat occasions, in units of the currency; NaN without one. */
  m: Float64Array;
  /** Number of occasions averaged in `m`. */
  mOccasions: Uint32Array;
  /** Total net amount in minor units (exact whole numbers), refunds of any kind taken off. */
  minorNet: Float64Array;
  /** The same in units of the currency. NaN where a summary does not tell it. */
  net: Float64Array;
  /** Customers that share each entry, for summaries by group; absent means one each. */
  weight?: Float64Array;
  /** The days have no calendar: they count from the observation end, which is day 0. */
  undated?: true;
}

export interface CustomerOptions {
  /** Take the first occasion into `m` too. Default: the repeat occasions alone. */
  firstInMean?: boolean;
  /** Leave occasions that net to nothing out of `m`. Default: they count, as in the published figures. */
  zeroOutOfMean?: boolean;
}

/** Orders to customers: one pass. */
export function summariseCustomers(orders: Orders, options: CustomerOptions = {}): Customers {
  const { hasRow, unit, observationEnd } = orders;
  let count = 0;
  for (const seen of hasRow) count += seen;
  const columns = {
    customer: new Uint32Array(count),
    firstDay: new Int32Array(count),
    lastDay: new Int32Array(count),
    orders: new Uint32Array(count),
    occasions: new Uint32Array(count),
    x: new Uint32Array(count),
    tx: new Int32Array(count),
    T: new Int32Array(count),
    m: new Float64Array(count),
    mOccasions: new Uint32Array(count),
    minorNet: new Float64Array(count),
    net: new Float64Array(count),
  };
  const buyers = new Uint32Array(count);
  let i = 0;
  let buyerCount = 0;
  for (let c = 0; c < orders.customerCount; c++) {
    if (hasRow[c] === 0) continue;
    summarise(orders, c, options, columns, i);
    if (columns.orders[i] > 0) buyers[buyerCount++] = i;
    i++;
  }
  return { count, observationEnd, unit, buyers: buyers.slice(0, buyerCount), ...columns };
}

type Columns = Omit<Customers, 'count' | 'observationEnd' | 'unit' | 'buyers'>;

/** Writes customer `c` into entry `i`. */
function summarise(
  { offset, day, minorNet, unlinkedMinor, unit, observationEnd }: Orders,
  c: number,
  { firstInMean, zeroOutOfMean }: CustomerOptions,
  columns: Columns,
  i: number,
): void {
  const from = offset[c];
  const to = offset[c + 1];
  let total = unlinkedMinor[c];
  let occasions = 0;
  let averaged = 0;
  let mOccasions = 0;
  for (let start = from, next: number; start < to; start = next) {
    let amount = 0;
    for (next = start; next < to && day[next] === day[start]; next++) amount += minorNet[next];
    total += amount;
    occasions++;
    if (start === from && firstInMean !== true) continue;
    if (amount === 0 && zeroOutOfMean === true) continue;
    averaged += amount;
    mOccasions++;
  }
  columns.customer[i] = c;
  columns.orders[i] = to - from;
  columns.occasions[i] = occasions;
  columns.minorNet[i] = total;
  columns.net[i] = total / unit;
  columns.m[i] = mOccasions > 0 ? averaged / (mOccasions * unit) : NaN;
  columns.mOccasions[i] = mOccasions;
  columns.firstDay[i] = to > from ? day[from] : NO_DAY;
  columns.lastDay[i] = to > from ? day[to - 1] : NO_DAY;
  if (to === from) return;
  columns.x[i] = occasions - 1;
  columns.tx[i] = day[to - 1] - day[from];
  columns.T[i] = observationEnd - day[from];
}
