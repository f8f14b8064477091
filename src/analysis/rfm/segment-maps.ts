import { putlerMap } from './putler-map';
import { pymcMarketingMap } from './pymc-marketing-map';
import { rfMap } from './rf-map';
import type { BinCount } from './scores';
import type { SegmentMap } from './segment-map';

/** The maps that come with the house, in the order in which one steps in for another. */
export const SEGMENT_MAPS: readonly SegmentMap[] = [rfMap, pymcMarketingMap, putlerMap];

/** Whether a map can name what was scored: its number of bins, and money where it reads it. */
export function covers(map: SegmentMap, bins: BinCount, money: boolean): boolean {
  return map.bins === bins && (money || !map.readsMoney);
}
