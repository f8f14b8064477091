import { logistic } from '../numerics/log-odds';
import {
  betaGeometricLogLikelihood,
  fitBetaGeometric,
  type BetaGeometricParams,
} from './beta-geometric-fit';
import * as process from './beta-geometric-purchases';
import { betaGeometricLife, purchaseCount, purchaseTimes } from './draw-purchases';
import type { PurchaseModel } from './purchase-model';
import { convertDuration } from '../time-unit';

/** As BG/NBD: rates ~ Gamma(r, alpha), chances to leave ~ Beta(a, b). All > 0, alpha in time. */
export type MbgNbdParams = BetaGeometricParams;

/**
 * MBG/NBD: BG/NBD in which a customer may leave after the first purchase too, so that one-time buyers
 * need not be alive. [Batislam, Denizel & Filiztekin 2007]
 */
export const mbgNbd: PurchaseModel<MbgNbdParams> = {
  name: 'mbg-nbd',
  parameters: ['r', 'alpha', 'a', 'b'],
  clock: 'continuous',

  fit: (history, unit, options) => fitBetaGeometric('mbg-nbd', 1, history, unit, options),

  logLikelihood: (params, history) => betaGeometricLogLikelihood(params, history, 1),

  /** 1 / (1 + a / (b + x) ((alpha + T) / (alpha + t_x))^(r + x)). */
  probabilityAlive({ r, alpha, a, b }, x, tx, T) {
    const silence = Math.log1p((T - tx) / (alpha + tx));
    return logistic(Math.log(b + x) - Math.log(a) - (r + x) * silence);
  },

  expectedPurchases(params, t, x, tx, T) {
    return (
      mbgNbd.probabilityAlive(params, x, tx, T) * mbgNbd.expectedPurchasesIfAlive(params, t, x, T)
    );
  },

  expectedPurchasesIfAlive: (params, t, x, T) => process.expectedPurchases(living(params, x, T), t),

  expectedPurchasesOfNew: (params, t) =>
    stays(params) * process.expectedPurchases(stayed(params), t),

  purchaseCountsOfNew: (params, t, max) => process.purchaseCounts(params, t, max, 1),

  purchaseCountsIfAlive: (params, t, x, T, max) =>
    process.purchaseCounts(living(params, x, T), t, max),

  drawPurchasesIfAlive: (params, t, x, T, source) =>
    purchaseTimes(betaGeometricLife(living(params, x, T), t, source), source),

  drawCountIfAlive: (params, t, x, T, source) =>
    purchaseCount(betaGeometricLife(living(params, x, T), t, source), source),

  survival: (params, t) => stays(params) * process.survival(stayed(params), t),

  expectedLifetime: (params) => stays(params) * process.expectedLifetime(stayed(params)),

  changeUnit: (params, from, to) => ({
    ...params,
    alpha: convertDuration(params.alpha, from, to),
  }),
};

/** Chance to stay after the first purchase. */
function stays({ a, b }: MbgNbdParams): number {
  return b / (a + b);
}

/** Those who stayed after the first purchase go on as BG/NBD customers with these parameters. */
function stayed({ r, alpha, a, b }: MbgNbdParams): MbgNbdParams {
  return { r, alpha, a, b: b + 1 };
}

/** So do those alive at T with x repeats. */
function living({ r, alpha, a, b }: MbgNbdParams, x: number, T: number): MbgNbdParams {
  return { r: r + x, alpha: alpha + T, a, b: b + x + 1 };
}
