import { epochDay } from '../analysis/calendar';
import type { DateOrder } from './choices';
import { NO_MINUTE, readTime, type ClockTime } from './clock-time';

export type DateFault = 'DATE_EMPTY' | 'DATE_INVALID' | 'DATE_OUT_OF_RANGE';

/** How a date is written. */
export type DateForm =
  /** One reading only: 2024-01-05, 5 Jan 2024, 05.01.2024, 20240105. */
  | 'fixed'
  /** Three numbers whose order the column must prove: 05/01/2024. */
  | 'ordered'
  /** Seconds or finer since 1970-01-01, read in UTC. */
  | 'epoch'
  /** Days as a spreadsheet counts them, 1 = 1900-01-01. */
  | 'serial';

/** A date cell as written. Reused from cell to cell, since there are millions. */
export class CalendarDate {
  fault: DateFault | null = null;
  form: DateForm = 'fixed';
  /** Day since 1970-01-01, unless the form is `ordered`. */
  day = 0;
  /** The numbers of an `ordered` date, left to right. */
  first = 0;
  second = 0;
  third = 0;
  twoDigitYear = false;
  /** Minute of the day as written, -1 without a time. */
  minute = NO_MINUTE;
  /** Minutes that the written zone is ahead of UTC; NaN when none (or only a name) is written. */
  offset = NaN;

  /** The day under an order of day and month, or the fault of reading it so. */
  dayUnder(order: DateOrder | null): number | DateFault {
    if (this.fault) return this.fault;
    if (this.form !== 'ordered') return this.day;
    const { first, second, third } = this;
    switch (order) {
      case 'dmy':
        return checkedDay(this.#year(third), second, first);
      case 'mdy':
        return checkedDay(this.#year(third), first, second);
      case 'ymd':
        return this.twoDigitYear ? checkedDay(this.#year(first), second, third) : 'DATE_INVALID';
      case null: {
        // Without a decided order only dates that are the same either way may be read.
        const day = checkedDay(this.#year(third), second, first);
        return first === second ? day : 'DATE_INVALID';
      }
    }
  }

  /** Which order the cell proves: `either` when both are possible and differ, `same` when nothing hangs on it. */
  get evidence(): DateOrder | 'either' | 'same' | 'none' {
    if (this.fault !== null || this.form !== 'ordered') return 'same';
    const dayFirst = this.dayUnder('dmy') !== 'DATE_INVALID';
    const monthFirst = this.dayUnder('mdy') !== 'DATE_INVALID';
    if (dayFirst && monthFirst) return this.first === this.second ? 'same' : 'either';
    if (dayFirst) return 'dmy';
    if (monthFirst) return 'mdy';
    return this.dayUnder('ymd') === 'DATE_INVALID' ? 'none' : 'ymd';
  }

  fail(fault: DateFault): void {
    this.#clear('fixed');
    this.fault = fault;
  }

  setDay(form: DateForm, day: number | DateFault): void {
    this.#clear(form);
    if (typeof day === 'number') this.day = day;
    else this.fault = day;
  }

  setNumbers(first: number, second: number, third: number, twoDigitYear: boolean): void {
    this.#clear('ordered');
    this.first = first;
    this.second = second;
    this.third = third;
    this.twoDigitYear = twoDigitYear;
  }

  #clear(form: DateForm): void {
    this.fault = null;
    this.form = form;
    this.day = 0;
    this.twoDigitYear = false;
    this.minute = NO_MINUTE;
    this.offset = NaN;
  }

  #year(written: number): number {
    return this.twoDigitYear ? fullYear(written) : written;
  }
}

/** 00-68 is 2000-2068, 69-99 is 1969-1999 (POSIX). */
export function fullYear(twoDigits: number): number {
  return twoDigits <= 68 ? 2000 + twoDigits : 1900 + twoDigits;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const FIRST_TABLED = 1950;
const LAST_TABLED = 2099;
/** First day of each month of the years in which nearly all orders are, and of the month after. */
export const MONTH_STARTS = Int32Array.from(
  { length: (LAST_TABLED - FIRST_TABLED + 1) * 12 + 1 },
  (_, at) => epochDay(FIRST_TABLED + Math.floor(at / 12), (at % 12) + 1, 1),
);

/** Day number of a real date from 1900 to 9998; impossible dates never roll over. */
export function checkedDay(year: number, month: number, day: number): number | DateFault {
  if (month < 1 || month > 12 || day < 1) return 'DATE_INVALID';
  if (year >= FIRST_TABLED && year <= LAST_TABLED) {
    const at = (year - FIRST_TABLED) * 12 + month - 1;
    const found = MONTH_STARTS[at] + day - 1;
    return found < MONTH_STARTS[at + 1] ? found : 'DATE_INVALID';
  }
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > MONTH_DAYS[month - 1] + (leap && month === 2 ? 1 : 0)) return 'DATE_INVALID';
  if (year < 1900 || year >= 9999) return 'DATE_OUT_OF_RANGE';
  return epochDay(year, month, day);
}

const clock: ClockTime = { minute: NO_MINUTE, offset: NaN };

/** Reads a cell. The date is the one written: a time or zone after it never moves it. */
export function readDate(text: string, into: CalendarDate): void {
  const trimmed = text.trim();
  if (trimmed === '') {
    into.fail('DATE_EMPTY');
    return;
  }
  if (/^\d+(?:\.\d+)?$/.test(trimmed) && readCount(trimmed, into)) return;
  const rest = readNumbers(trimmed, into) ?? readMonthName(trimmed, into);
  if (rest === null || !readTime(rest, clock)) {
    into.fail('DATE_INVALID');
    return;
  }
  into.minute = clock.minute;
  into.offset = clock.offset;
}

const NUMBERS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/;

/** Three numbers with -, / or . between. Returns what follows, or null when it is no such date. */
function readNumbers(text: string, into: CalendarDate): string | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [whole, one, separator, two, three] = match;
  const first = Number(one);
  const second = Number(two);
  const third = Number(three);
  if (one.length === 4) {
    if (three.length > 2) return null;
    into.setDay('fixed', checkedDay(first, second, third));
  } else {
    if (one.length === 3 || three.length === 1 || three.length === 3) return null;
    const twoDigitYear = three.length === 2;
    if (separator === '.') {
      into.setDay('fixed', checkedDay(twoDigitYear ? fullYear(third) : third, second, first));
      into.twoDigitYear = twoDigitYear;
    } else into.setNumbers(first, second, third, twoDigitYear);
  }
  return text.slice(whole.length);
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** 1 to 12 for an English month name, in full, with three letters, or `sept`; 0 for anything else. */
function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  if (lower === 'sept') return 9;
  return MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1;
}

const NAME = /[A-Za-z]{3}/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const DAY_NAME_YEAR =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]{0,2}(?<name>[A-Za-z]{3,9})[\s\-/.,]{0,2}(?<year>\d{4}|\d{2})(?!\d)/;
const NAME_DAY_YEAR =
  /^(?<name>[A-Za-z]{3,9})\.?[\s\-/]?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s?|[\s\-/])(?<year>\d{4}|\d{2})(?!\d)/;
