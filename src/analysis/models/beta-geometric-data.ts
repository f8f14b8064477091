import { DAYS_IN, type TimeUnit } from '../time-unit';
import type { RepeatHistory } from './repeat-history';

/**
 * A history arranged for the likelihoods of BG/NBD and MBG/NBD: terms of x alone and of T alone become
 * histograms, and times become places in a table, so that logarithms are taken once per distinct day
 * and a customer costs one exponential.
 */
export interface BetaGeometricData {
  /** Customers by x, 0 .. largest x. */
  byX: Float64Array;
  /** Distinct times; `customersAt[k]` customers have T = times[k], with `purchasesAt[k]` repeats. */
  times: Float64Array;
  /** Whether `times` are all the days from 0 on, in order. */
  daily: boolean;
  customersAt: Float64Array;
  purchasesAt: Float64Array;
  /** Rows that may have left, by ascending x: x, and places in `times` of t_x and T, with their weights. */
  rows: number;
  x: Uint32Array;
  atTx: Uint32Array;
  atT: Uint32Array;
  weight: Float64Array | null;
}

/**
 * @param firstMayLeave whether a customer may leave after the first purchase (MBG/NBD): then rows with
 * x = 0 count among those that may have left, one row per distinct T.
 */
export function arrange(
  history: RepeatHistory,
  unit: TimeUnit,
  firstMayLeave: boolean,
): BetaGeometricData {
  const { count, x, weight } = history;
  const { times, daily, placeOfT, placeOfTx } = timeTable(history, unit);
  const largestX = x.reduce((largest, n) => Math.max(largest, n), 0);
  const rowsOf = new Uint32Array(largestX + 1);
  for (let i = 0; i < count; i++) rowsOf[x[i]]++;
  const byX = new Float64Array(largestX + 1);
  const customersAt = new Float64Array(times.length);
  const purchasesAt = new Float64Array(times.length);
  const singlesAt = new Float64Array(firstMayLeave ? times.length : 0);
  for (let i = 0; i < count; i++) {
    const w = weight ? weight[i] : 1;
    byX[x[i]] += w;
    customersAt[placeOfT[i]] += w;
    purchasesAt[placeOfT[i]] += w * x[i];
    if (firstMayLeave && x[i] === 0) singlesAt[placeOfT[i]] += w;
  }
  const singleRows = singlesAt.reduce((rows, w) => (w > 0 ? rows + 1 : rows), 0);
  rowsOf[0] = singleRows;
  const rows = rowsOf.reduce((sum, n) => sum + n, 0);
  const data: BetaGeometricData = {
    byX,
    times,
    daily,
    customersAt,
    purchasesAt,
    rows,
    x: new Uint32Array(rows),
    atTx: new Uint32Array(rows),
    atT: new Uint32Array(rows),
    weight: weight || singleRows > 0 ? new Float64Array(rows) : null,
  };
  const zero = times.indexOf(0);
  let row = 0;
  for (let place = 0; place < singlesAt.length; place++) {
    if (singlesAt[place] === 0) continue;
    data.atTx[row] = zero;
    data.atT[row] = place;
    if (data.weight) data.weight[row] = singlesAt[place];
    row++;
  }
  const next = new Uint32Array(largestX + 1);
  for (let n = 1; n <= largestX; n++) next[n] = next[n - 1] + rowsOf[n - 1];
  for (let i = 0; i < count; i++) {
    if (x[i] === 0) continue;
    row = next[x[i]]++;
    data.x[row] = x[i];
    data.atTx[row] = placeOfTx[i];
    data.atT[row] = placeOfT[i];
    if (data.weight) data.weight[row] = weight ? weight[i] : 1;
  }
  return data;
}

/** Whole days make a short table; other times are their own table. Time zero is always in it. */
function timeTable(
  history: RepeatHistory,
  unit: TimeUnit,
): { times: Float64Array; daily: boolean; placeOfT: Uint32Array; placeOfTx: Uint32Array } {
  const { count, tx, T } = history;
  const days = DAYS_IN[unit];
  const placeOfT = new Uint32Array(count);
  const placeOfTx = new Uint32Array(count);
  let lastDay = 0;
  let whole = true;
  for (let i = 0; i < count && whole; i++) {
    const day = Math.round(T[i] * days);
    const dayOfTx = Math.round(tx[i] * days);
    whole =
      day < 1e6 && Math.abs(T[i] * days - day) < 1e-7 && Math.abs(tx[i] * days - dayOfTx) < 1e-7;
    placeOfT[i] = day;
    placeOfTx[i] = dayOfTx;
    if (day > lastDay) lastDay = day;
  }
  if (whole) {
    const times = Float64Array.from({ length: lastDay + 1 }, (_, day) => day / days);
    return { times, daily: true, placeOfT, placeOfTx };
  }
  const times = new Float64Array(2 * count + 1);
  for (let i = 0; i < count; i++) {
    placeOfT[i] = 2 * i + 1;
    placeOfTx[i] = 2 * i + 2;
    times[2 * i + 1] = T[i];
    times[2 * i + 2] = tx[i];
  }
  return { times, daily: false, placeOfT, placeOfTx };
}
