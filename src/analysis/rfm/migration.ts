import type { Segmented } from './segments';

/** How customers moved between segments: the same map at two dates. */
export interface Migration {
  names: readonly string[];
  /** names x names counts, `then * names.length + now`: buyers of both dates. */
  moved: Uint32Array;
  /** Per segment now: those who had not yet bought then. */
  arrived: Uint32Array;
}

/** In place of a segment then: the buyer had not yet bought. */
export const NOT_YET = -1;

/**
 * The segment then of each buyer now, in the order of `now`; `NOT_YET` for who had not yet bought.
 *
 * @param then the earlier date: a buyer of it is one of the later date too
 * @returns an error value where the two were named by different maps
 */
export function segmentsBefore(
  then: Segmented,
  now: Segmented,
): Int16Array | { code: 'MAPS_DIFFER' } {
  const { names } = now;
  if (names.length !== then.names.length || names.some((name, i) => name !== then.names[i]))
    return { code: 'MAPS_DIFFER' };
  const before = new Int16Array(now.customer.length).fill(NOT_YET);
  let past = 0;
  for (let i = 0; i < now.customer.length; i++) {
    while (past < then.customer.length && then.customer[past] < now.customer[i]) past++;
    if (past < then.customer.length && then.customer[past] === now.customer[i])
      before[i] = then.segment[past];
  }
  return before;
}

/**
 * Matrix of the segment then against the segment now. A buyer of the earlier date is one of the later
 * date too, so rows add up to the segments then, columns and `arrived` to those now.
 *
 * @param before the segment then of each buyer now (`segmentsBefore`)
 * @param among 1 for each buyer now who counts; everyone unless given
 */
export function segmentMigration(
  before: Int16Array,
  { names, segment }: Segmented,
  among?: Uint8Array,
): Migration {
  const moved = new Uint32Array(names.length * names.length);
  const arrived = new Uint32Array(names.length);
  for (let i = 0; i < segment.length; i++) {
    if (among?.[i] === 0) continue;
    if (before[i] === NOT_YET) arrived[segment[i]]++;
    else moved[before[i] * names.length + segment[i]]++;
  }
  return { names, moved, arrived };
}
