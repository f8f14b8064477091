import { purchasesUntil, purchaseTable } from '../discounted-purchases';
import type { ModelParameters } from '../fit';
import type { PurchaseModel } from '../purchase-model';
import type { SplitHistories } from './split-histories';

/** Purchases that a model with these parameters predicts for the holdout, per customer. */
export function holdoutForecast<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  { history, horizon }: SplitHistories,
): Float64Array {
  const { x, tx, T } = history;
  const ifAlive = purchaseTable(model, params, purchasesUntil(horizon), x, T);
  return x.map((n, i) => model.probabilityAlive(params, n, tx[i], T[i]) * ifAlive(n, T[i]));
}
