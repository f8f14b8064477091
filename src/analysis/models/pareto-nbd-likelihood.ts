import type { Curve } from '../numerics/newton';
import { logistic, softplus } from '../numerics/log-odds';
import type { BetaGeometricData } from './beta-geometric-data';
import { rateTerms } from './beta-geometric-likelihood';
import { leavingOdds, type LeavingOdds } from './leaving-odds';

/**
 * Log-likelihood of Pareto/NBD [Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on
 * deriving the Pareto/NBD model"] with exact derivatives by (r, alpha, s, beta). A customer's term is
 *
 *   ln (r)_x - x ln alpha - (r + x) ln(1 + T/alpha) - s ln(1 + T/beta) + softplus(ln R),
 *
 * R the odds of having left: a living customer's term, and what the dead add to it.
 */
export function paretoNbdCurve(data: BetaGeometricData, parameters: readonly number[]): Curve {
  const [r, alpha, s, beta] = parameters;
  const rates = rateTerms(data, r, alpha);
  const life = lifeTerms(data, s, beta);
  const gradient = [...rates.gradient, ...life.gradient];
  const hessian = [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3].map((j) => {
      if (i < 2 && j < 2) return rates.hessian[i][j];
      return i >= 2 && j >= 2 ? life.hessian[i - 2][j - 2] : 0;
    }),
  );
  let value = rates.value + life.value;
  const odds: LeavingOdds = {
    log: 0,
    gradient: new Float64Array(4),
    hessian: new Float64Array(16),
  };
  const { rows, x, atTx, atT, times, weight } = data;
  for (let i = 0; i < rows; i++) {
    const w = weight ? weight[i] : 1;
    leavingOdds(parameters, x[i], times[atTx[i]], times[atT[i]], 2, odds);
    const gone = w * logistic(odds.log);
    const spread = gone * logistic(-odds.log);
    value += w * softplus(odds.log);
    for (let p = 0; p < 4; p++) {
      gradient[p] += gone * odds.gradient[p];
      for (let q = 0; q < 4; q++) {
        hessian[p][q] +=
          gone * odds.hessian[4 * p + q] + spread * odds.gradient[p] * odds.gradient[q];
      }
    }
  }
  return { value, gradient, hessian };
}

/** Sum of -s ln(1 + T/beta), by (s, beta). */
function lifeTerms({ times, customersAt }: BetaGeometricData, s: number, beta: number): Curve {
  let logs = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < times.length; k++) {
    const n = customersAt[k];
    if (n === 0) continue;
    const T = times[k];
    const share = T / (beta + T);
    logs += n * Math.log1p(T / beta);
    first += n * share;
    second += n * share * (1 + beta / (beta + T));
  }
  return {
    value: -s * logs,
    gradient: [-logs, (s * first) / beta],
    hessian: [
      [0, first / beta],
      [first / beta, (-s * second) / (beta * beta)],
    ],
  };
}
