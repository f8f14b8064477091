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
  const candidates = {
    ...describe(transactions, rows, groups),
    leaveOutZero: options.leaveOutZero === true,
  };
  const listed = byCustomer(candidates, customerCount);
  putInTurn(listed, candidates, first, observationEnd);
  const { offset, sequence, day, minute, minorNet } = listed;

  // As many orders as rows: each row is one.
  const looseRows =
    sequence.length === rows.length
      ? new Uint32Array(0)
      : rowsOutsideOrders(rows, groups, candidates);
  const hasRow = new Uint8Array(customerCount);
  for (let c = 0; c < customerCount; c++) hasRow[c] = offset[c + 1] > offset[c] ? 1 : 0;
  const unlinkedMinor = new Float64Array(customerCount);
  for (const row of looseRows) {
    hasRow[customer[row]] = 1;
    if (refund[row] === 1) unlinkedMinor[customer[row]] += net[row];
  }
  const orderOfRow =
    transactions.parts.discount === undefined ? null : ordersOfRows(rows, groups, sequence);
  const count = sequence.length;
  release(rows, sequence);
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
  /** Orders that come to nothing are none. */
  leaveOutZero: boolean;
}

/** Orders are the groups with a row that is not a refund. */
function isOrder({ day, paid, leaveOutZero }: Candidates, group: number): boolean {
  return day[group] !== NO_DAY && !(leaveOutZero && paid[group] === 0);
}

function describe(
  transactions: Transactions,
  rows: Uint32Array,
  { count, ofRow, single }: RowGroups,
): Omit<Candidates, 'leaveOutZero'> {
  const { customer, day: dayOf, minute: minuteOf, net, refund } = transactions;
  if (single && !refund.includes(1))
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

/** What is said of each order: number of its group, day, minute and amount. */
interface Columns {
  sequence: Uint32Array;
  day: Int32Array;
  minute: Int16Array | null;
  minorNet: Float64Array;
}

/** Orders by customer: those of customer c from offset[c] on. */
interface Listed extends Columns {
  offset: Uint32Array;
}

/**
 * Customers whose orders are put in place together, as a power of two. All that is written meanwhile stays in the
 * processor's nearer memory; written customer by customer over all of it, each order would wait for a far-off place.
 */
const NEIGHBOURS = 13;

/**
 * Groups by customer, in the order they came: first by neighbourhood, then within each. What belongs to a group is
 * written out with it: read in passing here, it would have to be fetched from a far-off place later.
 */
function byCustomer(candidates: Candidates, customerCount: number): Listed {
  const { customer, day } = candidates;
  const next = new Uint32Array((customerCount >> NEIGHBOURS) + 2);
  for (let group = 0; group < day.length; group++)
    if (isOrder(candidates, group)) next[(customer[group] >> NEIGHBOURS) + 1]++;
  for (let place = 1; place < next.length; place++) next[place] += next[place - 1];
  const count = next[next.length - 1];
  const starts = next.slice();
  const listed: Listed = {
    offset: new Uint32Array(customerCount + 1),
    sequence: new Uint32Array(count),
    day: new Int32Array(count),
    minute: candidates.minute && new Int16Array(count),
    minorNet: new Float64Array(count),
  };
  const owner = new Uint32Array(count);
  for (let group = 0; group < day.length; group++) {
    if (!isOrder(candidates, group)) continue;
    const at = next[customer[group] >> NEIGHBOURS]++;
    owner[at] = customer[group];
    write(listed, at, group, candidates);
  }
  let most = 0;
  for (let place = 1; place < starts.length; place++)
    most = Math.max(most, starts[place] - starts[place - 1]);
  const before: Columns = {
    sequence: new Uint32Array(most),
    day: new Int32Array(most),
    minute: listed.minute && new Int16Array(most),
    minorNet: new Float64Array(most),
  };
  for (let place = 0; place + 1 < starts.length; place++)
    sortNeighbours(listed, owner, starts[place], starts[place + 1], place << NEIGHBOURS, before);
  release(owner);
  return listed;
}

/**
 * Puts the orders of one neighbourhood, from `from` to `to`, in turn of their customers, of whom `first` is the first.
 * @param before room for the neighbourhood as it was
 */
function sortNeighbours(
  { offset, sequence, day, minute, minorNet }: Listed,
  owner: Uint32Array,
  from: number,
  to: number,
  first: number,
  before: Columns,
): void {
  const next = new Uint32Array(Math.min(1 << NEIGHBOURS, offset.length - 1 - first) + 1);
  for (let i = from; i < to; i++) next[owner[i] - first + 1]++;
  next[0] = from;
  for (let c = 1; c < next.length; c++) {
    next[c] += next[c - 1];
    offset[first + c] = next[c];
  }
  before.sequence.set(sequence.subarray(from, to));
  before.day.set(day.subarray(from, to));
  if (minute) before.minute!.set(minute.subarray(from, to));
  before.minorNet.set(minorNet.subarray(from, to));
  for (let i = from; i < to; i++) {
    const at = next[owner[i] - first]++;
    sequence[at] = before.sequence[i - from];
    day[at] = before.day[i - from];
    if (minute) minute[at] = before.minute![i - from];
    minorNet[at] = before.minorNet[i - from];
  }
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

function rowsOutsideOrders(
  rows: Uint32Array,
  { ofRow }: RowGroups,
  candidates: Candidates,
): Uint32Array {
  const outside: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const group = ofRow[rows[i]];
    if (group < 0 || !isOrder(candidates, group)) outside.push(rows[i]);
  }
  return Uint32Array.from(outside);
}

/** Number of each row's order, -1 where it is in none. */
function ordersOfRows(
  rows: Uint32Array,
  { count, ofRow }: RowGroups,
  sequence: Uint32Array,
): Int32Array {
  const place = new Int32Array(count).fill(-1);
  for (let i = 0; i < sequence.length; i++) place[sequence[i]] = i;
  const orders = new Int32Array(ofRow.length).fill(-1);
  for (const row of rows) if (ofRow[row] >= 0) orders[row] = place[ofRow[row]];
  return orders;
}
