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
  for (let i = 0; i < count; i++) {
    const w = weight ? weight[i] : 1;
    const row = customer(tables, x[i], tx[i], T[i]);
    value += w * row.value;
    for (let p = 0; p < 4; p++) {
      gradient[p] += w * row.gradient[p];
      for (let q = 0; q < 4; q++) hessian[p][q] += w * row.hessian[p][q];
    }
  }
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

/** One customer's log-likelihood: the logarithm of a sum, and so weighted moments of its terms. */
function customer(tables: Tables, x: number, tx: number, n: number): Curve {
  const terms = [logTerm(tables, x, n, true)];
  for (let m = tx; m < n; m++) terms.push(logTerm(tables, x, m, false));
  const largest = Math.max(...terms);
  let sum = 0;
  const gradient = [0, 0, 0, 0];
  const hessian = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
  terms.forEach((log, j) => {
    const share = Math.exp(log - largest);
    const { g, h } = termDerivatives(tables, x, j === 0 ? n : tx + j - 1, j === 0);
    sum += share;
    for (let p = 0; p < 4; p++) {
      gradient[p] += share * g[p];
      for (let q = 0; q < 4; q++) hessian[p][q] += share * (h[p][q] + g[p] * g[q]);
    }
  });
  for (let p = 0; p < 4; p++) gradient[p] /= sum;
  return {
    value: largest + Math.log(sum),
    gradient,
    hessian: hessian.map((row, p) => row.map((v, q) => v / sum - gradient[p] * gradient[q])),
  };
}

function logTerm(tables: Tables, x: number, m: number, stays: boolean): number {
  const { alpha, beta, alphaBeta, delta, gammaDelta, gamma } = tables;
  const buys = alpha.log[x] + beta.log[m - x] - alphaBeta.log[m];
  const lives = stays
    ? delta.log[m] - gammaDelta.log[m]
    : Math.log(gamma) + delta.log[m] - gammaDelta.log[m + 1];
  return buys + lives;
}

function termDerivatives(
  tables: Tables,
  x: number,
  m: number,
  stays: boolean,
): { g: number[]; h: number[][] } {
  const { alpha, beta, alphaBeta, delta, gammaDelta, gamma } = tables;
  const end = stays ? m : m + 1;
  const leaves = stays ? 0 : 1;
  const ab = alphaBeta.second[m];
  const gd = gammaDelta.second[end];
  return {
    g: [
      alpha.first[x] - alphaBeta.first[m],
      beta.first[m - x] - alphaBeta.first[m],
      leaves / gamma - gammaDelta.first[end],
      delta.first[m] - gammaDelta.first[end],
    ],
    h: [
      [alpha.second[x] - ab, -ab, 0, 0],
      [-ab, beta.second[m - x] - ab, 0, 0],
      [0, 0, -leaves / (gamma * gamma) - gd, -gd],
      [0, 0, -gd, delta.second[m] - gd],
    ],
  };
}
