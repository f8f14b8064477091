/** A way along which the values are equal to `level`, in grid coordinates: (0, 0) is the middle of the first cell. */
export interface IsoLine {
  level: number;
  /** Pieces between neighbouring grid points, in no order. */
  segments: [x1: number, y1: number, x2: number, y2: number][];
}

/**
 * Lines of equal value over a grid by marching squares, linear between neighbours; the two-way saddle is told by the
 * mean of the four corners [Lorensen & Cline 1987, in two dimensions].
 *
 * @param values rows of equal length; a square with a corner that is not finite has no line
 */
export function isoLine(values: readonly (readonly number[])[], level: number): IsoLine {
  const segments: IsoLine['segments'] = [];
  for (let row = 0; row + 1 < values.length; row++)
    for (let column = 0; column + 1 < values[row].length; column++) {
      const corners = [
        values[row][column],
        values[row][column + 1],
        values[row + 1][column + 1],
        values[row + 1][column],
      ];
      if (!corners.every((corner) => Number.isFinite(corner))) continue;
      const crossings = cross(corners, level);
      if (crossings.length === 2) segments.push([...at(crossings[0]), ...at(crossings[1])]);
      else if (crossings.length === 4) {
        const mean = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        // The first and the third corner are alike; they are joined when the middle is like them.
        const joined = mean >= level === corners[0] >= level;
        const order = joined ? [0, 1, 2, 3] : [3, 0, 1, 2];
        segments.push(
          [...at(crossings[order[0]]), ...at(crossings[order[1]])],
          [...at(crossings[order[2]]), ...at(crossings[order[3]])],
        );
      }

      function at([x, y]: [number, number]): [number, number] {
        return [column + x, row + y];
      }
    }
  return { level, segments };
}

/** Where the level crosses the edges of a square, in the order of its edges. */
function cross(corners: readonly number[], level: number): [number, number][] {
  const places: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  return corners.flatMap((from, i): [number, number][] => {
    const to = corners[(i + 1) % 4];
    if (from >= level === to >= level) return [];
    const share = (level - from) / (to - from);
    const [[x0, y0], [x1, y1]] = [places[i], places[(i + 1) % 4]];
    return [[x0 + share * (x1 - x0), y0 + share * (y1 - y0)]];
  });
}
