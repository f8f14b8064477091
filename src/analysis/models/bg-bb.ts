import { logRisingFactorial } from '../numerics/rising-factorial';
import { bgBbCurve, bgBbLeavingOdds } from './bg-bb-likelihood';
import { drawOpportunities } from './draw-purchases';
import { fitByLikelihood } from './maximum-likelihood';
import type { PurchaseModel } from './purchase-model';
import { learnable } from './history-refusal';
import { groupHistory, type RepeatHistory } from './repeat-history';

/**
 * Chance to buy at an opportunity ~ Beta(alpha, beta); chance to leave before one ~ Beta(gamma, delta).
 * All > 0.
 */
export type BgBbParams = Readonly<{ alpha: number; beta: number; gamma: number; delta: number }>;

/**
 * BG/BB: there are fixed opportunities to buy (a yearly appeal, a monthly box); a living customer takes
 * each or not, and may leave before each. [Fader, Hardie & Shang 2010]
 *
 * Times are whole numbers of opportunities: T = n of them since the first purchase, t_x the last one
 * taken, x how many were. P(alive) is about the n-th opportunity; being alive at the next one, as the
 * paper tells it, is `aliveAtNext`.
 */
export const bgBb: PurchaseModel<BgBbParams> = {
  name: 'bg-bb',
  parameters: ['alpha', 'beta', 'gamma', 'delta'],
  clock: 'opportunities',

  fit(history, unit, options) {
    const model = 'bg-bb';
    const checked = learnable(model, history);
    if (checked.kind === 'refusal') return checked;
    const { customers, repeaters } = checked.totals;
    const at = notWhole(history);
    if (at >= 0) return { kind: 'refusal', model, reason: 'not-whole-opportunities', at };
    const grouped = groupHistory(history);
    return fitByLikelihood<BgBbParams>(
      {
        model,
        unit,
        names: ['alpha', 'beta', 'gamma', 'delta'],
        likelihood: (theta) => bgBbCurve(grouped, theta),
        starts: [
          [1, 1, 0.5, 2],
          [0.5, 3, 0.5, 5],
          [3, 3, 2, 8],
        ],
        prior: { median: [1, 2, 0.7, 3], spread: [1.5, 1.5, 1.5, 1.5] },
        customers,
        repeaters,
      },
      options,
    );
  },

  logLikelihood: (params, history) => bgBbCurve(history, vector(params)).value,

  probabilityAlive: (params, x, tx, T) => 1 / (1 + bgBbLeavingOdds(vector(params), x, tx, T)),

  expectedPurchases(params, t, x, tx, T) {
    return bgBb.probabilityAlive(params, x, tx, T) * bgBb.expectedPurchasesIfAlive(params, t, x, T);
  },

  expectedPurchasesIfAlive: (params, t, x, T) =>
    bgBb.expectedPurchasesOfNew(living(params, x, T), t),

  /** Eq. 8 as a sum: taken chance times the chance to be there, over the t opportunities. */
  expectedPurchasesOfNew({ alpha, beta, gamma, delta }, t) {
    let there = 1;
    let sum = 0;
    for (let j = 0; j < Math.floor(t); j++) {
      there *= (delta + j) / (gamma + delta + j);
      sum += there;
    }
    return (alpha / (alpha + beta)) * sum;
  },

  /** Eq. 7 of the paper. */
  purchaseCountsOfNew({ alpha, beta, gamma, delta }, t, max) {
    const opportunities = Math.floor(t);
    return Float64Array.from({ length: max + 1 }, (_, x) => {
      let sum = 0;
      for (let m = x; m <= opportunities; m++) {
        const choose =
          logRisingFactorial(m - x + 1, x) -
          logRisingFactorial(1, x) +
          logRisingFactorial(alpha, x) +
          logRisingFactorial(beta, m - x) -
          logRisingFactorial(alpha + beta, m);
        const stays = logRisingFactorial(delta, m) - logRisingFactorial(gamma + delta, m);
        const ends = m === opportunities ? 1 : gamma / (gamma + delta + m);
        sum += Math.exp(choose + stays) * ends;
      }
      return sum;
    });
  },

  purchaseCountsIfAlive: (params, t, x, T, max) =>
    bgBb.purchaseCountsOfNew(living(params, x, T), t, max),

  drawPurchasesIfAlive: (params, t, x, T, source) =>
    drawOpportunities(living(params, x, T), t, source),

  drawCountIfAlive(params, t, x, T, source) {
    const taken = drawOpportunities(living(params, x, T), t, source);
    return { count: taken.length, until: taken.at(-1) ?? t };
  },

  survival: ({ gamma, delta }, t) =>
    Math.exp(
      logRisingFactorial(delta, Math.floor(t)) - logRisingFactorial(gamma + delta, Math.floor(t)),
    ),

  /** Mean number of opportunities before leaving. */
  expectedLifetime: ({ gamma, delta }) => (gamma > 1 ? delta / (gamma - 1) : Infinity),

  /** Opportunities are what they are: their number does not change with the unit of the calendar. */
  changeUnit: (params) => params,
};

/** P(alive at opportunity n + 1 | x, t_x, n): not gone by the n-th, nor before the next. [Eq. 11 of the paper] */
export function aliveAtNext(params: BgBbParams, x: number, tx: number, n: number): number {
  const { gamma, delta } = params;
  return bgBb.probabilityAlive(params, x, tx, n) * ((delta + n) / (gamma + delta + n));
}

/** A customer alive at the n-th opportunity with x taken is like a new one with these parameters. */
function living({ alpha, beta, gamma, delta }: BgBbParams, x: number, n: number): BgBbParams {
  return { alpha: alpha + x, beta: beta + n - x, gamma, delta: delta + n };
}

function vector({ alpha, beta, gamma, delta }: BgBbParams): number[] {
  return [alpha, beta, gamma, delta];
}

function notWhole({ count, x, tx, T }: RepeatHistory): number {
  for (let i = 0; i < count; i++) {
    if (!Number.isInteger(T[i]) || !Number.isInteger(tx[i]) || x[i] > tx[i]) return i;
  }
  return -1;
}
