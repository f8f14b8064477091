import { parseIsoDate } from '../analysis/calendar';
import type { CustomerSummary } from '../analysis/customer-summary';
import { DAYS_IN } from '../analysis/time-unit';
import { CalendarDate } from './calendar-date';
import type { Cells } from './cells';
import type { DateOrder } from './choices';
import type { TableReading } from './table-reading';
import type { TableMapping, TableRole } from './table-roles';
import { NumberCells, type RowFault, type RowRemark } from './table-rows';
import type { Understanding } from './understanding';

/** One row of a summary as it was read; times in days. */
export interface SummaryRow {
  x: number;
  tx: number;
  T: number;
  orders: number;
  /** NaN where unknown. */
  m: number;
  net: number;
}

const MOST = 1e7;
/** Ends of observation that differ by less than this many days are one, rounded. */
const ONE_DAY = 1;

const date = new CalendarDate();

/**
 * What rows of customer and grouped summaries have in common: x, t_x, T and money, by the definitions of an
 * order log (occasions are days; t_x and T run from the first one), and the columns they add up to.
 */
export class SummaryRows {
  remarks: RowRemark[] = [];
  readonly row: SummaryRow = { x: 0, tx: 0, T: 0, orders: 0, m: NaN, net: NaN };
  #numbers!: NumberCells;
  #mapping: TableMapping = {};
  #reading!: TableReading;
  #order: DateOrder | null = null;
  #days = 1;
  #end: number | null = null;
  /** First + T, smallest and largest: the observation end where all agree. */
  #ends: [number, number] = [Infinity, -Infinity];
  #rowEnd = NaN;
  #knowsOrders = false;
  #knowsMean = false;
  #knowsNet = true;
  #meanOf: 'repeats' | 'all' = 'repeats';
  readonly #columns: Record<keyof SummaryRow, number[]> = {
    x: [],
    tx: [],
    T: [],
    orders: [],
    m: [],
    net: [],
  };

  begin(understanding: Understanding): void {
    const reading = understanding.table;
    if (!reading) throw new Error(`${understanding.file} is an order log`);
    this.#numbers = new NumberCells(understanding);
    this.#reading = reading;
    this.#mapping = reading.mapping;
    this.#order = understanding.dates.find(({ order }) => order !== null)?.order ?? null;
    this.#days = DAYS_IN[reading.timeUnit?.value ?? 'day'];
    this.#end = parseIsoDate(reading.observationEnd?.value ?? '');
    this.#knowsOrders ||= this.#mapping.orders !== undefined;
    this.#knowsMean ||= reading.meanOf !== null;
    this.#meanOf = reading.meanOf?.value ?? this.#meanOf;
  }

  /** Reads a row into `row`, or says what is wrong with it. */
  read(cells: Cells): RowFault | null {
    this.remarks = [];
    const { first, last } = this.#mapping;
    const fault =
      first !== undefined && last !== undefined
        ? this.#readDates(cells, first, last)
        : this.#readTimes(cells);
    return fault ?? this.#readPurchases(cells) ?? this.#readMoney(cells);
  }

  /** Keeps the row read last. */
  keep(): void {
    const { row } = this;
    for (const name of Object.keys(this.#columns) as (keyof SummaryRow)[])
      this.#columns[name].push(row[name]);
    if (Number.isNaN(row.net)) this.#knowsNet = false;
    const [from, to] = this.#ends;
    this.#ends = [Math.min(from, this.#rowEnd), Math.max(to, this.#rowEnd)];
  }

  finish(weight: Float64Array | null): CustomerSummary {
    const { x, tx, T, orders, m, net } = this.#columns;
    const [from, to] = this.#ends;
    // Without dates the end is NaN; where customers have ends of their own there is no one end.
    const agreed = to - from < ONE_DAY ? Math.round(to) : null;
    return {
      count: x.length,
      x: Float64Array.from(x),
      tx: Float64Array.from(tx),
      T: Float64Array.from(T),
      m: this.#knowsMean ? Float64Array.from(m) : null,
      meanOf: this.#meanOf,
      orders: this.#knowsOrders ? Float64Array.from(orders) : null,
      net: this.#knowsNet ? Float64Array.from(net) : null,
      observationEnd: agreed,
      weight,
    };
  }

  #readTimes(cells: Cells): RowFault | null {
    const column = { tx: this.#column('tx'), T: this.#column('T') };
    const T = this.#numbers.read(cells, column.T);
    if (typeof T !== 'number') return { code: 'TIME_INVALID', column: column.T };
    if (T < 0) return { code: 'TIME_NEGATIVE', column: column.T };
    const told = this.#numbers.read(cells, column.tx);
    if (typeof told !== 'number') return { code: 'TIME_INVALID', column: column.tx };
    if (told < 0) return { code: 'TIME_NEGATIVE', column: column.tx };
    if (told > T) return { code: 'TIME_BEYOND_END', column: column.tx };
    const tx = this.#reading.recency?.value === 'before-end' ? T - told : told;
    this.row.tx = tx * this.#days;
    this.row.T = T * this.#days;
    return null;
  }

  #readDates(cells: Cells, firstColumn: number, lastColumn: number): RowFault | null {
    const first = this.#day(cells, firstColumn);
    if (typeof first !== 'number') return first;
    const last = this.#day(cells, lastColumn);
    if (typeof last !== 'number') return last;
    if (last < first) return { code: 'LAST_BEFORE_FIRST', column: lastColumn };
    let T: number;
    const { T: observed } = this.#mapping;
    if (observed === undefined) T = (this.#end ?? last) - first;
    else {
      const told = this.#numbers.read(cells, observed);
      if (typeof told !== 'number') return { code: 'TIME_INVALID', column: observed };
      if (told < 0) return { code: 'TIME_NEGATIVE', column: observed };
      T = told * this.#days;
    }
    this.row.tx = last - first;
    if (this.row.tx > T + (observed === undefined ? 0 : ONE_DAY))
      return { code: 'TIME_BEYOND_END', column: lastColumn };
    this.row.T = Math.max(T, this.row.tx);
    this.#rowEnd = first + this.row.T;
    return null;
  }

  #day(cells: Cells, column: number): number | RowFault {
    cells.date(column, date);
    const day = date.dayUnder(this.#order);
    return typeof day === 'number' ? day : { code: day, column };
  }

  /** x, and orders where they are known; nobody bought again in no time, and who has bought again took some. */
  #readPurchases(cells: Cells): RowFault | null {
    const { row } = this;
    const { x, occasions, orders } = this.#mapping;
    const column = x ?? occasions ?? orders ?? 0;
    const told = this.#whole(cells, column, x === undefined ? 1 : 0);
    if (typeof told !== 'number') return told;
    const ordered = orders === undefined ? null : this.#whole(cells, orders, 1);
    if (ordered !== null && typeof ordered !== 'number') return ordered;
    if (x !== undefined) row.x = told;
    else if (occasions !== undefined) row.x = told - 1;
    // All orders of one day are one occasion; those of several days are at most as many.
    else row.x = row.tx === 0 ? 0 : told - 1;
    if (x === undefined && occasions === undefined && row.x > 1)
      this.remarks.push('ORDERS_AS_OCCASIONS');
    if ((row.x === 0) !== (row.tx === 0)) return { code: 'PURCHASES_WITHOUT_TIME', column };
    if (ordered !== null && ordered < row.x + 1)
      return { code: 'PURCHASES_INVALID', column: orders ?? null };
    row.orders = ordered ?? row.x + 1;
    return null;
  }

  #whole(cells: Cells, column: number, least: number): number | RowFault {
    const value = this.#numbers.read(cells, column);
    const sound =
      typeof value === 'number' && Number.isInteger(value) && value >= least && value < MOST;
    return sound ? value : { code: 'PURCHASES_INVALID', column };
  }

  /** A mean may be blank: then the row has no part in spend. */
  #readMoney(cells: Cells): RowFault | null {
    const { row } = this;
    const { m, revenue } = this.#mapping;
    const all = this.#reading.meanOf?.value === 'all';
    row.m = NaN;
    row.net = NaN;
    if (revenue !== undefined) {
      const net = this.#numbers.read(cells, revenue);
      if (typeof net !== 'number') return { code: net, column: revenue };
      row.net = net;
    }
    if (m === undefined) row.m = revenue === undefined ? NaN : row.net / (row.x + 1);
    else if (!cells.isBlank(m)) {
      const mean = this.#numbers.read(cells, m);
      if (typeof mean !== 'number') return { code: mean, column: m };
      row.m = row.x === 0 && !all ? NaN : mean;
      if (all && revenue === undefined) row.net = mean * (row.x + 1);
    }
    const averaged = all ? row.x + 1 : row.x;
    if (this.#reading.meanOf && averaged > 0 && !(row.m > 0))
      this.remarks.push('MEAN_NOT_POSITIVE');
    return null;
  }

  #column(role: TableRole): number {
    const column = this.#mapping[role];
    if (column === undefined) throw new Error(`no column is ${role}`);
    return column;
  }
}
