/** A share of so many. */
interface Share {
  share: number;
  of: number;
}

/** Two-sided 95% point of the normal distribution. */
const Z = 1.959963984540054;

/** Score interval of a share [Wilson 1927]. */
function wilson({ share, of }: Share): [number, number] {
  const spread = (Z * Z) / of;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share) + spread / 4) / of);
  return [centre - half, centre + half];
}

/** a - b with its 95% interval, from the score intervals of both [Newcombe 1998, method 10]. */
export function shareDifference(
  a: Share,
  b: Share,
): { difference: number; interval: [number, number] } {
  const [lowA, highA] = wilson(a);
  const [lowB, highB] = wilson(b);
  const difference = a.share - b.share;
  return {
    difference,
    interval: [
      difference - Math.hypot(a.share - lowA, highB - b.share),
      difference + Math.hypot(highA - a.share, b.share - lowB),
    ],
  };
}