const YEAR_NAME_DAY = /^(?<year>\d{4})[\s\-/](?<name>[A-Za-z]{3,9})[\s\-/](?<day>\d{1,2})(?!\d)/;

/** A date with an English month name. Returns what follows, or null when it is none. */
function readMonthName(text: string, into: CalendarDate): string | null {
  if (!NAME.test(text) || !/\d/.test(text)) return null;
  const plain = text.replace(WEEKDAY, '');
  const match = DAY_NAME_YEAR.exec(plain) ?? NAME_DAY_YEAR.exec(plain) ?? YEAR_NAME_DAY.exec(plain);
  if (!match?.groups) return null;
  const { day, name, year } = match.groups;
  const month = monthNumber(name);
  if (month === 0) return null;
  const twoDigitYear = year.length === 2;
  const fullYearNumber = twoDigitYear ? fullYear(Number(year)) : Number(year);
  into.setDay('fixed', checkedDay(fullYearNumber, month, Number(day)));
  into.twoDigitYear = twoDigitYear;
  return plain.slice(match[0].length);
}

/** 1899-12-30: spreadsheets count from here, after their leap day of 1900 that never was. */
const SERIAL_ZERO = epochDay(1899, 12, 30);
/** Number of digits of an epoch count -> how many of it make a second. */
const PER_SECOND: Record<number, number> = { 9: 1, 10: 1, 12: 1e3, 13: 1e3, 16: 1e6, 19: 1e9 };

/** A bare number: yyyymmdd (with hhmmss), a spreadsheet's day count, or time since 1970. False: none of these. */
function readCount(text: string, into: CalendarDate): boolean {
  const [whole, fraction] = text.split('.') as [string, string?];
  if (fraction === undefined && (whole.length === 8 || whole.length === 14)) {
    const part = (from: number, to: number) => Number(whole.slice(from, to));
    into.setDay('fixed', checkedDay(part(0, 4), part(4, 6), part(6, 8)));
    if (whole.length === 14) {
      if (part(8, 10) > 23 || part(10, 12) > 59 || part(12, 14) > 60) into.fail('DATE_INVALID');
      else into.minute = part(8, 10) * 60 + part(10, 12);
    }
    return true;
  }
  if (whole.length === 5 && !whole.startsWith('0')) {
    into.setDay('serial', SERIAL_ZERO + Number(whole));
    if (fraction !== undefined && Number(fraction) > 0)
      into.minute = Math.min(1439, Math.floor(Number(`0.${fraction}`) * 1440 + 1e-6));
    return true;
  }
  const perSecond = PER_SECOND[whole.length] as number | undefined;
  if (perSecond === undefined || whole.startsWith('0')) return false;
  const seconds = Math.floor(Number(whole) / perSecond);
  into.setDay('epoch', Math.floor(seconds / 86400));
  into.minute = Math.floor((seconds % 86400) / 60);
  into.offset = 0;
  return true;
}
