import type { RowGroups } from './row-groups';
import { NO_DAY, type Transactions } from './transactions';

/** What the groups of rows come to, per group. */
export interface OrderCandidates {
  customer: Uint32Array;
  /** First day of a row that is not a refund; `NO_DAY` for a group of refunds. */
  day: Int32Array;
  /** Earliest minute known on that day, 0 .. 1439, or -1; null when no row has a minute. */
  minute: Int16Array | null;
  /** Sum of the rows that are not refunds, and of those that are, in minor units. */
  paid: Float64Array;
  /** Null where nothing was refunded. */
  refunded: Float64Array | null;
  /** Orders that come to nothing are none. */
  leaveOutZero: boolean;
}

/** Whether each row is an order, numbered as they come: the plain case, and the largest. */
export function rowsAreOrders({ rowCount, order, refund }: Transactions): boolean {
  if (order === null || refund.includes(1)) return false;
  for (let row = 0; row < rowCount; row++) if (order[row] !== row) return false;
  return true;
}

/** The rows themselves, where each is an order. */
export function rowsAsCandidates({ customer, day, minute, net }: Transactions): OrderCandidates {
  return { customer, day, minute, paid: net, refunded: null, leaveOutZero: false };
}

/**
 * Adds up the rows of each group.
 *
 * @param rows numbers of the rows to take in
 */
export function orderCandidates(
  transactions: Transactions,
  rows: Uint32Array,
  { count, ofRow }: RowGroups,
  leaveOutZero: boolean,
): OrderCandidates {
  const { customer, day: dayOf, minute: minuteOf, net, refund } = transactions;
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
  return { customer: owner, day, minute, paid, refunded, leaveOutZero };
}

/** Orders are the groups with a row that is not a refund. */
export function isOrder({ day, paid, leaveOutZero }: OrderCandidates, group: number): boolean {
  return day[group] !== NO_DAY && !(leaveOutZero && paid[group] === 0);
}

/** What was paid for a group, its refunds taken off, in minor units. */
export function netOf({ paid, refunded }: OrderCandidates, group: number): number {
  return refunded === null ? paid[group] : paid[group] + refunded[group];
}
