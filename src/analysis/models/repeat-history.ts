import { orderOfNumbers } from '../stable-order';

/**
 * Purchase histories of customers as the models see them: the first purchase starts the clock,
 * later ones are counted. All times in one unit that the caller names.
 */
export interface RepeatHistory {
  /** Number of rows; the arrays have this length. */
  count: number;
  /** Repeat purchase occasions, whole numbers >= 0. */
  x: Float64Array;
  /** Time of the last purchase since the first, 0 <= t_x <= T (0 where x = 0). */
  tx: Float64Array;
  /** Time observed since the first purchase. */
  T: Float64Array;
  /** Customers that share the row; absent means one each. */
  weight?: Float64Array;
}

/** What a fit reports about the customers behind it, and needs to choose its starts. */
export interface HistoryTotals {
  customers: number;
  repeaters: number;
  /** Sum of x. */
  purchases: number;
  /** Sum of T. */
  exposure: number;
  largestX: number;
}

/** Totals of a history, weighted; `invalidAt` is the first row that breaks its rules, or -1. */
export function historyTotals(history: RepeatHistory): HistoryTotals & { invalidAt: number } {
  const { count, x, tx, T, weight } = history;
  const totals = { customers: 0, repeaters: 0, purchases: 0, exposure: 0, largestX: 0 };
  for (let i = 0; i < count; i++) {
    const n = x[i];
    const w = weight ? weight[i] : 1;
    const whole = n >= 0 && n < 1e7 && n === Math.floor(n);
    const ordered = tx[i] >= 0 && tx[i] <= T[i] && T[i] < Infinity && (n > 0 || tx[i] === 0);
    if (!whole || !ordered || !(w >= 0 && w < Infinity)) return { ...totals, invalidAt: i };
    totals.customers += w;
    totals.purchases += w * n;
    totals.exposure += w * T[i];
    if (n > 0) totals.repeaters += w;
    if (n > totals.largestX) totals.largestX = n;
  }
  return { ...totals, invalidAt: -1 };
}

/**
 * The same customers with those of equal (x, t_x, T) in one row, weights added, sorted by x, T, t_x:
 * every likelihood is unchanged, and does not depend on the order of the rows.
 */
export function groupHistory(history: RepeatHistory): RepeatHistory & { weight: Float64Array } {
  const { count, x, tx, T, weight } = history;
  const order = orderOfNumbers(x, orderOfNumbers(T, orderOfNumbers(tx)));
  const grouped = {
    count: 0,
    x: new Float64Array(count),
    tx: new Float64Array(count),
    T: new Float64Array(count),
    weight: new Float64Array(count),
  };
  let last = -1;
  for (const i of order) {
    if (last < 0 || x[i] !== x[last] || T[i] !== T[last] || tx[i] !== tx[last]) {
      grouped.x[grouped.count] = x[i];
      grouped.tx[grouped.count] = tx[i];
      grouped.T[grouped.count] = T[i];
      grouped.count++;
    }
    grouped.weight[grouped.count - 1] += weight ? weight[i] : 1;
    last = i;
  }
  const end = grouped.count;
  return {
    count: end,
    x: grouped.x.slice(0, end),
    tx: grouped.tx.slice(0, end),
    T: grouped.T.slice(0, end),
    weight: grouped.weight.slice(0, end),
  };
}

/** About `size` rows taken at even steps, or the history itself when it is not longer. */
export function sampleHistory(history: RepeatHistory, size: number): RepeatHistory {
  if (history.count <= size) return history;
  const step = history.count / size;
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: size }, (_, k) => column[Math.floor(k * step)]);
  const sample = { count: size, x: take(history.x), tx: take(history.tx), T: take(history.T) };
  return history.weight ? { ...sample, weight: take(history.weight) } : sample;
}
