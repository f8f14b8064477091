/** What sizes and shades on the page stand for. */
export type Measure = 'customers' | 'revenue';

/** The amount of a segment or a cell by the measure. */
export function amountOf(
  { customers, revenue }: { customers: number; revenue: number },
  measure: Measure,
): number {
  return measure === 'customers' ? customers : revenue;
}
