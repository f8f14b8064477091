import type { Customers } from '../../analysis/customers';
import { ownMap } from '../../analysis/rfm/own-map';
import { rfGrid } from '../../analysis/rfm/rf-map';
import {
  type RfmOptions,
  type RfmScores,
  rfmScores,
  type ScoredCustomers,
} from '../../analysis/rfm/scores';
import type { SegmentMap } from '../../analysis/rfm/segment-map';
import { covers, SEGMENT_MAPS } from '../../analysis/rfm/segment-maps';
import {
  assignSegments,
  cellsOf,
  rfCells,
  type Segmented,
  segmentTable,
} from '../../analysis/rfm/segments';
import type { SegmentLine, SegmentsAnswer } from '../contract/segments';
import type { Settings } from '../contract/settings';
import { namesOfCells } from '../restored-settings';
import type { Prediction } from './value';

/** Scores of all buyers and the segments they fall into. */
export interface Segmentation {
  scores: RfmScores;
  /** Whether money is scored: `scores.m` counts for nothing where not. */
  money: boolean;
  /** The maps drawn for these scores. */
  maps: SegmentMap[];
  /** The one in use; null where none is drawn, and then no segments. */
  map: SegmentMap | null;
  segmented: Segmented | null;
}

/** What of the settings decides scores and segments. */
export function forSegments(settings: Settings): unknown[] {
  const { bins, monetary, scored, scoreEdges, segmentMap, ownMaps } = settings;
  const own = ownMaps[`${bins}`];
  return [bins, monetary, scored, scoreEdges, segmentMap, own ? namesOfCells(own) : null];
}

/** @param customers need their numbers only where segments are wanted */
export function segmentation(
  customers: ScoredCustomers & Pick<Customers, 'customer'>,
  settings: Settings,
): Segmentation {
  const scores = rfmScores(customers, scoreOptions(settings));
  if ('code' in scores) throw new Error(scores.code);
  const money = settings.scored === 'rfm';
  const maps = mapsFor(settings);
  const map = maps.find(({ id }) => id === settings.segmentMap) ?? maps.at(0) ?? null;
  const segmented = map && assignSegments(customers, scores, map);
  if (segmented && 'code' in segmented) throw new Error(segmented.code);
  return { scores, money, maps, map, segmented };
}

/** Edges typed for another number of bins wait until that number is chosen again. */
function scoreOptions({ bins, monetary, scoreEdges }: Settings): RfmOptions {
  const edges: NonNullable<RfmOptions['edges']> = {};
  for (const name of ['r', 'f', 'm'] as const) {
    const typed = scoreEdges[name];
    if (typed?.length === bins - 1) edges[name] = typed;
  }
  return { bins, monetary, edges };
}

function mapsFor({ bins, scored, ownMaps }: Settings): SegmentMap[] {
  const drawing = ownMaps[`${bins}`];
  const own = drawing && ownMap(namesOfCells(drawing));
  if (own && 'code' in own) throw new Error(own.code);
  const ready = SEGMENT_MAPS.filter((map) => covers(map, bins, scored === 'rfm'));
  return own ? [...ready, own] : ready;
}

/**
 * @param among 1 for each buyer who counts; everyone unless given
 * @param prediction null where there is no model, undefined where it is not made yet
 */
export function segmentsAnswer(
  customers: Customers,
  segmentation: Segmentation,
  prediction: Prediction | null | undefined,
  attributes: readonly string[],
  among?: Uint8Array,
): SegmentsAnswer {
  const { scores, money, maps, map, segmented } = segmentation;
  const { r, f, m } = scores;
  return {
    bins: { r: r.bins, f: f.bins, m: money ? m.bins : null },
    grid: rfCells(customers, scores, among),
    gridClv: prediction ? cellClv(scores, prediction, among) : null,
    map: map && { id: map.id, cells: mapCells(map), priority: map.priority },
    maps: maps.map(({ id }) => id),
    startGrid: rfGrid(scores.bins),
    segments:
      segmented &&
      withPredictions(
        segmentTable(customers, segmented, among),
        segmented,
        prediction ?? null,
        among,
      ),
    attributes: [...attributes],
    model: prediction?.model ?? null,
    predicted: prediction !== undefined,
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

function cellClv(scores: RfmScores, { clv }: Prediction, among?: Uint8Array): Float64Array {
  const sum = new Float64Array(scores.bins ** 2);
  const cell = cellsOf(scores);
  for (let i = 0; i < cell.length; i++) if (among?.[i] !== 0) sum[cell[i]] += clv[i];
  return sum;
}

function withPredictions(
  rows: ReturnType<typeof segmentTable>,
  { segment }: Segmented,
  prediction: Prediction | null,
  among: Uint8Array | undefined,
): SegmentLine[] {
  const clv = new Float64Array(rows.length);
  const alive = new Float64Array(rows.length);
  if (prediction)
    for (let i = 0; i < segment.length; i++) {
      if (among?.[i] === 0) continue;
      clv[segment[i]] += prediction.clv[i];
      alive[segment[i]] += prediction.alive[i];
    }
  return rows.map((row, at) => ({
    ...row,
    predictedClv: prediction && row.customers > 0 ? clv[at] / row.customers : null,
    churnRisk: prediction && row.customers > 0 ? 1 - alive[at] / row.customers : null,
  }));
}
