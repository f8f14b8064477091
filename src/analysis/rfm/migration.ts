import type { Segmented } from './segments';

/** How customers moved between segments: the same map at two dates. */
export interface Migration {
  names: readonly string[];
  /** names x names counts, `then * names.length + now`: buyers of both dates. */
  moved: Uint32Array;
  /** Per segment now: those who had not yet bought then. */
  arrived: Uint32Array;
}

/**
 * Matrix of the segment then against the segment now. A buyer of the earlier date is one of the later
 * date too, so rows add up to the segments then, columns and `arrived` to those now.
 *
 * @returns an error value where the two were named by different maps
 */
export function segmentMigration(
  then: Segmented,
  now: Segmented,
): Migration | { code: 'MAPS_DIFFER' } {
  const { names } = now;
  if (names.length !== then.names.length || names.some((name, i) => name !== then.names[i]))
    return { code: 'MAPS_DIFFER' };
  const moved = new Uint32Array(names.length * names.length);
  const arrived = new Uint32Array(names.length);
  let past = 0;
  for (let i = 0; i < now.customer.length; i++) {
    while (past < then.customer.length && then.customer[past] < now.customer[i]) past++;
    if (past < then.customer.length && then.customer[past] === now.customer[i])
      moved[then.segment[past] * names.length + now.segment[i]]++;
    else arrived[now.segment[i]]++;
  }
  return { names, moved, arrived };
}
