import { churnClv } from '../../analysis/value/churn-clv';
import { periodDiscount } from '../../analysis/value/discount-rate';
import { finiteHorizon } from '../../analysis/value/finite-horizon';
import { marginRetention } from '../../analysis/value/margin-retention';
import { checked } from './checked';
import type { ValuesOf } from './laboratory/sheets';

export type Levers = ValuesOf<'levers'>;
export type Measure = Levers['measure'];

/** Revenue, margin and rates of one period, shares of one instead of percent. */
export interface PerPeriod {
  /** Periods in a year, 12 or 1. */
  periodsPerYear: number;
  revenue: number;
  margin: number;
  churn: number;
  discount: number;
  /** Periods within the horizon, at least one; a last part of a period is left out. */
  horizon: number;
}

export function perPeriod(levers: Levers): PerPeriod {
  const periodsPerYear = levers.period === 'month' ? 12 : 1;
  return {
    periodsPerYear,
    revenue: (levers.orderValue * levers.ordersPerYear) / periodsPerYear,
    margin: levers.margin / 100,
    churn: levers.churn / 100,
    discount: checked(periodDiscount(levers.discount / 100, levers.period)),
    horizon: Math.max(1, Math.floor((levers.horizon * periodsPerYear) / 12)),
  };
}

/**
 * Margin a customer brings, by one of three measures that are one family: each period is paid at its start, so the
 * first is paid now by everyone.
 *
 * - undiscounted: m / c [churn CLV]
 * - discounted: m (1 + d) / (1 + d - r) [Gupta & Lehmann, paid now]
 * - horizon: m + sum of m r^t / (1 + d)^t for t = 1 .. n - 1
 *
 * The last reaches the second as the horizon grows, and that the first as the discount rate falls to 0.
 *
 * @returns units of the currency; Infinity where nobody leaves, nothing is discounted and no horizon ends it
 */
export function customerValue(levers: Levers, measure: Measure = levers.measure): number {
  const { revenue, margin, churn, discount, horizon } = perPeriod(levers);
  if (measure === 'undiscounted')
    return checked(churnClv({ revenuePerPeriod: revenue, margin, churn }));
  const inputs = { margin: revenue * margin, retention: 1 - churn, discount };
  if (measure === 'discounted') return checked(marginRetention({ ...inputs, firstPaid: 'now' }));
  const later = checked(finiteHorizon({ ...inputs, periods: horizon - 1 }));
  return inputs.margin + later[horizon - 1];
}
