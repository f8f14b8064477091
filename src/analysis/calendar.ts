/**
 * Calendar days as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
 *
 * No `Date`, no time zone, no clock: a calendar date is taken as written and never shifts.
 */

export interface CivilDate {
  year: number;
  /** 1 .. 12 */
  month: number;
  /** 1 .. 31 */
  day: number;
}

export type CalendarPeriod = 'week' | 'month' | 'quarter' | 'year';

/** Days from 0000-03-01 to 1970-01-01: years are counted from March, so that a leap day ends one. */
const MARCH_YEAR_ZERO = 719468;
/** Days of 400 Gregorian years, of 100 years without the fourth century's leap day, of 4 years. */
const DAYS_400 = 146097;
const DAYS_100 = 36524;
const DAYS_4 = 1461;
/** 1969-12-29, the Monday of the week that holds day 0 (a Thursday). */
const MONDAY_ZERO = -3;

/** Day number of a date; any integers are taken: month 13 is next January, day 0 the last of the month before. */
export function epochDay(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1) - 2;
  const marchYear = Math.floor(months / 12);
  const marchMonth = months - marchYear * 12;
  const daysBeforeYear =
    marchYear * 365 +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400);
  // From March on, months last 31 30 31 30 31 | 31 30 31 30 31 | 31: 153 days every five.
  const daysBeforeMonth = Math.floor((153 * marchMonth + 2) / 5);
  return daysBeforeYear + daysBeforeMonth + day - 1 - MARCH_YEAR_ZERO;
}

/** The date of a day number. */
export function civilDate(day: number): CivilDate {
  const shifted = day + MARCH_YEAR_ZERO;
  const era = Math.floor(shifted / DAYS_400);
  const dayOfEra = shifted - era * DAYS_400;
  const century = Math.min(3, Math.floor(dayOfEra / DAYS_100));
  const dayOfCentury = dayOfEra - century * DAYS_100;
  const leapCycle = Math.floor(dayOfCentury / DAYS_4);
  const dayOfCycle = dayOfCentury - leapCycle * DAYS_4;
  const yearOfCycle = Math.min(3, Math.floor(dayOfCycle / 365));
  const dayOfYear = dayOfCycle - yearOfCycle * 365;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + century * 100 + leapCycle * 4 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Days in a month, 28 .. 31. */
export function daysInMonth(year: number, month: number): number {
  return epochDay(year, month + 1, 1) - epochDay(year, month, 1);
}

/** `2025-03-07`; years 0 .. 9999. */
export function isoDate(day: number): string {
  const { year, month, day: ofMonth } = civilDate(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(ofMonth, 2)}`;
}

/** Day number of `yyyy-mm-dd`, or null where that is not the text of an existing date. */
export function parseIsoDate(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const day = epochDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isoDate(day) === text ? day : null;
}

/** Day of the week, ISO: 1 Monday .. 7 Sunday. */
export function isoWeekday(day: number): number {
  return day - MONDAY_ZERO - 7 * Math.floor((day - MONDAY_ZERO) / 7) + 1;
}

/**
 * Which period a day lies in: consecutive integers, 0 for the period that holds 1970-01-01. Weeks
 * run from Monday to Sunday.
 */
export function periodIndex(day: number, period: CalendarPeriod): number {
  if (period === 'week') return Math.floor((day - MONDAY_ZERO) / 7);
  const { year, month } = civilDate(day);
  const months = (year - 1970) * 12 + month - 1;
  return Math.floor(months / MONTHS_IN[period]);
}

/**
 * `periodIndex` for many days of one stretch, from a table: one entry per day.
 *
 * @returns a function for the days `from .. to` only
 */
export function periodLookup(
  from: number,
  to: number,
  period: CalendarPeriod,
): (day: number) => number {
  const table = new Int32Array(Math.max(0, to - from + 1));
  let index = periodIndex(from, period);
  let next = periodStart(index + 1, period);
  for (let i = 0; i < table.length; i++) {
    if (from + i === next) next = periodStart(++index + 1, period);
    table[i] = index;
  }
  return (day) => table[day - from];
}

/** First day of a period. */
export function periodStart(index: number, period: CalendarPeriod): number {
  if (period === 'week') return MONDAY_ZERO + 7 * index;
  return epochDay(1970, 1 + index * MONTHS_IN[period], 1);
}

/** Last day of a period. */
export function periodEnd(index: number, period: CalendarPeriod): number {
  return periodStart(index + 1, period) - 1;
}

/** Number of days in a period. */
export function daysInPeriod(index: number, period: CalendarPeriod): number {
  return periodStart(index + 1, period) - periodStart(index, period);
}

/**
 * How a period is written: `2025-W09` (ISO 8601, the week belongs to the year of its Thursday),
 * `2025-03`, `2025-Q1`, `2025`.
 */
export function periodLabel(index: number, period: CalendarPeriod): string {
  const start = periodStart(index, period);
  if (period === 'week') {
    const { year } = civilDate(start + 3);
    const firstThursday = epochDay(year, 1, 1) + ((4 - isoWeekday(epochDay(year, 1, 1)) + 7) % 7);
    return `${padded(year, 4)}-W${padded((start + 3 - firstThursday) / 7 + 1, 2)}`;
  }
  const { year, month } = civilDate(start);
  if (period === 'year') return padded(year, 4);
  if (period === 'quarter') return `${padded(year, 4)}-Q${(month + 2) / 3}`;
  return `${padded(year, 4)}-${padded(month, 2)}`;
}

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: ofMonth } = civilDate(day);
  const first = epochDay(year, month + months, 1);
  const length = epochDay(year, month + months + 1, 1) - first;
  return first + Math.min(ofMonth, length) - 1;
}

/** First day of a person's own period k: `anchor` itself at k = 0, then k weeks, months, quarters or years on. */
export function rollingStart(anchor: number, k: number, period: CalendarPeriod): number {
  return period === 'week' ? anchor + 7 * k : addMonths(anchor, k * MONTHS_IN[period]);
}

/** The largest k with `rollingStart(anchor, k, period) <= day`: how many whole periods lie between. */
export function rollingIndex(anchor: number, day: number, period: CalendarPeriod): number {
  if (period === 'week') return Math.floor((day - anchor) / 7);
  // Months apart by the calendar is right or one too many, since a part of a month counts as none.
  const apart = Math.floor(
    (periodIndex(day, 'month') - periodIndex(anchor, 'month')) / MONTHS_IN[period],
  );
  return rollingStart(anchor, apart, period) <= day ? apart : apart - 1;
}

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const;

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
