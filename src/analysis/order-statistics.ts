/**
 * Quantile of ascending values by linear interpolation between the two nearest (Hyndman & Fan 1996,
 * type 7; the default of R, NumPy and d3).
 *
 * @param sorted ascending; @param share 0 .. 1
 * @returns NaN for no values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The same quantile of whole numbers given as counts: `counts[v]` values equal to v. */
export function quantileOfCounts(counts: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let value = 0; value < counts.length; value++) total += counts[value];
  if (total === 0) return NaN;
  const place = share * (total - 1);
  const below = Math.floor(place);
  let seen = 0;
  let lower = -1;
  for (let value = 0; ; value++) {
    seen += counts[value];
    if (lower < 0 && seen > below) lower = value;
    if (seen > Math.min(below + 1, total - 1)) return lower + (place - below) * (value - lower);
  }
}

/** How many of the ascending values are strictly below `value`. */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending values are at most `value`. */
export function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
