import type { ModelParameters } from '../fit';
import type { PurchaseModel } from '../purchase-model';
import type { RepeatHistory } from '../repeat-history';

/** Customers by number of repeat purchases: 0, 1, ..., and in the last entry that many or more. */
export interface FrequencyFit {
  actual: Float64Array;
  expected: Float64Array;
}

/** Lengths of observation told apart at most; customers closer than that share their mean. */
const LENGTHS = 300;

/** Actual against expected numbers of customers with 0, 1, ... and `last` or more repeat purchases. */
export function frequencyFit<P extends ModelParameters>(
  model: PurchaseModel<P>,
  params: P,
  { count, x, T, weight }: RepeatHistory,
  last = 7,
): FrequencyFit {
  const actual = new Float64Array(last + 1);
  const expected = new Float64Array(last + 1);
  const longest = T.reduce((max, t) => Math.max(max, t), 0);
  const customers = new Float64Array(LENGTHS + 1);
  const observed = new Float64Array(LENGTHS + 1);
  for (let i = 0; i < count; i++) {
    const w = weight ? weight[i] : 1;
    actual[Math.min(last, x[i])] += w;
    const slot = longest > 0 ? Math.round((T[i] / longest) * LENGTHS) : 0;
    customers[slot] += w;
    observed[slot] += w * T[i];
  }
  customers.forEach((n, slot) => {
    if (n === 0) return;
    const counts = model.purchaseCountsOfNew(params, observed[slot] / n, last - 1);
    let more = n;
    counts.forEach((share, purchases) => {
      expected[purchases] += n * share;
      more -= n * share;
    });
    expected[last] += Math.max(0, more);
  });
  return { actual, expected };
}
