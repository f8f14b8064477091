/** Units in which durations are shown and parameters reported. */
export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** Exact number of days in one unit: a year is 365.25 days and a month a twelfth of it. */
export const DAYS_IN: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

/** The same duration told in another unit. */
export function convertDuration(duration: number, from: TimeUnit, to: TimeUnit): number {
  return from === to ? duration : (duration * DAYS_IN[from]) / DAYS_IN[to];
}
