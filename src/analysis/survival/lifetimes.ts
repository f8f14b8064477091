/**
 * Observed lifetimes, some cut short by the end of observation.
 *
 * Arrays of equal length; `duration` >= 0 in one unit the caller names.
 */
export interface Lifetimes {
  duration: Float64Array;
  /** 1 where the event was seen at `duration`, 0 where only that it had not come by then (censored). */
  event: Uint8Array;
  /** Customers that share the row; absent means one each. */
  weight?: Float64Array;
}

/** Distinct times in order with what happened there. */
export interface EventTimes {
  time: Float64Array;
  /** Still observed just before each time. */
  atRisk: Float64Array;
  events: Float64Array;
  censored: Float64Array;
}

/** Sorts lifetimes into a table of distinct times. Censored at t counts as at risk at t. */
export function eventTimes({ duration, event, weight }: Lifetimes): EventTimes {
  const time = Float64Array.from(new Set(duration)).sort();
  const place = new Map<number, number>();
  time.forEach((t, k) => place.set(t, k));
  const events = new Float64Array(time.length);
  const censored = new Float64Array(time.length);
  for (let i = 0; i < duration.length; i++) {
    const k = place.get(duration[i]) ?? 0;
    const w = weight ? weight[i] : 1;
    if (event[i]) events[k] += w;
    else censored[k] += w;
  }
  const atRisk = new Float64Array(time.length);
  let left = 0;
  for (let k = time.length - 1; k >= 0; k--) {
    left += events[k] + censored[k];
    atRisk[k] = left;
  }
  return { time, atRisk, events, censored };
}
