import type { Random } from '../numerics/random';
import type { BetaGeometricProcess } from './beta-geometric-purchases';

/** Purchases of one customer: at `rate`, until the customer leaves or the horizon is reached. */
function buying(rate: number, horizon: number, source: Random, leavesNow: () => boolean): number[] {
  const times: number[] = [];
  for (let t = source.exponential() / rate; t <= horizon; t += source.exponential() / rate) {
    times.push(t);
    if (leavesNow()) break;
  }
  return times;
}

/** Purchase times in (0, horizon] of one random customer who may leave after each purchase. */
export function drawBetaGeometric(
  { r, alpha, a, b }: BetaGeometricProcess,
  horizon: number,
  source: Random,
): number[] {
  const rate = source.gamma(r) / alpha;
  const leaving = source.beta(a, b);
  return buying(rate, horizon, source, () => source.uniform() < leaving);
}

/** The same of one who leaves at a moment of its own: lifetimes exponential, their rates ~ Gamma(s, beta). */
export function drawWithLifetime(
  { r, alpha, s, beta }: Readonly<{ r: number; alpha: number; s: number; beta: number }>,
  horizon: number,
  source: Random,
): number[] {
  const rate = source.gamma(r) / alpha;
  const stays = (source.exponential() * beta) / source.gamma(s);
  return buying(rate, Math.min(horizon, stays), source, () => false);
}

/** The same of one who never leaves. */
export function drawForever(
  { r, alpha }: Readonly<{ r: number; alpha: number }>,
  horizon: number,
  source: Random,
): number[] {
  return buying(source.gamma(r) / alpha, horizon, source, () => false);
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
