import type { Orders } from '../../orders';
import type { ModelParameters } from '../fit';
import type { PurchaseModel } from '../purchase-model';
import { DAYS_IN, type TimeUnit } from '../../time-unit';
import { firstOrder } from './split-histories';

/** Repeat purchases of the calibration's customers, period by period from the first order of all. */
export interface Tracking {
  /** Days of a period; period k covers the days from `start + k periodDays`. Whole periods only. */
  start: number;
  periodDays: number;
  /** Repeat purchases in each period: made, and expected before anyone was known but by first purchase. */
  actual: Float64Array;
  expected: Float64Array;
}

/**
 * Tracking of the customers who first bought by `split`, over calibration and holdout: expected is the sum
 * of E[X(t)], t since the first purchase of each. Fader & Hardie count weeks of 7 days.
 */
export function tracking<P extends ModelParameters>(
  orders: Orders,
  model: PurchaseModel<P>,
  params: P,
  unit: TimeUnit,
  split: number,
  periodDays = 7,
): Tracking {
  const start = firstOrder(orders);
  const periods = Math.max(0, Math.floor((orders.observationEnd - start + 1) / periodDays));
  const { births, actual } = repeats(orders, split, start, periods, periodDays);
  const expectedAt = Float64Array.from({ length: periods * periodDays + 1 }, (_, days) =>
    model.expectedPurchasesOfNew(params, days / DAYS_IN[unit]),
  );
  const expected = new Float64Array(periods);
  for (let k = 0; k < periods; k++) {
    const [from, to] = [k * periodDays, (k + 1) * periodDays];
    for (let birth = 0; birth < Math.min(to, births.length); birth++) {
      if (births[birth] === 0) continue;
      const already = birth < from ? expectedAt[from - birth] : 0;
      expected[k] += births[birth] * (expectedAt[to - birth] - already);
    }
  }
  return { start, periodDays, actual, expected };
}

/** Customers by the day of their first purchase, and their repeat purchases by period. */
function repeats(
  { offset, customerCount, day }: Orders,
  split: number,
  start: number,
  periods: number,
  periodDays: number,
): { births: Uint32Array; actual: Float64Array } {
  const births = new Uint32Array(Math.max(0, split - start + 1));
  const actual = new Float64Array(periods);
  for (let c = 0; c < customerCount; c++) {
    const from = offset[c];
    if (from === offset[c + 1] || day[from] > split) continue;
    births[day[from] - start]++;
    for (let i = from + 1; i < offset[c + 1]; i++) {
      const period = Math.floor((day[i] - start) / periodDays);
      if (day[i] !== day[i - 1] && period < periods) actual[period]++;
    }
  }
  return { births, actual };
}
