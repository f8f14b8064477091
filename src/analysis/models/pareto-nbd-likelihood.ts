import type { Curve } from '../numerics/newton';
import { logistic, softplus } from '../numerics/log-odds';
import type { BetaGeometricData } from './beta-geometric-data';
import { rateTerms } from './beta-geometric-likelihood';
import { leavingOdds, type LeavingOdds } from './leaving-odds';
import { dayLogs, leavingOddsByDay } from './leaving-odds-by-day';

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
  const { rows, atTx, atT, weight } = data;
  let left: (atTx: number, atT: number, out: LeavingOdds) => void = () => undefined;
  const oddsOf = oddsByPurchases(data, parameters);
  for (let i = 0; i < rows; i++) {
    const w = weight ? weight[i] : 1;
    if (i === 0 || data.x[i] !== data.x[i - 1]) left = oddsOf(i);
    left(atTx[i], atT[i], odds);
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

/** Rows of the same x from which a sum over all days costs less than an integral each. */
const ROWS_PER_DAY = 0.2;

/** Gives, for the run of rows with one x that begins at a row, how to compute their odds of having left. */
function oddsByPurchases(
  { rows, x, times, daily }: BetaGeometricData,
  parameters: readonly number[],
): (row: number) => (atTx: number, atT: number, out: LeavingOdds) => void {
  const [, alpha, , beta] = parameters;
  const logs = dayLogs(daily ? times : new Float64Array(), alpha, beta);
  return (row) => {
    let end = row;
    while (end < rows && x[end] === x[row]) end++;
    if (daily && end - row > ROWS_PER_DAY * times.length) {
      return leavingOddsByDay(parameters, x[row], logs);
    }
    return (atTx, atT, out) => leavingOdds(parameters, x[row], times[atTx], times[atT], 2, out);
  };
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
