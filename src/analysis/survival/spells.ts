import type { Spans } from '../churn/spans';
import { rollingIndex, type CalendarPeriod } from '../calendar';
import type { CohortSurvivors } from '../models/sbg';

/**
 * Unbroken times as a customer, one entry each, in parallel columns. Someone who left and came back
 * has several, unless they were joined.
 */
export interface Spells {
  customer: Uint32Array;
  /** First day. */
  from: Int32Array;
  /** Evenings there, from the first day on: 0 for who left on the day they came. */
  duration: Float64Array;
  /** 1 where the end was seen, 0 where the customer was still there at the observation end. */
  event: Uint8Array;
}

/**
 * Spans of active evenings put together: spans that touch are one spell. The evening after the last
 * active one is the event; active on the evening of the observation end is censored there.
 *
 * @param spans by contract or by silence; those beginning after the observation end are left out
 * @param joined whether a customer's spells count as one, from the first day to the last end, the
 *   times between them included; otherwise every return begins a new one
 */
export function spellsOf(spans: Spans, observationEnd: number, joined: boolean): Spells {
  const { offset, from, to } = spans;
  const customer = new Uint32Array(from.length);
  const begins = new Int32Array(from.length);
  const duration = new Float64Array(from.length);
  const event = new Uint8Array(from.length);
  let count = 0;
  for (let c = 0; c + 1 < offset.length; c++) {
    for (let s = offset[c]; s < offset[c + 1] && from[s] <= observationEnd;) {
      const first = from[s];
      let last = to[s];
      for (s++; s < offset[c + 1] && from[s] <= observationEnd; s++) {
        if (!joined && from[s] > last + 1) break;
        if (to[s] > last) last = to[s];
      }
      customer[count] = c;
      begins[count] = first;
      const there = last >= observationEnd;
      event[count] = there ? 0 : 1;
      duration[count] = there ? observationEnd - first : last + 1 - first;
      count++;
    }
  }
  return {
    customer: customer.slice(0, count),
    from: begins.slice(0, count),
    duration: duration.slice(0, count),
    event: event.slice(0, count),
  };
}

/**
 * The same spells dated by the last order instead of by the evening on which the silence after it grew
 * too long: every life is `threshold` + 1 days shorter. Nobody's fate is known for the last days then, so
 * that is where the others are censored, and who came later than that tells nothing yet and is left out.
 *
 * @param threshold whole days of silence the spells were made with
 */
export function datedByLastOrder(spells: Spells, threshold: number): Spells {
  const later = threshold + 1;
  let known = 0;
  for (const days of spells.duration) if (days >= later) known++;
  const kept = emptySpells(known);
  for (let i = 0, at = 0; i < spells.duration.length; i++) {
    if (spells.duration[i] < later) continue;
    kept.customer[at] = spells.customer[i];
    kept.from[at] = spells.from[i];
    kept.duration[at] = spells.duration[i] - later;
    kept.event[at] = spells.event[i];
    at++;
  }
  return kept;
}

function emptySpells(count: number): Spells {
  return {
    customer: new Uint32Array(count),
    from: new Int32Array(count),
    duration: new Float64Array(count),
    event: new Uint8Array(count),
  };
}

/**
 * Spells by the number of renewals they lasted, for the sBG model: cohorts of those who could be watched
 * for the same number of periods. A spell that ends in its first period, on the day it began for
 * one, is lost at renewal 1; an end whose renewal would fall after the observation end counts as still
 * undecided, as it does for everyone who joined on that day.
 *
 * @param period time from one renewal to the next
 */
export function renewalCohorts(
  { from, duration, event }: Spells,
  observationEnd: number,
  period: CalendarPeriod,
): CohortSurvivors[] {
  const alive = new Map<number, number[]>();
  for (let i = 0; i < from.length; i++) {
    const watched = rollingIndex(from[i], observationEnd, period);
    let cohort = alive.get(watched);
    if (!cohort) alive.set(watched, (cohort = new Array<number>(watched + 1).fill(0)));
    // The contract's last day, on whose evening it is no longer active, is `from + duration`.
    const stayed = event[i] ? rollingIndex(from[i], from[i] + duration[i], period) : watched;
    for (let t = 0; t <= Math.min(stayed, watched); t++) cohort[t]++;
  }
  return [...alive.entries()].sort(([a], [b]) => a - b).map(([, counts]) => ({ alive: counts }));
}
