/**
 * Splits bytes into rows as long as nothing about one is remarkable in itself: the right number of cells, an ISO
 * date, a positive amount with a point. This is AssemblyScript, compiled to WebAssembly, where such loops over bytes
 * take a fraction of the time. Its one user is `PlainBatch`, which also says what lies where.
 *
 * Nothing here checks the end of the bytes: the last of them is a line end, at which every loop stops, and a zero
 * follows it.
 */

import {
  BEYOND_ASCII,
  CR,
  DELIMITER,
  LF,
  LINE_END,
  ORDINARY,
  QUOTATION,
  QUOTE,
} from './byte-kinds';
import { hashLine } from './hash-line';
import { LONGEST_PREFIX, MOST_DIGITS, MOST_EXACT, MOST_PLACES, MOST_ROWS } from './limits';

/** As many digits as 64 bits hold, whatever they are. */
const EXACT_DIGITS: usize = 18;
const DATE_LENGTH: usize = 10;
/** Amounts up to here add up exactly over all rows of one batch. */
const LARGEST_MANTISSA: u64 = 10_000_000_000;

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** What is done with a column; anything else is the address of the cells that are kept of it. */
const SKIPPED: usize = 0;
const DATE: usize = 1;
const AMOUNT: usize = 2;

/** Returned where something is not plain. */
const NOWHERE: usize = 0;
const NO_PAIR = 1_000_000;

/** The columns of a batch. */
export const start: usize = heap.alloc(MOST_ROWS * 4);
export const end: usize = heap.alloc(MOST_ROWS * 4);
export const day: usize = heap.alloc(MOST_ROWS * 4);
/** Amounts in minor units; and as written, mantissa x 10^-places. */
export const net: usize = heap.alloc(MOST_ROWS * 8);
const mantissa: usize = heap.alloc(MOST_ROWS * 8);
const places: usize = heap.alloc(MOST_ROWS);
/** Both halves of a hash of each line: the one of `LineRepeats`. */
export const hash: usize = heap.alloc(MOST_ROWS * 8);

/** Memory for so many bytes, for good. */
export function allocate(bytes: i32): usize {
  return heap.alloc(bytes);
}

/** The cells that are kept of a column: where they are, which numbers, of how many digits, behind which prefix. */
export const CELL_END: usize = MOST_ROWS * 4;
export const CELL_NUMBER: usize = MOST_ROWS * 8;
export const CELL_DIGITS: usize = MOST_ROWS * 12;
export const PREFIX_LENGTH: usize = MOST_ROWS * 13;
export const PREFIX: usize = PREFIX_LENGTH + 4;
export const CELLS_SIZE: usize = PREFIX + LONGEST_PREFIX;
/** A prefix of this length is none: the column holds no numbers. */
export const NO_PREFIX: i32 = -1;

let meaning: usize = 0;
let tasks: usize = 0;
let width: usize = 0;
let monthStarts: usize = 0;
let months: u32 = 0;
let firstYear: u32 = 0;
let latest: i32 = 0;
let byPoint: bool = false;

/**
 * @param meaningOfBytes address of what each of 256 bytes means
 * @param tasksOfColumns address of what is done with each column, 4 bytes each
 */
export function setColumns(meaningOfBytes: usize, tasksOfColumns: usize, columns: i32): void {
  meaning = meaningOfBytes;
  tasks = tasksOfColumns;
  width = columns;
}

/** @param starts address of the first day of each month from a year on, and of the month after them */
export function setDates(starts: usize, count: i32, year: i32, last: i32): void {
  monthStarts = starts;
  months = count;
  firstYear = year;
  latest = last;
}

/** @param point amounts may have decimals, after a point */
export function setAmounts(point: bool): void {
  byPoint = point;
}

/**
 * Reads rows from the front of some bytes, up to the first that is not plain; returns how many.
 *
 * @param bytes address of the bytes; places of rows and cells count from here
 * @param limit offset after a line end: no row goes on beyond it
 * @param scale decimal places that amounts may have, and of a minor unit
 * @param sound bytes beyond ASCII are known to be sound
 */
export function read(bytes: usize, from: i32, limit: i32, scale: u32, sound: bool): i32 {
  const stop = bytes + limit;
  let at = bytes + from;
  let row: usize = 0;
  for (; row < <usize>MOST_ROWS && at < stop; row++) {
    const lineEnd = readRow(bytes, at, stop, scale, sound, row);
    if (lineEnd === NOWHERE) break;
    store<u32>(start + (row << 2), <u32>(at - bytes));
    store<u32>(end + (row << 2), <u32>(lineEnd - bytes));
    hashLine(at, lineEnd, hash + (row << 3));
    at = byte(lineEnd) === CR && byte(lineEnd + 1) === LF ? lineEnd + 2 : lineEnd + 1;
  }
  next = <i32>(at - bytes);
  return <i32>row;
}

/** Offset after the last row that was read. */
export let next: i32 = 0;

/** By decimal places: sum of the mantissas of the amounts with so many. */
export const sums: usize = heap.alloc((MOST_PLACES + 1) * 8);
/** First and last day of some rows. */
export let firstDay: i32 = 0;
export let lastDay: i32 = 0;

/** Adds up the first rows of those that were read, at least one. */
export function addUp(count: i32): void {
  memory.fill(sums, 0, (MOST_PLACES + 1) * 8);
  firstDay = lastDay = load<i32>(day);
  for (let row: usize = 0; row < <usize>count; row++) {
    const sum = sums + ((<usize>load<u8>(places + row)) << 3);
    store<f64>(sum, load<f64>(sum) + load<f64>(mantissa + (row << 3)));
    const own = load<i32>(day + (row << 2));
    if (own < firstDay) firstDay = own;
    if (own > lastDay) lastDay = own;
  }
}

