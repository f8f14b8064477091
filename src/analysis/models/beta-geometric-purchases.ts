import { logHypergeometric } from '../numerics/hypergeometric';
import { integrateLine } from '../numerics/double-exponential';
import { logBeta } from '../numerics/log-gamma-ratio';
import { logRisingFactorial } from '../numerics/rising-factorial';

/**
 * Purchases of a customer who buys at a rate ~ Gamma(r, alpha) and leaves after each purchase with a
 * probability p ~ Beta(a, b): the future of a new BG/NBD customer, and with updated parameters of any
 * living customer of BG/NBD or MBG/NBD.
 */
export interface BetaGeometricProcess {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** A series of more terms than this costs more than an integral over p. */
const LONG = 10_000;

/**
 * E[X(t)]. Were nobody to leave, N ~ NBD(r, alpha) purchases would fall in t; of n of them
 * h_n = sum over j < n of (b)_j / (a+b)_j come before the customer leaves. The mean of h_N equals
 * eq. 9 of [Fader, Hardie & Lee 2005], but all its terms are positive and a = 1 or a + b < 1 are
 * nothing special.
 */
export function expectedPurchases(process: BetaGeometricProcess, t: number): number {
  const { r, alpha, a, b } = process;
  if (!(t > 0)) return 0;
  const z = t / (alpha + t);
  if ((r + 40) * (1 + t / alpha) > LONG) return expectedByIntegral(process, t);
  let logScale = r * Math.log1p(-z);
  let pmf = 1;
  let reached = 1;
  let h = 0;
  let sum = 0;
  for (let n = 1; n < 10_000_000; n++) {
    const ratio = ((r + n - 1) * z) / n;
    pmf *= ratio;
    h += reached;
    reached *= (b + n - 1) / (a + b + n - 1);
    const term = pmf * h;
    sum += term;
    // h grows by at most 1/n of itself, so the rest is below that of a geometric series; large terms are not the last.
    if (term < 1e-12 * sum) {
      const bound = Math.max(z, ((r + n) * z) / (n + 1)) * (1 + 1 / n);
      if (bound < 1 && (term * bound) / (1 - bound) < 1e-16 * sum) break;
    }
    if (sum > 1e250) {
      logScale += Math.log(sum);
      pmf /= sum;
      sum = 1;
    }
  }
  return sum === 0 ? 0 : Math.exp(logScale + Math.log(sum));
}

/** The same as the mean over p ~ Beta(a, b) of [1 - (1 + p t / alpha)^-r] / p. */
function expectedByIntegral({ r, alpha, a, b }: BetaGeometricProcess, t: number): number {
  const ratio = t / alpha;
  const made = (p: number): number =>
    p === 0 ? r * ratio : -Math.expm1(-r * Math.log1p(p * ratio)) / p;
  return meanOverBeta(made, a, b, ratio);
}

/**
 * Probability of still being a customer after t: the mean over p of (1 + p t / alpha)^-r, or as a sum over
 * the N of NBD, that none of N purchases was the last: (b)_N / (a+b)_N.
 */
export function survival({ r, alpha, a, b }: BetaGeometricProcess, t: number): number {
  if (!(t > 0)) return 1;
  const ratio = t / alpha;
  if ((r + 40) * (1 + ratio) > LONG) {
    return meanOverBeta((p) => Math.exp(-r * Math.log1p(p * ratio)), a, b, ratio);
  }
  return Math.exp(-r * Math.log1p(ratio) + logHypergeometric(r, b, a + b, ratio / (1 + ratio)));
}

/**
 * Mean of a smooth f(p) over p ~ Beta(a, b), integrated over the log-odds of p. What is integrated is f less
 * the straight line between its ends, whose mean is known: it vanishes at both, so that even a or b near
 * zero, where nearly all p lie at an end, do no harm. f turns where p is about 1 / ratio.
 */
function meanOverBeta(f: (p: number) => number, a: number, b: number, ratio: number): number {
  const atZero = f(0);
  const atOne = f(1);
  const norm = logBeta(a, b);
  const integrand = (u: number): number => {
    const logP = u < 0 ? u - Math.log1p(Math.exp(u)) : -Math.log1p(Math.exp(-u));
    const p = Math.exp(logP);
    const bend = f(p) - atZero * (1 - p) - atOne * p;
    return bend * Math.exp(a * logP + b * (logP - u) - norm);
  };
  const span = Math.log1p(ratio);
  const bent = integrateLine(integrand, -span / 2, Math.max(1, span / 6));
  return (b * atZero + a * atOne) / (a + b) + bent;
}

/** Mean lifetime E[1 / (rate p)] = alpha / (r - 1) · (a + b - 1) / (a - 1); infinite if r or a <= 1. */
export function expectedLifetime({ r, alpha, a, b }: BetaGeometricProcess): number {
  return r > 1 && a > 1 ? (alpha / (r - 1)) * ((a + b - 1) / (a - 1)) : Infinity;
}

/**
 * P(X(t) = n) for n = 0 .. max [Fader, Hardie & Lee 2005, eq. 8]: n purchases and still there, or left
 * with the n-th of at least n. `d` = 1 adds the chance to leave after the first purchase (MBG/NBD).
 */
export function purchaseCounts(
  { r, alpha, a, b }: BetaGeometricProcess,
  t: number,
  max: number,
  d: 0 | 1 = 0,
): Float64Array {
  const { pmf, atLeast } = negativeBinomial(r, alpha, t, max);
  return pmf.map((p, n) => {
    const stays = logRisingFactorial(b, n + d) - logRisingFactorial(a + b, n + d);
    const leaves = d === 0 && n === 0 ? 0 : (Math.exp(stays) * a) / (b + n - 1 + d);
    return Math.exp(stays) * p + leaves * atLeast[n];
  });
}

/** P(N = n) and P(N >= n) for n = 0 .. max of the NBD with shape r and t / (alpha + t). */
export function negativeBinomial(
  r: number,
  alpha: number,
  t: number,
  max: number,
): { pmf: Float64Array; atLeast: Float64Array } {
  const z = t / (alpha + t);
  const terms: number[] = [];
  let log = -r * Math.log1p(t / alpha);
  for (let n = 0; n < max + 5_000_000; n++) {
    const p = Math.exp(log);
    terms.push(p);
    const ratio = ((r + n) * z) / (n + 1);
    if (n >= max && ratio < 1 && p * Math.max(ratio, z) <= 1e-20 * (1 - Math.max(ratio, z))) break;
    log += Math.log(ratio);
  }
  const pmf = Float64Array.from(terms.slice(0, max + 1));
  const atLeast = new Float64Array(max + 1);
  // Added from the far end, so that small tails keep their digits.
  let tail = 0;
  for (let n = terms.length - 1; n >= 0; n--) {
    tail += terms[n];
    if (n <= max) atLeast[n] = tail;
  }
  return { pmf, atLeast };
}
