import type { Curve } from '../numerics/newton';
import { risingFactorials, type RisingFactorials } from '../numerics/rising-factorial';
import type { RepeatHistory } from './repeat-history';

/** Rising factorials of every combination of parameters that the likelihood needs. */
interface Tables {
  alpha: RisingFactorials;
  beta: RisingFactorials;
  alphaBeta: RisingFactorials;
  delta: RisingFactorials;
  gammaDelta: RisingFactorials;
  gamma: number;
}

/**
 * Log-likelihood of BG/BB [Fader, Hardie & Shang 2010, eq. 5] with exact derivatives by (alpha, beta,
 * gamma, delta). A customer with x purchases in n opportunities, the last at t_x, is a sum over when
 * the customer left:
 *
 *   still there:                    (alpha)_x (beta)_(n-x) / (alpha+beta)_n · (delta)_n / (gamma+delta)_n
 *   left after opportunity m < n:   (alpha)_x (beta)_(m-x) / (alpha+beta)_m · gamma (delta)_m / (gamma+delta)_(m+1)
 *
 * for m = t_x .. n - 1. All counts are whole, so no gamma function is needed.
 */
export function bgBbCurve(history: RepeatHistory, parameters: readonly number[]): Curve {
  const { count, x, tx, T, weight } = history;
  const tables = tabulate(parameters, T);
  const gradient = [0, 0, 0, 0];
  const hessian = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
  let value = 0;
  const ways = new Ways(tables);
  // From the last: rows of equal x and n come with t_x ascending, and share the ways of the later t_x.
  for (let i = count - 1; i >= 0; i--) {
    const w = weight ? weight[i] : 1;
    const { sums } = ways.of(x[i], tx[i], T[i]);
    const [total] = sums;
    value += w * (ways.scale + Math.log(total));
    for (let p = 0, k = 5; p < 4; p++) {
      const slope = sums[1 + p] / total;
      gradient[p] += w * slope;
      for (let q = p; q < 4; q++, k++) {
        hessian[p][q] += w * (sums[k] / total - (slope * sums[1 + q]) / total);
      }
    }
  }
  for (let p = 0; p < 4; p++) for (let q = 0; q < p; q++) hessian[p][q] = hessian[q][p];
  return { value, gradient, hessian };
}

/** Odds of having left by the n-th opportunity against being there, term by term from the latest. */
export function bgBbLeavingOdds(
  [alpha, beta, gamma, delta]: readonly number[],
  x: number,
  tx: number,
  n: number,
): number {
  if (n <= tx) return 0;
  let term = (gamma * (alpha + beta + n - 1)) / ((beta + n - 1 - x) * (delta + n - 1));
  let odds = term;
  for (let m = n - 1; m > tx; m--) {
    const misses = (alpha + beta + m - 1) / (beta + m - 1 - x);
    term *= (misses * (gamma + delta + m)) / (delta + m - 1);
    odds += term;
  }
  return odds;
}

function tabulate([alpha, beta, gamma, delta]: readonly number[], T: Float64Array): Tables {
  const longest = T.reduce((max, n) => Math.max(max, n), 0);
  return {
    alpha: risingFactorials(alpha, longest),
    beta: risingFactorials(beta, longest),
    alphaBeta: risingFactorials(alpha + beta, longest),
    delta: risingFactorials(delta, longest),
    gammaDelta: risingFactorials(gamma + delta, longest + 1),
    gamma,
  };
}

/** A way more likely than the first one by more than this power of e sets the scale anew. */
const OUT_OF_SCALE = 600;

/**
 * All the ways one history can have come about: still there, or gone after m = t_x .. n - 1. What is asked
 * next of the same x and n, with an earlier t_x, only adds the ways it has more.
 */
class Ways {
  /**
   * Over the ways, in units of e^scale: their probability, its four first derivatives, and its second ones by
   * (alpha, alpha), (alpha, beta) .. (delta, delta), upper triangle by rows.
   */
  readonly sums = new Float64Array(15);
  scale = 0;
  readonly #tables: Tables;
  #x = -1;
  #n = -1;
  /** Earliest m that is in the sums. */
  #from = 0;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  of(x: number, tx: number, n: number): this {
    if (x !== this.#x || n !== this.#n || tx > this.#from) {
      [this.#x, this.#n, this.#from] = [x, n, n];
      this.sums.fill(0);
      this.scale = this.#log(n, true);
      this.#add(n, true);
    }
    while (this.#from > tx) this.#add(--this.#from, false);
    return this;
  }

  #log(m: number, stays: boolean): number {
    const { alpha, beta, alphaBeta, delta, gammaDelta, gamma } = this.#tables;
    const buys = alpha.log[this.#x] + beta.log[m - this.#x] - alphaBeta.log[m];
    const lives = stays
      ? delta.log[m] - gammaDelta.log[m]
      : Math.log(gamma) + delta.log[m] - gammaDelta.log[m + 1];
    return buys + lives;
  }

  #add(m: number, stays: boolean): void {
    const { sums } = this;
    const { alpha, beta, alphaBeta, delta, gammaDelta, gamma } = this.#tables;
    const x = this.#x;
    const log = this.#log(m, stays);
    if (log - this.scale > OUT_OF_SCALE) {
      const shrink = Math.exp(this.scale - log);
      for (let k = 0; k < sums.length; k++) sums[k] *= shrink;
      this.scale = log;
    }
    const share = Math.exp(log - this.scale);
    const end = stays ? m : m + 1;
    const leaves = stays ? 0 : 1 / gamma;
    // Derivatives of the logarithm of this way; most second ones are zero.
    const a = alpha.first[x] - alphaBeta.first[m];
    const b = beta.first[m - x] - alphaBeta.first[m];
    const c = leaves - gammaDelta.first[end];
    const d = delta.first[m] - gammaDelta.first[end];
    const ab = alphaBeta.second[m];
    const cd = gammaDelta.second[end];
    sums[0] += share;
    sums[1] += share * a;
    sums[2] += share * b;
    sums[3] += share * c;
    sums[4] += share * d;
    sums[5] += share * (a * a + alpha.second[x] - ab);
    sums[6] += share * (a * b - ab);
    sums[7] += share * a * c;
    sums[8] += share * a * d;
    sums[9] += share * (b * b + beta.second[m - x] - ab);
    sums[10] += share * b * c;
    sums[11] += share * b * d;
    sums[12] += share * (c * c - leaves * leaves - cd);
    sums[13] += share * (c * d - cd);
    sums[14] += share * (d * d + delta.second[m] - cd);
  }
}
