import type { Orders } from '../../analysis/orders';

/** Day of the very first order; Infinity where there is none. Each customer's orders are in order of day. */
export function firstOrderDay({ offset, day, customerCount }: Orders): number {
  let first = Infinity;
  for (let c = 0; c < customerCount; c++)
    if (offset[c] < offset[c + 1] && day[offset[c]] < first) first = day[offset[c]];
  return first;
}