function byte(at: usize): i32 {
  return load<u8>(at);
}

/** The digit that a byte is; above 9 where it is none. */
function digitAt(at: usize): u32 {
  return byte(at) - ZERO;
}

function meaningOf(at: usize): i32 {
  return byte(meaning + byte(at));
}

/** Reads the cells of a row; returns where its line end is. */
function readRow(
  bytes: usize,
  from: usize,
  stop: usize,
  scale: u32,
  sound: bool,
  row: usize,
): usize {
  let at = from;
  for (let column: usize = 0; column < width; column++) {
    const task: usize = load<u32>(tasks + (column << 2));
    const quoted = byte(at) === QUOTE;
    if (quoted) at++;
    if (task === DATE) at = readDate(at, stop, row);
    else if (task === AMOUNT) at = readAmount(at, scale, row);
    else if (task === SKIPPED) at = textEnd(at, quoted, sound, true);
    else at = readCell(bytes, at, quoted, sound, task, row);
    if (at === NOWHERE) return NOWHERE;
    if (quoted && byte(at++) !== QUOTE) return NOWHERE;
    if (meaningOf(at) !== (column + 1 === width ? LINE_END : DELIMITER)) return NOWHERE;
    at++;
  }
  return at - 1;
}

/** Returns where the date ends. */
function readDate(at: usize, stop: usize, row: usize): usize {
  if (at + DATE_LENGTH >= stop || byte(at + 4) !== MINUS || byte(at + 7) !== MINUS) return NOWHERE;
  const year = pair(at) * 100 + pair(at + 2);
  const month = pair(at + 5);
  const dayOfMonth = pair(at + 8);
  const place = (year - firstYear) * 12 + month - 1;
  if (month - 1 > 11 || dayOfMonth - 1 > 30 || year < firstYear || place >= months) return NOWHERE;
  const found = load<i32>(monthStarts + (place << 2)) + <i32>dayOfMonth - 1;
  if (found >= load<i32>(monthStarts + (place << 2) + 4) || found > latest) return NOWHERE;
  store<i32>(day + (row << 2), found);
  return at + DATE_LENGTH;
}

/** The number that two digits make; one that no date has where they are none. */
function pair(at: usize): u32 {
  const ten = digitAt(at);
  const one = digitAt(at + 1);
  return ten > 9 || one > 9 ? NO_PAIR : ten * 10 + one;
}

/** Returns where the amount ends. */
function readAmount(from: usize, scale: u32, row: usize): usize {
  let at = from;
  let amount: u64 = 0;
  let decimals: u32 = 0;
  let digit = digitAt(at);
  for (; digit <= 9; digit = digitAt(++at)) amount = amount * 10 + digit;
  if (byte(at) === POINT) {
    const point = at;
    digit = digitAt(++at);
    for (; digit <= 9; digit = digitAt(++at)) amount = amount * 10 + digit;
    decimals = <u32>(at - point - 1);
    if (!byPoint || decimals === 0 || point === from || decimals > scale) return NOWHERE;
  }
  if (at - from > EXACT_DIGITS || amount === 0 || amount > LARGEST_MANTISSA) return NOWHERE;
  let minor = amount;
  for (let place = decimals; place < scale; place++) minor *= 10;
  if (minor > <u64>MOST_EXACT) return NOWHERE;
  store<f64>(net + (row << 3), <f64>minor);
  store<f64>(mantissa + (row << 3), <f64>amount);
  store<u8>(places + row, <u8>decimals);
  return at;
}

/** Notes where a cell is, and what number it is where it is one. Returns where it ends. */
function readCell(
  bytes: usize,
  from: usize,
  quoted: bool,
  sound: bool,
  cells: usize,
  row: usize,
): usize {
  const prefixLength = load<i32>(cells + PREFIX_LENGTH);
  let at = from;
  let digits: usize = 0;
  let number: u32 = 0;
  if (prefixLength !== NO_PREFIX) {
    const prefix = cells + PREFIX;
    while (at - from < <usize>prefixLength && byte(at) === byte(prefix + at - from)) at++;
    if (at - from === <usize>prefixLength) {
      const first = at;
      for (let digit = digitAt(at); digit <= 9; digit = digitAt(++at)) number = number * 10 + digit;
      // Whatever else is in the cell: it is not a number behind the prefix then.
      const means = meaningOf(at);
      const ends = quoted ? means === QUOTATION : means === DELIMITER || means === LINE_END;
      if (ends && at - first <= <usize>MOST_DIGITS) digits = at - first;
    }
  }
  at = textEnd(at, quoted, sound, false);
  store<u32>(cells + (row << 2), <u32>(from - bytes));
  store<u32>(cells + CELL_END + (row << 2), <u32>(at - bytes));
  store<u32>(cells + CELL_NUMBER + (row << 2), number);
  store<u8>(cells + CELL_DIGITS + row, <u8>digits);
  return at;
}

/**
 * Where the text of a cell ends that goes on at `from`, without its closing quote.
 *
 * @param doubled a doubled quote is of no interest, since nobody reads the cell
 */
function textEnd(from: usize, quoted: bool, sound: bool, doubled: bool): usize {
  let at = from;
  for (;;) {
    const means = meaningOf(at);
    if (means === ORDINARY) at++;
    else if (means === QUOTATION) {
      if (!quoted) at++;
      else if (byte(at + 1) !== QUOTE) return at;
      else if (doubled) at += 2;
      else return NOWHERE;
    } else if ((means === DELIMITER && quoted) || (means === BEYOND_ASCII && sound)) at++;
    else return at;
  }
  return at;
}
