import gammaln from '@stdlib/math-base-special-gammaln';
import { logBeta } from '../numerics/log-gamma-ratio';
import type { ModelParameters } from './fit';
import type { GammaGammaParams } from './gamma-gamma';

/** How a quantity differs between customers: its density, and its mean (Infinity without one). */
export interface Density {
  /**
   * 'rate': purchases per unit of time while alive; 'leaving-chance': to leave after a purchase;
   * 'leaving-rate': departures per unit of time; 'spend': mean net amount of an order.
   */
  of: 'rate' | 'leaving-chance' | 'leaving-rate' | 'spend';
  mean: number;
  x: Float64Array;
  density: Float64Array;
}

const POINTS = 120;

/** Density of Gamma(shape, rate) at x > 0. */
export function gammaDensity(shape: number, rate: number, x: number): number {
  return Math.exp(shape * Math.log(rate * x) - rate * x - gammaln(shape)) / x;
}

/** Density of Beta(a, b) at 0 < x < 1. */
export function betaDensity(a: number, b: number, x: number): number {
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
}

/** Density of p / nu, nu ~ Gamma(q, v), at x > 0: mean order values across customers. */
export function orderValueDensity({ p, q, v }: GammaGammaParams, x: number): number {
  return Math.exp(q * Math.log((p * v) / x) - (p * v) / x - gammaln(q)) / x;
}

/** What the parameters of a purchase model say of how its customers differ. */
export function purchaseDensities(params: ModelParameters): Density[] {
  const { r, alpha, a, b, s, beta } = params as Record<string, number | undefined>;
  const densities: Density[] = [];
  if (r !== undefined && alpha !== undefined) densities.push(ofGamma('rate', r, alpha));
  if (a !== undefined && b !== undefined) {
    densities.push({
      of: 'leaving-chance',
      mean: a / (a + b),
      ...sampled(0, 1, (x) => betaDensity(a, b, x)),
    });
  }
  if (s !== undefined && beta !== undefined) densities.push(ofGamma('leaving-rate', s, beta));
  return densities;
}

/** How mean order values differ. */
export function spendDensity(params: GammaGammaParams): Density {
  const { p, q, v } = params;
  const mean = (p * v) / (q - 1);
  const most = (p * v) / (q + 1);
  // A heavy tail has no natural end: five times the most frequent value shows the body.
  return { of: 'spend', mean, ...sampled(0, 5 * most, (x) => orderValueDensity(params, x)) };
}

function ofGamma(of: 'rate' | 'leaving-rate', shape: number, rate: number): Density {
  const mean = shape / rate;
  const end = mean + 3 * (Math.sqrt(shape) / rate);
  return { of, mean, ...sampled(0, end, (x) => gammaDensity(shape, rate, x)) };
}

/** Middles of equal steps, so that ends where a density has no bound are left out. */
function sampled(
  from: number,
  to: number,
  density: (x: number) => number,
): { x: Float64Array; density: Float64Array } {
  const x = Float64Array.from(
    { length: POINTS },
    (_, k) => from + ((to - from) * (k + 0.5)) / POINTS,
  );
  return { x, density: x.map(density) };
}
