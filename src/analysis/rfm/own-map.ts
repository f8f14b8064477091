import type { BinCount } from './scores';
import type { SegmentMap } from './segment-map';

export interface GridProblem {
  code: 'GRID_NOT_SQUARE' | 'GRID_NAME_EMPTY';
  /** The offending cell, where there is one: scores from 1. */
  r?: number;
  f?: number;
}

/**
 * A person's own map: a k x k grid of names, `grid[r - 1][f - 1]`, k 3, 4 or 5. Cells with the same
 * name (white space around it apart) are one segment; segments are listed from the best cell down.
 *
 * @returns an error value for a grid that is not square or has a cell without a name
 */
export function ownMap(grid: readonly (readonly string[])[]): SegmentMap | GridProblem {
  const k = grid.length;
  if (k < 3 || k > 5 || grid.some((row) => row.length !== k)) return { code: 'GRID_NOT_SQUARE' };
  const names: string[] = [];
  for (let r = k; r >= 1; r--)
    for (let f = k; f >= 1; f--) {
      const name = grid[r - 1][f - 1].trim();
      if (name === '') return { code: 'GRID_NAME_EMPTY', r, f };
      if (!names.includes(name)) names.push(name);
    }
  const segmentOf = grid.map((row) => row.map((name) => names.indexOf(name.trim())));
  return {
    id: 'own',
    bins: k as BinCount,
    names,
    readsMoney: false,
    priority: null,
    segment: (r, f) => segmentOf[r - 1][f - 1],
  };
}
