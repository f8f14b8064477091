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
  /** Row by row the same customers, one each or as many as its weight says; times in the unit of the fit. */
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

/** Everything predicted of each customer, or of each one of a row's customers. */
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
  const purchases = purchasesWithin(model, params, history, schedule, alive);
  return { alive, purchases, spend: perOrder, clv };
}

/** What can be predicted of customers whose spend is not known. */
export type PurchasePredictions = Pick<CustomerPredictions, 'alive' | 'purchases'>;

/** P(alive) and purchases of each customer, where there is a purchase model and nothing more. */
export function purchasePredictions<P extends ModelParameters>({
  model,
  purchase: { params },
  history,
  schedule,
}: Omit<Forecast<P>, 'spend' | 'spendHistory' | 'margin'>): PurchasePredictions {
  const { x, tx, T } = history;
  const alive = x.map((n, i) => model.probabilityAlive(params, n, tx[i], T[i]));
  return { alive, purchases: purchasesWithin(model, params, history, schedule, alive) };
}

function purchasesWithin<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  { x, T }: RepeatHistory,
  schedule: PaymentSchedule,
  alive: Float64Array,
): Float64Array {
  const end = purchasesUntil(schedule.periods * schedule.length);
  const ifAlive = purchaseTable(model, params, end, x, T);
  return alive.map((chance, i) => chance * ifAlive(x[i], T[i]));
}

/** Sums over the customers. */
export interface PredictedTotals {
  total: number;
  purchases: number;
  alive: number;
}

/** @param weight customers that share each row; one each unless given */
export function predictedTotals(
  { clv, purchases, alive }: Pick<CustomerPredictions, 'clv' | 'purchases' | 'alive'>,
  weight?: Float64Array,
): PredictedTotals {
  return {
    total: weightedSum(clv, weight),
    purchases: weightedSum(purchases, weight),
    alive: weightedSum(alive, weight),
  };
}

/** Sum over customers of what is the same for all of a row. */
export function weightedSum(values: Float64Array, weight?: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += weight ? weight[i] * values[i] : values[i];
  return total;
}
