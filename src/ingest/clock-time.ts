import { epochDay } from '../analysis/calendar';

/** No time of day is written. */
export const NO_MINUTE = -1;

export interface ClockTime {
  /** Minute of the day as written, 0 .. 1439, or NO_MINUTE. */
  minute: number;
  /** Minutes ahead of UTC of the zone written after it; NaN without one, or with a name only. */
  offset: number;
}

const TIME =
  /^(?:[T ]|,\s?|\s+)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap]\.?m\.?|sa|ch)(?![a-z]))?/i;
/** Z, +05:30, -0800, UTC, GMT+0100; a zone's name in brackets after it. */
const ZONE =
  /^\s*(?:(Z|z|UTC|GMT)|(?:UTC|GMT)?\s?([+\-\u2212])(\d{2})(?::?(\d{2}))?)?(?:\s?[([][\w /+-]*[)\]])?$/;
/** An abbreviation such as PST or CEST: it names a zone, but not for sure which. */
const ABBREVIATION = /^\s?[A-Z]{2,5}$/;

/**
 * Reads what follows a date: nothing, a time, a zone. False when it is anything else, or no possible time.
 * 24:00 and the 60th second are possible; an hour beyond 12 with AM or PM is taken as a 24-hour one.
 */
export function readTime(rest: string, into: ClockTime): boolean {
  into.minute = NO_MINUTE;
  into.offset = NaN;
  if (rest === '') return true;
  const time = TIME.exec(rest);
  if (time) {
    const [, hourText, minuteText, secondText = '0', half] = time;
    let hour = Number(hourText);
    const minute = Number(minuteText);
    const second = Number(secondText);
    if (minute > 59 || second > 60 || hour > 24) return false;
    if (hour === 24 && (minute > 0 || second > 0)) return false;
    if (half) {
      const afternoon = /^(p|ch)/i.test(half);
      if (hour === 12 && !afternoon) hour = 0;
      else if (hour < 12 && afternoon) hour += 12;
    }
    into.minute = Math.min(1439, hour * 60 + minute);
  }
  const afterTime = rest.slice(time ? time[0].length : 0);
  const zone = ZONE.exec(afterTime);
  if (!zone) return time !== null && ABBREVIATION.test(afterTime);
  const [, universal, sign, hours, minutes = '0'] = zone;
  if (universal) into.offset = 0;
  else if (sign) {
    if (Number(hours) > 15 || Number(minutes) > 59) return false;
    into.offset = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  }
  return true;
}

/** Today where this computer is, in days since 1970-01-01. */
export function localToday(): number {
  const now = new Date();
  return epochDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
