import { lifespan_preset_own } from '../../../text/paraglide/messages';
import { churnPer, type ShopNumbers } from '../laboratory/shop-numbers';
import type { Period } from '../shown';

/** The shop's margin, retention and discount as a preset; null where they are not known. */
export function ownRetention(
  { orderValue, ordersPerYear, monthlyChurn, margin, discount }: ShopNumbers,
  period: Period,
): {
  phrase: string;
  values: { period: Period; margin: number; retention: number; discount: number };
} | null {
  if (orderValue === null || ordersPerYear === null || !monthlyChurn) return null;
  const perPeriod = (orderValue * ordersPerYear) / (period === 'month' ? 12 : 1);
  return {
    phrase: lifespan_preset_own(),
    values: {
      period,
      margin: Number(((perPeriod * margin) / 100).toFixed(2)),
      retention: Number((100 - churnPer(period, monthlyChurn).rate).toFixed(2)),
      discount,
    },
  };
}
