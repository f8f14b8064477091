import { type PaymentSchedule, purchasesUntil, purchaseTable } from './discounted-purchases';
import type { Fit, ModelParameters } from './fit';
import type { GammaGammaParams } from './gamma-gamma';
import { predictedClv } from './predicted-clv';
import type { PurchaseModel } from './purchase-model';
import type { RepeatHistory } from './repeat-history';
import type { SpendHistory } from './spend-history';

/** A fitted pair of models, the customers they are applied to, and what of the future counts. */
export interface Forecast<P extends ModelParameters = ModelParameters> {
  model: PurchaseModel<P>;
  purchase: Fit<P>;
  spend: Fit<GammaGammaParams>;
  /** Row by row the same customers, one each; times in the unit of the fit. */
  history: RepeatHistory;
  spendHistory: SpendHistory;
  schedule: PaymentSchedule;
  /** Share of revenue that is margin. */
  margin: number;
}

/** What is predicted of each customer of a forecast, at the estimates. */
export interface CustomerPredictions {
  /** P(alive) now. */
  alive: Float64Array;
  /** Purchases expected within the horizon. */
  purchases: Float64Array;
  /** Expected spend per purchase. */
  spend: Float64Array;
  /** Discounted expected margin within the horizon. */
  clv: Float64Array;
}

/** Everything predicted of each customer. */
export function customerPredictions<P extends ModelParameters>(
  forecast: Forecast<P>,
): CustomerPredictions {
  const { model, purchase, spend, history, spendHistory, schedule, margin } = forecast;
  const { params } = purchase;
  const {
    clv,
    alive,
    spend: perOrder,
  } = predictedClv(model, params, spend.params, history, spendHistory, schedule, margin);
  const end = purchasesUntil(schedule.periods * schedule.length);
  const ifAlive = purchaseTable(model, params, end, history.x, history.T);
  const purchases = alive.map((chance, i) => chance * ifAlive(history.x[i], history.T[i]));
  return { alive, purchases, spend: perOrder, clv };
}

/** Sums over the customers. */
export interface PredictedTotals {
  total: number;
  purchases: number;
  alive: number;
}

export function predictedTotals(predictions: CustomerPredictions): PredictedTotals {
  const sum = (values: Float64Array): number => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };
  const { clv, purchases, alive } = predictions;
  return { total: sum(clv), purchases: sum(purchases), alive: sum(alive) };
}
