import { purchaseTable, scheduleRule, type PaymentSchedule } from './discounted-purchases';
import type { ModelParameters } from './fit';
import { gammaGamma, type GammaGammaParams } from './gamma-gamma';
import type { PurchaseModel } from './purchase-model';
import type { RepeatHistory } from './repeat-history';
import type { SpendHistory } from './spend-history';
import { convertDuration, type TimeUnit } from '../time-unit';

/** What the future is worth: how long it is looked at and what a unit of revenue leaves. */
export interface ClvTerms {
  /** Periods of one month. */
  horizonMonths: number;
  /** Discount rate per year, for example 0.1; a month's is (1 + d)^(1/12) - 1. */
  annualDiscount: number;
  /** Contribution margin as a share of revenue, for example 0.3; 1 tells revenue. */
  margin: number;
}

/** Predicted value of each customer of a history, in the order of its rows. */
export interface PredictedClv {
  /** Discounted expected margin within the horizon. */
  clv: Float64Array;
  /** P(alive) at the end of observation. */
  alive: Float64Array;
  /** Expected spend per purchase. */
  spend: Float64Array;
  /** Sum of clv over customers (weighted where the history is). */
  total: number;
}

/** Monthly periods to the horizon, in `unit`. */
export function monthlySchedule(terms: ClvTerms, unit: TimeUnit): PaymentSchedule {
  return {
    periods: terms.horizonMonths,
    length: convertDuration(1, 'month', unit),
    rate: (1 + terms.annualDiscount) ** (1 / 12) - 1,
  };
}

/**
 * Predicted customer lifetime value: sum over periods k of
 * (E[Y(k)] - E[Y(k-1)]) x E[spend] x margin / (1 + d)^k.
 *
 * @param history and `spend` row by row the same customers; times in the unit of `params`. A customer
 * without a positive mean spend is given the spend model's population mean.
 */
export function predictedClv<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  spendParams: GammaGammaParams,
  history: RepeatHistory,
  spend: SpendHistory,
  schedule: PaymentSchedule,
  margin: number,
): PredictedClv {
  const { count, x, tx, T, weight } = history;
  const purchases = purchaseTable(model, params, scheduleRule(schedule), x, T);
  const result = {
    clv: new Float64Array(count),
    alive: new Float64Array(count),
    spend: new Float64Array(count),
    total: 0,
  };
  for (let i = 0; i < count; i++) {
    const known = spend.x[i] > 0 && spend.m[i] > 0;
    const alive = model.probabilityAlive(params, x[i], tx[i], T[i]);
    const order = known
      ? gammaGamma.expectedSpend(spendParams, spend.x[i], spend.m[i])
      : gammaGamma.expectedSpend(spendParams, 0, 0);
    const clv = alive * purchases(x[i], T[i]) * order * margin;
    result.alive[i] = alive;
    result.spend[i] = order;
    result.clv[i] = clv;
    result.total += (weight ? weight[i] : 1) * clv;
  }
  return result;
}
