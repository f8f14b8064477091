import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoWeekday } from '../../../src/analysis/calendar';
import { Random } from '../../../src/analysis/simulate/random';
import { busyDay, minuteOfDay } from '../../../src/analysis/simulate/rhythm';

const starts = fc.integer({ min: 10_000, max: 30_000 });

test('every whole week takes a week, and no day is moved by more than one', () => {
  fc.assert(
    fc.property(starts, fc.nat(3000 * 1024), (from, parts) => {
      // In parts of 1/1024 of a day, which add up exactly.
      const elapsed = parts / 1024;
      const day = busyDay(from, elapsed);
      expect(Math.abs(day - Math.floor(from + elapsed))).toBeLessThanOrEqual(1);
      expect(busyDay(from, elapsed + 7)).toBe(day + 7);
      expect(day).toBeGreaterThanOrEqual(from);
    }),
  );
});

test('events at a constant rate fall most often on a Friday and least on a Sunday', () => {
  const random = new Random(3);
  const counts = new Array<number>(8).fill(0);
  for (let i = 0; i < 50_000; i++) counts[isoWeekday(busyDay(19_000, random.uniform() * 700))]++;
  expect(Math.max(...counts.slice(1))).toBe(counts[5]);
  expect(Math.min(...counts.slice(1))).toBe(counts[7]);
});

test('minutes lie within the day, more of them in the evening than at night', () => {
  const random = new Random(3);
  let evening = 0;
  let night = 0;
  for (let i = 0; i < 10_000; i++) {
    const minute = minuteOfDay(random);
    expect(minute >= 0 && minute < 1440 && Number.isInteger(minute)).toBe(true);
    if (minute >= 19 * 60 && minute < 22 * 60) evening++;
    if (minute < 3 * 60) night++;
  }
  expect(evening).toBeGreaterThan(5 * night);
});
