import { readAmount, type Amount } from './amount';
import type { ByteDictionary } from './byte-dictionary';
import { readDate, type CalendarDate } from './calendar-date';
import type { Cells } from './cells';
import type { IdTable } from './id-table';
import type { LineRepeats } from './line-repeats';
import { readPlainAmount, readPlainDate } from './plain-number';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const QUOTE = 34;

/**
 * Cells of a record of UTF-8, as places in its bytes. Common forms of numbers and dates are read digit by
 * digit; any other form goes through the same reading of text as everything else.
 */
export class ByteCells implements Cells {
  count = 0;
  /** First byte of each cell, and one past its last; of a quoted cell, without its quotes. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  recordStart = 0;
  recordEnd = 0;
  /** Columns whose quotes are doubled: rare, and read through a copy. */
  readonly #doubled = new Set<number>();
  #bytes = new Uint8Array(0);
  view = new DataView(this.#bytes.buffer);

  set bytes(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A record begins. */
  begin(start: number): void {
    this.count = 0;
    this.recordStart = start;
    if (this.#doubled.size > 0) this.#doubled.clear();
  }

  /** @param doubled the cell is quoted, and holds quotes that are doubled */
  add(start: number, end: number, doubled: boolean): void {
    const column = this.count++;
    if (column === this.starts.length) {
      this.starts = lengthened(this.starts);
      this.ends = lengthened(this.ends);
    }
    this.starts[column] = start;
    this.ends[column] = end;
    if (doubled) this.#doubled.add(column);
  }

  text(column: number): string {
    if (column >= this.count) return '';
    const text = utf8.decode(this.#bytes.subarray(this.starts[column], this.ends[column]));
    return this.#isDoubled(column) ? text.replaceAll('""', '"') : text;
  }

  isBlank(column: number): boolean {
    if (column >= this.count) return true;
    const start = this.starts[column];
    if (start === this.ends[column]) return true;
    const first = this.#bytes[start];
    // Visible ASCII at the front settles it; anything else may be some kind of space.
    return first > 32 && first < 127 ? false : this.text(column).trim() === '';
  }

  startsWithDigit(column: number): boolean {
    if (column >= this.count || this.starts[column] === this.ends[column]) return false;
    const byte = this.#bytes[this.starts[column]];
    return byte >= 48 && byte <= 57;
  }

  amount(column: number, into: Amount): void {
    if (
      column >= this.count ||
      !readPlainAmount(this.#bytes, this.starts[column], this.ends[column], into)
    )
      readAmount(this.text(column), into);
  }

  date(column: number, into: CalendarDate): void {
    if (
      column >= this.count ||
      !readPlainDate(this.#bytes, this.starts[column], this.ends[column], into)
    )
      readDate(this.text(column), into);
  }

  id(column: number, table: IdTable): number {
    if (column >= this.count) return table.idOf(this.#bytes, 0, 0);
    if (this.#isDoubled(column)) {
      const bytes = this.#single(column);
      return table.idOf(bytes, 0, bytes.length);
    }
    return table.idOf(this.#bytes, this.starts[column], this.ends[column]);
  }

  exact(column: number, dictionary: ByteDictionary): number {
    if (column >= this.count) return dictionary.intern(this.#bytes, 0, 0);
    if (this.#isDoubled(column)) {
      const bytes = this.#single(column);
      return dictionary.intern(bytes, 0, bytes.length);
    }
    return dictionary.intern(this.#bytes, this.starts[column], this.ends[column]);
  }

  hashLine(repeats: LineRepeats): void {
    repeats.hash(this.view, this.recordStart, this.recordEnd);
  }

  lineText(): string {
    return utf8.decode(this.#bytes.subarray(this.recordStart, this.recordEnd)).slice(0, 200);
  }

  #isDoubled(column: number): boolean {
    return this.#doubled.size > 0 && this.#doubled.has(column);
  }

  /** The bytes of a cell, each pair of quotes as one. */
  #single(column: number): Uint8Array {
    const cell = this.#bytes.subarray(this.starts[column], this.ends[column]);
    let pairs = 0;
    return cell.filter((byte, at) => {
      if (byte !== QUOTE || cell[at - 1] !== QUOTE) {
        pairs = 0;
        return true;
      }
      pairs++;
      return pairs % 2 === 0;
    });
  }
}

function lengthened(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(places.length * 2);
  longer.set(places);
  return longer;
}
