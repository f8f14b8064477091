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

/** Whole durations up to this are counted in a table of every one of them. */
const COUNTABLE = 1 << 20;

/** Sorts lifetimes into a table of distinct times. Censored at t counts as at risk at t. */
export function eventTimes(lifetimes: Lifetimes): EventTimes {
  const { duration } = lifetimes;
  const longest = longestWhole(duration);
  if (longest !== null) return withoutEmpty(everyTime(longest), lifetimes, (t) => t);
  const time = Float64Array.from(new Set(duration)).sort();
  const place = new Map<number, number>();
  time.forEach((t, k) => place.set(t, k));
  return withoutEmpty(time, lifetimes, (t) => place.get(t) ?? 0);
}

/** The longest duration where all are whole and few enough to be counted, else null. */
function longestWhole(duration: Float64Array): number | null {
  let longest = 0;
  for (const t of duration) {
    if (!Number.isInteger(t) || t < 0 || t > COUNTABLE) return null;
    if (t > longest) longest = t;
  }
  return longest <= 2 * duration.length + 4096 ? longest : null;
}

function everyTime(longest: number): Float64Array {
  return Float64Array.from({ length: longest + 1 }, (_, t) => t);
}

/** Counts what happened at each time, and drops the times at which nothing did. */
function withoutEmpty(
  times: Float64Array,
  { duration, event, weight }: Lifetimes,
  placeOf: (t: number) => number,
): EventTimes {
  const eventsAt = new Float64Array(times.length);
  const censoredAt = new Float64Array(times.length);
  const seen = new Uint8Array(times.length);
  for (let i = 0; i < duration.length; i++) {
    const k = placeOf(duration[i]);
    const w = weight ? weight[i] : 1;
    seen[k] = 1;
    if (event[i]) eventsAt[k] += w;
    else censoredAt[k] += w;
  }
  const kept = (_: number, k: number): boolean => seen[k] === 1;
  const [time, events, censored] = [times, eventsAt, censoredAt].map((column) =>
    column.filter(kept),
  );
  const atRisk = new Float64Array(time.length);
  let left = 0;
  for (let k = time.length - 1; k >= 0; k--) {
    left += events[k] + censored[k];
    atRisk[k] = left;
  }
  return { time, atRisk, events, censored };
}
