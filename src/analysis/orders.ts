import { sortByKey } from './counting-sort';
import { groupByDay, groupByOrderId, groupSingly, type RowGroups } from './row-groups';
import { release } from './release';
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
 * Linear in rows; only orders that one customer placed on one day are sorted by comparing.
 */
export function collectOrders(transactions: Transactions, options: OrderOptions = {}): Orders {
  const { customer, customerCount, net, order, refund } = transactions;
  const { first, last } = dayRange(transactions);
  const observationEnd = options.observationEnd ?? last;
  const rows = rowsUpTo(transactions, observationEnd);
  const groups =
    order !== null
      ? groupByOrderId(transactions, order, rows)
      : options.rowsAsOrders === true
        ? groupSingly(transactions, rows)
        : groupByDay(transactions, rows, first, observationEnd);
  const candidates = describe(transactions, rows, groups);
  const listed = byCustomer(candidates, customerCount, options.leaveOutZero === true);
  putInTurn(listed, candidates, first, observationEnd);
  const { offset, sequence, day, minute, minorNet } = listed;

  const hasRow = new Uint8Array(customerCount);
  const unlinkedMinor = new Float64Array(customerCount);
  const orderOfRow = groups.ofRow;
  const place = placesOf(sequence, groups.count);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    hasRow[customer[row]] = 1;
    const at = orderOfRow[row] < 0 ? -1 : place[orderOfRow[row]];
    orderOfRow[row] = at;
    if (at < 0 && refund[row] === 1) unlinkedMinor[customer[row]] += net[row];
  }
  const count = sequence.length;
  release(rows, place, sequence);
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

function rowsUpTo({ day, rowCount }: Transactions, observationEnd: number): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let kept = 0;
  for (let row = 0; row < rowCount; row++) if (day[row] <= observationEnd) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** What the groups of rows come to, per group. */
interface Candidates {
  customer: Uint32Array;
  /** First day of a row that is not a refund; `NO_DAY` for a group of refunds. */
  day: Int32Array;
  minute: Int16Array | null;
  /** Sum of the rows that are not refunds, and of those that are, in minor units. */
  paid: Float64Array;
  /** Null where nothing was refunded. */
  refunded: Float64Array | null;
}

function describe(
  transactions: Transactions,
  rows: Uint32Array,
  { count, ofRow }: RowGroups,
): Candidates {
  const { customer, day: dayOf, minute: minuteOf, net, refund, rowCount } = transactions;
  // Where every row is a group of its own, what there is to say of the groups is what the rows say.
  if (count === rowCount && !refund.includes(1) && ofRow.every((group, row) => group === row))
    return { customer, day: dayOf, minute: minuteOf, paid: net, refunded: null };
  const owner = new Uint32Array(count);
  const day = new Int32Array(count).fill(NO_DAY);
  const minute = minuteOf === null ? null : new Int16Array(count).fill(-1);
  const paid = new Float64Array(count);
  let refunded: Float64Array | null = null;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const group = ofRow[row];
    if (group < 0) continue;
    owner[group] = customer[row];
    if (refund[row] === 1) {
      refunded ??= new Float64Array(count);
      refunded[group] += net[row];
      continue;
    }
    paid[group] += net[row];
    const earlier = day[group] === NO_DAY || dayOf[row] < day[group];
    if (minute !== null && (earlier || dayOf[row] === day[group])) {
      const at = minuteOf![row];
      if (earlier || (at >= 0 && (minute[group] < 0 || at < minute[group]))) minute[group] = at;
    }
    if (earlier) day[group] = dayOf[row];
  }
  return { customer: owner, day, minute, paid, refunded };
}

/** The orders of each customer: number of the group, day, minute and amount, those of customer c from offset[c] on. */
interface Listed {
  offset: Uint32Array;
  sequence: Uint32Array;
  day: Int32Array;
  minute: Int16Array | null;
  minorNet: Float64Array;
}

