import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownMap } from '../../../src/analysis/rfm/own-map';
import { rfGrid, rfMap } from '../../../src/analysis/rfm/rf-map';

test("the default map's grid, taken as one's own, names every cell the same", () => {
  const map = ownMap(rfGrid());
  if ('code' in map) throw new Error(map.code);
  for (let r = 1; r <= 5; r++)
    for (let f = 1; f <= 5; f++)
      expect(map.names[map.segment(r, f, 1)]).toBe(rfMap.names[rfMap.segment(r, f, 1)]);
});

test('any grid of names is a partition: each cell its own name, segments in order from the best', () => {
  const size = fc.constantFrom(3, 4, 5);
  const grids = size.chain((k) => {
    const row = fc.array(fc.constantFrom('gold', 'silver', 'tin', '__proto__'), {
      minLength: k,
      maxLength: k,
    });
    return fc.array(row, { minLength: k, maxLength: k });
  });
  fc.assert(
    fc.property(grids, (grid) => {
      const map = ownMap(grid);
      if ('code' in map) throw new Error(map.code);
      expect(map.bins).toBe(grid.length);
      expect(map.names[0]).toBe(grid[grid.length - 1][grid.length - 1]);
      grid.forEach((row, r) =>
        row.forEach((name, f) => expect(map.names[map.segment(r + 1, f + 1, 1)]).toBe(name)),
      );
    }),
  );
});

test('a grid that is not square or has a nameless cell is refused', () => {
  expect(ownMap([['a', 'b']])).toEqual({ code: 'GRID_NOT_SQUARE' });
  const grid = rfGrid();
  grid[2][3] = '  ';
  expect(ownMap(grid)).toEqual({ code: 'GRID_NAME_EMPTY', r: 3, f: 4 });
});
