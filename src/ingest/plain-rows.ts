import {
  BEYOND_ASCII,
  byteMeanings,
  CR,
  DELIMITER,
  LF,
  LINE_END,
  ORDINARY,
  QUOTATION,
  QUOTE,
} from './byte-meaning';
import { NO_DAY } from '../analysis/transactions';
import { plainDay, PLAIN_DATE_LENGTH } from './plain-number';
import type { DatasetIntake } from './dataset-intake';
import type { FileAccount } from './file-account';
import type { IdTable } from './id-table';
import type { ReadingPlan } from './reading-plan';
import { MOST_PLACES } from './transaction-builder';

const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** What is done with a column. */
const SKIPPED = 0;
const CUSTOMER = 1;
const DATE = 2;
const AMOUNT = 3;
const ORDER = 4;
/** Codes from here on are descriptions, by their place in the list. */
const ATTRIBUTE = 5;

/** Amounts up to here add up exactly over all rows of one stretch of bytes. */
const LARGEST_MANTISSA = 1e10;
/** Up to here a double holds every whole number. */
const EXACT = 2 ** 53;

interface Attribute {
  place: number;
  table: IdTable;
}

/**
 * Takes rows straight from their bytes to ids, days and minor units, for as long as nothing about a row is
 * remarkable: an ISO date, a positive amount with a point, ids as they stand, the right number of cells. The
 * first row that is otherwise is left, untouched, to `RowIntake`, which has the rules; tests hold both
 * to the same result.
 */
export class PlainRows {
  /** Physical line on which the next record starts. */
  line = 1;
  readonly #plan: ReadingPlan;
  readonly #dataset: DatasetIntake;
  readonly #account: FileAccount;
  readonly #fileIndex: number;
  readonly #lastDay: number;
  readonly #meaning: Uint8Array;
  readonly #task: Uint8Array;
  readonly #attributes: Attribute[];
  /** Where the cells of the descriptions are in the row at hand. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Sum of the mantissas taken, by decimal places. */
  readonly #sums = new Float64Array(MOST_PLACES + 1);

  /** Whether the rows of a file can be plain at all: no column beside these decides about a row. */
  static suit({ understanding, mapping, ...plan }: ReadingPlan): boolean {
    const { date, parts, drops, endDate, header } = plan;
    // A column of two tasks, such as an order id that is also a description, is taken cell by cell.
    const columns = [plan.customer, date.column, plan.amount[0].column, mapping.order].concat(
      plan.attributes.map(({ column }) => column),
    );
    const mixed = understanding.currencies.filter(({ value }) => value !== '').length > 1;
    return (
      understanding.encoding === 'utf-8' &&
      byteMeanings(understanding.delimiter) !== null &&
      plan.amount.length === 1 &&
      mapping.amount !== undefined &&
      parts.length + drops.length === 0 &&
      endDate === null &&
      mapping.status === undefined &&
      mapping.currency === undefined &&
      mapping.time === undefined &&
      mapping.referredBy === undefined &&
      plan.zone === null &&
      !plan.tracksOrders &&
      !plan.dropDuplicates &&
      !(plan.currencyChosen && mixed) &&
      !/^\d/.test(header?.[date.column] ?? '') &&
      new Set(columns).size === columns.length
    );
  }

