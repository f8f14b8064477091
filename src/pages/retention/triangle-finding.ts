import { integer, money } from '../../text/format';
import {
  retention_cumulative_summary,
  retention_cumulative_title,
  retention_cumulative_title_one,
  retention_customers_summary,
  retention_customers_title,
  retention_orders_summary,
  retention_orders_title,
  retention_revenue_summary,
  retention_revenue_title,
  retention_share_summary,
  retention_share_title,
  retention_share_title_none,
  retention_share_title_one,
  retention_share_title_watched,
} from '../../text/paraglide/messages';
import type { RetentionAnswer } from '../../worker/contract/retention';
import { unitName, whenAgain, whenInPeriod } from './cohort-words';
import { findingShare } from './finding-share';
import { averageValues, cohortValues, type Measure } from './measure';

type Triangle = RetentionAnswer['triangle'];

/** The later period a finding speaks of: a year of months where there is one, else the last. */
const LATER = 12;

const SUMMARIES: Record<Measure, (inputs: { unit: string }) => string> = {
  share: retention_share_summary,
  customers: retention_customers_summary,
  orders: retention_orders_summary,
  revenue: retention_revenue_summary,
  cumulative: retention_cumulative_summary,
};

/** What the triangle shows, a sentence. */
export function triangleSummary(triangle: Triangle, measure: Measure): string {
  return SUMMARIES[measure]({ unit: unitName(triangle.options.period) });
}

/** What the triangle says, a sentence with its numbers. */
export function triangleFinding(
  triangle: Triangle,
  measure: Measure,
  currency: string | null,
): string {
  const unit = unitName(triangle.options.period);
  const when = whenAgain(triangle.options);
  const later = Math.min(LATER, triangle.average.length - 1);
  if (later < 1) return retention_share_title_none({ unit });
  switch (measure) {
    case 'share': {
      const first = findingShare(triangle.average[1]) ?? '–';
      if (later < 2) return retention_share_title_one({ first, when });
      const facts = {
        first,
        when,
        later: findingShare(triangle.average[later]) ?? '–',
        then: whenInPeriod(triangle.options, later),
      };
      const [all, watched] = [triangle.averageSize[1], triangle.averageSize[later]];
      // Young cohorts drop out along the row: two periods of the average are then about different customers.
      return watched < all
        ? retention_share_title_watched({
            ...facts,
            watched: integer(watched) ?? '–',
            customers: integer(all) ?? '–',
          })
        : retention_share_title(facts);
    }
    case 'customers':
      return retention_customers_title({
        active: integer(sumOf(triangle, (cohort) => cohort.active[1], 1)) ?? '–',
        customers: integer(triangle.averageSize[1]) ?? '–',
        when,
      });
    case 'orders':
    case 'revenue': {
      const all = sumOf(triangle, (cohort) =>
        Array.from(cohortValues(cohort, measure))
          .slice(0, cohort.finished)
          .reduce((sum, value) => sum + value, 0),
      );
      const first = sumOf(triangle, (cohort) => cohortValues(cohort, measure)[0]);
      const share = findingShare(first / all) ?? '–';
      return measure === 'orders'
        ? retention_orders_title({ share, unit })
        : retention_revenue_title({ share, unit });
    }
    case 'cumulative': {
      const average = averageValues(triangle, measure);
      const amount = (k: number): string => money(average[k], currency, 3) ?? '–';
      return later > 1
        ? retention_cumulative_title({ first: amount(0), later: amount(later), k: later, unit })
        : retention_cumulative_title_one({ first: amount(0), unit });
    }
  }
}

/** Sum over the cohorts that have finished period k. */
function sumOf(
  { cohorts }: Triangle,
  value: (cohort: Triangle['cohorts'][number]) => number,
  k = 0,
): number {
  return cohorts
    .filter((cohort) => k < cohort.finished)
    .reduce((sum, cohort) => sum + value(cohort), 0);
}
