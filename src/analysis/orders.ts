import { sortByKey } from './counting-sort';
import { NO_DAY, type Transactions } from './transactions';

/**
 * Orders in compressed rows: those of customer c are `offset[c] .. offset[c + 1] - 1`, by day, then
 * minute, then amount. The same for any permutation of the rows, to the bit.
 *
 * Money is in minor units, as whole numbers, so that any sum of orders is exact whatever the order
 * of adding; divide by `unit` last.
 */
export interface Orders {
  /** Number of orders. */
  count: number;
  /** Customers of the transactions, whether or not they have a row up to the observation end. */
  customerCount: number;
  /** Last day that is part of the analysis; `NO_DAY` when there is no row at all. */
  observationEnd: number;
  /** Minor units in one unit of the currency: 100 for cents. */
  unit: number;
  /** customerCount + 1 entries. */
  offset: Uint32Array;
  /** Day of each order: that of its first row that is not a refund. */
  day: Int32Array;
  /** Earliest minute on that day, 0 .. 1439, or -1; null when no row has a minute. */
  minute: Int16Array | null;
  /** Net amount of each order, its linked refunds taken off, in minor units. */
  minorNet: Float64Array;
  /** Per customer, in minor units: refund rows that belong to no order. */
  unlinkedMinor: Float64Array;
  /** Per customer, 1 where the customer has a row (of any kind) up to the observation end. */
  hasRow: Uint8Array;
  /** Per row of the transactions: its order's number, or -1 (unlinked refund, after the end, left out). */
  orderOfRow: Int32Array;
}

export interface OrderOptions {
  /** Last day to take in; the last day of any row unless given. Later rows are left out. */
  observationEnd?: number;
  /** Leave out orders whose rows, refunds apart, add up to nothing. Default: they are orders. */
  leaveOutZero?: boolean;
  /** Without an order id, every row is an order of its own instead of one order a day. */
  rowsAsOrders?: boolean;
}

/**
 * Rows to orders. Rows sharing customer and order id are one order; without an order id a customer's
 * rows of one day are one. A refund row never makes an order nor dates one: it is taken off the order
 * it shares an order id with, else off its customer.
 *
 * Linear in rows (orders that come out of order within a customer are sorted there).
 */
export function collectOrders(transactions: Transactions, options: OrderOptions = {}): Orders {
  const { customer, day, minute, net, order, refund, rowCount, customerCount } = transactions;
  const { first, last } = dayRange(transactions);
  const observationEnd = options.observationEnd ?? last;
  const linked = order !== null;
  const single = !linked && options.rowsAsOrders === true;
  const rows = groupedRows(transactions, first, observationEnd);

  const hasRow = new Uint8Array(customerCount);
  const unlinkedMinor = new Float64Array(customerCount);
  const orderOfRow = new Int32Array(rowCount).fill(-1);
  const offset = new Uint32Array(customerCount + 1);
  let orderDay = new Int32Array(rows.length);
  let orderMinute = minute === null ? null : new Int16Array(rows.length);
  let minorNet = new Float64Array(rows.length);
  let count = 0;

  for (let from = 0, to: number; from < rows.length; from = to) {
    const buyer = customer[rows[from]];
    hasRow[buyer] = 1;
    let earliest = NO_DAY;
    let earliestMinute = -1;
    let paid = 0;
    let refunded = 0;
    let paying = 0;
    for (to = from; to < rows.length; to++) {
      const row = rows[to];
      if (to > from && (single || !sameOrder(transactions, rows[from], row))) break;
      if (refund[row] === 1) {
        refunded += net[row];
        continue;
      }
      paying++;
      paid += net[row];
      const at = minute === null ? -1 : minute[row];
      if (earliest === NO_DAY || day[row] < earliest) {
        earliest = day[row];
        earliestMinute = at;
      } else if (day[row] === earliest && at >= 0 && (earliestMinute < 0 || at < earliestMinute)) {
        earliestMinute = at;
      }
    }
    const isOrder = paying > 0 && !(options.leaveOutZero === true && paid === 0);
    if (!isOrder || !linked) unlinkedMinor[buyer] += refunded;
    if (!isOrder) continue;
    for (let i = from; i < to; i++)
      if (linked || refund[rows[i]] === 0) orderOfRow[rows[i]] = count;
    orderDay[count] = earliest;
    if (orderMinute !== null) orderMinute[count] = earliestMinute;
    minorNet[count] = linked ? paid + refunded : paid;
    offset[buyer + 1]++;
    count++;
  }
  for (let c = 0; c < customerCount; c++) offset[c + 1] += offset[c];

  const sequence = chronology(offset, orderDay, orderMinute, minorNet);
  if (sequence === null) {
    orderDay = orderDay.slice(0, count);
    orderMinute = orderMinute?.slice(0, count) ?? null;
    minorNet = minorNet.slice(0, count);
  } else {
    const place = new Int32Array(count);
    for (let i = 0; i < count; i++) place[sequence[i]] = i;
    for (let row = 0; row < rowCount; row++)
      if (orderOfRow[row] >= 0) orderOfRow[row] = place[orderOfRow[row]];
    orderDay = Int32Array.from(sequence, (built) => orderDay[built]);
    minorNet = Float64Array.from(sequence, (built) => minorNet[built]);
    const minutes = orderMinute;
    if (minutes !== null) orderMinute = Int16Array.from(sequence, (built) => minutes[built]);
  }
  return {
    count,
    customerCount,
    observationEnd,
    unit: 10 ** transactions.scale,
    offset,
    day: orderDay,
    minute: orderMinute,
    minorNet,
    unlinkedMinor,
    hasRow,
    orderOfRow,
  };
}

