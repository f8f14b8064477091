import { lifespanGain } from '../../../analysis/value/lifespan';
import {
  lifespan_preset_high,
  lifespan_preset_high_then,
  lifespan_preset_low,
  lifespan_preset_low_then,
  lifespan_preset_month,
  lifespan_preset_month_then,
  lifespan_preset_shop,
  lifespan_preset_shop_then,
} from '../../../text/paraglide/messages';
import { checked } from '../checked';
import { toldPer } from '../churn-period';
import type { Laboratory } from '../laboratory/laboratory.svelte';
import { churnPer, type ShopNumbers } from '../laboratory/shop-numbers';
import type { Preset } from '../quantity/preset';
import { periods, rate, rateOf } from '../shown';

/** The examples of the text, and the shop's own churn where it is known. */
export function churnPresets(laboratory: Laboratory, shop: ShopNumbers | null): Preset[] {
  const gain = (before: number, after: number) =>
    periods(checked(lifespanGain(before / 100, after / 100)), 'year');
  const set = (period: 'month' | 'year', churn: number, after: number) => () =>
    laboratory.set('levers', { period, churn, after });
  const presets: Preset[] = [
    {
      phrase: lifespan_preset_high(),
      then: lifespan_preset_high_then({ gain: gain(90, 45) }),
      choose: set('year', 90, 45),
    },
    {
      phrase: lifespan_preset_low(),
      then: lifespan_preset_low_then({ gain: gain(10, 5) }),
      choose: set('year', 10, 5),
    },
    {
      phrase: lifespan_preset_month(),
      then: lifespan_preset_month_then({
        year: rateOf(toldPer('year', 5), 'year', 1),
        months: periods(20, 'month', 0),
        years: periods(100 / toldPer('year', 5), 'year'),
      }),
      choose: set('month', 5, 4),
    },
  ];
  if (!shop?.monthlyChurn) return presets;
  const { period } = laboratory.values('levers');
  const own = churnPer(period, shop.monthlyChurn);
  return [
    ...presets,
    {
      phrase: lifespan_preset_shop(),
      then: lifespan_preset_shop_then({
        churn: rateOf(own.rate, period),
        low: rate(own.low),
        high: rate(own.high),
      }),
      choose: set(period, own.rate, Number((own.rate / 2).toFixed(2))),
    },
  ];
}
