import { orderRhythm, ordersByDay } from '../activity';
import { civilDate, isoWeekday } from '../calendar';
import type { Orders } from '../orders';

/** When people order, as orders per day or per hour of such a day, so that a month seen twice counts no more. */
export interface SeasonalRhythm {
  /** 7 x 24 orders in the hour of an average such weekday, Monday first; null when no order has a time. */
  weekdayHour: Float64Array | null;
  /** Share of the orders that have a time. */
  timed: number;
  /** 12 x 7 orders per such day, January Monday first; NaN where no such day was observed. */
  monthWeekday: Float64Array;
  /** Years observed, and 12 orders per day for each: NaN for months not observed. */
  years: number[];
  yearMonth: Float64Array;
  /** Days of each month of each year within the observation. */
  yearMonthDays: Uint16Array;
  orders: number;
}

/**
 * Orders by weekday and hour, by month and weekday, by year and month, each per day observed.
 *
 * @param firstDay first day of the data; the observation runs from it to the observation end
 * @returns null without orders
 */
export function seasonalRhythm(orders: Orders, firstDay: number): SeasonalRhythm | null {
  const { observationEnd, count, minute } = orders;
  if (count === 0) return null;
  const firstYear = civilDate(firstDay).year;
  const lastYear = civilDate(observationEnd).year;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  const weekdays = new Uint32Array(7);
  const monthWeekdays = new Uint32Array(12 * 7);
  const yearMonthDays = new Uint16Array(12 * years.length);
  for (let d = firstDay; d <= observationEnd; d++) {
    const { year, month } = civilDate(d);
    const weekday = isoWeekday(d) - 1;
    weekdays[weekday]++;
    monthWeekdays[(month - 1) * 7 + weekday]++;
    yearMonthDays[(year - firstYear) * 12 + month - 1]++;
  }
  const { weekdayHour, weekdayMonth } = orderRhythm(orders);
  const yearMonth = new Float64Array(12 * years.length);
  const { first, counts } = ordersByDay(orders);
  for (let d = 0; d < counts.length; d++) {
    const { year, month } = civilDate(first + d);
    yearMonth[(year - firstYear) * 12 + month - 1] += counts[d];
  }
  const timed = minute === null ? 0 : minute.reduce((sum, at) => sum + Number(at >= 0), 0);
  return {
    weekdayHour:
      weekdayHour && Float64Array.from(weekdayHour, (n, i) => n / weekdays[Math.floor(i / 24)]),
    timed: timed / count,
    monthWeekday: Float64Array.from(
      monthWeekdays,
      (days, i) => weekdayMonth[(i % 7) * 12 + Math.floor(i / 7)] / days,
    ),
    years,
    yearMonth: yearMonth.map((n, i) => n / yearMonthDays[i]),
    yearMonthDays,
    orders: count,
  };
}
