import gammaln from '@stdlib/math-base-special-gammaln';
import { integrateLine } from './double-exponential';

/** Beyond this argument the power series needs many terms, and Euler's integral takes over, */
const SLOW = 0.98;
/** unless it has a nearly infinite end. */
const TAME = 0.05;

/**
 * ln 2F1(a, b; c; z), the Gauss hypergeometric function, for 0 <= z < 1 and a, b, c > 0: all that
 * customer models ask of it, where every term of the series is positive and nothing cancels.
 *
 * Of the series and its Euler form (1-z)^(c-a-b) 2F1(c-a, c-b; c; z) [DLMF 15.8.1] the one is taken
 * that converges faster, as long as its terms are positive too; close to z = 1 Euler's integral
 * [DLMF 15.6.1], where it can be had.
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  if (z === 0) return 0;
  const small = Math.min(a, b);
  if (z > SLOW && small > TAME && c - small > TAME) {
    return logEulerIntegral(Math.max(a, b), small, c, z);
  }
  if (c >= a && c >= b && c < a + b) {
    return (c - a - b) * Math.log1p(-z) + logSeries(c - a, c - b, c, z);
  }
  return logSeries(a, b, c, z);
}

function logSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  let scale = 0;
  for (let n = 0; n < 10_000_000; n++) {
    const ratio = ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    term *= ratio;
    sum += term;
    // The ratio tends to z; past the largest term the rest is below that of a geometric series.
    const bound = Math.max(ratio, z);
    if (bound < 1 && (term * bound) / (1 - bound) < 1e-17 * sum) break;
    if (sum > 1e250) {
      scale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return scale + Math.log(sum);
}

/** Integral of p^b (1-p)^(c-b) (1-zp)^(-a) over the log-odds u of p, over B(b, c-b). */
function logEulerIntegral(a: number, b: number, c: number, z: number): number {
  const logDensity = (u: number): number => {
    const logP = u < 0 ? u - Math.log1p(Math.exp(u)) : -Math.log1p(Math.exp(-u));
    const logQ = logP - u;
    // 1 - zp = q + (1 - z) p, without cancellation.
    const rest = Math.log(Math.exp(logQ) + (1 - z) * Math.exp(logP));
    return b * logP + (c - b) * logQ - a * rest;
  };
  let peak = 0;
  for (let u = -60; u <= 60; u += 0.5) if (logDensity(u) > logDensity(peak)) peak = u;
  const top = logDensity(peak);
  const width = 1 / Math.sqrt(Math.min(b, c - b) + 1);
  const integral = integrateLine((u) => Math.exp(logDensity(u) - top), peak, width);
  return top + Math.log(integral) - (gammaln(b) + gammaln(c - b) - gammaln(c));
}
