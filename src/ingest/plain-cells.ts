import { readAmount, type Amount } from './amount';
import type { ByteDictionary } from './byte-dictionary';
import { checkedDay, readDate, type CalendarDate } from './calendar-date';
import type { Cells } from './cells';
import type { IdTable } from './id-table';
import type { LineRepeats } from './line-repeats';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

/**
 * Cells of a line of UTF-8 without quotes, as places in its bytes. Common forms of numbers and dates are
 * read digit by digit; any other form goes through the same reading of text as everything else.
 */
export class PlainCells implements Cells {
  count = 0;
  bytes: Uint8Array = new Uint8Array(0);
  /** First byte of each cell; the cell ends one before the next one starts. */
  starts = new Int32Array(1024);
  lineStart = 0;
  lineEnd = 0;

  #end(column: number): number {
    return column + 1 < this.count ? this.starts[column + 1] - 1 : this.lineEnd;
  }

  text(column: number): string {
    if (column >= this.count) return '';
    return utf8.decode(this.bytes.subarray(this.starts[column], this.#end(column)));
  }

  isBlank(column: number): boolean {
    if (column >= this.count) return true;
    const start = this.starts[column];
    if (start === this.#end(column)) return true;
    const first = this.bytes[start];
    // Visible ASCII at the front settles it; anything else may be some kind of space.
    return first > 32 && first < 127 ? false : this.text(column).trim() === '';
  }

  startsWithDigit(column: number): boolean {
    if (column >= this.count || this.starts[column] === this.#end(column)) return false;
    const byte = this.bytes[this.starts[column]];
    return byte >= ZERO && byte <= NINE;
  }

  amount(column: number, into: Amount): void {
    if (column >= this.count || !this.#plainAmount(this.starts[column], this.#end(column), into))
      readAmount(this.text(column), into);
  }

  date(column: number, into: CalendarDate): void {
    if (column >= this.count || !this.#plainDate(this.starts[column], this.#end(column), into))
      readDate(this.text(column), into);
  }

  id(column: number, table: IdTable): number {
    if (column >= this.count) return table.idOf(this.bytes, 0, 0);
    return table.idOf(this.bytes, this.starts[column], this.#end(column));
  }

  exact(column: number, dictionary: ByteDictionary): number {
    if (column >= this.count) return dictionary.intern(this.bytes, 0, 0);
    return dictionary.intern(this.bytes, this.starts[column], this.#end(column));
  }

  hashLine(repeats: LineRepeats): void {
    repeats.hash(this.bytes, this.lineStart, this.lineEnd);
  }

  lineText(): string {
    return utf8.decode(this.bytes.subarray(this.lineStart, this.lineEnd)).slice(0, 200);
  }

  /** An optional minus, digits, at most one point: as `readAmount` has it. False: some other form. */
  #plainAmount(start: number, end: number, into: Amount): boolean {
    const { bytes } = this;
    const first = bytes[start] === MINUS ? start + 1 : start;
    if (end - first > EXACT_DIGITS || end <= first) return false;
    let mantissa = 0;
    let point = -1;
    for (let at = first; at < end; at++) {
      const byte = bytes[at];
      if (byte >= ZERO && byte <= NINE) mantissa = mantissa * 10 + (byte - ZERO);
      else if (byte === POINT && point < 0) point = at;
      else return false;
    }
    if (point === first && end === first + 1) return false;
    const signed = first > start && mantissa !== 0 ? -mantissa : mantissa;
    if (point < 0) {
      into.set(signed, 0, 'none');
      return true;
    }
    const places = end - point - 1;
    const before = point - first;
    const doubtful = places === 3 && before >= 1 && before <= 3 && bytes[first] !== ZERO;
    into.set(signed, places, doubtful ? 'either.' : '.');
    return true;
  }

  /** 2024-01-05, 2024/01/05, 05/01/2024, 05-01-2024; the first two also with hh:mm or hh:mm:ss, and Z. */
  #plainDate(start: number, end: number, into: CalendarDate): boolean {
    const { bytes } = this;
    const length = end - start;
    if (length < 10 || length > 20) return false;
    const separator = bytes[start + 4];
    if (separator === MINUS || separator === SLASH) {
      if (bytes[start + 7] !== separator) return false;
      const year = this.#digits(start, 4);
      const month = this.#digits(start + 5, 2);
      const day = this.#digits(start + 8, 2);
      if (year < 0 || month < 0 || day < 0) return false;
      if (length === 10) {
        into.setDay('fixed', checkedDay(year, month, day));
        return true;
      }
      return this.#plainTime(start + 10, end, checkedDay(year, month, day), into);
    }
    const early = bytes[start + 2];
    if (length !== 10 || (early !== SLASH && early !== MINUS) || bytes[start + 5] !== early)
      return false;
    const one = this.#digits(start, 2);
    const two = this.#digits(start + 3, 2);
    const three = this.#digits(start + 6, 4);
    if (one < 0 || two < 0 || three < 0) return false;
    into.setNumbers(one, two, three, false);
    return true;
  }

  /** ` hh:mm`, ` hh:mm:ss`, with T for the space and Z after it. */
  #plainTime(
    at: number,
    end: number,
    day: ReturnType<typeof checkedDay>,
    into: CalendarDate,
  ): boolean {
    const { bytes } = this;
    const zulu = bytes[end - 1] === 90;
    const length = end - at - (zulu ? 1 : 0);
    if ((bytes[at] !== 32 && bytes[at] !== 84) || bytes[at + 3] !== COLON) return false;
    if (length !== 6 && !(length === 9 && bytes[at + 6] === COLON)) return false;
    const hour = this.#digits(at + 1, 2);
    const minute = this.#digits(at + 4, 2);
    const second = length === 9 ? this.#digits(at + 7, 2) : 0;
    // Odd times (24:00, leap seconds, impossible ones) are left to the reading of text.
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
      return false;
    into.setDay('fixed', day);
    into.minute = hour * 60 + minute;
    if (zulu) into.offset = 0;
    return true;
  }

  /** The number that some digits make, or -1 where one of them is none. */
  #digits(start: number, count: number): number {
    let value = 0;
    for (let at = start; at < start + count; at++) {
      const digit = this.bytes[at] - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}
