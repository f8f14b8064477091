import { ticks } from 'd3-array';
import { date, dayOfMonth, month, monthName, year } from '../text/format';
import { LABEL_SIZE } from './marks';
import { textWidth } from './text-width';

export interface Tick {
  value: number;
  label: string;
}

/** Least space between two tick labels, px. */
const GAP = 14;

/**
 * At most `count` round numbers between low and high (d3's 1-2-5 steps).
 *
 * @param format gives null for numbers it cannot show; those ticks go.
 */
export function numberTicks(
  low: number,
  high: number,
  count: number,
  format: (value: number) => string | null,
): Tick[] {
  if (!(high > low)) return [];
  let chosen: number[] = [];
  // d3 treats the count as a hint and may exceed it by half.
  for (let wanted = count; wanted >= 1; wanted--) {
    chosen = ticks(low, high, wanted);
    if (chosen.length <= count) break;
  }
  const labelled = chosen.flatMap((value) => {
    const label = format(value);
    return label === null ? [] : [{ value, label }];
  });
  // Counts of 0.5 and 1.5 read "1" and "2": a label said twice is said wrongly.
  return labelled.filter((tick, i) => tick.label !== labelled[i - 1]?.label);
}

/** Ticks that leave room for their labels side by side. */
export function fittingTicks(
  low: number,
  high: number,
  width: number,
  format: (value: number) => string | null,
): Tick[] {
  for (let count = Math.max(2, Math.min(8, Math.floor(width / 60))); count > 1; count--) {
    const found = numberTicks(low, high, count, format);
    const room = (width * (found[1] ? found[1].value - found[0].value : high - low)) / (high - low);
    if (found.every((tick) => textWidth(tick.label, LABEL_SIZE) + GAP <= room)) return found;
  }
  return numberTicks(low, high, 2, format);
}

const DAY_MS = 86_400_000;
const YEARS = [1, 2, 5, 10, 20, 50, 100];

/**
 * Ticks of a time axis on the first of a day, week, month, quarter or year, the finest whose labels do not touch.
 * Months name themselves, the first and each January with the year.
 *
 * @param low first day, days since 1970-01-01
 * @param high last day
 * @param width px between them
 */
export function timeTicks(low: number, high: number, width: number): Tick[] {
  if (!(high > low)) return [{ value: low, label: date(low) ?? '' }];
  const steps: (() => Tick[])[] = [
    ...[1, 2, 7, 14].map((step) => () => dayTicks(low, high, step)),
    ...[1, 3, 6].map((step) => () => monthTicks(low, high, step)),
    ...YEARS.map((step) => () => monthTicks(low, high, 12 * step)),
  ];
  // Estimated before it is built: a day tick each for ten years is work for nothing.
  const days = [1, 2, 7, 14, 30, 91, 182, ...YEARS.map((n) => 365 * n)];
  for (const [i, build] of steps.entries()) {
    if ((width * days[i]) / (high - low) < 24) continue;
    const found = build();
    const room = (value: number): number => ((value - low) / (high - low)) * width;
    const apart = found.every((tick, k) => {
      const next = found[k + 1] as Tick | undefined;
      if (!next) return true;
      const half = (textWidth(tick.label, LABEL_SIZE) + textWidth(next.label, LABEL_SIZE)) / 2;
      return room(next.value) - room(tick.value) >= half + GAP;
    });
    if (apart) return found;
  }
  return [{ value: low, label: year(low) ?? '' }];
}

function dayTicks(low: number, high: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = Math.ceil(low / step) * step; day <= high; day += step)
    found.push({ value: day, label: (found.length ? dayOfMonth(day) : date(day)) ?? '' });
  return found;
}

function monthTicks(low: number, high: number, step: number): Tick[] {
  const first = new Date(low * DAY_MS);
  let index = first.getUTCFullYear() * 12 + first.getUTCMonth();
  if (first.getUTCDate() > 1) index += 1;
  index = Math.ceil(index / step) * step;
  const found: Tick[] = [];
  for (; ; index += step) {
    const day = Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY_MS;
    if (day > high) return found;
    const named = found.length === 0 || index % 12 === 0;
    const label = step % 12 === 0 ? year(day) : named ? month(day) : monthName(day);
    found.push({ value: day, label: label ?? '' });
  }
}
