import { NO_DAY } from '../analysis/transactions';
import {
  BEYOND_ASCII,
  CR,
  DELIMITER,
  LF,
  LINE_END,
  ORDINARY,
  QUOTATION,
  QUOTE,
} from './byte-meaning';
import { MOST_DIGITS } from './numbered-ids';
import { PLAIN_DATE_LENGTH, plainDay } from './plain-number';

/**
 * Rows of a batch. What a loop over one column needs stays in the processor's nearest memory, and the loop
 * waits for many far-off places at once, where row by row it would wait for each in turn.
 */
export const MOST_ROWS = 1024;
/** Amounts up to here add up exactly over all rows of one batch. */
const LARGEST_MANTISSA = 1e10;

const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** What is done with a column. */
const SKIPPED = 0;
const DATE = 1;
const AMOUNT = 2;
/** Codes from here on are cells that are kept, by their place in the list. */
const KEPT = 3;

/** Where the cells of one column are, row by row; of a quoted cell, without its quotes. */
export class CellPlaces {
  readonly start = new Int32Array(MOST_ROWS);
  readonly end = new Int32Array(MOST_ROWS);
  /** Of a cell that is the prefix and a number: how many digits, and the number. 0 digits: any other cell. */
  readonly digits = new Uint8Array(MOST_ROWS);
  readonly number = new Int32Array(MOST_ROWS);
  /** What stands before the numbers of the column; null where it holds none. */
  prefix: Uint8Array | null = null;
}

/** The columns of a file of plain rows. */
export interface PlainColumns {
  /** Number of columns. */
  width: number;
  /** What each byte means in the file. */
  meaning: Uint8Array;
  date: number;
  /** The last day that is no error, in days since 1970-01-01. */
  lastDay: number;
  amount: number;
  /** Amounts may have decimals, after a point. */
  byPoint: boolean;
  /** Columns whose cells are kept. */
  kept: readonly number[];
}

/**
 * Splits bytes into rows as long as nothing about one is remarkable in itself: the right number of cells, an ISO
 * date, a positive amount with a point. The rows lie here column by column, until the next are read.
 */
export class PlainBatch {
  /** Rows read. */
  count = 0;
  /** Where each row begins, and its line end. */
  readonly start = new Int32Array(MOST_ROWS);
  readonly end = new Int32Array(MOST_ROWS);
  readonly day = new Int32Array(MOST_ROWS);
  /** Amounts as mantissa x 10^-places. */
  readonly mantissa = new Float64Array(MOST_ROWS);
  readonly places = new Uint8Array(MOST_ROWS);
  /** The cells of the columns that are kept, in their order. */
  readonly kept: readonly CellPlaces[];
  /** Offset after the last row. */
  next = 0;
  readonly #columns: PlainColumns;
  readonly #task: Uint8Array;

  constructor(columns: PlainColumns) {
    this.#columns = columns;
    this.#task = new Uint8Array(columns.width);
    this.#task[columns.date] = DATE;
    this.#task[columns.amount] = AMOUNT;
    this.kept = columns.kept.map((column, place) => {
      this.#task[column] = KEPT + place;
      return new CellPlaces();
    });
  }

  /**
   * Reads rows from the front of some bytes, up to the first that is not plain.
   *
   * @param limit offset after a line end: no row goes on beyond it
   * @param scale decimal places that amounts may have
   * @param sound bytes beyond ASCII are known to be sound
   */
  read(bytes: Uint8Array, from: number, limit: number, scale: number, sound: boolean): void {
    const { width, meaning, lastDay, byPoint } = this.#columns;
    const task = this.#task;
    const { kept, day, mantissa, places } = this;
    let row = 0;
    let start = from;
    rows: for (; row < MOST_ROWS && start < limit; row++) {
      let at = start;
      for (let column = 0; column < width; column++) {
        const doing = task[column];
        const quoted = bytes[at] === QUOTE;
        if (quoted) at++;
        if (doing === DATE) {
          if (at + PLAIN_DATE_LENGTH >= limit) break rows;
          const on = plainDay(bytes, at);
          if (on === NO_DAY || on > lastDay) break rows;
          day[row] = on;
          at += PLAIN_DATE_LENGTH;
        } else if (doing === AMOUNT) {
          const cell = at;
          let whole = 0;
          let byte = bytes[at];
          for (; byte >= ZERO && byte <= NINE; byte = bytes[++at])
            whole = whole * 10 + (byte - ZERO);
          let after = 0;
          if (byte === POINT) {
            const point = at;
            byte = bytes[++at];
            for (; byte >= ZERO && byte <= NINE; byte = bytes[++at])
              whole = whole * 10 + (byte - ZERO);
            after = at - point - 1;
            if (!byPoint || after === 0 || point === cell || after > scale) break rows;
          }
          if (whole === 0 || whole > LARGEST_MANTISSA) break rows;
          mantissa[row] = whole;
          places[row] = after;
        } else {
          const cells = doing === SKIPPED ? null : kept[doing - KEPT];
          if (cells !== null) {
            cells.start[row] = at;
            const { prefix } = cells;
            let digits = 0;
            if (prefix !== null) {
              let to = at;
              for (let k = 0; k < prefix.length && bytes[to] === prefix[k]; k++) to++;
              if (to - at === prefix.length) {
                const first = to;
                let number = 0;
                let byte = bytes[to];
                for (; byte >= ZERO && byte <= NINE; byte = bytes[++to])
                  number = number * 10 + (byte - ZERO);
                const means = meaning[byte];
                const ends = quoted
                  ? means === QUOTATION
                  : means === DELIMITER || means === LINE_END;
                if (ends && to - first <= MOST_DIGITS) {
                  digits = to - first;
                  cells.number[row] = number;
                  at = to;
                }
              }
            }
            cells.digits[row] = digits;
          }
          for (; ; at++) {
            const means = meaning[bytes[at]];
            if (means === ORDINARY || (means === DELIMITER && quoted)) continue;
            if (means === QUOTATION) {
              if (!quoted) continue;
              if (bytes[at + 1] !== QUOTE) break;
              // A doubled quote is of no interest in a cell that nobody reads.
              if (cells !== null) break rows;
              at++;
            } else if (means !== BEYOND_ASCII || !sound) break;
          }
          if (cells !== null) cells.end[row] = at;
        }
        if (quoted && bytes[at++] !== QUOTE) break rows;
        if (meaning[bytes[at]] !== (column === width - 1 ? LINE_END : DELIMITER)) break rows;
        at++;
      }
      this.start[row] = start;
      this.end[row] = at - 1;
      if (bytes[at - 1] === CR && bytes[at] === LF) at++;
      start = at;
    }
    this.count = row;
    this.next = start;
  }

  /** Leaves out the rows from one on. */
  cutAt(row: number): void {
    if (row >= this.count) return;
    this.count = row;
    this.next = this.start[row];
  }
}
