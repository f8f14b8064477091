import { sortByKey } from './counting-sort';
import { isOrder, netOf, type OrderCandidates } from './order-candidates';
import { release } from './release';

/**
 * Customers whose orders are put in place together, as a power of two. All that is written meanwhile stays in the
 * processor's nearer memory; written customer by customer over all of it, each order would wait for a far-off place.
 */
const NEIGHBOURS = 13;

/** More orders of one customer than this are sorted by day at once, not inserted one after the other. */
const MANY = 64;

/** One entry per order in each column. */
interface OrderColumns {
  /** Number of the order's group of rows. */
  group: Uint32Array;
  day: Int32Array;
  /** Null when no row has a minute. */
  minute: Int16Array | null;
  /** In minor units. */
  minorNet: Float64Array;
}

/** Orders of customer c: `offset[c] .. offset[c + 1] - 1`. */
export interface OrdersByCustomer extends OrderColumns {
  /** An entry more than there are customers. */
  offset: Uint32Array;
}

/**
 * The candidates that are orders, by customer, then day, minute and amount; equal ones as they came.
 *
 * @param customerCount candidates' customers are below it
 * @param first no order is of an earlier day
 * @param last no order is of a later day
 */
export function ordersByCustomer(
  candidates: OrderCandidates,
  customerCount: number,
  first: number,
  last: number,
): OrdersByCustomer {
  const orders = groupByCustomer(candidates, customerCount);
  const { offset } = orders;
  for (let c = 0; c < customerCount; c++) {
    const from = offset[c];
    const to = offset[c + 1];
    if (to - from > MANY) sortMany(orders, from, to, candidates, first, last);
    else insertEach(orders, from, to);
  }
  return orders;
}

/**
 * Orders by customer, in the order they came: first by neighbourhood, then within each. What belongs to an order is
 * written out with it: read in passing here, it would have to be fetched from a far-off place later.
 */
function groupByCustomer(candidates: OrderCandidates, customerCount: number): OrdersByCustomer {
  const starts = neighbourhoodStarts(candidates, customerCount);
  const withMinutes = candidates.minute !== null;
  const orders: OrdersByCustomer = {
    offset: new Uint32Array(customerCount + 1),
    ...emptyColumns(starts[starts.length - 1], withMinutes),
  };
  const owner = writeByNeighbourhood(orders, candidates, starts);
  let most = 0;
  for (let place = 1; place < starts.length; place++)
    most = Math.max(most, starts[place] - starts[place - 1]);
  const before = emptyColumns(most, withMinutes);
  for (let place = 0; place + 1 < starts.length; place++)
    sortNeighbours(orders, owner, starts[place], starts[place + 1], place << NEIGHBOURS, before);
  release(owner);
  return orders;
}

/** Where the orders of each neighbourhood begin; their number last. */
function neighbourhoodStarts(candidates: OrderCandidates, customerCount: number): Uint32Array {
  const { customer } = candidates;
  const starts = new Uint32Array((customerCount >> NEIGHBOURS) + 2);
  for (let group = 0; group < customer.length; group++)
    if (isOrder(candidates, group)) starts[(customer[group] >> NEIGHBOURS) + 1]++;
  for (let place = 1; place < starts.length; place++) starts[place] += starts[place - 1];
  return starts;
}

function emptyColumns(count: number, withMinutes: boolean): OrderColumns {
  return {
    group: new Uint32Array(count),
    day: new Int32Array(count),
    minute: withMinutes ? new Int16Array(count) : null,
    minorNet: new Float64Array(count),
  };
}

/** @returns the customer of each order written */
function writeByNeighbourhood(
  orders: OrderColumns,
  candidates: OrderCandidates,
  starts: Uint32Array,
): Uint32Array {
  const { customer } = candidates;
  const next = starts.slice();
  const owner = new Uint32Array(orders.group.length);
  for (let group = 0; group < customer.length; group++) {
    if (!isOrder(candidates, group)) continue;
    const at = next[customer[group] >> NEIGHBOURS]++;
    owner[at] = customer[group];
    write(orders, at, group, candidates);
  }
  return owner;
}

/**
 * Puts the orders of one neighbourhood, from `from` to `to`, in turn of their customers, of whom `first` is the first.
 *
 * @param before room for the neighbourhood as it was
 */
function sortNeighbours(
  { offset, group, day, minute, minorNet }: OrdersByCustomer,
  owner: Uint32Array,
  from: number,
  to: number,
  first: number,
  before: OrderColumns,
): void {
  const next = new Uint32Array(Math.min(1 << NEIGHBOURS, offset.length - 1 - first) + 1);
  for (let i = from; i < to; i++) next[owner[i] - first + 1]++;
  next[0] = from;
  for (let c = 1; c < next.length; c++) {
    next[c] += next[c - 1];
    offset[first + c] = next[c];
  }
  before.group.set(group.subarray(from, to));
  before.day.set(day.subarray(from, to));
  if (minute) before.minute!.set(minute.subarray(from, to));
  before.minorNet.set(minorNet.subarray(from, to));
  for (let i = from; i < to; i++) {
    const at = next[owner[i] - first]++;
    group[at] = before.group[i - from];
    day[at] = before.day[i - from];
    if (minute) minute[at] = before.minute![i - from];
    minorNet[at] = before.minorNet[i - from];
  }
}

function write(orders: OrderColumns, at: number, group: number, candidates: OrderCandidates): void {
  orders.group[at] = group;
  orders.day[at] = candidates.day[group];
  if (orders.minute) orders.minute[at] = candidates.minute![group];
  orders.minorNet[at] = netOf(candidates, group);
}

function sortMany(
  orders: OrderColumns,
  from: number,
  to: number,
  candidates: OrderCandidates,
  first: number,
  last: number,
): void {
  const { day, minute } = candidates;
  const compare = (a: number, b: number): number =>
    (minute === null ? 0 : minute[a] - minute[b]) || netOf(candidates, a) - netOf(candidates, b);
  const own = sortByKey(orders.group.subarray(from, to), day, first, last);
  for (let start = 0, end: number; start < own.length; start = end) {
    for (end = start + 1; end < own.length && day[own[end]] === day[own[start]];) end++;
    if (end > start + 1) own.subarray(start, end).sort(compare);
  }
  for (let i = 0; i < own.length; i++) write(orders, from + i, own[i], candidates);
}

function insertEach(
  { group, day, minute, minorNet }: OrderColumns,
  from: number,
  to: number,
): void {
  for (let i = from + 1; i < to; i++) {
    const ownGroup = group[i];
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
      group[at] = group[before];
      day[at] = day[before];
      if (minute !== null) minute[at] = minute[before];
      minorNet[at] = minorNet[before];
    }
    if (at === i) continue;
    group[at] = ownGroup;
    day[at] = ownDay;
    if (minute !== null) minute[at] = ownMinute;
    minorNet[at] = ownNet;
  }
}
