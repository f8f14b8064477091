import type { Dimension } from '../../analysis/rfm/scores';
import type { SegmentMap } from '../../analysis/rfm/segment-map';
import type { RfGrid, SegmentRow } from '../../analysis/rfm/segments';

/** Distribution of the scores, the grid, and the segments with what they bring. */
export interface SegmentsAnswer {
  bins: { r: Dimension['bins']; f: Dimension['bins']; m: Dimension['bins'] };
  grid: RfGrid;
  /** The map drawn for this number of bins; null where there is none, and then no segments. */
  map: { id: SegmentMap['id']; cells: (string | null)[][] } | null;
  segments: SegmentLine[] | null;
}

export interface SegmentLine extends SegmentRow {
  /** Mean predicted CLV, units of the currency; null without a model or customers. */
  predictedClv: number | null;
  /** 1 - mean P(alive); null without a model or customers. */
  churnRisk: number | null;
}
