import { sortByKey } from '../counting-sort';
import { dayRange, type Orders } from '../orders';
import { NO_DAY, type Transactions } from '../transactions';

/**
 * The evenings on which customers count as active: closed spans of days at whose end they do. Those
 * of customer c are `offset[c] .. offset[c + 1] - 1`, by first day; a customer's spans may overlap.
 */
export interface Spans {
  offset: Uint32Array;
  from: Int32Array;
  to: Int32Array;
}

/** Beyond any observation: the last evening of a contract that has not ended. */
export const OPEN_END = 2147483647;

/** Without a contract: active from each order until the silence after it exceeds `threshold` days. */
export function inactivitySpans(orders: Orders, threshold: number): Spans {
  const { day, offset } = orders;
  const days = Math.floor(threshold);
  const to = new Int32Array(day.length);
  for (let i = 0; i < to.length; i++) to[i] = day[i] + days;
  return { offset, from: day, to };
}

/**
 * With a contract: from a row's day through its end day, which is the contract's last. A row without
 * an end day is open. A row that begins before the last one ended, or on the day after, replaces it,
 * so the latest row says when the contract ends; one that begins later is a return. Of rows on one
 * day, an open one outweighs an ended one and a later end an earlier one. An end before the row's own
 * day is read as that day: such a contract was over at once.
 *
 * Refund rows and rows after the observation end say nothing about a contract. Linear in rows.
 *
 * @returns an error value where no end day was mapped
 */
export function contractSpans(
  transactions: Transactions,
  observationEnd: number,
): Spans | { code: 'NO_END_DAY' } {
  const { customer, customerCount, day, endDay } = transactions;
  if (endDay === null) return { code: 'NO_END_DAY' };
  const rows = rowsInTime(transactions, observationEnd);
  const offset = new Uint32Array(customerCount + 1);
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length;) {
    const c = customer[rows[i]];
    const begins = day[rows[i]];
    let ends = NO_DAY;
    for (; i < rows.length && customer[rows[i]] === c && day[rows[i]] === begins; i++) {
      const end = endDay[rows[i]];
      ends = Math.max(ends, end === NO_DAY ? OPEN_END : end);
    }
    const replaced = i < rows.length && customer[rows[i]] === c && day[rows[i]] - 1 <= ends;
    from[count] = begins;
    to[count] = replaced ? day[rows[i]] : ends === OPEN_END ? OPEN_END : Math.max(begins, ends) - 1;
    offset[c + 1]++;
    count++;
  }
  for (let c = 0; c < customerCount; c++) offset[c + 1] += offset[c];
  return { offset, from: from.subarray(0, count), to: to.subarray(0, count) };
}

function rowsInTime(transactions: Transactions, observationEnd: number): Uint32Array {
  const { customer, customerCount, day, refund, rowCount } = transactions;
  const rows = new Uint32Array(rowCount);
  let kept = 0;
  for (let row = 0; row < rowCount; row++)
    if (refund[row] === 0 && day[row] <= observationEnd) rows[kept++] = row;
  if (kept === 0) return rows.subarray(0, 0);
  const { first } = dayRange(transactions);
  const byDay = sortByKey(rows.subarray(0, kept), day, first, observationEnd);
  return sortByKey(byDay, customer, 0, customerCount - 1);
}