/**
 * Groups by customer, in the order they came. What belongs to a group is written out with it: read in passing here,
 * it would have to be fetched from a far-off place later.
 */
function byCustomer(candidates: Candidates, customerCount: number, leaveOutZero: boolean): Listed {
  const { customer, day, paid } = candidates;
  // Orders are the groups with a row that is not a refund.
  const isOrder = (group: number) => day[group] !== NO_DAY && !(leaveOutZero && paid[group] === 0);
  const offset = new Uint32Array(customerCount + 1);
  for (let group = 0; group < day.length; group++)
    if (isOrder(group)) offset[customer[group] + 1]++;
  for (let c = 0; c < customerCount; c++) offset[c + 1] += offset[c];
  const count = offset[customerCount];
  const listed: Listed = {
    offset,
    sequence: new Uint32Array(count),
    day: new Int32Array(count),
    minute: candidates.minute && new Int16Array(count),
    minorNet: new Float64Array(count),
  };
  const next = offset.slice(0, customerCount);
  for (let group = 0; group < day.length; group++)
    if (isOrder(group)) write(listed, next[customer[group]]++, group, candidates);
  return listed;
}

function write(listed: Listed, at: number, group: number, candidates: Candidates): void {
  listed.sequence[at] = group;
  listed.day[at] = candidates.day[group];
  if (listed.minute) listed.minute[at] = candidates.minute![group];
  listed.minorNet[at] = net(candidates, group);
}

function net({ paid, refunded }: Candidates, group: number): number {
  return refunded === null ? paid[group] : paid[group] + refunded[group];
}

/** More orders of one customer than this are sorted by day at once, not inserted one after the other. */
const MANY = 64;

/** Puts each customer's orders in turn: by day, then minute, then amount. */
function putInTurn(listed: Listed, candidates: Candidates, first: number, last: number): void {
  const { offset } = listed;
  for (let c = 0; c + 1 < offset.length; c++) {
    const from = offset[c];
    const to = offset[c + 1];
    if (to - from > MANY) sortMany(listed, from, to, candidates, first, last);
    else insertEach(listed, from, to);
  }
}

function sortMany(
  listed: Listed,
  from: number,
  to: number,
  candidates: Candidates,
  first: number,
  last: number,
): void {
  const { day, minute } = candidates;
  const compare = (a: number, b: number): number =>
    (minute === null ? 0 : minute[a] - minute[b]) || net(candidates, a) - net(candidates, b);
  const own = sortByKey(listed.sequence.subarray(from, to), day, first, last);
  for (let start = 0, end: number; start < own.length; start = end) {
    for (end = start + 1; end < own.length && day[own[end]] === day[own[start]];) end++;
    if (end > start + 1) own.subarray(start, end).sort(compare);
  }
  for (let i = 0; i < own.length; i++) write(listed, from + i, own[i], candidates);
}

function insertEach({ sequence, day, minute, minorNet }: Listed, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const group = sequence[i];
    const ownDay = day[i];
    const ownMinute = minute === null ? 0 : minute[i];
    const ownNet = minorNet[i];
    let at = i;
    for (; at > from; at--) {
      const before = at - 1;
      if (day[before] < ownDay) break;
      if (day[before] === ownDay) {
        const difference = minute === null ? 0 : minute[before] - ownMinute;
        if (difference < 0 || (difference === 0 && minorNet[before] <= ownNet)) break;
      }
      sequence[at] = sequence[before];
      day[at] = day[before];
      if (minute !== null) minute[at] = minute[before];
      minorNet[at] = minorNet[before];
    }
    if (at === i) continue;
    sequence[at] = group;
    day[at] = ownDay;
    if (minute !== null) minute[at] = ownMinute;
    minorNet[at] = ownNet;
  }
}

/** Place of each group among the orders, -1 for one that is none. */
function placesOf(sequence: Uint32Array, groups: number): Int32Array {
  const place = new Int32Array(groups).fill(-1);
  for (let i = 0; i < sequence.length; i++) place[sequence[i]] = i;
  return place;
}
