import type { BinCount } from './scores';

/**
 * A way to name every combination of scores: each gets exactly one segment.
 */
export interface SegmentMap {
  id: 'rf' | 'pymc-marketing' | 'putler' | 'own';
  /** The number of bins the map is drawn for. */
  bins: BinCount;
  /** Names in order of reading; also the identifiers written to the results file. */
  names: readonly string[];
  /** Index into `names` for scores 1 .. bins each. */
  segment(r: number, f: number, m: number): number;
}
