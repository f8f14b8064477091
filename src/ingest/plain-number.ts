import type { Amount } from './amount';
import { checkedDay, type CalendarDate } from './calendar-date';

const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

/**
 * The common form of an amount, byte by byte: an optional minus, digits, at most one point; read as
 * `readAmount` reads it. False: some other form.
 */
export function readPlainAmount(
  bytes: Uint8Array,
  start: number,
  end: number,
  into: Amount,
): boolean {
  const first = bytes[start] === MINUS ? start + 1 : start;
  if (end - first > EXACT_DIGITS || end <= first) return false;
  let mantissa = 0;
  let point = -1;
  for (let at = first; at < end; at++) {
    const byte = bytes[at];
    if (byte >= ZERO && byte <= NINE) mantissa = mantissa * 10 + (byte - ZERO);
    else if (byte === POINT && point < 0) point = at;
    else return false;
  }
  if (point === first && end === first + 1) return false;
  const signed = first > start && mantissa !== 0 ? -mantissa : mantissa;
  if (point < 0) {
    into.set(signed, 0, 'none');
    return true;
  }
  const places = end - point - 1;
  const before = point - first;
  const doubtful = places === 3 && before >= 1 && before <= 3 && bytes[first] !== ZERO;
  into.set(signed, places, doubtful ? 'either.' : '.');
  return true;
}

/**
 * The common forms of a date, byte by byte: 2024-01-05, 2024/01/05, 05/01/2024, 05-01-2024; the first two
 * also with hh:mm or hh:mm:ss, and Z; read as `readDate` reads them. False: some other form.
 */
export function readPlainDate(
  bytes: Uint8Array,
  start: number,
  end: number,
  into: CalendarDate,
): boolean {
  const length = end - start;
  if (length < 10 || length > 20) return false;
  const separator = bytes[start + 4];
  if (separator === MINUS || separator === SLASH) {
    if (bytes[start + 7] !== separator) return false;
    const year = digits(bytes, start, 4);
    const month = digits(bytes, start + 5, 2);
    const day = digits(bytes, start + 8, 2);
    if (year < 0 || month < 0 || day < 0) return false;
    if (length > 10) return readTime(bytes, start + 10, end, checkedDay(year, month, day), into);
    into.setDay('fixed', checkedDay(year, month, day));
    return true;
  }
  const early = bytes[start + 2];
  if (length !== 10 || (early !== SLASH && early !== MINUS) || bytes[start + 5] !== early)
    return false;
  const one = digits(bytes, start, 2);
  const two = digits(bytes, start + 3, 2);
  const three = digits(bytes, start + 6, 4);
  if (one < 0 || two < 0 || three < 0) return false;
  into.setNumbers(one, two, three, false);
  return true;
}

/** ` hh:mm`, ` hh:mm:ss`, with T for the space and Z after it. */
function readTime(
  bytes: Uint8Array,
  at: number,
  end: number,
  day: ReturnType<typeof checkedDay>,
  into: CalendarDate,
): boolean {
  const zulu = bytes[end - 1] === 90;
  const length = end - at - (zulu ? 1 : 0);
  if ((bytes[at] !== 32 && bytes[at] !== 84) || bytes[at + 3] !== COLON) return false;
  if (length !== 6 && !(length === 9 && bytes[at + 6] === COLON)) return false;
  const hour = digits(bytes, at + 1, 2);
  const minute = digits(bytes, at + 4, 2);
  const second = length === 9 ? digits(bytes, at + 7, 2) : 0;
  // Odd times (24:00, leap seconds, impossible ones) are left to the reading of text.
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  into.setDay('fixed', day);
  into.minute = hour * 60 + minute;
  if (zulu) into.offset = 0;
  return true;
}

/** The number that some digits make, or -1 where one of them is none. */
function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = bytes[at] - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
