import { expect, test } from 'vitest';
import { putlerMap } from '../../../src/analysis/rfm/putler-map';

/** Published rectangles [R from, R to, FM from, FM to]. */
const PUBLISHED: Record<string, [number, number, number, number]> = {
  champions: [4, 5, 4, 5],
  loyal: [2, 5, 3, 5],
  'potential loyalist': [3, 5, 1, 3],
  new: [4, 5, 0, 1],
  promising: [3, 4, 0, 1],
  'need attention': [2, 3, 2, 3],
  'about to sleep': [2, 3, 0, 2],
  'at risk': [0, 2, 2, 5],
  "can't lose": [0, 1, 4, 5],
  hibernating: [1, 2, 1, 2],
};

test('every combination of scores has one segment, inside its published rectangle; none is empty', () => {
  const met = new Set<string>();
  for (let r = 1; r <= 5; r++)
    for (let f = 1; f <= 5; f++)
      for (let m = 1; m <= 5; m++) {
        const name = putlerMap.names[putlerMap.segment(r, f, m)];
        const fm = (f + m) / 2;
        const [fromR, toR, fromFm, toFm] = PUBLISHED[name];
        expect(r >= fromR && r <= toR && fm >= fromFm && fm <= toFm, `${r} ${fm} ${name}`).toBe(
          true,
        );
        met.add(name);
      }
  expect([...met].sort()).toEqual([...putlerMap.names].sort());
});

test('corners', () => {
  const named = (r: number, f: number, m: number) => putlerMap.names[putlerMap.segment(r, f, m)];
  expect(named(5, 5, 5)).toBe('champions');
  expect(named(5, 1, 1)).toBe('new');
  expect(named(1, 5, 5)).toBe("can't lose");
  expect(named(1, 1, 1)).toBe('hibernating');
});
