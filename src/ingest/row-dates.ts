import { CalendarDate, type DateFault } from './calendar-date';
import type { Cells } from './cells';
import { NO_MINUTE, readTime, type ClockTime } from './clock-time';
import type { DateColumn, ReadingPlan } from './reading-plan';
import type { WarningCode } from './understanding';
import { dayAndMinute, minutesOf, ZoneClock } from './zone-clock';

/** Reads the dates of a row. Reused from row to row. */
export class RowDates {
  /** A cell showed another order of day and month than the column was read with, or the first doubt. */
  unsettled = false;
  /** Minute of the day of the date read last, NO_MINUTE without a time. */
  minute = NO_MINUTE;
  readonly #plan: ReadingPlan;
  readonly #lastDay: number;
  readonly #zone: ZoneClock | null;
  readonly #date = new CalendarDate();
  readonly #endDate = new CalendarDate();
  readonly #clock: ClockTime = { minute: NO_MINUTE, offset: NaN };

  /** @param lastDay the last day that is no error, in days since 1970-01-01 */
  constructor(plan: ReadingPlan, lastDay: number) {
    this.#plan = plan;
    this.#lastDay = lastDay;
    this.#zone = plan.zone === null ? null : new ZoneClock(plan.zone);
  }

  /** The day of the row, or why it has none. Check `unsettled` first. */
  read(cells: Cells): number | DateFault | 'DATE_FUTURE' {
    const date = this.#date;
    cells.date(this.#plan.date.column, date);
    let day = this.#ordered(date, this.#plan.date);
    this.minute = date.minute;
    if (typeof day !== 'number') return day;
    const { time } = this.#plan.mapping;
    if (
      this.minute === NO_MINUTE &&
      time !== undefined &&
      readTime(` ${cells.text(time).trim()}`, this.#clock)
    )
      this.minute = this.#clock.minute;
    if (this.#zone && date.minute !== NO_MINUTE && !Number.isNaN(date.offset)) {
      const utc = minutesOf(day, date.minute) - date.offset;
      ({ day, minute: this.minute } = dayAndMinute(this.#zone.localMinutes(utc)));
    }
    return day > this.#lastDay ? 'DATE_FUTURE' : day;
  }

  /** The end of the row's contract; null where the cell is blank. */
  readEnd(cells: Cells, column: DateColumn): number | DateFault | null {
    if (cells.isBlank(column.column)) return null;
    cells.date(column.column, this.#endDate);
    return this.#ordered(this.#endDate, column);
  }

  /** What is remarkable about the date read last. */
  get remarks(): WarningCode[] {
    const { form, twoDigitYear } = this.#date;
    const remarks: WarningCode[] = [];
    if (twoDigitYear) remarks.push('TWO_DIGIT_YEAR');
    if (form === 'epoch') remarks.push('EPOCH_DATES_UTC');
    if (form === 'serial') remarks.push('EXCEL_SERIAL_DATES');
    return remarks;
  }

  get remarkable(): boolean {
    return this.#date.twoDigitYear || this.#date.form === 'epoch' || this.#date.form === 'serial';
  }

  /** The day under the column's order; the first date that proves an order sets it. */
  #ordered(date: CalendarDate, column: DateColumn): number | DateFault {
    if (date.form === 'ordered' && !column.chosen) {
      const { evidence } = date;
      if (evidence === 'either') this.unsettled ||= column.order === null;
      else if (evidence !== 'same' && evidence !== 'none') {
        column.order ??= evidence;
        this.unsettled ||= column.order !== evidence;
      }
    }
    return date.dayUnder(column.order);
  }
}
