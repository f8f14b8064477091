import { expect, test } from 'vitest';
import { greatest, grid, least } from '../../../src/pages/retention/grid';

test('cells that nobody observed are neither most nor least', () => {
  const rows = grid([NaN, 3, 1, 3, 2, NaN], 3);
  expect(rows).toEqual([
    [null, 3, 1],
    [3, 2, null],
  ]);
  expect(greatest(rows)).toEqual({ row: 0, column: 1, value: 3 });
  expect(least(rows)).toEqual({ row: 0, column: 2, value: 1 });
});
