import type { Dimension } from '../../analysis/rfm/scores';
import type { SegmentMap } from '../../analysis/rfm/segment-map';
import type { SegmentLine } from './segments';

/** Scores and segments of a summary's customers, as far as it tells them. */
export interface SummarySegments {
  /** Edges and sizes of the scores; `m` null where the summary does not tell what everyone brought. */
  bins: { r: Dimension['bins']; f: Dimension['bins']; m: Dimension['bins'] | null };
  /** The map in use; null where none is drawn for these scores, and then no segments. */
  map: SegmentMap['id'] | null;
  /** Revenue NaN where it is not known. */
  segments: SegmentLine[] | null;
}

/** What can be told of customers summarised elsewhere. Money in units of the currency, times in days. */
export interface SummaryAnswer {
  /** Rows: customers, or groups of them. */
  rows: number;
  customers: number;
  repeaters: number;
  /** Customers with exactly one purchase occasion. */
  oneTime: number;
  /** Purchase occasions, the first ones included. */
  occasions: number;
  /** Orders; null where only occasions are known. */
  orders: number | null;
  netRevenue: number | null;
  /** Share of net revenue from the best fifth of customers; null where revenue by customer is not known. */
  top20Share: number | null;
  /** Mean of the customers' mean spend, over those who have one above 0, and how many they are. */
  meanSpend: { mean: number; customers: number; of: 'repeats' | 'all' } | null;
  /** Longest and median time since a first purchase. */
  longest: number;
  medianAge: number;
  /** Median silence since the last purchase. */
  medianSilence: number;
  /** Day numbers of the first and last order and of the observation end; null without a calendar. */
  dates: { first: number; last: number; end: number } | null;
  segments: SummarySegments;
}
