import type { SegmentLine } from '../../worker/contract/segments';

/** What sizes and shades on the page stand for. */
export const MEASURES = ['customers', 'revenue', 'clv', 'mean-clv'] as const;
export type Measure = (typeof MEASURES)[number];

/** A mean cannot be shared out: areas then stand for the sum. */
export type SharedMeasure = Exclude<Measure, 'mean-clv'>;

export function shared(measure: Measure): SharedMeasure {
  return measure === 'mean-clv' ? 'clv' : measure;
}

/** What a segment has of a measure; null where no model says. */
export function amountOf(line: SegmentLine, measure: SharedMeasure): number | null {
  if (measure === 'customers') return line.customers;
  if (measure === 'revenue') return line.revenue;
  return line.predictedClv === null ? null : line.predictedClv * line.customers;
}

/** What a cell of the grid has of a measure; null where no model says, or nobody is there to take a mean of. */
export function cellAmount(
  cell: { customers: number; revenue: number; clv: number | null },
  measure: Measure,
): number | null {
  if (measure === 'customers') return cell.customers;
  if (measure === 'revenue') return cell.revenue;
  if (cell.clv === null || measure === 'clv') return cell.clv;
  return cell.customers > 0 ? cell.clv / cell.customers : null;
}
