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
  /** Whether M decides too; a map that does not read it also names scores of R and F alone. */
  readsMoney: boolean;
  /** Where rules overlap, the names in the order in which they are tried; null where none do. */
  priority: readonly string[] | null;
  /** Index into `names` for scores 1 .. bins each. */
  segment(r: number, f: number, m: number): number;
}
