import type { Box } from '../../charts/marks';

/**
 * Rectangles that fill a box with areas in proportion to the values, as near to squares as the order allows: a strip
 * along the shorter side takes values as long as its worst side ratio falls [Bruls, Huizing & van Wijk 2000].
 *
 * @param values positive, largest first
 * @returns one box per value, in order
 */
export function squarify(values: readonly number[], box: Box): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const scale = (box.width * box.height) / total;
  const areas = values.map((value) => value * scale);
  const boxes: Box[] = [];
  let rest = box;
  let begin = 0;
  while (begin < areas.length) {
    const side = Math.min(rest.width, rest.height);
    let end = begin + 1;
    while (
      end < areas.length &&
      worst(areas.slice(begin, end + 1), side) <= worst(areas.slice(begin, end), side)
    )
      end += 1;
    const strip = areas.slice(begin, end);
    const depth = strip.reduce((sum, area) => sum + area, 0) / side;
    let along = 0;
    for (const area of strip) {
      const length = area / depth;
      boxes.push(
        rest.width >= rest.height
          ? { x: rest.x, y: rest.y + along, width: depth, height: length }
          : { x: rest.x + along, y: rest.y, width: length, height: depth },
      );
      along += length;
    }
    rest =
      rest.width >= rest.height
        ? { ...rest, x: rest.x + depth, width: rest.width - depth }
        : { ...rest, y: rest.y + depth, height: rest.height - depth };
    begin = end;
  }
  return boxes;
}

/** The largest ratio of sides, long to short, among the areas of one strip. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  return Math.max(
    ...areas.map((area) =>
      Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area)),
    ),
  );
}
