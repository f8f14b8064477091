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
 * The cohorts that have finished period k together, weighted by their size. What a cohort adds up to (customers,
 * orders, revenue) is told for a cohort of average size: the weighted rate per customer, times that size.
 */
export function averageValues(
  { averageSize, cohorts }: Triangle,
  measure: Measure,
): (number | null)[] {
  const perCustomer = measure === 'share' || measure === 'cumulative';
  const watched = cohorts.filter(({ finished }) => finished > 0);
  const scale = perCustomer ? 1 : watched.reduce((sum, { size }) => sum + size, 0) / watched.length;
  return Array.from(averageSize, (size, k) => {
    const sum = cohorts
      .filter(({ finished }) => k < finished)
      .reduce(
        (total, cohort) =>
          total + cohortValues(cohort, measure)[k] * (perCustomer ? cohort.size : 1),
        0,
      );
    return size > 0 ? (scale * sum) / size : null;
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
