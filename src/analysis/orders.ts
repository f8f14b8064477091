import {
  isOrder,
  orderCandidates,
  rowsAreOrders,
  rowsAsCandidates,
  type OrderCandidates,
} from './order-candidates';
import { ordersByCustomer } from './orders-by-customer';
import { release } from './release';
import { groupByDay, groupByOrderId, groupSingly, type RowGroups } from './row-groups';
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
  /** Rows up to the observation end that are in no order: unlinked refunds, and rows of orders left out. */
  looseRows: Uint32Array;
  /**
   * Per row of the transactions: its order's number, -1 for a loose row and one after the end. Null where no row
   * carries a discount: what else there is to say of a row, its order says.
   */
  orderOfRow: Int32Array | null;
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
 * Linear in rows; only orders that one customer placed on one day are sorted by comparing.
 */
export function collectOrders(transactions: Transactions, options: OrderOptions = {}): Orders {
  const { customer, customerCount, net, refund } = transactions;
  const { first, last } = dayRange(transactions);
  const observationEnd = options.observationEnd ?? last;
  const leaveOutZero = options.leaveOutZero === true;
  const plain = observationEnd >= last && !leaveOutZero && rowsAreOrders(transactions);
  const grouped = plain ? null : groupRows(transactions, first, observationEnd, options);
  const candidates = grouped
    ? orderCandidates(transactions, grouped.rows, grouped.groups, leaveOutZero)
    : rowsAsCandidates(transactions);
  const { offset, group, day, minute, minorNet } = ordersByCustomer(
    candidates,
    customerCount,
    first,
    observationEnd,
    transactions.parts.discount !== undefined,
  );
  const count = day.length;

  const looseRows = grouped ? rowsOutsideOrders(grouped, candidates, count) : new Uint32Array(0);
  const hasRow = new Uint8Array(customerCount);
  for (let c = 0; c < customerCount; c++) hasRow[c] = offset[c + 1] > offset[c] ? 1 : 0;
  const unlinkedMinor = new Float64Array(customerCount);
  for (const row of looseRows) {
    hasRow[customer[row]] = 1;
    if (refund[row] === 1) unlinkedMinor[customer[row]] += net[row];
  }
  const orderOfRow = group && ordersOfRows(transactions.rowCount, grouped, group);
  if (grouped) release(grouped.rows);
  return {
    count,
    customerCount,
    observationEnd,
    unit: 10 ** transactions.scale,
    offset,
    day,
    minute,
    minorNet,
    unlinkedMinor,
    hasRow,
    looseRows,
    orderOfRow,
  };
}

/** The rows that are taken in, and which of them belong together. */
interface GroupedRows {
  rows: Uint32Array;
  groups: RowGroups;
}

function groupRows(
  transactions: Transactions,
  first: number,
  observationEnd: number,
  options: OrderOptions,
): GroupedRows {
  const { order } = transactions;
  const rows = rowsUpTo(transactions, observationEnd);
  if (order !== null) return { rows, groups: groupByOrderId(transactions, order, rows) };
  return {
    rows,
    groups:
      options.rowsAsOrders === true
        ? groupSingly(transactions, rows)
        : groupByDay(transactions, rows, first, observationEnd),
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

function rowsUpTo({ day, rowCount }: Transactions, observationEnd: number): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let kept = 0;
  for (let row = 0; row < rowCount; row++) if (day[row] <= observationEnd) rows[kept++] = row;
  return rows.subarray(0, kept);
}

function rowsOutsideOrders(
  { rows, groups: { ofRow } }: GroupedRows,
  candidates: OrderCandidates,
  orderCount: number,
): Uint32Array {
  // As many orders as rows: each row is one.
  if (orderCount === rows.length) return new Uint32Array(0);
  const outside: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const group = ofRow[rows[i]];
    if (group < 0 || !isOrder(candidates, group)) outside.push(rows[i]);
  }
  return Uint32Array.from(outside);
}

/**
 * Number of each row's order, -1 where it is in none.
 *
 * @param grouped null where each row is an order
 * @param groupOf group of each order
 */
function ordersOfRows(
  rowCount: number,
  grouped: GroupedRows | null,
  groupOf: Uint32Array,
): Int32Array {
  const place = new Int32Array(grouped?.groups.count ?? rowCount).fill(-1);
  for (let i = 0; i < groupOf.length; i++) place[groupOf[i]] = i;
  if (!grouped) return place;
  const { rows, groups } = grouped;
  const orders = new Int32Array(rowCount).fill(-1);
  for (const row of rows) if (groups.ofRow[row] >= 0) orders[row] = place[groups.ofRow[row]];
  return orders;
}
