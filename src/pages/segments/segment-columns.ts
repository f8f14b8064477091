import type { TableColumn, TableValue } from '../../parts/table-cell';
import { decimal, integer, money, percent } from '../../text/format';
import {
  segments_column_clv,
  segments_column_customers,
  segments_column_order_value,
  segments_column_orders,
  segments_column_recency,
  segments_column_revenue,
  segments_column_revenue_share,
  segments_column_risk,
  segments_column_segment,
  segments_column_share,
} from '../../text/paraglide/messages';
import type { SegmentLine } from '../../worker/contract/segments';
import type { WordsOf } from './segment-name';

/** Everything known of a segment, in the order of the table. */
export function segmentColumns(currency: string | null, horizonMonths: number): TableColumn[] {
  const amount = (value: number): string | null => money(value, currency);
  const share = (value: number): string | null => percent(value);
  return [
    { label: segments_column_segment() },
    { label: segments_column_customers(), numeric: true, format: integer },
    { label: segments_column_share(), numeric: true, format: share },
    { label: segments_column_orders(), numeric: true, format: integer },
    { label: segments_column_revenue(), numeric: true, format: amount },
    { label: segments_column_revenue_share(), numeric: true, format: share },
    { label: segments_column_order_value(), numeric: true, format: amount },
    {
      label: segments_column_recency(),
      numeric: true,
      format: (days: number) => decimal(days, 0),
    },
    { label: segments_column_clv({ months: horizonMonths }), numeric: true, format: amount },
    { label: segments_column_risk(), numeric: true, format: share },
  ];
}

/** The values under `segmentColumns`; null where the data cannot say. */
export function segmentRows(segments: readonly SegmentLine[], words: WordsOf): TableValue[][] {
  const revenue = segments.reduce((sum, line) => sum + line.revenue, 0);
  return segments.map((line) => [
    words(line.name).name,
    line.customers,
    line.share,
    line.orders,
    line.revenue,
    revenue > 0 ? line.revenue / revenue : null,
    line.averageOrderValue,
    line.meanRecency,
    line.predictedClv,
    hasNoRepeat(line) ? null : line.churnRisk,
  ]);
}

/** BG/NBD counts every one-time buyer as active, and NBD everyone: a risk of exactly none is no evidence. */
export function hasNoRepeat(line: Pick<SegmentLine, 'churnRisk'>): boolean {
  return line.churnRisk === 0;
}
