import type { BinCount } from './scores';
import type { SegmentMap } from './segment-map';

/** Names of the default map, from the most to the least engaged. */
export const RF_SEGMENTS = [
  'champions',
  'loyal',
  'potential loyalist',
  'new',
  'promising',
  'need attention',
  'about to sleep',
  'at risk',
  "can't lose",
  'hibernating',
] as const;

type Range = readonly [number, number];

/** The cells of the map: R from .. to, F from .. to, and the segment that fills them. */
const CELLS: readonly { r: Range; f: Range; name: (typeof RF_SEGMENTS)[number] }[] = [
  { r: [1, 2], f: [1, 2], name: 'hibernating' },
  { r: [1, 2], f: [3, 4], name: 'at risk' },
  { r: [1, 2], f: [5, 5], name: "can't lose" },
  { r: [3, 3], f: [1, 2], name: 'about to sleep' },
  { r: [3, 3], f: [3, 3], name: 'need attention' },
  { r: [3, 4], f: [4, 5], name: 'loyal' },
  { r: [4, 4], f: [1, 1], name: 'promising' },
  { r: [5, 5], f: [1, 1], name: 'new' },
  { r: [4, 5], f: [2, 3], name: 'potential loyalist' },
  { r: [5, 5], f: [4, 5], name: 'champions' },
];

const inside = (value: number, [from, to]: Range) => value >= from && value <= to;

/**
 * The names of each cell as a grid `[r - 1][f - 1]`, a start for a map of one's own. With fewer bins
 * than five, each score takes the name of the fifths in which its own best customers lie.
 */
export function rfGrid(bins: BinCount = 5): string[][] {
  const scores = Array.from({ length: bins }, (_, i) => Math.ceil(((i + 1) * 5) / bins));
  return scores.map((r) => scores.map((f) => RF_SEGMENTS[rfSegment(r, f)]));
}

/** The default map: ten segments on the 5 x 5 grid of recency and frequency. */
export const rfMap: SegmentMap = {
  id: 'rf',
  bins: 5,
  names: RF_SEGMENTS,
  readsMoney: false,
  priority: null,
  segment: rfSegment,
};

function rfSegment(r: number, f: number): number {
  const cell = CELLS.find((candidate) => inside(r, candidate.r) && inside(f, candidate.f));
  if (cell === undefined) throw new RangeError(`no cell for R ${r} F ${f}`);
  return RF_SEGMENTS.indexOf(cell.name);
}
