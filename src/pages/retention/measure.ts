import { compactMoney, integer, money, percent } from '../../text/format';
import type { RetentionAnswer } from '../../worker/contract/retention';

type Triangle = RetentionAnswer['triangle'];
type Cohort = Triangle['cohorts'][number];

/** What the cells of the triangle show. */
export const MEASURES = ['share', 'customers', 'orders', 'revenue', 'cumulative'] as const;
export type Measure = (typeof MEASURES)[number];

/** The value of a cohort in period k, for every period it has entered. */
export function cohortValues(cohort: Cohort, measure: Measure): ArrayLike<number> {
  switch (measure) {
    case 'share':
      return cohort.retention;
    case 'customers':
      return cohort.active;
    case 'orders':
      return cohort.orders;
    case 'revenue':
      return cohort.revenue;
    case 'cumulative':
      return cohort.cumulativePerCustomer;
  }
}

/** Values of the finished periods; null where the period is not over, `columns` long. */
export function maskedValues(cohort: Cohort, measure: Measure, columns: number): (number | null)[] {
  const values = cohortValues(cohort, measure);
  return Array.from({ length: columns }, (_, k) => (k < cohort.finished ? values[k] : null));
}

/**
 * The cohorts that have finished period k together, weighted by their size; null for measures that add up instead of
 * being an average.
 */
export function averageValues(triangle: Triangle, measure: Measure): (number | null)[] | null {
  const { average, averageSize, cohorts } = triangle;
  if (measure === 'share')
    return Array.from(average, (value) => (Number.isFinite(value) ? value : null));
  if (measure !== 'cumulative') return null;
  return Array.from(averageSize, (size, k) => {
    const brought = cohorts
      .filter((cohort) => k < cohort.finished)
      .reduce((sum, cohort) => sum + cohort.cumulativePerCustomer[k] * cohort.size, 0);
    return size > 0 ? brought / size : null;
  });
}

/** A value in full, and as short as a cell needs it. */
export function measureFormats(
  measure: Measure,
  currency: string | null,
): Record<'full' | 'cell', (value: number) => string | null> {
  switch (measure) {
    case 'share':
      return { full: (share) => percent(share), cell: (share) => percent(share) };
    case 'customers':
    case 'orders':
      return { full: integer, cell: integer };
    case 'revenue':
    case 'cumulative':
      return {
        full: (amount) => money(amount, currency),
        cell: (amount) => compactMoney(Number(amount.toPrecision(3)), currency),
      };
  }
}
