import type { Customers } from '../customers';

/** Silences still going on at the observation end, by whole days: entry d is for exactly d days. */
export interface Silences {
  buyers: Uint32Array;
  /** All that these buyers ever brought, units of the currency. */
  value: Float64Array;
}

/** How long the buyers have been silent; adding up beyond any threshold tells who is lost at it. */
export function openSilences({
  buyers,
  lastDay,
  minorNet,
  unit,
  observationEnd,
}: Customers): Silences {
  let longest = -1;
  for (const i of buyers) longest = Math.max(longest, observationEnd - lastDay[i]);
  const counts = new Uint32Array(longest + 1);
  const minor = new Float64Array(longest + 1);
  for (const i of buyers) {
    counts[observationEnd - lastDay[i]]++;
    minor[observationEnd - lastDay[i]] += minorNet[i];
  }
  return { buyers: counts, value: minor.map((amount) => amount / unit) };
}
