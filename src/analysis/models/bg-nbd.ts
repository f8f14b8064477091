import { logistic } from '../numerics/log-odds';
import * as process from './beta-geometric-purchases';
import {
  fitBetaGeometric,
  betaGeometricLogLikelihood,
  type BetaGeometricParams,
} from './beta-geometric-fit';
import { betaGeometricLife, purchaseCount, purchaseTimes } from './draw-purchases';
import type { PurchaseModel } from './purchase-model';
import { convertDuration } from '../time-unit';

/**
 * Parameters of BG/NBD: purchase rates across customers ~ Gamma(r, rate alpha), alpha in units of time;
 * the chance to leave after a purchase ~ Beta(a, b). All > 0.
 */
export type BgNbdParams = BetaGeometricParams;

/**
 * BG/NBD: customers buy at random at their own rate, and after each repeat purchase may leave for ever.
 * Those who bought once cannot have left, so P(alive | x = 0) = 1. [Fader, Hardie & Lee 2005]
 */
export const bgNbd: PurchaseModel<BgNbdParams> = {
  name: 'bg-nbd',
  parameters: ['r', 'alpha', 'a', 'b'],
  clock: 'continuous',

  fit: (history, unit, options) => fitBetaGeometric('bg-nbd', 0, history, unit, options),

  logLikelihood: (params, history) => betaGeometricLogLikelihood(params, history, 0),

  /** 1 / (1 + a / (b + x - 1) ((alpha + T) / (alpha + t_x))^(r + x)) for x > 0 [Fader, Hardie & Lee 2008]. */
  probabilityAlive({ r, alpha, a, b }, x, tx, T) {
    if (x === 0) return 1;
    const silence = Math.log1p((T - tx) / (alpha + tx));
    return logistic(Math.log(b + x - 1) - Math.log(a) - (r + x) * silence);
  },

  /** Eq. 10 of the paper. */
  expectedPurchases(params, t, x, tx, T) {
    return (
      bgNbd.probabilityAlive(params, x, tx, T) * bgNbd.expectedPurchasesIfAlive(params, t, x, T)
    );
  },

  expectedPurchasesIfAlive: (params, t, x, T) => process.expectedPurchases(living(params, x, T), t),

  expectedPurchasesOfNew: (params, t) => process.expectedPurchases(params, t),

  purchaseCountsOfNew: (params, t, max) => process.purchaseCounts(params, t, max),

  purchaseCountsIfAlive: (params, t, x, T, max) =>
    process.purchaseCounts(living(params, x, T), t, max),

  drawPurchasesIfAlive: (params, t, x, T, source) =>
    purchaseTimes(betaGeometricLife(living(params, x, T), t, source), source),

  drawCountIfAlive: (params, t, x, T, source) =>
    purchaseCount(betaGeometricLife(living(params, x, T), t, source), source),

  survival: (params, t) => process.survival(params, t),

  expectedLifetime: (params) => process.expectedLifetime(params),

  changeUnit: (params, from, to) => ({
    ...params,
    alpha: convertDuration(params.alpha, from, to),
  }),
};

/** A customer alive at T with x repeats is like a new one with these parameters. */
function living({ r, alpha, a, b }: BgNbdParams, x: number, T: number): BgNbdParams {
  return { r: r + x, alpha: alpha + T, a, b: b + x };
}
