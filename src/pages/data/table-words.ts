import { list } from '../../text/format';
import {
  kinds_alive_count,
  kinds_alive_percent,
  kinds_cohorts,
  kinds_mean_all,
  kinds_mean_repeats,
  kinds_mean_revenue,
  kinds_no_money,
  kinds_recency_before_end,
  kinds_recency_since_first,
  kinds_unit_chosen,
  kinds_unit_days,
  kinds_unit_months,
  kinds_unit_named,
  kinds_unit_weeks,
  kinds_unit_years,
} from '../../text/paraglide/messages';
import type { Understanding } from '../../worker/contract/importing';
import { columnName } from './column-name';

const UNITS = {
  day: kinds_unit_days,
  week: kinds_unit_weeks,
  month: kinds_unit_months,
  year: kinds_unit_years,
};

/** What was decided about a table, one sentence each; what is open is asked instead. */
export function tableWords(understanding: Understanding): string[] {
  const { table, attributes } = understanding;
  if (!table) return [];
  const { kind, timeUnit, meanOf, recency, alive, mapping } = table;
  const summary = kind === 'customer-summary' || kind === 'grouped-summary';
  return [
    timeUnit?.value &&
      (timeUnit.basis === 'chosen' ? kinds_unit_chosen : kinds_unit_named)({
        unit: UNITS[timeUnit.value](),
      }),
    recency?.value === 'since-first' && kinds_recency_since_first(),
    recency?.value === 'before-end' && kinds_recency_before_end(),
    meanOf?.value === 'repeats' && kinds_mean_repeats(),
    meanOf?.value === 'all' && (mapping.m === undefined ? kinds_mean_revenue() : kinds_mean_all()),
    summary && !meanOf && kinds_no_money(),
    kind === 'survival-table' &&
      attributes.length > 0 &&
      kinds_cohorts({ cohorts: list(attributes.map((at) => columnName(understanding, at))) }),
    alive?.value === 'percent' && kinds_alive_percent(),
    alive?.value === 'count' && kinds_alive_count(),
  ].filter((sentence) => typeof sentence === 'string');
}
