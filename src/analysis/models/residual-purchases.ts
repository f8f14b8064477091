import { integrateLine } from '../numerics/double-exponential';
import type { ModelParameters } from './fit';
import type { PurchaseModel } from './purchase-model';

/**
 * Discounted expected residual transactions (DERT) of a customer alive at T with x repeats: all future
 * purchases, each worth less the later it comes, without a horizon.
 *
 * @param rate for models in continuous time the continuous rate delta > 0 per unit of time: the integral
 * of m(t) e^(-delta t), m the mean rate of purchase [Fader, Hardie & Lee 2005, "RFM and CLV"]. For models of
 * opportunities the rate d per opportunity: the sum of purchases at j over (1 + d)^j
 * [Fader, Hardie & Shang 2010, eq. 14]. Infinity when the rate is 0 or less.
 */
export function residualPurchasesIfAlive<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  rate: number,
  x: number,
  T: number,
): number {
  if (!(rate > 0)) return Infinity;
  if (model.clock === 'opportunities') return discountedSum(model, params, rate, x, T);
  // By parts: delta times the integral of E[Y(t)] e^(-delta t), over u = ln(delta t).
  return integrateLine((u) => {
    const expected = model.expectedPurchasesIfAlive(params, Math.exp(u) / rate, x, T);
    return expected * Math.exp(u - Math.exp(u));
  });
}

function discountedSum<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  rate: number,
  x: number,
  T: number,
): number {
  let before = 0;
  let sum = 0;
  for (let j = 1; j < 100_000; j++) {
    const expected = model.expectedPurchasesIfAlive(params, j, x, T);
    const term = (expected - before) / (1 + rate) ** j;
    sum += term;
    before = expected;
    if (term < 1e-16 * rate * sum) break;
  }
  return sum;
}

/** Mean time a new customer stays within `horizon`: the area under the survival curve up to there. */
export function lifetimeWithin<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  horizon: number,
): number {
  if (model.clock === 'opportunities') {
    let sum = 0;
    for (let j = 1; j <= Math.floor(horizon); j++) sum += model.survival(params, j);
    return sum;
  }
  // The curve may fall steeply near zero: t = horizon v^3 looks closer there.
  return integrateLine((u) => {
    const v = 1 / (1 + Math.exp(-u));
    return 3 * horizon * v * v * v * (1 - v) * model.survival(params, horizon * v * v * v);
  });
}
