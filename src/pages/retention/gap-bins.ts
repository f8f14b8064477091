/** Widths a reader can count in: days, weeks, a month, a quarter, a year. */
const WIDTHS = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730];
/** More columns than this are no longer seen one by one. */
const MOST = 40;

export interface GapBin {
  /** Gaps of `from` up to and without `to` days. */
  from: number;
  to: number;
  count: number;
}

/** Counts by day put together into bins of equal width, at most 40 of them up to twenty-nine years. */
export function gapBins(counts: ArrayLike<number>): GapBin[] {
  const width = WIDTHS.find((days) => counts.length <= days * MOST) ?? 730;
  const bins: GapBin[] = [];
  for (let from = 0; from < counts.length; from += width) {
    let count = 0;
    for (let day = from; day < Math.min(counts.length, from + width); day++) count += counts[day];
    bins.push({ from, to: from + width, count });
  }
  return bins;
}