  /** @param lastDay the last day that is no error, in days since 1970-01-01 */
  constructor(
    plan: ReadingPlan,
    dataset: DatasetIntake,
    account: FileAccount,
    fileIndex: number,
    lastDay: number,
  ) {
    this.#plan = plan;
    this.#dataset = dataset;
    this.#account = account;
    this.#fileIndex = fileIndex;
    this.#lastDay = lastDay;
    this.#meaning = byteMeanings(plan.understanding.delimiter) ?? new Uint8Array(256);
    this.#task = new Uint8Array(plan.width);
    this.#attributes = plan.attributes.map(({ column, name }, index) => {
      this.#task[column] = ATTRIBUTE + index;
      return { place: dataset.builder.attribute(name), table: dataset.attributeTable(name) };
    });
    this.#starts = new Int32Array(this.#attributes.length);
    this.#ends = new Int32Array(this.#attributes.length);
    this.#task[plan.customer] = CUSTOMER;
    this.#task[plan.date.column] = DATE;
    this.#task[plan.amount[0].column] = AMOUNT;
    if (plan.mapping.order !== undefined) this.#task[plan.mapping.order] = ORDER;
  }

  /**
   * Takes rows from the front of some bytes; returns the offset of the first one that is not plain.
   *
   * @param limit offset after a line end: no row goes on beyond it
   * @param sound bytes beyond ASCII are known to be sound
   */
  take(
    bytes: Uint8Array<ArrayBuffer>,
    view: DataView,
    from: number,
    limit: number,
    sound: boolean,
  ): number {
    const meaning = this.#meaning;
    const task = this.#task;
    const width = task.length;
    const lastDay = this.#lastDay;
    const account = this.#account;
    const dataset = this.#dataset;
    const { customers, orders, repeats, builder } = dataset;
    const attributes = this.#attributes;
    const described = attributes.length;
    const starts = this.#starts;
    const ends = this.#ends;
    const ordered = this.#plan.mapping.order !== undefined;
    const byPoint = this.#plan.amount[0].decimal === '.';
    const sums = this.#sums;
    let { firstDay } = account;
    let latestDay = account.lastDay;
    let taken = 0;
    let start = from;
    rows: while (start < limit) {
      let at = start;
      let customerStart = 0;
      let customerEnd = 0;
      let orderStart = 0;
      let orderEnd = 0;
      let customerNumbered = false;
      let orderNumbered = false;
      let day = 0;
      let mantissa = 0;
      let places = 0;
      for (let column = 0; column < width; column++) {
        const doing = task[column];
        const quoted = bytes[at] === QUOTE;
        if (quoted) at++;
        const cell = at;
        if (doing === DATE) {
          if (at + PLAIN_DATE_LENGTH >= limit) break rows;
          day = plainDay(bytes, at);
          at += PLAIN_DATE_LENGTH;
          if (day === NO_DAY || day > lastDay) break rows;
        } else if (doing === AMOUNT) {
          let point = -1;
          for (; ; at++) {
            const byte = bytes[at];
            if (byte >= ZERO && byte <= NINE) mantissa = mantissa * 10 + (byte - ZERO);
            else if (byte === POINT && point < 0) point = at;
            else break;
          }
          if (mantissa === 0 || mantissa > LARGEST_MANTISSA) break rows;
          if (point >= 0) {
            places = at - point - 1;
            if (!byPoint || places === 0 || point === cell || places > builder.scale) break rows;
          }
        } else {
          if (doing === CUSTOMER || doing === ORDER) {
            const table = doing === CUSTOMER ? customers : orders;
            const runEnd = table.runEnd(bytes, at);
            const numbered =
              runEnd >= 0 &&
              (quoted ? bytes[runEnd] === QUOTE : meaning[bytes[runEnd]] === DELIMITER);
            if (doing === CUSTOMER) customerNumbered = numbered;
            else orderNumbered = numbered;
            if (numbered) at = runEnd;
          }
          for (; ; at++) {
            const means = meaning[bytes[at]];
            if (means === ORDINARY || (means === DELIMITER && quoted)) continue;
            if (means === QUOTATION) {
              if (!quoted) continue;
              if (bytes[at + 1] !== QUOTE) break;
              // A doubled quote is of no interest in a cell that nobody reads.
              if (doing !== SKIPPED) break rows;
              at++;
            } else if (means !== BEYOND_ASCII || !sound) break;
          }
          if (doing === CUSTOMER) {
            customerStart = cell;
            customerEnd = at;
          } else if (doing === ORDER) {
            orderStart = cell;
            orderEnd = at;
          } else if (doing >= ATTRIBUTE) {
            starts[doing - ATTRIBUTE] = cell;
            ends[doing - ATTRIBUTE] = at;
          }
        }
        if (quoted && bytes[at++] !== QUOTE) break rows;
        if (meaning[bytes[at]] !== (column === width - 1 ? LINE_END : DELIMITER)) break rows;
        at++;
      }
      const end = at - 1;
      if (bytes[end] === CR && bytes[at] === LF) at++;
      if (ordered && orderStart === orderEnd) break;
      const units = builder.minorUnits(mantissa, places);
      if (units > EXACT) break;
      const customer = customerNumbered
        ? customers.idOfRun(bytes, customerStart, customerEnd)
        : customers.idOf(bytes, customerStart, customerEnd);
      if (customers.isRemarkable(customer)) break;
      const order = !ordered
        ? -1
        : orderNumbered
          ? orders.idOfRun(bytes, orderStart, orderEnd)
          : orders.idOf(bytes, orderStart, orderEnd);
      if (ordered && orders.isEmpty(order)) break;
      repeats.hash(view, start, end);
      if (repeats.seenBefore(order)) this.#warnOfRepeat(bytes, start, end, this.line + taken);
      const index = dataset.customerIndex(customer, this.#fileIndex);
      if (dataset.firstInFile) account.customers++;
      builder.add(index, day);
      builder.setNet(units, false);
      if (ordered) builder.setOrder(order);
      for (let k = 0; k < described; k++)
        builder.setAttribute(
          attributes[k].place,
          attributes[k].table.idOf(bytes, starts[k], ends[k]),
        );
      sums[places] += mantissa;
      if (day < firstDay) firstDay = day;
      if (day > latestDay) latestDay = day;
      taken++;
      start = at;
    }
    this.line += taken;
    account.rows += taken;
    account.accepted += taken;
    account.firstDay = firstDay;
    account.lastDay = latestDay;
    for (let k = 0; k < sums.length; k++) {
      if (sums[k] === 0) continue;
      account.revenue.add(sums[k], k);
      sums[k] = 0;
    }
    return start;
  }

  #warnOfRepeat(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.#account.warn('DUPLICATE_ROWS', line, () =>
      utf8.decode(bytes.subarray(start, end)).slice(0, 200),
    );
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
