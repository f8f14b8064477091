import { integer, percent, significant } from '../../text/format';
import { isoDateText } from '../../text/iso-date';
import {
  report_settings,
  settings_bins_phrase,
  settings_churn_phrase,
  settings_churn_unknown,
  settings_cohorts_phrase,
  settings_counting_calendar,
  settings_counting_rolling,
  settings_discount_phrase,
  settings_horizon_phrase,
  settings_margin_phrase,
  settings_monetary_mean,
  settings_monetary_total,
  settings_orders_to,
  settings_period_month,
  settings_period_quarter,
  settings_period_week,
  settings_period_year,
  settings_rule_classic,
  settings_rule_unbounded,
  settings_zero_phrase_in,
  settings_zero_phrase_out,
} from '../../text/paraglide/messages';
import type { DatasetEntry } from '../../worker/contract/datasets';
import type { Settings } from '../../worker/contract/settings';
import { isLifetimes, isSummary } from '../kinds/kind-of';

const PERIODS: Record<Settings['cohortPeriod'], () => string> = {
  week: settings_period_week,
  month: settings_period_month,
  quarter: settings_period_quarter,
  year: settings_period_year,
};

/**
 * The settings that the numbers of the report rest on, as one sentence; null where none plays a part.
 *
 * @param churnDays days of silence after which a customer counts as churned; null where unknown
 */
export function settingsInWords(
  entry: DatasetEntry,
  settings: Settings,
  churnDays: number | null,
): string | null {
  if (isLifetimes(entry)) return null;
  const money = [
    settings_margin_phrase({ share: percent(settings.margin, 0) ?? '' }),
    settings_discount_phrase({ rate: `${significant(settings.annualDiscount * 100) ?? ''}%` }),
    settings_horizon_phrase({ months: settings.horizonMonths }),
  ];
  if (isSummary(entry)) return sentence(money);
  const days = integer(churnDays);
  return sentence([
    settings_orders_to({ date: isoDateText(settings.observationEnd ?? entry.lastDate) }),
    settings.leaveOutZeroOrders ? settings_zero_phrase_out() : settings_zero_phrase_in(),
    ...money,
    days === null ? settings_churn_unknown() : settings_churn_phrase({ days }),
    settings_bins_phrase({ bins: settings.bins }),
    settings.monetary === 'total' ? settings_monetary_total() : settings_monetary_mean(),
    settings_cohorts_phrase({
      period: PERIODS[settings.cohortPeriod](),
      rule:
        settings.retentionRule === 'classic' ? settings_rule_classic() : settings_rule_unbounded(),
      counting:
        settings.periods === 'calendar'
          ? settings_counting_calendar()
          : settings_counting_rolling(),
    }),
  ]);
}

function sentence(phrases: readonly string[]): string {
  const [first = '', ...rest] = phrases;
  // Inside the sentence a phrase that stands at its head elsewhere begins small.
  const begun = first.charAt(0).toLocaleLowerCase() + first.slice(1);
  return report_settings({ settings: [begun, ...rest].join(', ') });
}
