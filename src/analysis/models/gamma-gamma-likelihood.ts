import trigamma from '@stdlib/math-base-special-trigamma';
import type { Curve } from '../numerics/newton';
import { logBeta } from '../numerics/log-gamma-ratio';
import { digammaDifference, trigammaDifference } from '../numerics/polygamma-difference';
import type { SpendHistory } from './spend-history';

/** Spend arranged for the likelihood: gamma functions are needed once per distinct x only. */
export interface SpendData {
  /** Customers by x. */
  byX: Float64Array;
  /** Total spend x·m of each row, with x and weight. */
  x: Float64Array;
  spent: Float64Array;
  weight: Float64Array | null;
  /** Sum of ln m. */
  logMeans: number;
  customers: number;
  /** Sum of m. */
  total: number;
  /** Customers with x > 0 left out because m = 0, or m < 0. */
  zero: number;
  negative: number;
  /** First row that is not a spend at all, or -1. */
  invalidAt: number;
}

export function arrangeSpend({ x, m, weight }: SpendHistory): SpendData {
  const totals = { logMeans: 0, customers: 0, total: 0, zero: 0, negative: 0, invalidAt: -1 };
  let rows = 0;
  let largestX = 0;
  for (let i = 0; i < x.length; i++) {
    const w = weight ? weight[i] : 1;
    const whole = x[i] >= 0 && x[i] < 1e7 && x[i] === Math.floor(x[i]);
    if (totals.invalidAt < 0 && !(whole && Number.isFinite(m[i]) && w >= 0 && w < Infinity)) {
      totals.invalidAt = i;
    }
    if (!(x[i] > 0)) continue;
    if (m[i] === 0) totals.zero += w;
    else if (m[i] < 0) totals.negative += w;
    else {
      rows++;
      totals.customers += w;
      totals.total += w * m[i];
      if (x[i] > largestX) largestX = x[i];
    }
  }
  const data: SpendData = {
    ...totals,
    byX: new Float64Array(totals.invalidAt < 0 ? largestX + 1 : 0),
    x: new Float64Array(rows),
    spent: new Float64Array(rows),
    weight: weight ? new Float64Array(rows) : null,
  };
  let row = 0;
  for (let i = 0; i < x.length; i++) {
    if (!(x[i] > 0 && m[i] > 0)) continue;
    const w = weight ? weight[i] : 1;
    data.byX[x[i]] += w;
    data.logMeans += w * Math.log(m[i]);
    data.x[row] = x[i];
    data.spent[row] = x[i] * m[i];
    if (data.weight) data.weight[row] = w;
    row++;
  }
  return data;
}

/** About `size` rows at even steps, those without repeat purchases or positive spend left out. */
export function sampleSpend({ x, m, weight }: SpendHistory, size: number): SpendHistory {
  const rows: number[] = [];
  for (let i = 0; i < x.length; i++) if (x[i] > 0 && m[i] > 0) rows.push(i);
  const step = Math.max(1, rows.length / size);
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(
      { length: Math.min(size, rows.length) },
      (_, k) => column[rows[Math.floor(k * step)]],
    );
  return { x: take(x), m: take(m), ...(weight && { weight: take(weight) }) };
}

/**
 * Log-likelihood of Gamma-Gamma with exact derivatives by (p, q, v). With w = x m / v a customer's
 * term is -ln B(p x, q) - ln m - q ln(1 + w) - p x ln(1 + 1/w): the density of m that eq. 1a of
 * [Fader & Hardie 2013] writes out.
 */
export function gammaGammaCurve(data: SpendData, [p, q, v]: readonly number[]): Curve {
  const { byX, x, spent, weight } = data;
  let value = -data.logMeans;
  let [gp, gq, gv] = [0, 0, 0];
  let [pp, pq, qq, pv, qv, vv] = [0, 0, 0, 0, 0, 0];
  for (let n = 1; n < byX.length; n++) {
    const w = byX[n];
    if (w === 0) continue;
    const shape = p * n;
    value -= w * logBeta(shape, q);
    gp += w * n * digammaDifference(shape, q);
    gq += w * digammaDifference(q, shape);
    pp += w * n * n * trigammaDifference(shape, q);
    pq += w * n * trigamma(shape + q);
    qq += w * trigammaDifference(q, shape);
  }
  for (let i = 0; i < x.length; i++) {
    const w = weight ? weight[i] : 1;
    const n = x[i];
    const ratio = spent[i] / v;
    const above = Math.log1p(ratio);
    const below = above - Math.log(ratio);
    const rate = 1 / (spent[i] + v);
    const lean = p * n * v - q * spent[i];
    value -= w * (q * above + p * n * below);
    gp -= w * n * below;
    gq -= w * above;
    // d/dv of -q ln(1 + s/v) - px ln(1 + v/s) is (q s - p x v) / (v (s + v)).
    gv -= (w * lean * rate) / v;
    pv -= w * n * rate;
    qv += (w * spent[i] * rate) / v;
    vv += w * ((p * n + q) * rate * rate - q / (v * v));
  }
  return {
    value,
    gradient: [gp, gq, gv],
    hessian: [
      [pp, pq, pv],
      [pq, qq, qv],
      [pv, qv, vv],
    ],
  };
}
