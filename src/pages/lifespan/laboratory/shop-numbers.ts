import type { Activity } from '../../../analysis/activity';
import { DAYS_IN } from '../../../analysis/time-unit';
import { compoundChurn } from '../../../analysis/churn/churn-rate';
import type { ChurnAnswer } from '../../../worker/contract/churn';
import type { OverviewAnswer } from '../../../worker/contract/overview';
import type { Settings } from '../../../worker/contract/settings';
import type { ValueAnswer } from '../../../worker/contract/value';

/** What the open dataset says about the numbers typed in the laboratory. Null where it cannot tell. */
export interface ShopNumbers {
  currency: string | null;
  /** Churn of a month with its 95% interval, shares of one. */
  monthlyChurn: { rate: number; interval: [number, number] } | null;
  /** Customer-periods behind it. */
  atRisk: number;
  orderValue: number | null;
  ordersPerYear: number | null;
  /** Customers won in a year, from the last whole periods. */
  newCustomersPerYear: number | null;
  /** Years from the first order to the observation end: how far a lifespan can be seen. */
  observedYears: number;
  buyers: number;
  /** Customers not lost at the threshold. */
  active: number | null;
  /** Percent. */
  margin: number;
  discount: number;
  horizonMonths: number;
  /** Mean predicted margin per customer within the horizon, discounted; null without a model. */
  modelClv: number | null;
}

export function shopNumbers(
  settings: Settings,
  currency: string | null,
  { facts, figures, activity }: OverviewAnswer,
  churn: ChurnAnswer,
  value: ValueAnswer | null,
): ShopNumbers {
  const { monthly } = churn;
  return {
    currency,
    monthlyChurn: monthly && { rate: monthly.rate, interval: monthly.interval },
    atRisk: monthly?.atRisk ?? 0,
    orderValue: known(figures.averageOrderValue),
    ordersPerYear: known(figures.ordersPerYear),
    newCustomersPerYear: activity && newPerYear(activity),
    observedYears: Math.max(0, (facts.observationEnd - facts.firstOrder) / DAYS_IN.year),
    buyers: facts.buyers,
    active: churn.inactivity && facts.buyers - churn.inactivity.churned,
    margin: percent(settings.margin),
    discount: percent(settings.annualDiscount),
    horizonMonths: settings.horizonMonths,
    modelClv: value?.prediction?.mean ?? null,
  };
}

/** The shop's churn as the period asks for it, with its interval; percent, as exact as can be said. */
export function churnPer(
  period: 'month' | 'year',
  { rate, interval }: { rate: number; interval: [number, number] },
): { rate: number; low: number; high: number } {
  const told = (share: number) =>
    period === 'month'
      ? Number((share * 100).toFixed(2))
      : Number((compoundChurn(share, 12) * 100).toFixed(1));
  return { rate: told(rate), low: told(interval[0]), high: told(interval[1]) };
}

/** Periods of a calendar in a year. */
const IN_A_YEAR = { week: DAYS_IN.year / 7, month: 12, quarter: 4, year: 1 };

function newPerYear({ period, newCustomers, lastUnfinished }: Activity): number | null {
  const whole = newCustomers.subarray(0, newCustomers.length - (lastUnfinished ? 1 : 0));
  const wanted = IN_A_YEAR[period];
  const taken = whole.subarray(Math.max(0, whole.length - Math.round(wanted)));
  if (taken.length === 0) return null;
  return Math.round((taken.reduce((sum, n) => sum + n, 0) * wanted) / taken.length);
}

function known(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(2)) : null;
}

function percent(share: number): number {
  return Number((share * 100).toFixed(4));
}
