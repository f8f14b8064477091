import { expect, test } from 'vitest';
import { RF_SEGMENTS, rfGrid, rfMap } from '../../../src/analysis/rfm/rf-map';

/** The map as METHODS draws it, R from 5 down, F from 1 to 5. */
const DRAWN = [
  ['new', 'potential loyalist', 'potential loyalist', 'champions', 'champions'],
  ['promising', 'potential loyalist', 'potential loyalist', 'loyal', 'loyal'],
  ['about to sleep', 'about to sleep', 'need attention', 'loyal', 'loyal'],
  ['hibernating', 'hibernating', 'at risk', 'at risk', "can't lose"],
  ['hibernating', 'hibernating', 'at risk', 'at risk', "can't lose"],
];

test('the map is an exact partition: 25 cells, each one segment, ten segments, none empty', () => {
  expect(rfGrid().reverse()).toEqual(DRAWN);
  expect(new Set(DRAWN.flat())).toEqual(new Set(RF_SEGMENTS));
  expect(RF_SEGMENTS.length).toBe(10);
});

test('M plays no part', () => {
  for (let r = 1; r <= 5; r++)
    for (let f = 1; f <= 5; f++)
      for (let m = 2; m <= 5; m++) expect(rfMap.segment(r, f, m)).toBe(rfMap.segment(r, f, 1));
});

test('scores outside the grid are refused', () => {
  expect(() => rfMap.segment(0, 1, 1)).toThrow(RangeError);
});
