import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCells,
  chosenCells,
  EVERYONE,
  isEveryone,
  keptUnder,
  toggleCell,
  toggleSegment,
} from '../../../src/pages/segments/choosing';
import type { MapInUse } from '../../../src/worker/contract/segments';

/** Three bins; cells 0 .. 8, the best is 8. */
const map: MapInUse = {
  id: 'own',
  cells: [
    ['lost', 'lost', 'risk'],
    ['lost', 'fair', 'risk'],
    ['new', 'fair', 'best'],
  ],
  priority: null,
};

describe('cells and segments', () => {
  test('a segment pressed comes in, pressed again goes out, beside others', () => {
    const two = toggleSegment(toggleSegment(EVERYONE, 'lost', map), 'best', map);
    expect(two.segments).toEqual(['lost', 'best']);
    expect([...chosenCells(two, map)].sort()).toEqual([0, 1, 3, 8]);
    expect(toggleSegment(two, 'lost', map).segments).toEqual(['best']);
  });

  test('the last cell of a segment makes it the segment', () => {
    const one = toggleCell(EVERYONE, 4, map);
    expect(one).toMatchObject({ segments: [], cells: [4] });
    expect(toggleCell(one, 7, map)).toMatchObject({ segments: ['fair'], cells: [] });
    expect(addCells(EVERYONE, [0, 1, 3, 4], map)).toMatchObject({ segments: ['lost'], cells: [4] });
  });

  test('a cell taken out of a chosen segment leaves the others', () => {
    const group = toggleCell(toggleSegment(EVERYONE, 'lost', map), 1, map);
    expect(group).toMatchObject({ segments: [], cells: [0, 3] });
  });

  test('a segment takes up its own cells', () => {
    expect(toggleSegment(toggleCell(EVERYONE, 0, map), 'lost', map)).toMatchObject({
      segments: ['lost'],
      cells: [],
    });
  });

  test('a cell pressed twice changes nothing of who is chosen', () => {
    const group = fc.record({
      segments: fc.uniqueArray(fc.constantFrom('lost', 'risk', 'fair', 'new', 'best')),
      cells: fc.uniqueArray(fc.nat(8)),
    });
    fc.assert(
      fc.property(group, fc.nat(8), ({ segments, cells }, cell) => {
        const start = addCells({ ...EVERYONE, segments }, cells, map);
        const before = [...chosenCells(start, map)].sort();
        const twice = toggleCell(toggleCell(start, cell, map), cell, map);
        expect([...chosenCells(twice, map)].sort()).toEqual(before);
        const once = chosenCells(toggleCell(start, cell, map), map);
        expect(once.has(cell)).toBe(!before.includes(cell));
      }),
    );
  });
});

test('where money decides too, a cell never becomes a segment', () => {
  const shared: MapInUse = { ...map, cells: [['lost', 'lost', null], ...map.cells.slice(1)] };
  expect(addCells(EVERYONE, [0, 1, 3], shared)).toMatchObject({ segments: [], cells: [0, 1, 3] });
});

test('another map keeps what it knows', () => {
  const group = { ...EVERYONE, segments: ['lost', 'gone'], cells: [3, 20] };
  expect(keptUnder(group, ['lost'], 9)).toMatchObject({ segments: ['lost'], cells: [3] });
  const fine = { ...EVERYONE, segments: ['lost'], cells: [3] };
  expect(keptUnder(fine, ['lost'], 9)).toBe(fine);
});

test('a condition narrows everyone', () => {
  expect(isEveryone(EVERYONE)).toBe(true);
  const slice = { attribute: 'channel', at: 'last' as const, values: ['web'] };
  expect(isEveryone({ ...EVERYONE, slice })).toBe(true);
  const narrowed = { ...EVERYONE, conditions: [{ quantity: 'net' as const, from: 1, to: null }] };
  expect(isEveryone(narrowed)).toBe(false);
});
