import { percent } from '../../text/format';
import {
  segments_finding,
  segments_finding_grid,
  segments_finding_no_revenue,
  segments_finding_none,
} from '../../text/paraglide/messages';
import type { SegmentsAnswer } from '../../worker/contract/segments';
import type { WordsOf } from './segment-name';

/** The page in a sentence: the segment that brings most, or, without a map, the best cell of the grid. */
export function pageFinding({ grid, segments }: SegmentsAnswer, words: WordsOf): string {
  const buyers = grid.customers.reduce((sum, count) => sum + count, 0);
  const revenue = grid.revenue.reduce((sum, amount) => sum + amount, 0);
  if (buyers === 0) return segments_finding_none();
  if (!segments) {
    const best = grid.bins * grid.bins - 1;
    return segments_finding_grid({
      share: percent(grid.customers[best] / buyers) ?? '–',
      revenue: percent(grid.revenue[best] / revenue) ?? '–',
    });
  }
  if (revenue <= 0) {
    const largest = segments.reduce((most, line) =>
      line.customers > most.customers ? line : most,
    );
    return segments_finding_no_revenue({
      segment: words(largest.name).name,
      share: percent(largest.share) ?? '–',
    });
  }
  const richest = segments.reduce((most, line) => (line.revenue > most.revenue ? line : most));
  return segments_finding({
    segment: words(richest.name).name,
    share: percent(richest.share) ?? '–',
    revenue: percent(richest.revenue / revenue) ?? '–',
  });
}
