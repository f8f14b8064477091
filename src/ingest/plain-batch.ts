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
import { CellPlaces, MOST_ROWS } from './cell-places';
import { MOST_DIGITS } from './numbered-ids';
import { PLAIN_DATE_LENGTH, plainDay } from './plain-number';

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

  /** Looks out for numbers behind a prefix in a column that is kept; one that holds a delimiter or a quote is no use. */
  expectNumbers(place: number, prefix: Uint8Array | null): void {
    const { meaning } = this.#columns;
    const ordinary = prefix?.every((byte) => meaning[byte] === ORDINARY) ?? false;
    this.kept[place].prefix = ordinary ? prefix : null;
  }

  /**
   * Reads rows from the front of some bytes, up to the first that is not plain.
   *
   * @param limit offset after a line end: no row goes on beyond it
   * @param scale decimal places that amounts may have
   * @param sound bytes beyond ASCII are known to be sound
   */
  read(bytes: Uint8Array, from: number, limit: number, scale: number, sound: boolean): void {
    const { width, meaning } = this.#columns;
    const task = this.#task;
    const { kept } = this;
    const last = width - 1;
    let row = 0;
    let start = from;
    rows: for (; row < MOST_ROWS && start < limit; row++) {
      let at = start;
      for (let column = 0; column < width; column++) {
        const doing = task[column];
        const quoted = bytes[at] === QUOTE;
        if (quoted) at++;
        if (doing === DATE) at = this.#readDate(bytes, at, limit, row);
        else if (doing === AMOUNT) at = this.#readAmount(bytes, at, scale, row);
        else if (doing === SKIPPED) at = textEnd(bytes, at, meaning, quoted, sound, true);
        else at = readCell(bytes, at, meaning, quoted, sound, kept[doing - KEPT], row);
        if (at < 0 || (quoted && bytes[at++] !== QUOTE)) break rows;
        if (meaning[bytes[at]] !== (column === last ? LINE_END : DELIMITER)) break rows;
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

  /** Returns where the date ends, -1 where it is not plain. */
  #readDate(bytes: Uint8Array, at: number, limit: number, row: number): number {
    if (at + PLAIN_DATE_LENGTH >= limit) return -1;
    const day = plainDay(bytes, at);
    if (day === NO_DAY || day > this.#columns.lastDay) return -1;
    this.day[row] = day;
    return at + PLAIN_DATE_LENGTH;
  }

  /** Returns where the amount ends, -1 where it is not plain. */
  #readAmount(bytes: Uint8Array, start: number, scale: number, row: number): number {
    let at = start;
    let mantissa = 0;
    let places = 0;
    let byte = bytes[at];
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at])
      mantissa = mantissa * 10 + (byte - ZERO);
    if (byte === POINT) {
      const point = at;
      byte = bytes[++at];
      for (; byte >= ZERO && byte <= NINE; byte = bytes[++at])
        mantissa = mantissa * 10 + (byte - ZERO);
      places = at - point - 1;
      if (!this.#columns.byPoint || places === 0 || point === start || places > scale) return -1;
    }
    if (mantissa === 0 || mantissa > LARGEST_MANTISSA) return -1;
    this.mantissa[row] = mantissa;
    this.places[row] = places;
    return at;
  }

  /** Leaves out the rows from one on. */
  cutAt(row: number): void {
    if (row >= this.count) return;
    this.count = row;
    this.next = this.start[row];
  }
}

/** Notes where a cell is, and what number it is where it is one. Returns where it ends, -1 where it is not plain. */
function readCell(
  bytes: Uint8Array,
  start: number,
  meaning: Uint8Array,
  quoted: boolean,
  sound: boolean,
  cells: CellPlaces,
  row: number,
): number {
  const { prefix } = cells;
  let at = start;
  let digits = 0;
  if (prefix !== null) {
    for (let k = 0; k < prefix.length && bytes[at] === prefix[k]; k++) at++;
    const first = at;
    let number = 0;
    if (first - start === prefix.length) {
      let byte = bytes[at];
      for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]) number = number * 10 + (byte - ZERO);
    }
    // Whatever else is in the cell: it is not a number behind the prefix then.
    const means = meaning[bytes[at]];
    const ends = means === DELIMITER || means === LINE_END;
    if ((quoted ? means === QUOTATION : ends) && at - first <= MOST_DIGITS) {
      digits = at - first;
      cells.number[row] = number;
    }
  }
  at = textEnd(bytes, at, meaning, quoted, sound, false);
  cells.start[row] = start;
  cells.end[row] = at;
  cells.digits[row] = digits;
  return at;
}

/**
 * Where the text of a cell ends that goes on at `at`, without its closing quote; -1 where it is not plain.
 *
 * @param doubled a doubled quote is of no interest, since nobody reads the cell
 */
function textEnd(
  bytes: Uint8Array,
  start: number,
  meaning: Uint8Array,
  quoted: boolean,
  sound: boolean,
  doubled: boolean,
): number {
  for (let at = start; ; at++) {
    const means = meaning[bytes[at]];
    if (means === ORDINARY || (means === DELIMITER && quoted)) continue;
    if (means === QUOTATION) {
      if (!quoted) continue;
      if (bytes[at + 1] !== QUOTE) return at;
      if (!doubled) return -1;
      at++;
    } else if (means !== BEYOND_ASCII || !sound) return at;
  }
}
