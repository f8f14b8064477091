import { sortByKey } from './counting-sort';
import type { Transactions } from './transactions';

/** Which rows belong together, before anything is known about what the groups are. */
export interface RowGroups {
  /** Number of groups. */
  count: number;
  /** Group of each row, or -1 for a row in none. */
  ofRow: Int32Array;
}

/**
 * Rows of one customer and one order id, refund rows among them. Groups are numbered as they first
 * appear, so that rows near each other in the file touch memory near each other.
 */
export function groupByOrderId(
  { customer, customerCount, rowCount }: Transactions,
  order: Uint32Array,
  rows: Uint32Array,
): RowGroups {
  let largest = 0;
  for (let row = 0; row < order.length; row++) if (order[row] > largest) largest = order[row];
  const groupOf = new Int32Array(largest + 1).fill(-1);
  const ownerOf = new Uint32Array(largest + 1);
  // An order id met at more than one customer: its other groups, by id and customer.
  const shared = new Map<number, number>();
  const ofRow = new Int32Array(rowCount).fill(-1);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const id = order[row];
    if (groupOf[id] < 0) {
      groupOf[id] = count++;
      ownerOf[id] = customer[row];
    }
    if (ownerOf[id] === customer[row]) {
      ofRow[row] = groupOf[id];
      continue;
    }
    const key = groupOf[id] * customerCount + customer[row];
    let group = shared.get(key);
    if (group === undefined) shared.set(key, (group = count++));
    ofRow[row] = group;
  }
  return { count, ofRow };
}

/** Rows of one customer and one day, refund rows apart; those are in no group. */
export function groupByDay(
  { customer, customerCount, day, refund, rowCount }: Transactions,
  rows: Uint32Array,
  first: number,
  last: number,
): RowGroups {
  const latest = new Int32Array(customerCount).fill(-1);
  const latestDay = new Int32Array(customerCount);
  const ofRow = new Int32Array(rowCount).fill(-1);
  let count = 0;
  for (const row of sortByKey(rows, day, first, last)) {
    if (refund[row] === 1) continue;
    const c = customer[row];
    if (latest[c] < 0 || latestDay[c] !== day[row]) {
      latest[c] = count++;
      latestDay[c] = day[row];
    }
    ofRow[row] = latest[c];
  }
  return { count, ofRow };
}

/** Each row a group of its own, refund rows in none. */
export function groupSingly({ refund, rowCount }: Transactions, rows: Uint32Array): RowGroups {
  const ofRow = new Int32Array(rowCount).fill(-1);
  let count = 0;
  for (const row of rows) if (refund[row] === 0) ofRow[row] = count++;
  return { count, ofRow };
}
