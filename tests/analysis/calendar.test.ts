import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  civilDate,
  daysInMonth,
  daysInPeriod,
  epochDay,
  isoDate,
  isoWeekday,
  parseIsoDate,
  periodEnd,
  periodIndex,
  periodLabel,
  periodLookup,
  periodStart,
  rollingIndex,
  rollingStart,
  type CalendarPeriod,
} from '../../src/analysis/calendar';

const DAY_MS = 86_400_000;
/** 0000-01-01 .. 9999-12-31 */
const anyDay = fc.integer({ min: -719_528, max: 2_932_896 });
const anyPeriod = fc.constantFrom<CalendarPeriod>('week', 'month', 'quarter', 'year');

describe('days and dates', () => {
  test('every day agrees with the Gregorian calendar of Date.UTC', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS);
        expect(civilDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(isoWeekday(day)).toBe(date.getUTCDay() || 7);
      }),
      { numRuns: 2000 },
    );
  });

  test('every single day of 1890 to 2110 goes there and back', () => {
    for (let day = epochDay(1890, 1, 1); day < epochDay(2110, 1, 1); day++) {
      const { year, month, day: ofMonth } = civilDate(day);
      expect(epochDay(year, month, ofMonth)).toBe(day);
    }
  });

  test('a date and its text are the same thing', () => {
    fc.assert(fc.property(anyDay, (day) => parseIsoDate(isoDate(day)) === day));
  });

  test('dates that do not exist are refused, not rolled over', () => {
    for (const text of ['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '1900-02-29'])
      expect(parseIsoDate(text)).toBeNull();
    for (const text of ['2025-1-01', '20250101', ' 2025-01-01', '2025-01-01T00:00', ''])
      expect(parseIsoDate(text)).toBeNull();
    expect(parseIsoDate('2000-02-29')).toBe(epochDay(2000, 2, 29));
  });

  test('leap years have a February of 29 days', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });
});

describe('periods', () => {
  test('each day lies between the start and the end of its own period, and periods touch', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (day, period) => {
        const index = periodIndex(day, period);
        expect(periodStart(index, period)).toBeLessThanOrEqual(day);
        expect(periodEnd(index, period)).toBeGreaterThanOrEqual(day);
        expect(periodIndex(periodEnd(index, period) + 1, period)).toBe(index + 1);
        expect(daysInPeriod(index, period)).toBe(
          periodEnd(index, period) - periodStart(index, period) + 1,
        );
      }),
    );
  });

  test('a table of a stretch of days says the same', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(900), anyPeriod, (from, length, period) => {
        const lookup = periodLookup(from, from + length, period);
        for (let day = from; day <= from + length; day++)
          expect(lookup(day)).toBe(periodIndex(day, period));
      }),
      { numRuns: 30 },
    );
  });

  test('the period of 1970-01-01 is number 0', () => {
    for (const period of ['week', 'month', 'quarter', 'year'] as const)
      expect(periodIndex(0, period)).toBe(0);
  });

  test('weeks are ISO weeks: they start on Monday and are numbered by their Thursday', () => {
    expect(isoWeekday(periodStart(1234, 'week'))).toBe(1);
    const label = (text: string) => periodLabel(periodIndex(parseIsoDate(text)!, 'week'), 'week');
    expect(label('2021-01-03')).toBe('2020-W53');
    expect(label('2021-01-04')).toBe('2021-W01');
    expect(label('2024-12-30')).toBe('2025-W01');
    expect(label('2010-01-03')).toBe('2009-W53');
  });

  test('labels', () => {
    const day = parseIsoDate('2025-11-21')!;
    const labels = (['month', 'quarter', 'year'] as const).map((period) =>
      periodLabel(periodIndex(day, period), period),
    );
    expect(labels).toEqual(['2025-11', '2025-Q4', '2025']);
  });
});

describe('rolling periods', () => {
  test('a month after 31 January is the last of February', () => {
    const from = epochDay(2024, 1, 31);
    expect(isoDate(addMonths(from, 1))).toBe('2024-02-29');
    expect(isoDate(addMonths(from, 13))).toBe('2025-02-28');
    expect(isoDate(addMonths(from, -2))).toBe('2023-11-30');
  });

  test('rollingIndex is the number of whole periods between two days', () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(days, days, anyPeriod, (anchor, day, period) => {
        const k = rollingIndex(anchor, day, period);
        expect(rollingStart(anchor, k, period)).toBeLessThanOrEqual(day);
        expect(rollingStart(anchor, k + 1, period)).toBeGreaterThan(day);
      }),
      { numRuns: 1000 },
    );
  });
});
