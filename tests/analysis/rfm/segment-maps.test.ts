import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownMap } from '../../../src/analysis/rfm/own-map';
import { rfGrid } from '../../../src/analysis/rfm/rf-map';
import type { BinCount } from '../../../src/analysis/rfm/scores';
import { covers, SEGMENT_MAPS } from '../../../src/analysis/rfm/segment-maps';
import type { SegmentMap } from '../../../src/analysis/rfm/segment-map';

const BINS: readonly BinCount[] = [3, 4, 5];

/** How many of the k x k x k combinations of scores each segment takes. */
function sizes(map: SegmentMap): number[] {
  const taken = new Array<number>(map.names.length).fill(0);
  const k = map.bins;
  for (let r = 1; r <= k; r++)
    for (let f = 1; f <= k; f++)
      for (let m = 1; m <= k; m++) {
        const segment = map.segment(r, f, m);
        expect(Number.isInteger(segment)).toBe(true);
        taken[segment]++;
      }
  return taken;
}

function expectPartition(map: SegmentMap): void {
  const taken = sizes(map);
  expect(taken).toHaveLength(map.names.length);
  expect(new Set(map.names).size).toBe(map.names.length);
  expect(taken.every((count) => count > 0)).toBe(true);
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(map.bins ** 3);
}

describe('an exact partition: every combination of scores in one segment, no segment without any', () => {
  test.each(SEGMENT_MAPS.map((map) => [`${map.id}, ${map.bins} bins`, map] as const))(
    '%s',
    (_name, map) => {
      expectPartition(map);
    },
  );

  test.each(BINS)('the default map as a start for one of one’s own, %d bins', (bins) => {
    const map = ownMap(rfGrid(bins));
    if ('code' in map) throw new Error(map.code);
    expect(map.bins).toBe(bins);
    expectPartition(map);
  });

  test.each(BINS)('any map of one’s own, %d bins', (bins) => {
    const names = fc.constantFrom('gold', 'silver', 'tin', 'lead');
    const row = fc.array(names, { minLength: bins, maxLength: bins });
    fc.assert(
      fc.property(fc.array(row, { minLength: bins, maxLength: bins }), (grid) => {
        const map = ownMap(grid);
        if ('code' in map) throw new Error(map.code);
        expectPartition(map);
      }),
    );
  });
});

test('a map that claims not to read money never does', () => {
  for (const map of SEGMENT_MAPS) {
    let reads = false;
    for (let r = 1; r <= map.bins; r++)
      for (let f = 1; f <= map.bins; f++)
        for (let m = 2; m <= map.bins; m++) reads ||= map.segment(r, f, m) !== map.segment(r, f, 1);
    expect(reads, map.id).toBe(map.readsMoney);
  }
});

test('what overlaps states its priority, every segment once', () => {
  for (const map of SEGMENT_MAPS)
    if (map.priority) expect([...map.priority].sort()).toEqual([...map.names].sort());
  expect(SEGMENT_MAPS.filter((map) => map.priority).map((map) => map.id)).toEqual(['putler']);
});

test('without money only maps of R and F are left', () => {
  const left = (money: boolean, bins: BinCount) =>
    SEGMENT_MAPS.filter((map) => covers(map, bins, money)).map((map) => map.id);
  expect(left(true, 5)).toEqual(['rf', 'putler']);
  expect(left(false, 5)).toEqual(['rf']);
  expect(left(true, 4)).toEqual(['pymc-marketing']);
  expect(left(false, 4)).toEqual([]);
  expect(left(true, 3)).toEqual([]);
});
