import { drawPoisson, drawTrials } from '../numerics/counts';
import type { Random } from '../numerics/random';
import type { BetaGeometricProcess } from './beta-geometric-purchases';

/** How one random customer lives on. */
interface Life {
  /** Purchases per unit of time. */
  rate: number;
  /** The horizon, or when the customer leaves where that is a moment of its own. */
  end: number;
  /** Chance to leave after each purchase. */
  leaving: number;
}

/** How often one random customer buys: `count` purchases, which fall evenly in (0, until]. */
export interface PurchaseCount {
  count: number;
  until: number;
}

/** Of a customer who may leave after each purchase. */
export function betaGeometricLife(
  { r, alpha, a, b }: BetaGeometricProcess,
  horizon: number,
  source: Random,
): Life {
  const rate = source.gamma(r) / alpha;
  return { rate, end: horizon, leaving: source.beta(a, b) };
}

/** Of one who leaves at a moment of its own: lifetimes exponential, their rates ~ Gamma(s, beta). */
export function lifeWithLifetime(
  { r, alpha, s, beta }: Readonly<{ r: number; alpha: number; s: number; beta: number }>,
  horizon: number,
  source: Random,
): Life {
  const rate = source.gamma(r) / alpha;
  const stays = (source.exponential() * beta) / source.gamma(s);
  return { rate, end: Math.min(horizon, stays), leaving: 0 };
}

/** Of one who never leaves. */
export function lifeForever(
  { r, alpha }: Readonly<{ r: number; alpha: number }>,
  horizon: number,
  source: Random,
): Life {
  return { rate: source.gamma(r) / alpha, end: horizon, leaving: 0 };
}

/** When the customer buys, ascending. */
export function purchaseTimes({ rate, end, leaving }: Life, source: Random): number[] {
  const times: number[] = [];
  for (let t = source.exponential() / rate; t <= end; t += source.exponential() / rate) {
    times.push(t);
    if (leaving > 0 && source.uniform() < leaving) break;
  }
  return times;
}

/** How often the customer buys, without going through the purchases one by one. */
export function purchaseCount({ rate, end, leaving }: Life, source: Random): PurchaseCount {
  const tempted = drawPoisson(rate * end, source);
  const last = drawTrials(leaving, source);
  if (last >= tempted) return { count: tempted, until: end };
  // Given how many there would have been, they lie at random: the last one made is one of them in order.
  return { count: last, until: end * source.beta(last, tempted - last + 1) };
}

/** Opportunities 1, 2, ... up to the horizon that one random customer takes before leaving. */
export function drawOpportunities(
  params: Readonly<{ alpha: number; beta: number; gamma: number; delta: number }>,
  horizon: number,
  source: Random,
): number[] {
  const buys = source.beta(params.alpha, params.beta);
  const leaves = source.beta(params.gamma, params.delta);
  const taken: number[] = [];
  for (let j = 1; j <= horizon && source.uniform() >= leaves; j++) {
    if (source.uniform() < buys) taken.push(j);
  }
  return taken;
}
