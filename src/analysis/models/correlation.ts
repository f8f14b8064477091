import { chiSquaredTail } from '../numerics/chi-squared';
import { orderOfNumbers } from '../stable-order';

/** How two quantities go together over customers. */
export interface Correlation {
  /** Linear correlation. NaN where either never varies. */
  pearson: number;
  /** Correlation of ranks, ties sharing their mean rank. */
  spearman: number;
  /** Two-sided p-value of the rank correlation, by Fisher's z. */
  pValue: number;
}

/** Correlation of two columns of equal length, each row counted `weight` times (default once). */
export function correlation(
  a: Float64Array,
  b: Float64Array,
  weight: Float64Array = new Float64Array(a.length).fill(1),
): Correlation {
  const spearman = pearson(ranks(a, weight), ranks(b, weight), weight);
  const n = weight.reduce((sum, w) => sum + w, 0);
  const z = Math.atanh(spearman) * Math.sqrt(Math.max(0, n - 3) / 1.06);
  return { pearson: pearson(a, b, weight), spearman, pValue: chiSquaredTail(z * z, 1) };
}

function pearson(a: Float64Array, b: Float64Array, weight: Float64Array): number {
  let n = 0;
  let meanA = 0;
  let meanB = 0;
  for (let i = 0; i < a.length; i++) {
    n += weight[i];
    meanA += weight[i] * a[i];
    meanB += weight[i] * b[i];
  }
  meanA /= n;
  meanB /= n;
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const u = a[i] - meanA;
    const v = b[i] - meanB;
    aa += weight[i] * u * u;
    bb += weight[i] * v * v;
    ab += weight[i] * u * v;
  }
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}

/** Mean rank of each value, in customers. */
function ranks(values: Float64Array, weight: Float64Array): Float64Array {
  const order = orderOfNumbers(values);
  const rank = new Float64Array(values.length);
  let before = 0;
  for (let from = 0, to: number; from < order.length; from = to) {
    let tied = 0;
    for (to = from; to < order.length && values[order[to]] === values[order[from]]; to++)
      tied += weight[order[to]];
    for (let place = from; place < to; place++) rank[order[place]] = before + (tied + 1) / 2;
    before += tied;
  }
  return rank;
}