/** First and last day of any row, `NO_DAY` when there is none. */
export function dayRange({ day, rowCount }: Transactions): { first: number; last: number } {
  if (rowCount === 0) return { first: NO_DAY, last: NO_DAY };
  let first = day[0];
  let last = day[0];
  for (let row = 1; row < rowCount; row++) {
    if (day[row] < first) first = day[row];
    if (day[row] > last) last = day[row];
  }
  return { first, last };
}

/** Rows up to the observation end, by customer, then by order id (by day where there is none). */
function groupedRows(
  { customer, customerCount, day, order, rowCount }: Transactions,
  first: number,
  observationEnd: number,
): Uint32Array {
  let kept = 0;
  const rows = new Uint32Array(rowCount);
  let lastOrder = 0;
  for (let row = 0; row < rowCount; row++) {
    if (day[row] > observationEnd) continue;
    rows[kept++] = row;
    if (order !== null && order[row] > lastOrder) lastOrder = order[row];
  }
  const observed = rows.subarray(0, kept);
  if (kept === 0) return observed;
  const byOrder =
    order === null
      ? sortByKey(observed, day, first, observationEnd)
      : sortByKey(observed, order, 0, lastOrder);
  return sortByKey(byOrder, customer, 0, customerCount - 1);
}

function sameOrder({ customer, day, order }: Transactions, a: number, b: number): boolean {
  if (customer[a] !== customer[b]) return false;
  return order === null ? day[a] === day[b] : order[a] === order[b];
}

/** Numbers of the orders by customer, day, minute and amount; null where they stand so already. */
function chronology(
  offset: Uint32Array,
  day: Int32Array,
  minute: Int16Array | null,
  minorNet: Float64Array,
): Uint32Array | null {
  const compare = (a: number, b: number): number =>
    day[a] - day[b] || (minute === null ? 0 : minute[a] - minute[b]) || minorNet[a] - minorNet[b];
  let sequence: Uint32Array | null = null;
  for (let c = 0; c + 1 < offset.length; c++) {
    const end = offset[c + 1];
    let next = offset[c] + 1;
    while (next < end && compare(next - 1, next) <= 0) next++;
    if (next >= end) continue;
    sequence ??= Uint32Array.from({ length: offset[offset.length - 1] }, (_, i) => i);
    sequence.set(Array.from(sequence.subarray(offset[c], end)).sort(compare), offset[c]);
  }
  return sequence;
}
