import { date, month } from '../../text/format';
import {
  retention_counting_calendar,
  retention_counting_rolling,
  retention_rule_classic,
  retention_rule_unbounded,
  retention_since_month,
  retention_since_quarter,
  retention_since_week,
  retention_since_year,
  retention_unit_month,
  retention_unit_quarter,
  retention_unit_week,
  retention_then_classic,
  retention_then_unbounded,
  retention_unit_year,
  retention_when_classic,
  retention_when_unbounded,
} from '../../text/paraglide/messages';
import type { RetentionAnswer } from '../../worker/contract/retention';
import type { Settings } from '../../worker/contract/settings';

type CohortPeriod = Settings['cohortPeriod'];
type TriangleOptions = RetentionAnswer['triangle']['options'];

const DAY_MS = 86_400_000;

const UNITS: Record<CohortPeriod, () => string> = {
  week: retention_unit_week,
  month: retention_unit_month,
  quarter: retention_unit_quarter,
  year: retention_unit_year,
};

const SINCE: Record<CohortPeriod, () => string> = {
  week: retention_since_week,
  month: retention_since_month,
  quarter: retention_since_quarter,
  year: retention_since_year,
};

/** The period in the singular: "month". */
export function unitName(period: CohortPeriod): string {
  return UNITS[period]();
}

/** What the columns of the triangle count: "Months since the first order". */
export function sinceFirstOrder(period: CohortPeriod): string {
  return SINCE[period]();
}

/** How customers are counted as active and where periods begin, in two sentences. */
export function countingWords({ period, activity, counting }: TriangleOptions): {
  rule: string;
  counting: string;
} {
  const unit = unitName(period);
  return {
    rule:
      activity === 'classic'
        ? retention_rule_classic({ unit })
        : retention_rule_unbounded({ unit }),
    counting:
      counting === 'calendar' ? retention_counting_calendar() : retention_counting_rolling(),
  };
}

/** When those counted in period 1 ordered: "in the month after their first order". */
export function whenAgain({ period, activity }: TriangleOptions): string {
  const unit = unitName(period);
  return activity === 'classic'
    ? retention_when_classic({ unit })
    : retention_when_unbounded({ unit });
}

/** When those counted in period k ordered: "in month 12". */
export function whenInPeriod({ period, activity }: TriangleOptions, k: number): string {
  const unit = unitName(period);
  return activity === 'classic'
    ? retention_then_classic({ unit, k })
    : retention_then_unbounded({ unit, k });
}

const MONTHS = { month: 1, quarter: 3, year: 12 };
/** 1969-12-29, the Monday of the week that holds day 0. */
const MONDAY_ZERO = -3;

/** First day of the calendar period with this index (0 holds 1 January 1970), days since then. */
export function periodFirstDay(index: number, period: CohortPeriod): number {
  return period === 'week'
    ? MONDAY_ZERO + 7 * index
    : Date.UTC(1970, index * MONTHS[period], 1) / DAY_MS;
}

/** A cohort as the reader names it: "Jan 1997"; weeks, quarters and years by their labels ("1997-W03"). */
export function cohortName(
  { index, label }: { index: number; label: string },
  period: CohortPeriod,
): string {
  return period === 'month' ? (month(periodFirstDay(index, period)) ?? label) : label;
}

/** Day number of an ISO date. */
export function isoDay(iso: string): number {
  return Date.parse(iso) / DAY_MS;
}

/** An ISO date as written here. */
export function isoWords(iso: string): string {
  return date(isoDay(iso)) ?? iso;
}
