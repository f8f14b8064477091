import { RF_SEGMENTS } from './rf-map';
import type { SegmentMap } from './segment-map';

/**
 * Putler's rectangles of R and FM = (F + M) / 2. The published table overlaps and leaves the choice
 * open, so they are tried in this order and the first that holds the customer names it: the small
 * rectangles at the corners first, then the middle, then the wide ones. Published bounds count from
 * 0; scores here from 1, so that its "Lost" (R 0-2, FM 0-2) is taken up wholly by "about to sleep" and
 * "hibernating" and does not appear.
 */
const PRIORITY = [
  { name: 'champions', r: [4, 5], fm: [4, 5] },
  { name: "can't lose", r: [0, 1], fm: [4, 5] },
  { name: 'new', r: [4, 5], fm: [0, 1] },
  { name: 'promising', r: [3, 4], fm: [0, 1] },
  { name: 'need attention', r: [2, 3], fm: [2, 3] },
  { name: 'about to sleep', r: [2, 3], fm: [0, 2] },
  { name: 'hibernating', r: [1, 2], fm: [1, 2] },
  { name: 'at risk', r: [0, 2], fm: [2, 5] },
  { name: 'loyal', r: [2, 5], fm: [3, 5] },
  { name: 'potential loyalist', r: [3, 5], fm: [1, 3] },
] as const;

/** Place in the list of names, from the most to the least engaged, of each rectangle. */
const PLACES = PRIORITY.map(({ name }) => RF_SEGMENTS.indexOf(name));

/** Ten segments on R x FM with five bins; the names are those of the default map. */
export const putlerMap: SegmentMap = {
  id: 'putler',
  bins: 5,
  names: RF_SEGMENTS,
  readsMoney: true,
  priority: PRIORITY.map(({ name }) => name),
  segment(r, f, m) {
    const fm = (f + m) / 2;
    const found = PRIORITY.findIndex(
      (rectangle) =>
        r >= rectangle.r[0] &&
        r <= rectangle.r[1] &&
        fm >= rectangle.fm[0] &&
        fm <= rectangle.fm[1],
    );
    if (found < 0) throw new RangeError(`no rectangle for R ${r} FM ${fm}`);
    return PLACES[found];
  },
};
