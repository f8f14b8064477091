import type { Dimension } from '../../analysis/rfm/scores';
import type { SegmentMap } from '../../analysis/rfm/segment-map';
import type { RfGrid, SegmentRow } from '../../analysis/rfm/segments';
import type { ModelName } from './settings';

/** The map in use: the one chosen where it is drawn for these scores, else the first that is. */
export interface MapInUse {
  id: SegmentMap['id'];
  /** Segment of each R x F cell (row r - 1, column f - 1); null where M decides as well. */
  cells: (string | null)[][];
  /** Where the map's rules overlap, the names in the order in which they are tried. */
  priority: readonly string[] | null;
}

/** Distribution of the scores, the grid, and the segments with what they bring. */
export interface SegmentsAnswer {
  /** Edges and sizes of the scores; `m` null where money is not scored. */
  bins: { r: Dimension['bins']; f: Dimension['bins']; m: Dimension['bins'] | null };
  grid: RfGrid;
  /** Predicted CLV of each cell's customers together; null without a model. */
  gridClv: Float64Array | null;
  /** null where no map is drawn for these scores, and then no segments. */
  map: MapInUse | null;
  /** Maps that can be used with these scores, in the order of the list. */
  maps: SegmentMap['id'][];
  /** What a map of one's own can start from, `[r - 1][f - 1]`. */
  startGrid: string[][];
  segments: SegmentLine[] | null;
  /** Names of the mapped attributes. */
  attributes: string[];
  /** The model of the purchases behind value and risk; null without predictions. */
  model: ModelName | null;
  /** Whether predictions are in; false while they are still to be asked for. */
  predicted: boolean;
}

export interface SegmentLine extends SegmentRow {
  /** Mean predicted CLV, units of the currency; null without a model or customers. */
  predictedClv: number | null;
  /** 1 - mean P(alive); null without a model or customers. */
  churnRisk: number | null;
}
