import type { Random } from './random';

/** Gamma-Gamma spend [Fader & Hardie 2013]: z ~ Gamma(p, rate nu), nu ~ Gamma(q, rate v); mean p v / (q - 1). */
export interface SpendTruth {
  p: number;
  q: number;
  /** In units of the currency. */
  v: number;
}

/** One customer's spend level nu. */
export function spendRate(random: Random, { q, v }: SpendTruth): number {
  return random.gamma(q, v);
}

/** One amount in cents, at least one cent. */
export function spendCents(random: Random, { p }: SpendTruth, nu: number): number {
  return Math.max(1, Math.round(random.gamma(p, nu) * 100));
}
