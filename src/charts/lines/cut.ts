/**
 * A curve cut off where it leaves the values low to high: the crossing is put in, what lies outside becomes a gap.
 *
 * @param points in the order they are joined; y null is a gap already
 */
export function cutAt(
  points: readonly { x: number; y: number | null }[],
  [low, high]: readonly number[],
): { x: number; y: number | null }[] {
  const cut: { x: number; y: number | null }[] = [];
  for (const [i, point] of points.entries()) {
    const before = i > 0 ? points[i - 1] : null;
    if (before && before.y !== null && point.y !== null) {
      const crossings: { x: number; y: number }[] = [];
      for (const edge of [low, high])
        if (before.y < edge !== point.y < edge && before.y !== edge && point.y !== edge) {
          const share = (edge - before.y) / (point.y - before.y);
          crossings.push({ x: before.x + share * (point.x - before.x), y: edge });
        }
      // A segment that crosses both edges meets the nearer one first.
      cut.push(...crossings.sort((a, b) => Math.abs(a.x - before.x) - Math.abs(b.x - before.x)));
    }
    const within = point.y !== null && point.y >= low && point.y <= high;
    cut.push(within ? point : { x: point.x, y: null });
  }
  return cut;
}
