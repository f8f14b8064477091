import type { Box } from '../marks';

/**
 * Divides a box into boxes of the areas given, each as near to a square as the order allows (Bruls, Huizing and van
 * Wijk 2000: rows along the shorter side, a row ends when one more would worsen its worst ratio).
 *
 * @param areas positive, largest first for the best shapes; any unit
 * @returns one box per area, in order
 */
export function squarify(areas: readonly number[], box: Box): Box[] {
  const total = areas.reduce((sum, area) => sum + area, 0);
  const scale = total > 0 ? (box.width * box.height) / total : 0;
  const boxes: Box[] = [];
  let free = { ...box };
  let start = 0;
  while (start < areas.length) {
    const side = Math.min(free.width, free.height);
    let end = start + 1;
    let sum = areas[start] * scale;
    let worst = ratio(sum, sum, sum, side);
    while (end < areas.length) {
      const next = sum + areas[end] * scale;
      const following = ratio(areas[start] * scale, areas[end] * scale, next, side);
      if (following > worst) break;
      [sum, worst, end] = [next, following, end + 1];
    }
    free = placeRow(
      areas.slice(start, end).map((area) => area * scale),
      sum,
      free,
      boxes,
    );
    start = end;
  }
  return boxes;
}

/** Worst ratio of sides in a row of this sum along this side; its largest and smallest area decide. */
function ratio(largest: number, smallest: number, sum: number, side: number): number {
  const square = side * side;
  return Math.max((square * largest) / (sum * sum), (sum * sum) / (square * smallest));
}

/** Places a row along the shorter side and gives back what is left. */
function placeRow(row: readonly number[], sum: number, free: Box, boxes: Box[]): Box {
  const upright = free.width >= free.height;
  const side = upright ? free.height : free.width;
  const depth = side > 0 ? sum / side : 0;
  let along = 0;
  for (const area of row) {
    const length = depth > 0 ? area / depth : 0;
    boxes.push(
      upright
        ? { x: free.x, y: free.y + along, width: depth, height: length }
        : { x: free.x + along, y: free.y, width: length, height: depth },
    );
    along += length;
  }
  return upright
    ? { x: free.x + depth, y: free.y, width: free.width - depth, height: free.height }
    : { x: free.x, y: free.y + depth, width: free.width, height: free.height - depth };
}
