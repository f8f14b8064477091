import type { Customers } from '../../analysis/customers';
import { pymcMarketingMap } from '../../analysis/rfm/pymc-marketing-map';
import { rfMap } from '../../analysis/rfm/rf-map';
import { type RfmScores, rfmScores } from '../../analysis/rfm/scores';
import type { SegmentMap } from '../../analysis/rfm/segment-map';
import { assignSegments, rfCells, type Segmented, segmentTable } from '../../analysis/rfm/segments';
import type { SegmentLine, SegmentsAnswer } from '../contract/segments';
import type { Settings } from '../contract/settings';
import type { Prediction } from './value';

/** Scores of all buyers and the segments they fall into. */
export interface Segmentation {
  scores: RfmScores;
  /** The map drawn for this number of bins; null where there is none, and then no segments. */
  map: SegmentMap | null;
  segmented: Segmented | null;
}

const MAPS: readonly SegmentMap[] = [rfMap, pymcMarketingMap];

export function segmentation(customers: Customers, { bins, monetary }: Settings): Segmentation {
  const scores = rfmScores(customers, { bins, monetary });
  if ('code' in scores) throw new Error(scores.code);
  const map = MAPS.find((candidate) => candidate.bins === bins) ?? null;
  const segmented = map && assignSegments(customers, scores, map);
  if (segmented && 'code' in segmented) throw new Error(segmented.code);
  return { scores, map, segmented };
}

export function segmentsAnswer(
  customers: Customers,
  { scores, map, segmented }: Segmentation,
  prediction: Prediction | null,
): SegmentsAnswer {
  const { r, f, m } = scores;
  return {
    bins: { r: r.bins, f: f.bins, m: m.bins },
    grid: rfCells(customers, scores),
    map: map && { id: map.id, cells: mapCells(map) },
    segments:
      segmented && withPredictions(segmentTable(customers, segmented), segmented, prediction),
  };
}

/** The segment of each R x F cell (row r - 1, column f - 1); null where M decides as well. */
function mapCells(map: SegmentMap): (string | null)[][] {
  const scores = Array.from({ length: map.bins }, (_, index) => index + 1);
  return scores.map((r) =>
    scores.map((f) => {
      const names = new Set(scores.map((m) => map.names[map.segment(r, f, m)]));
      return names.size === 1 ? [...names][0] : null;
    }),
  );
}

function withPredictions(
  rows: ReturnType<typeof segmentTable>,
  segmented: Segmented,
  prediction: Prediction | null,
): SegmentLine[] {
  const clv = new Float64Array(rows.length);
  const alive = new Float64Array(rows.length);
  if (prediction) {
    segmented.segment.forEach((segment, buyer) => {
      clv[segment] += prediction.clv[buyer];
      alive[segment] += prediction.alive[buyer];
    });
  }
  return rows.map((row, segment) => ({
    ...row,
    predictedClv: prediction && row.customers > 0 ? clv[segment] / row.customers : null,
    churnRisk: prediction && row.customers > 0 ? 1 - alive[segment] / row.customers : null,
  }));
}
