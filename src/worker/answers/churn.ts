import type { Activity } from '../../analysis/activity';
import { type CalendarPeriod, periodIndex } from '../../analysis/calendar';
import { type ChurnRate, churnRate } from '../../analysis/churn/churn-rate';
import { contractualFlow } from '../../analysis/churn/contractual';
import { type Gaps, gapPercentile } from '../../analysis/churn/gaps';
import { inactivity, inactivityThreshold } from '../../analysis/churn/inactivity';
import { inactivityFlow } from '../../analysis/churn/inactivity-flow';
import { openSilences } from '../../analysis/churn/silences';
import type { Customers } from '../../analysis/customers';
import { dayRange, type Orders } from '../../analysis/orders';
import type { Transactions } from '../../analysis/transactions';
import type { ChurnAnswer, ChurnFlowAnswer } from '../contract/churn';
import type { Settings } from '../contract/settings';

/** Percentiles of the gaps that the threshold can be set to. */
const PERCENTILES = Array.from({ length: 50 }, (_, index) => 50 + index);

/**
 * Who left: by contract where end dates are known, else by silence beyond the threshold.
 *
 * @param activity by month
 * @param gaps between the days with an order
 * @param byMonth who left month by month
 */
export function churnAnswer(
  activity: Activity | null,
  customers: Customers,
  gaps: Gaps,
  settings: Settings,
  byMonth: ChurnFlowAnswer,
): ChurnAnswer {
  const threshold = thresholdOf(gaps, settings);
  const { contractual, silence, rate: monthly } = byMonth;
  return {
    basis: contractual ? 'contract' : 'silence',
    gaps: { counts: gaps.counts, total: gaps.total, mean: gaps.mean },
    percentiles: PERCENTILES.map((percentile) => ({
      percentile,
      days: gapPercentile(gaps, percentile / 100),
    })),
    inactivity: threshold === null ? null : inactivity(customers, gaps, threshold),
    silences: openSilences(customers),
    contractual,
    silence,
    monthly,
    revenuePerCustomerMonth: monthly && revenueDuring(activity, monthly) / monthly.atRisk,
    lifespanYears: monthly && monthly.rate > 0 ? 1 / monthly.rate / 12 : null,
  };
}

/** Who left period by period, by periods of any length. */
export function churnFlowAnswer(
  transactions: Transactions,
  orders: Orders,
  threshold: number | null,
  period: CalendarPeriod,
): ChurnFlowAnswer {
  const contract = contractualFlow(transactions, orders, period);
  const contractual = 'code' in contract ? null : contract;
  const silence = threshold === null ? null : inactivityFlow(orders, threshold, period);
  const flow = contractual ?? silence;
  // Nobody can fall silent for longer than the data have lasted.
  const from = contractual ? firstDay(transactions) : firstDay(transactions) + (threshold ?? 0);
  return { period, contractual, silence, rate: flow === null ? null : churnRate(flow, from) };
}

/** Days of silence that count as leaving: as set, or at the percentile of the gaps; null without gaps. */
export function thresholdOf(
  gaps: Gaps,
  { churnAfterDays, churnPercentile }: Settings,
): number | null {
  return churnAfterDays ?? inactivityThreshold(gaps, churnPercentile / 100);
}

/** Net revenue of the whole months from the first to the last day of the rate. */
function revenueDuring(activity: Activity | null, { from, to }: ChurnRate): number {
  if (!activity) return 0;
  const begin = periodIndex(from, 'month') - activity.first;
  const end = periodIndex(to, 'month') - activity.first;
  return activity.revenue.subarray(begin, end + 1).reduce((sum, amount) => sum + amount, 0);
}

function firstDay(transactions: Transactions): number {
  return dayRange(transactions).first;
}
