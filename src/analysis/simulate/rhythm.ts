import { isoWeekday } from '../calendar';
import type { Random } from './random';

/** How busy each weekday is, Monday first, against an average day of 20: whole numbers, so that sums are exact. */
const WEEKDAYS = [21, 20, 19, 20, 22, 21, 17] as const;
/** How busy each hour of the day is. */
const HOURS = [
  2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 13, 12, 13, 12, 11, 11, 11, 12, 13, 15, 17, 15, 10, 5,
];

/** Busy time gone at the end of each day of the week: 0, 21, 41, ... 140. */
const CUMULATIVE = WEEKDAYS.reduce<number[]>(
  (sums, weight) => [...sums, sums[sums.length - 1] + weight],
  [0],
);
const WEEK = CUMULATIVE[7];

/**
 * The calendar day on which `elapsed` days of busy time have passed since the start of `from`. Time
 * runs faster on busy weekdays, and every whole week takes a week, so that a process with constant rates in
 * busy time shows a weekly rhythm and keeps its rates.
 */
export function busyDay(from: number, elapsed: number): number {
  const weekday = isoWeekday(from) - 1;
  const since = CUMULATIVE[weekday] + (elapsed * WEEK) / 7;
  const weeks = Math.floor(since / WEEK);
  const rest = since - weeks * WEEK;
  let within = 0;
  while (within < 6 && CUMULATIVE[within + 1] <= rest) within++;
  return from - weekday + 7 * weeks + within;
}

/** A minute of the day, 0 .. 1439, busy in the evening and quiet at night. */
export function minuteOfDay(random: Random): number {
  return random.weighted(HOURS) * 60 + random.below(60);
}
