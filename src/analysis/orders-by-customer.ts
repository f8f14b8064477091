import { sortByKey } from './counting-sort';
import { isOrder, netOf, type OrderCandidates } from './order-candidates';

/**
 * Customers whose orders are put in turn together, at most, as a power of two. All that is written meanwhile stays in
 * the processor's nearer memory; written customer by customer over all of it, each order would wait for a far-off place.
 */
const NEIGHBOURS = 11;

/** More orders of one customer than this are sorted by day at once, not inserted one after the other. */
const MANY = 64;

/** One entry per order in each column. */
interface OrderColumns {
  /** Number of the order's group of rows; null where nobody asks for it. */
  group: Uint32Array | null;
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

/** How a customer, counted within the neighbourhood, and a day, counted from the first, make one number of 32 bits. */
interface Packing {
  first: number;
  dayBits: number;
  customerBits: number;
}

/**
 * The candidates that are orders, by customer, then day, minute and amount; equal ones as they came.
 *
 * Written first by neighbourhood, then put in turn within each. What belongs to an order is written out with it: read
 * in passing, it would have to be fetched from a far-off place later.
 *
 * @param customerCount candidates' customers are below it
 * @param first no order is of an earlier day
 * @param last no order is of a later day
 * @param withGroups tell the group of each order
 */
export function ordersByCustomer(
  candidates: OrderCandidates,
  customerCount: number,
  first: number,
  last: number,
  withGroups: boolean,
): OrdersByCustomer {
  const dayBits = 32 - Math.clz32(Math.max(0, last - first));
  const packing = { first, dayBits, customerBits: Math.min(NEIGHBOURS, 32 - dayBits) };
  const starts = neighbourhoodStarts(candidates, customerCount, packing);
  const empty = (count: number): OrderColumns => ({
    group: withGroups ? new Uint32Array(count) : null,
    day: new Int32Array(count),
    minute: candidates.minute && new Int16Array(count),
    minorNet: new Float64Array(count),
  });
  const offset = new Uint32Array(customerCount + 1);
  const orders = { offset, ...empty(starts[starts.length - 1]) };
  writeByNeighbourhood(orders, candidates, starts, packing);
  let most = 0;
  for (let place = 1; place < starts.length; place++)
    most = Math.max(most, starts[place] - starts[place - 1]);
  const before = empty(most);
  for (let place = 0; place + 1 < starts.length; place++)
    sortNeighbours(orders, place, starts[place], starts[place + 1], before, packing);
  for (let c = 0; c < customerCount; c++)
    if (offset[c + 1] - offset[c] > MANY)
      sortMany(orders, offset[c], offset[c + 1], empty, first, last);
  return orders;
}

/** Where the orders of each neighbourhood begin; their number last. */
function neighbourhoodStarts(
  candidates: OrderCandidates,
  customerCount: number,
  { customerBits }: Packing,
): Uint32Array {
  const { customer } = candidates;
  const starts = new Uint32Array((customerCount >> customerBits) + 2);
  for (let group = 0; group < customer.length; group++)
    if (isOrder(candidates, group)) starts[(customer[group] >> customerBits) + 1]++;
  for (let place = 1; place < starts.length; place++) starts[place] += starts[place - 1];
  return starts;
}

/** In the place of its day, each order has day and customer in one. */
function writeByNeighbourhood(
  { group, day, minute, minorNet }: OrderColumns,
  candidates: OrderCandidates,
  starts: Uint32Array,
  { first, dayBits, customerBits }: Packing,
): void {
  const { customer, day: dayOf, minute: minuteOf } = candidates;
  const neighbours = (1 << customerBits) - 1;
  const next = starts.slice();
  for (let candidate = 0; candidate < customer.length; candidate++) {
    if (!isOrder(candidates, candidate)) continue;
    const c = customer[candidate];
    const at = next[c >> customerBits]++;
    day[at] = ((c & neighbours) << dayBits) | (dayOf[candidate] - first);
    minorNet[at] = netOf(candidates, candidate);
    if (group) group[at] = candidate;
    if (minute) minute[at] = minuteOf![candidate];
  }
}

/**
 * Puts the orders of one neighbourhood, from `from` to `to`, in turn; those of customers with very many by customer
 * alone.
 *
 * @param before room for the neighbourhood as it was
 */
function sortNeighbours(
  { offset, group, day, minute, minorNet }: OrdersByCustomer,
  place: number,
  from: number,
  to: number,
  before: OrderColumns,
  { first, dayBits, customerBits }: Packing,
): void {
  const firstCustomer = place << customerBits;
  const dayMask = 2 ** dayBits - 1;
  const next = new Uint32Array(Math.min(1 << customerBits, offset.length - 1 - firstCustomer) + 1);
  for (let i = from; i < to; i++) next[(day[i] >>> dayBits) + 1]++;
  next[0] = from;
  for (let c = 1; c < next.length; c++) {
    next[c] += next[c - 1];
    offset[firstCustomer + c] = next[c];
  }
  before.day.set(day.subarray(from, to));
  before.minorNet.set(minorNet.subarray(from, to));
  if (group) before.group!.set(group.subarray(from, to));
  if (minute) before.minute!.set(minute.subarray(from, to));
  for (let i = 0; i < to - from; i++) {
    const c = before.day[i] >>> dayBits;
    const ownDay = first + (before.day[i] & dayMask);
    const ownNet = before.minorNet[i];
    const ownMinute = minute ? before.minute![i] : 0;
    const start = offset[firstCustomer + c];
    const inserted = offset[firstCustomer + c + 1] - start <= MANY;
    let at = next[c]++;
    for (; inserted && at > start; at--) {
      const prior = at - 1;
      if (day[prior] < ownDay) break;
      if (day[prior] === ownDay) {
        const difference = minute ? minute[prior] - ownMinute : 0;
        if (difference < 0 || (difference === 0 && minorNet[prior] <= ownNet)) break;
      }
      day[at] = day[prior];
      minorNet[at] = minorNet[prior];
      if (group) group[at] = group[prior];
      if (minute) minute[at] = minute[prior];
    }
    day[at] = ownDay;
    minorNet[at] = ownNet;
    if (group) group[at] = before.group![i];
    if (minute) minute[at] = ownMinute;
  }
}

/** Sorts the orders of one customer, from `from` to `to`: by day at once, those of one day by comparing. */
function sortMany(
  orders: OrderColumns,
  from: number,
  to: number,
  empty: (count: number) => OrderColumns,
  first: number,
  last: number,
): void {
  const count = to - from;
  const { group, day, minute, minorNet } = empty(count);
  day.set(orders.day.subarray(from, to));
  minorNet.set(orders.minorNet.subarray(from, to));
  if (group) group.set(orders.group!.subarray(from, to));
  if (minute) minute.set(orders.minute!.subarray(from, to));
  const compare = (a: number, b: number): number =>
    (minute ? minute[a] - minute[b] : 0) || minorNet[a] - minorNet[b];
  const own = sortByKey(
    Uint32Array.from({ length: count }, (_, i) => i),
    day,
    first,
    last,
  );
  for (let start = 0, end: number; start < count; start = end) {
    for (end = start + 1; end < count && day[own[end]] === day[own[start]];) end++;
    if (end > start + 1) own.subarray(start, end).sort(compare);
  }
  for (let i = 0; i < count; i++) {
    orders.day[from + i] = day[own[i]];
    orders.minorNet[from + i] = minorNet[own[i]];
    if (group) orders.group![from + i] = group[own[i]];
    if (minute) orders.minute![from + i] = minute[own[i]];
  }
}
