import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, isoDate } from '../../src/analysis/calendar';
import { CalendarDate, readDate } from '../../src/ingest/calendar-date';
import type { DateOrder } from '../../src/ingest/choices';

function read(text: string, order: DateOrder | null = null): string {
  const date = new CalendarDate();
  readDate(text, date);
  const day = date.dayUnder(order);
  return typeof day === 'number' ? isoDate(day) : day;
}

function minute(text: string): number {
  const date = new CalendarDate();
  readDate(text, date);
  return date.minute;
}

describe('a date as written', () => {
  const READINGS: [string, DateOrder | null, string][] = [
    ['2024-01-05', null, '2024-01-05'],
    ['2024/1/5', null, '2024-01-05'],
    ['2024.01.05', null, '2024-01-05'],
    ['20240105', null, '2024-01-05'],
    ['20240105101112', null, '2024-01-05'],
    ['05.01.2024', null, '2024-01-05'],
    ['5.1.24', null, '2024-01-05'],
    ['05/01/2024', 'dmy', '2024-01-05'],
    ['05/01/2024', 'mdy', '2024-05-01'],
    ['05-01-2024 10:30', 'dmy', '2024-01-05'],
    ['13/01/2024', 'mdy', 'DATE_INVALID'],
    ['05/01/2024', null, 'DATE_INVALID'],
    ['05/05/2024', null, '2024-05-05'],
    ['24-12-31', 'ymd', '2024-12-31'],
    ['Fri, 5 Jan 2024 23:30:00 GMT', null, '2024-01-05'],
    ['Fri Jan 05 2024 10:00:00 GMT+0100 (CET)', null, '2024-01-05'],
    ['January 5th, 2024', null, '2024-01-05'],
    ['05-JAN-24', null, '2024-01-05'],
    ['2024-01-05T23:30:00-08:00', null, '2024-01-05'],
    ['2025-10-02 17:09:34 -0300', null, '2025-10-02'],
    ['2024-01-05 10:30 PST', null, '2024-01-05'],
    ['1704412800', null, '2024-01-05'],
    ['1704412800000', null, '2024-01-05'],
    ['45296', null, '2024-01-05'],
    ['45296.75', null, '2024-01-05'],
    ['2023-02-29', null, 'DATE_INVALID'],
    ['0000-00-00', null, 'DATE_INVALID'],
    ['1899-12-31', null, 'DATE_OUT_OF_RANGE'],
    ['9999-12-31', null, 'DATE_OUT_OF_RANGE'],
    ['2024', null, 'DATE_INVALID'],
    ['2024-W01-5', null, 'DATE_INVALID'],
    ['2024-01-05 TOTAL', null, 'DATE_INVALID'],
    ['2024-01-05T25:00:00', null, 'DATE_INVALID'],
    ['5 janv. 2024', null, 'DATE_INVALID'],
    ['yesterday', null, 'DATE_INVALID'],
    [' ', null, 'DATE_EMPTY'],
  ];
  for (const [text, order, expected] of READINGS)
    it(`${JSON.stringify(text)} read ${order ?? 'without an order'} is ${expected}`, () => {
      expect(read(text, order)).toBe(expected);
    });

  it('keeps the time of day as written', () => {
    expect(minute('2024-01-05')).toBe(-1);
    expect(minute('2024-01-05T10:30:00+05:30')).toBe(630);
    expect(minute('1/5/2024 12:15 AM')).toBe(15);
    expect(minute('1/5/2024 5:15 pm')).toBe(17 * 60 + 15);
    expect(minute('Jan 2, 2025 17:09:34 PM')).toBe(17 * 60 + 9);
    expect(minute('45296.75')).toBe(18 * 60);
  });

  it('is the same day in every way of writing it', () => {
    const first = epochDay(1970, 1, 1);
    const days = fc.integer({ min: first, max: epochDay(2068, 12, 31) });
    fc.assert(
      fc.property(days, (day) => {
        const iso = isoDate(day);
        const [y, m, d] = iso.split('-');
        expect(read(iso)).toBe(iso);
        expect(read(y + m + d)).toBe(iso);
        expect(read(`${d}.${m}.${y}`)).toBe(iso);
        expect(read(`${d}/${m}/${y}`, 'dmy')).toBe(iso);
        expect(read(`${Number(m)}/${Number(d)}/${y}`, 'mdy')).toBe(iso);
        expect(read(`${iso}T00:00:00Z`)).toBe(iso);
        expect(read(`${iso} 23:59:59 +1400`)).toBe(iso);
      }),
    );
  });
});
